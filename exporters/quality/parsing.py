"""How does a message of XDatenfelder 2.0 or 3.0.0 become the elements that rules look at?

Tolerant: what is missing is an empty text, so that a rule can say that it is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from exporters.quality.element import Element, Law, ListName, Place, Relation, Whole, Xml
from exporters.xdatenfelder.check import code_of, local_name, namespace_of
from exporters.xdatenfelder.legal import sources
from exporters.xdatenfelder.vocabulary import NS2, STATUS_OF_V2
from exporters.xmlkit import text_of

_KINDS = {
    "stammdatenschema": "S",
    "datenfeldgruppe": "G",
    "datenfeld": "F",
    "regel": "R",
    "dokumentsteckbrief": "D",
    "dokumentensteckbrief": "D",
}
_JUDGED = (
    "name bezeichnung bezeichnungEingabe bezeichnungAusgabe hilfetext hilfetextEingabe "
    "hilfetextAusgabe definition beschreibung versionshinweis statusGesetztDurch "
    "fachlicherErsteller inhalt freitextRegel"
).split()


def whole_of(root: Xml) -> Whole | None:
    """The content of a message; None for a code list or no message of the standard."""
    for child in root:
        kind = _KINDS.get(local_name(child))
        if kind is not None:
            return Whole(_element(child, kind), namespace_of(child) == NS2)
    return None


def _element(node: Xml, kind: str, owner: Element | None = None) -> Element:
    """One element with everything in it. Walks down with a stack of its own."""
    top = _alone(node, kind, owner)
    stack = [(top, node)]
    while stack:
        here, place = stack.pop()
        for rule in _all(place, "regel"):
            here.rules.append(_alone(rule, "R", here))
        for structure in _all(place, "struktur"):
            for inside in _inside(structure):
                part = _alone(inside, _KINDS[local_name(inside)], here)
                laws = _laws(structure)
                here.places.append(Place(here, part, _text(structure, "anzahl"), laws))
                stack.append((part, inside))
    return top


def _inside(structure: Xml) -> Iterable[Xml]:
    for holder in _all(structure, "enthaelt"):
        yield from (one for one in holder if local_name(one) in ("datenfeldgruppe", "datenfeld"))


def _alone(node: Xml, kind: str, owner: Element | None) -> Element:
    """An element without what stands in it."""
    old = namespace_of(node) == NS2
    identity = _child(node, "identifikation")
    status = _child(node, "freigabestatus")
    element = Element(
        kind,
        id=_text(identity, "id"),
        version=_text(identity, "version"),
        name=_text(node, "name"),
        label=_text(node, "bezeichnung") or _text(node, "bezeichnungEingabe"),
        label_out=_text(node, "bezeichnungAusgabe"),
        definition=_text(node, "definition"),
        help=_text(node, "hilfetext") or _text(node, "hilfetextEingabe"),
        help_out=_text(node, "hilfetextAusgabe"),
        laws=_laws(node),
        status=STATUS_OF_V2.get(_code(node, "status"), "") if old else code_of(status),
        status_day=_text(node, "freigabedatum" if old else "statusGesetztAm"),
        creator=_text(node, "statusGesetztDurch") or _text(node, "fachlicherErsteller"),
        published=_text(node, "veroeffentlichungsdatum"),
        element_type=_code(node, "schemaelementart"),
        relations=[
            Relation(_code(one, "praedikat"), _text(_child(one, "objekt"), "id"))
            for one in _all(node, "relation")
        ],
        keywords=[(_words(one), one.get("uri", "")) for one in _all(node, "stichwort")],
        change_structure=_code(node, "ableitungsmodifikationenStruktur"),
        change_look=_code(node, "ableitungsmodifikationenRepraesentation"),
        profile=_text(_child(node, "dokumentsteckbrief"), "id"),
        abstract=_text(node, "istAbstrakt"),
        document_kind=_code(node, "dokumentart") or _text(node, "dokumentart"),
        free_text=_text(node, "definition" if old else "freitextRegel"),
        texts=[(tag, text) for tag in _JUDGED if (text := _text(node, tag))],
        owner=owner,
        node=node,
    )
    art = _child(node, "art")
    element.art = code_of(art) if art is not None else None
    if kind == "F":
        _field(element, node, old)
    return element


def _field(element: Element, node: Xml, old: bool) -> None:
    element.field_kind = _code(node, "feldart")
    element.data_type = _code(node, "datentyp")
    element.content = _text(node, "inhalt")
    element.prefill = "keine" if old else _code(node, "vorbefuellung")
    element.max_size = _text(node, "maxSize")
    element.media_types = [_words(one) for one in _all(node, "mediaType")]
    element.columns = tuple(_text(node, f"{name}Key") for name in ("code", "name", "help"))
    _precision(element, _child(node, "praezisierung"), old)
    values = _child(node, "werte")
    if values is not None:
        element.values = [
            (_text(one, "code"), _text(one, "name"), _text(one, "hilfe"))
            for one in _all(values, "wert")
        ]
    reference = _child(node, "codelisteReferenz")
    if reference is not None:
        triple = _child(reference, "genericodeIdentification")
        named = reference if triple is None else triple
        element.code_list = ListName(
            _text(named, "canonicalIdentification"),
            _text(named, "version"),
            _text(named, "canonicalVersionUri"),
            _text(_child(reference, "identifikation"), "id"),
        )


def _precision(element: Element, place: Xml | None, old: bool) -> None:
    """Attributes in 3.0.0, JSON as text in 2.0; other text of 2.0 is kept apart."""
    if place is None:
        return
    if not old:
        element.precision = {str(name): str(value) for name, value in place.attrib.items()}
        return
    text = _words(place)
    try:
        found = json.loads(text) if text else None
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        element.precision = {str(name): str(value) for name, value in found.items()}
    else:
        element.loose_precision = text


def _laws(node: Xml) -> list[Law]:
    """3.0.0 has one bezug a source; 2.0 one text for all."""
    found: list[Law] = []
    for one in _all(node, "bezug"):
        texts = sources(_words(one)) if namespace_of(node) == NS2 else [_words(one)]
        found += [Law(text, one.get("link", "")) for text in texts]
    return found


def _all(node: Xml, name: str) -> list[Xml]:
    own = namespace_of(node)
    return [one for one in node if local_name(one) == name and namespace_of(one) == own]


def _child(node: Xml | None, name: str) -> Xml | None:
    return next(iter(_all(node, name)), None) if node is not None else None


def _code(node: Xml, name: str) -> str:
    return code_of(_child(node, name))


def _text(node: Xml | None, name: str) -> str:
    child = _child(node, name)
    return _words(child) if child is not None else ""


def _words(node: Xml) -> str:
    return text_of(node).strip()
