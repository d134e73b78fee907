"""What do groups, fields and rules of a message become?"""

from __future__ import annotations

from typing import Any

from exporters.xdatenfelder.check import code_of, local_name, namespace_of
from exporters.xdatenfelder.multiplicity import from_anzahl
from exporters.xdatenfelder.read_field import field_values, read_options
from exporters.xdatenfelder.reading import Reading, Xml
from exporters.xdatenfelder.vocabulary import FIELD, KEPT, PURPOSES, STATUS_OF_V2
from model.language import say
from model.records import Field, FieldGroup, Rule

COMMON_TEXTS = frozenset(
    "beschreibung definition bezeichnungAusgabe hilfetextAusgabe versionshinweis statusGesetztAm "
    "statusGesetztDurch veroeffentlichungsdatum letzteAenderung fachlicherErsteller freigabedatum "
    "codeKey nameKey helpKey".split()
)
_COMMON = frozenset(
    "identifikation name bezug freigabestatus status gueltigAb gueltigBis bezeichnungEingabe "
    "schemaelementart hilfetextEingabe regel".split()
)
_IN_FIELD = _COMMON | frozenset(
    "feldart datentyp praezisierung inhalt vorbefuellung werte codelisteReferenz maxSize "
    "mediaType".split()
)
_IN_GROUP = _COMMON | frozenset(("art", "struktur"))
_RULE_TEXTS = frozenset(
    "beschreibung fachlicherErsteller letzteAenderung script skript versionshinweis "
    "freigabedatum veroeffentlichungsdatum bezeichnungAusgabe bezeichnungEingabe gueltigAb "
    "gueltigBis".split()
)
_IN_RULE = frozenset("identifikation name freitextRegel definition bezug typ status".split())


def contained(reading: Reading, structure: Xml) -> Xml:
    """The field or group of a struktur."""
    place = reading.child(structure, "enthaelt")
    inside = [] if place is None else [n for n in place if namespace_of(n) == reading.namespace]
    return inside[0] if inside else structure


def multiplicity(reading: Reading, structure: Xml) -> tuple[int, int | None]:
    """Minimum and maximum; an odd text counts as 1:1 and is noted."""
    text = reading.text(structure, "anzahl")
    times = from_anzahl(text)
    if times is None:
        reading.notes.append(say("fim.read.times", text=text, line=str(structure.sourceline)))
        return 1, 1
    return times


def read_structure(reading: Reading, structure: Xml, parent: str) -> str:
    """One struktur becomes a row of its parent; the id of the new record."""
    node = contained(reading, structure)
    if node is structure:
        return ""
    times = multiplicity(reading, structure)
    if local_name(node) == FIELD:
        record = read_field(reading, node, parent, times)
    else:
        record = read_group(reading, node, parent, times)
    reading.cite(structure, record, at_place=True)
    return record


def read_group(reading: Reading, node: Xml, parent: str, times: tuple[int, int | None]) -> str:
    """A group with everything in it."""
    values = common_values(reading, node, _IN_GROUP)
    record = reading.new_id("group", values["fim_id"])
    reading.places[record] = node
    art = reading.child(node, "art")
    reading.add(
        FieldGroup(
            id=record,
            parent=parent,
            order=reading.next_key(parent),
            minimum=times[0],
            maximum=times[1],
            either=code_of(art) == "X",
            **values,
        )
    )
    read_beside(reading, node, record)
    read_inside(reading, node, record)
    return record


def read_inside(reading: Reading, node: Xml, record: str) -> None:
    for structure in reading.children(node, "struktur"):
        read_structure(reading, structure, record)


def read_beside(reading: Reading, node: Xml, record: str) -> None:
    """Legal bases and rules of an element."""
    reading.cite(node, record)
    for rule in reading.children(node, "regel"):
        _read_rule(reading, rule, record)


def common_values(reading: Reading, node: Xml, understood: frozenset[str]) -> dict[str, Any]:
    """What group and field have in common, as fields of the record."""
    fim_id, version = reading.identity(node)
    label, name = reading.text(node, "bezeichnungEingabe"), reading.text(node, "name")
    label = label or name
    return {
        "fim_id": fim_id,
        "fim_version": version,
        "label": label,
        "name": "" if name == label else name,
        "help": reading.text(node, "hilfetextEingabe"),
        "element_type": code_of(reading.child(node, "schemaelementart")) or "RNG",
        "valid_from": reading.day(node, "gueltigAb"),
        "valid_until": reading.day(node, "gueltigBis"),
        "extras": (*status_extras(reading, node), *reading.extras(node, understood, COMMON_TEXTS)),
    }


def status_extras(reading: Reading, node: Xml) -> tuple[tuple[str, str], ...]:
    """The state of an element; 2.0 told who released it and when under other names."""
    found = code_of(reading.child(node, "freigabestatus"))
    if not reading.old:
        return ((KEPT + "freigabestatus", found),) if found else ()
    state = STATUS_OF_V2.get(code_of(reading.child(node, "status")), "2")
    pairs = [
        ("freigabestatus", state),
        ("statusGesetztAm", reading.text(node, "freigabedatum")),
        ("statusGesetztDurch", reading.text(node, "fachlicherErsteller")),
    ]
    return tuple((KEPT + name, text) for name, text in pairs if text)


def read_field(reading: Reading, node: Xml, parent: str, times: tuple[int, int | None]) -> str:
    """A field with its answers, laws and rules."""
    common = common_values(reading, node, _IN_FIELD)
    own = field_values(reading, node, times)
    extras = (*own.pop("extras"), *common.pop("extras"))
    record = reading.new_id("field", common["fim_id"])
    reading.places[record] = node
    order = reading.next_key(parent)
    reading.add(Field(id=record, parent=parent, order=order, extras=extras, **common, **own))
    read_options(reading, node, record)
    read_beside(reading, node, record)
    return record


def _read_rule(reading: Reading, node: Xml, parent: str) -> None:
    """A regel: free text; 2.0 keeps it in "definition"."""
    fim_id, version = reading.identity(node)
    kind = code_of(reading.child(node, "typ"))
    pairs = [("version", version), ("typ", kind)]
    extras = [(KEPT + name, text) for name, text in pairs if text]
    text = reading.text(node, "definition" if reading.old else "freitextRegel")
    texts = _RULE_TEXTS if reading.old else _RULE_TEXTS | {"definition"}
    record = reading.new_id("rule", fim_id)
    reading.places[record] = node
    reading.add(
        Rule(
            id=record,
            parent=parent,
            order=reading.next_key(f"{parent} rules"),
            name=reading.text(node, "name"),
            purpose=PURPOSES.get(kind, "condition"),  # type: ignore[arg-type]
            description=text,
            fim_id=fim_id,
            extras=(*extras, *reading.extras(node, _IN_RULE, texts)),
        )
    )
    reading.cite(node, record)
