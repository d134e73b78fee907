"""How is a breach of a schema said to a person? The validator speaks English and of facets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from exporters.official.files import Xml
from exporters.xmlkit import SchemaFault, text_of
from model.language import Message, say

_SHAPES: Final = (
    ("missing_child", r"Missing child element\(s\)\. Expected is (?:one of )?\( (?P<wanted>.*) \)"),
    ("unexpected", r"This element is not expected\. Expected is (?:one of )?\( (?P<wanted>.*) \)"),
    ("surplus", r"This element is not expected"),
    ("value_of_list", r"The value '(?P<value>.*)' is not an element of the set"),
    ("pattern", r"The value '(?P<value>.*)' is not accepted by the pattern '(?P<pattern>.*)'"),
    ("too_short", r"this underruns the allowed minimum length of '(?P<least>\d+)'"),
    ("too_long", r"this exceeds the allowed maximum length of '(?P<most>\d+)'"),
    ("type", r"'(?P<value>.*)' is not a valid value of the \w+ type '(?P<type>.*?)'"),
    ("no_attribute", r"The attribute '(?P<name>.*)' is not allowed"),
    ("attribute", r"The attribute '(?P<name>.*)' is required but missing"),
    ("text", r"Character content (?:other than whitespace )?is not allowed"),
    ("root", r"No matching global declaration"),
    ("root_wildcard", r"No matching global element declaration"),
)
_PATTERNS: Final = tuple((word, re.compile(form, re.DOTALL)) for word, form in _SHAPES)
_NAMESPACE: Final = re.compile(r"\{[^{}\s]*[:/][^{}\s]*\}")
_BEFORE: Final = re.compile(r"^Element '[^']*'(?:, attribute '[^']*')?: ")
_STEP: Final = re.compile(r"/[\w.-]+:([\w.-]+)")
"""A step with a prefix, which the path does not explain."""
_LONGEST: Final = 60
_FACETS: Final = frozenset({"value_of_list", "pattern", "too_short", "too_long"})


def worded(fault: SchemaFault, root: Xml) -> Message:
    """Line, element, what it stands in, and what is wrong."""
    node = _node(root, fault.path)
    where = _where(node)
    key = "official.fault.in" if where else "official.fault"
    name = _element(node) if node is not None else _named(fault.message)
    return say(key, line=str(fault.line), element=name, where=where, what=what_of(fault))


def cause(fault: SchemaFault, root: Xml) -> tuple[str, ...]:
    """Equal for breaches that are one mistake made in several places."""
    what = what_of(fault)
    return (_element(_node(root, fault.path)), f"{what.key}{what.values}")


def without_echoes(faults: Iterable[SchemaFault]) -> Iterator[SchemaFault]:
    """The validator says a breach of a facet twice; once is enough."""
    before: tuple[int, str] | None = None
    for fault in faults:
        word = _word(fault.message)
        place = (fault.line, fault.path)
        if word == "type" and place == before:
            continue
        before = place if word in _FACETS else None
        yield fault


def bearer(fault: SchemaFault, root: Xml) -> str:
    """The id that the breached element bears or stands in; "" for none."""
    node = _node(root, fault.path)
    while node is not None:
        if found := _id_of(node):
            return found
        node = node.getparent()
    return ""


def what_of(fault: SchemaFault) -> Message:
    """What is wrong, without the place."""
    plain = _plain(fault.message)
    for word, form in _PATTERNS:
        if found := form.search(plain):
            given = {key: _short(value) for key, value in found.groupdict().items()}
            if word == "unexpected" and _named(fault.message) in given["wanted"].split(", "):
                word = "namespace"
            return say(f"official.fault.{word}", **given)
    return say("official.fault.other", message=_short(plain, 200))


def _plain(message: str) -> str:
    """The validator's words without namespaces and without the name of the element."""
    return _BEFORE.sub("", _NAMESPACE.sub("", message))


def _word(message: str) -> str:
    plain = _plain(message)
    return next((word for word, form in _PATTERNS if form.search(plain)), "")


def _short(text: str, most: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _node(root: Xml, path: str) -> Xml:
    """The element of a fault; the validator's path says its place among its siblings."""
    if not path:
        return None
    plain = _STEP.sub(r"/*[local-name()='\1']", path)
    try:
        found = root.getroottree().xpath(plain)
    except etree.XPathError:
        return None
    return found[0] if isinstance(found, list) and found else None


def _named(message: str) -> str:
    found = re.match(r"Element '(?:\{[^{}]*\})?([^']*)'", message)
    return found[1] if found else ""


def _where(node: Xml) -> str:
    """Name and id of the nearest thing that has one: "F60000243 „Name“" without the quotes."""
    while node is not None:
        if found := _id_of(node):
            return " ".join(filter(None, (found, _short(_child_text(node, "name"), 40))))
        node = node.getparent()
    return ""


def _id_of(node: Xml) -> str:
    for child in node:
        if _local(child) == "identifikation":
            return _child_text(child, "id")
    return ""


def _child_text(node: Xml, name: str) -> str:
    return next((text_of(child).strip() for child in node if _local(child) == name), "")


def _element(node: Xml) -> str:
    """The name of an element; a code is called like the element around it."""
    if node is None:
        return ""
    around = node.getparent()
    return _local(around if around is not None and _local(node) == "code" else node)


def _local(node: Xml) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""
