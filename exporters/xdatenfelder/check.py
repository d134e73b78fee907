"""Is this a message of XDatenfelder that can be understood, and if not, in which line?

Refused is what contradicts the standard in a way that leaves the meaning open: an unknown version,
a missing, empty or doubled id, a value given twice, an unknown state or type, an unknown element in
one of the small closed structures. Unknown elements of schema, group, field and rule are kept: no
official schema of 3.0.0 is at hand, so "unknown" may be our ignorance. The order of elements is
not asked; files in use differ.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from exporters.xdatenfelder.vocabulary import (
    CODE_LIST,
    DATA_TYPES,
    ELEMENT_TYPES,
    FIELD,
    FIELD_KINDS,
    GROUP,
    MESSAGES,
    NS2,
    NS3,
    PROFILE,
    PROFILE_V2,
    RULE,
    SCHEMA,
    STATUS_CODES,
    STATUS_OF_V2,
)
from exporters.xmlkit import text_of
from model.errors import FachwerkError
from model.language import say, tr

Xml = etree._Element

_FAMILY = "urn:xoev-de:fim:standard:xdatenfelder_"
_OPEN = frozenset({SCHEMA, GROUP, FIELD, RULE, PROFILE, PROFILE_V2, CODE_LIST})
_CLOSED = {
    "header": {"nachrichtID", "erstellungszeitpunkt", "referenzID"},
    "identifikation": {"id", "version"},
    "struktur": {"anzahl", "bezug", "enthaelt"},
    "enthaelt": {FIELD, GROUP},
    "werte": {"wert"},
    "wert": {"code", "name", "hilfe"},
    "relation": {"praedikat", "objekt"},
    "objekt": {"id", "version"},
    "codelisteReferenz": {
        "identifikation",
        "genericodeIdentification",
        "canonicalIdentification",
        "version",
        "canonicalVersionUri",
    },
    "genericodeIdentification": {"canonicalIdentification", "version", "canonicalVersionUri"},
}
_REPEATED = {"bezug", "regel", "struktur", "stichwort", "relation", "mediaType", "wert"}
_ONCE = {
    *("identifikation name beschreibung definition freigabestatus status statusGesetztAm").split(),
    *("statusGesetztDurch gueltigAb gueltigBis versionshinweis veroeffentlichungsdatum").split(),
    *("letzteAenderung bezeichnung bezeichnungEingabe bezeichnungAusgabe schemaelementart").split(),
    *("hilfetext hilfetextEingabe hilfetextAusgabe feldart datentyp praezisierung inhalt").split(),
    *("vorbefuellung werte codelisteReferenz codeKey nameKey helpKey maxSize art typ").split(),
    *("script skript freitextRegel fachlicherErsteller freigabedatum dokumentsteckbrief").split(),
    *("ableitungsmodifikationenStruktur ableitungsmodifikationenRepraesentation").split(),
    *("istAbstrakt isReferenz dokumentart langname genericode genericodeIdentification").split(),
}

_CODES = {
    "freigabestatus": STATUS_CODES,
    "status": frozenset(STATUS_OF_V2),
    "schemaelementart": ELEMENT_TYPES,
    "feldart": FIELD_KINDS,
    "datentyp": DATA_TYPES,
}
_IDENTIFIED = frozenset({"identifikation", "objekt"})


class XDatenfelderRefused(FachwerkError):
    """A file that is no understandable data schema; ``where`` names file and line."""


def checked(root: Xml, name: str) -> tuple[str, str, Xml]:
    """Namespace, kind of content and content element of a message.

    Raises:
        XDatenfelderRefused: what is wrong, in which line, and what to do.
    """
    namespace, kind = _message(root, name)
    content = _content(root, namespace, kind, name)
    stack = [root]
    while stack:
        node = stack.pop()
        own = [child for child in node if namespace_of(child) == namespace]
        _check_children(node, own, name)
        local = local_name(node)
        if local in _IDENTIFIED or (local == PROFILE and _refers(node)):
            _check_id(node, own, name)
        if local in _CODES:
            _check_code(node, local, name)
        if local != "genericode":
            stack += own
    return namespace, kind, content


def local_name(node: Xml) -> str:
    """The name without namespace; "" for comments and instructions."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def namespace_of(node: Xml) -> str | None:
    """The namespace; None for comments and instructions."""
    return (etree.QName(node).namespace or "") if isinstance(node.tag, str) else None


def code_of(node: Xml | None) -> str:
    """The code inside a Code element (unqualified by the standard; a qualified one is read)."""
    for child in node if node is not None else ():
        if local_name(child) == "code":
            return text_of(child).strip()
    return ""


def refused(key: str, node: Xml, name: str, **values: object) -> XDatenfelderRefused:
    """The refusal with its place."""
    line = tr("fim.line", n=str(node.sourceline or 0))
    where = f"{name}, {line}" if name else line
    code = "FIM-" + key.upper().replace("_", "-")
    return XDatenfelderRefused(
        say(f"fim.refused.{key}", **values),
        where=where,
        todo=say(f"fim.refused.{key}.todo", **values),
        code=code,
    )


def _message(root: Xml, name: str) -> tuple[str, str]:
    namespace, local = namespace_of(root) or "", local_name(root)
    if namespace not in (NS2, NS3):
        key = "version" if namespace.startswith(_FAMILY) else "not_fim"
        raise refused(key, root, name, found=namespace.removeprefix(_FAMILY) or local)
    kind = MESSAGES.get(local, "")
    if not kind or (kind == CODE_LIST and namespace == NS3):
        raise refused("message", root, name, found=local)
    return namespace, PROFILE_V2 if (kind, namespace) == (PROFILE, NS2) else kind


def _content(root: Xml, namespace: str, kind: str, name: str) -> Xml:
    found = [child for child in root if namespace_of(child) == namespace]
    for child in found:
        if local_name(child) not in ("header", kind):
            raise refused("element", child, name, found=local_name(child), inside=local_name(root))
    contents = [child for child in found if local_name(child) == kind]
    if len(contents) > 1 or len(found) - len(contents) > 1:
        raise refused("twice", found[-1], name, found=local_name(found[-1]))
    if not contents:
        raise refused("missing", root, name, found=kind)
    return contents[0]


def _check_children(node: Xml, own: list[Xml], name: str) -> None:
    """Nothing unknown in a closed structure, nothing single twice."""
    local = local_name(node)
    allowed = {"id", "version"} if local == PROFILE and _refers(node) else _CLOSED.get(local)
    if allowed is not None:
        for child in own:
            if local_name(child) not in allowed:
                found = local_name(child)
                raise refused("element", child, name, found=found, inside=local)
    single = _ONCE if local in _OPEN else allowed or set()
    counts = Counter(map(local_name, own))
    for child in reversed(own):
        found = local_name(child)
        if counts[found] > 1 and found in single and found not in _REPEATED:
            raise refused("twice", child, name, found=found)
    if local == "enthaelt" and len(own) != 1:
        raise refused("one_part", node, name)


def _refers(node: Xml) -> bool:
    """A Dokumentsteckbrief inside a schema is a reference, in its own message it is the thing."""
    parent = node.getparent()
    return parent is not None and local_name(parent) == SCHEMA


def _check_id(node: Xml, own: list[Xml], name: str) -> None:
    ids = [child for child in own if local_name(child) == "id"]
    if not ids:
        raise refused("no_id", node, name)
    if not text_of(ids[0]).strip():
        raise refused("empty_id", ids[0], name)


def _check_code(node: Xml, local: str, name: str) -> None:
    found = code_of(node)
    if found not in _CODES[local]:
        raise refused("code", node, name, found=found, element=local)
