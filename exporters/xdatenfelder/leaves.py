"""When do two elements say the same, and where does a new child belong?

A leaf is what belongs to an element itself: everything but the fields, groups and rules inside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from exporters.xdatenfelder.check import local_name, namespace_of
from exporters.xdatenfelder.fresh import Xml, structure_of
from exporters.xdatenfelder.vocabulary import NS2, NS3
from exporters.xmlkit import text_of

INSIDE = frozenset({"regel", "struktur", "enthaelt"})
AROUND = "struktur/"
"""Prefix of the names of leaves that stand at the struktur around an element."""

_ORDER = {
    NS2: (
        "identifikation name bezeichnungEingabe bezeichnungAusgabe beschreibung definition anzahl "
        "bezug status gueltigAb gueltigBis fachlicherErsteller versionshinweis freigabedatum "
        "veroeffentlichungsdatum isReferenz dokumentart schemaelementart hilfetext "
        "hilfetextEingabe hilfetextAusgabe feldart datentyp praezisierung inhalt "
        "codelisteReferenz ableitungsmodifikationenStruktur "
        "ableitungsmodifikationenRepraesentation script regel struktur enthaelt"
    ).split(),
    NS3: (
        "identifikation name beschreibung definition freitextRegel anzahl bezug "
        "fachlicherErsteller freigabestatus statusGesetztAm statusGesetztDurch gueltigAb "
        "gueltigBis versionshinweis veroeffentlichungsdatum letzteAenderung typ script skript "
        "istAbstrakt dokumentart bezeichnung bezeichnungEingabe bezeichnungAusgabe "
        "schemaelementart hilfetext hilfetextEingabe hilfetextAusgabe "
        "ableitungsmodifikationenStruktur ableitungsmodifikationenRepraesentation relation "
        "stichwort dokumentsteckbrief art feldart datentyp praezisierung inhalt vorbefuellung "
        "werte codelisteReferenz codeKey nameKey helpKey regel struktur maxSize mediaType "
        "enthaelt"
    ).split(),
}


def leaves(node: Xml, name: str) -> list[Xml]:
    """The children of that name that belong to the standard."""
    own = ("", namespace_of(node))
    return [child for child in node if local_name(child) == name and namespace_of(child) in own]


def leaf_names(*nodes: Xml | None) -> list[str]:
    """The names of all leaves of some elements, each once, in their order."""
    found = (
        local_name(child)
        for node in nodes
        if node is not None
        for child in node
        if namespace_of(child) in ("", namespace_of(node))
    )
    return [name for name in dict.fromkeys(found) if name not in INSIDE]


def places(node: Xml) -> list[tuple[str, Xml]]:
    """Where leaves of an element stand: at itself, and at the struktur around it."""
    around = structure_of(node)
    return [("", node)] if around is None else [("", node), (AROUND, around)]


def canon(node: Xml) -> tuple[object, ...]:
    """What an element says, without prefixes, comments and white space around it."""
    inside = tuple(canon(child) for child in node if isinstance(child.tag, str))
    attributes = tuple(sorted((str(name), str(value)) for name, value in node.attrib.items()))
    text = " ".join(text_of(node).split()) if not inside else ""
    return (local_name(node), attributes, text, inside)


def same(these: Iterable[Xml], those: Iterable[Xml]) -> bool:
    return [canon(node) for node in these] == [canon(node) for node in those]


def digest(nodes: Iterable[Xml]) -> str:
    """A short name of what some elements say."""
    told = repr([canon(node) for node in nodes])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def insert(parent: Xml, node: Xml, namespace: str) -> None:
    """Put a new child where the standard wants it: behind the last one that comes before it."""
    order = _ORDER[namespace]
    name = local_name(node)
    rank = order.index(name) if name in order else len(order)
    place = 0
    for index, child in enumerate(parent):
        here = local_name(child)
        if here not in order or order.index(here) <= rank:
            place = index + 1
        elif here in INSIDE or order.index(here) > rank:
            break
    _keep_layout(parent, node, place)
    parent.insert(place, node)


def remove(node: Xml) -> None:
    """Take a child away; the white space behind it stays with what comes before."""
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    last = node.getnext() is None
    if last and before is not None:
        before.tail = node.tail
    parent.remove(node)
    node.tail = None


def _keep_layout(parent: Xml, node: Xml, place: int) -> None:
    """White space like that of the neighbours."""
    if not len(parent):
        return
    if place == 0:
        node.tail = parent.text if not (parent.text or "").strip() else None
        return
    before = parent[place - 1]
    node.tail = before.tail
    if place == len(parent):
        before.tail = parent.text if not (parent.text or "").strip() else None
