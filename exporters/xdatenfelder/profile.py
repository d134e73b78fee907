"""How is the profile of a document (Dokumentsteckbrief, message 0101) written in either version?

It is the part of a schema that tells of the whole, with the number of the profile and two facts of
its own: its kind, and whether it is a pattern for others (2.0 calls that isReferenz, 3.0.0
istAbstrakt; that both mean the same is inferred).
"""

from __future__ import annotations

from lxml import etree

from exporters.xdatenfelder.check import code_of, local_name
from exporters.xdatenfelder.fresh import Fresh, Xml
from exporters.xdatenfelder.identity import eleven_digits
from exporters.xdatenfelder.leaves import insert
from exporters.xdatenfelder.vocabulary import (
    CODE_SOURCES,
    KEPT,
    NS2,
    NS3,
    PROFILE,
    PROFILE_V2,
)
from exporters.xmlkit import XmlRefused, element, parse, text_of
from model.document import Snapshot
from model.records import Service

_MESSAGE = "xdatenfelder.dokumentsteckbrief.0101"
_NOT_IN_PROFILE = (
    *("dokumentsteckbrief", "ableitungsmodifikationenStruktur"),
    *("ableitungsmodifikationenRepraesentation", "struktur", "regel"),
)
_PATTERN = ("istAbstrakt", "isReferenz")


def as_profile(fresh: Fresh, view: Snapshot, namespace: str) -> Fresh:
    """The message that a schema without fields is when it is a profile."""
    service = view.service
    content = etree.Element(f"{{{namespace}}}{PROFILE_V2 if namespace == NS2 else PROFILE}")
    content.extend(list(fresh.schema))
    strip_to_profile(content)
    set_number(content, number_in(service.document_profile, namespace))
    _own_facts(content, service, namespace)
    root = etree.Element(f"{{{namespace}}}{_MESSAGE}", nsmap=dict(fresh.root.nsmap))
    root.append(fresh.root[0])
    root.append(content)
    return Fresh(root, {service.id: content}, fresh.report, fresh.lists)


def strip_to_profile(schema: Xml) -> None:
    """Take away what only a schema has."""
    for child in list(schema):
        if local_name(child) in _NOT_IN_PROFILE:
            schema.remove(child)


def set_number(content: Xml, number: str) -> None:
    """The number of the profile as the id."""
    for place in content:
        if local_name(place) == "identifikation":
            for child in place:
                if local_name(child) == "id":
                    child.text = number


def number_in(number: str, namespace: str) -> str:
    """The number with as many digits as the version has; as it is where that loses something."""
    if namespace == NS3:
        return eleven_digits(number, "D") or number
    return number[:3] + number[6:] if len(number) == 12 and number[3:6] == "000" else number


def _own_facts(content: Xml, service: Service, namespace: str) -> None:
    there = {local_name(child) for child in content}
    pattern = _PATTERN[0] if namespace == NS3 else _PATTERN[1]
    if pattern not in there:
        kept = next(filter(None, (_kept(service, name) for name in _PATTERN)), "false")
        insert(content, _line(pattern, kept, namespace), namespace)
    kind = _kept(service, "dokumentart")
    if "dokumentart" not in there and kind:
        insert(content, _kind(kind, namespace), namespace)


def _kind(kind: str, namespace: str) -> Xml:
    """A text in 2.0, a code in 3.0.0."""
    if namespace == NS2:
        return _line("dokumentart", kind, namespace)
    source = CODE_SOURCES["dokumentart"]
    node = etree.Element(
        f"{{{namespace}}}dokumentart", listURI=source.uri, listVersionID=source.version
    )
    element(node, "code", text=kind)
    return node


def _line(name: str, text: str, namespace: str) -> Xml:
    node = etree.Element(f"{{{namespace}}}{name}")
    node.text = text
    return node


def _kept(service: Service, name: str) -> str:
    """Text or code of an element that was kept as XML."""
    text = service.extra(KEPT + name)
    if not text.startswith("<"):
        return text
    try:
        node = parse(text.encode()).root
    except XmlRefused:
        return ""
    return code_of(node) or text_of(node).strip()
