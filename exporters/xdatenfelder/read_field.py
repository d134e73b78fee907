"""What does one datenfeld say?"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from exporters.xdatenfelder.check import code_of
from exporters.xdatenfelder.reading import Reading, Xml
from exporters.xdatenfelder.vocabulary import KEPT, LAYOUT_PATTERNS, PREFILL
from exporters.xmlkit import text_of
from model.language import say
from model.records import LEGAL_FIELD_TYPES, Option

_PREFILL = {word: ours for ours, word in PREFILL.items()}
_LAYOUTS = {pattern: layout for layout, pattern in LAYOUT_PATTERNS.items()}
LONG_TEXT = 255
"""Longer texts are asked in a field of several lines, as form servers do."""


def field_values(reading: Reading, node: Xml, times: tuple[int, int | None]) -> dict[str, Any]:
    """Kind, type, precision, content and multiplicity, as fields of the record; "extras" holds
    what does not fit.
    """
    kind = code_of(reading.child(node, "feldart")) or "input"
    written = code_of(reading.child(node, "datentyp")) or "text"
    data_type = written if written in LEGAL_FIELD_TYPES[kind] else "text"
    extras: list[tuple[str, str]] = []
    if data_type != written:
        extras.append((KEPT + "datentyp", written))
        reading.notes.append(say("fim.read.pair", kind=kind, type=written))
    values = _precision(reading, node, extras)
    values |= _multiplicity(kind, times)
    max_size = reading.text(node, "maxSize")
    return values | {
        "field_kind": kind,
        "data_type": data_type,
        "content": reading.text(node, "inhalt"),
        "prefill": _PREFILL.get(code_of(reading.child(node, "vorbefuellung")), "none"),
        "media_types": tuple(
            text_of(media).strip() for media in reading.children(node, "mediaType")
        ),
        "max_size": int(max_size) if max_size.isdecimal() else None,
        "code_list": _code_list(reading, node),
        "extras": tuple(extras),
    }


def read_options(reading: Reading, node: Xml, field: str) -> None:
    """The inline answers of 3.0.0."""
    values = reading.child(node, "werte")
    for value in reading.children(values, "wert") if values is not None else ():
        code = reading.text(value, "code")
        reading.add(
            Option(
                id=reading.new_id("option", f"{field}_{code}"),
                parent=field,
                order=reading.next_key(field),
                label=reading.text(value, "name"),
                code=code,
                help=reading.text(value, "hilfe"),
            )
        )


def _multiplicity(kind: str, times: tuple[int, int | None]) -> dict[str, Any]:
    """A choice that may be given several times is one question with several answers."""
    minimum, maximum = times
    if kind == "select" and maximum != 1:
        return {"minimum": minimum, "maximum": maximum or 1, "choices": "many"}
    return {"minimum": minimum, "maximum": maximum}


def _precision(reading: Reading, node: Xml, extras: list[tuple[str, str]]) -> dict[str, Any]:
    """Lengths, range and pattern: attributes in 3.0.0, a JSON text in 2.0."""
    place = reading.child(node, "praezisierung")
    if place is None:
        return {}
    given = _from_json(text_of(place), reading, extras) if reading.old else dict(place.attrib)
    values: dict[str, Any] = {}
    for ours, name in (("min_length", "minLength"), ("max_length", "maxLength")):
        text = given.get(name, "").strip()
        if text.isdecimal():
            values[ours] = int(text)
        elif text:
            extras.append((KEPT + name, text))
    for ours, name in (("min_value", "minValue"), ("max_value", "maxValue")):
        text = given.get(name, "").strip()
        number = _number(text)
        if number is not None:
            values[ours] = number
        elif text:
            extras.append((KEPT + name, text))
    pattern = given.get("pattern", "")
    if layout := _LAYOUTS.get(pattern):
        values["layout"] = layout
    else:
        values["pattern"] = pattern
        if values.get("max_length", 0) > LONG_TEXT:
            values["layout"] = "long"
    return values


def _number(text: str) -> Decimal | None:
    """A decimal number in XML's or German writing; no date, no word."""
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _from_json(text: str, reading: Reading, extras: list[tuple[str, str]]) -> dict[str, str]:
    if not text.strip():
        return {}
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        extras.append((KEPT + "praezisierung", text))
        reading.notes.append(say("fim.read.precision"))
        return {}
    known = ("minLength", "maxLength", "minValue", "maxValue", "pattern")
    other = {name: value for name, value in given.items() if name not in known}
    if other:
        extras.append((KEPT + "praezisierung", json.dumps(other, ensure_ascii=False)))
    return {name: str(value) for name, value in given.items() if name in known}


def _code_list(reading: Reading, node: Xml) -> str:
    """The list a field refers to: a URN in 3.0.0, a triple and a C-number in 2.0."""
    place = reading.child(node, "codelisteReferenz")
    if place is None:
        return ""
    triple = reading.child(place, "genericodeIdentification")
    named = triple if triple is not None else place
    urn = reading.text(named, "canonicalIdentification")
    foreign_id, _ = reading.identity(place)
    return reading.code_list(urn, reading.text(named, "version"), foreign_id)
