"""Which key has a field or group, and what may be answered?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Any, Final

from exporters.forms.patterns import pattern_of, works_in_browsers
from exporters.report import ExportReport
from exporters.xdatenfelder.codelists import codes
from exporters.xdatenfelder.identity import element_ids, three_part
from exporters.xdatenfelder.parts import Part
from exporters.xdatenfelder.vocabulary import KEPT, NUMERIC, TEXTUAL
from model.document import Snapshot
from model.grammar import title
from model.language import Message, say
from model.records import CodeList, Field, FieldGroup, Option, Record

Json = dict[str, Any]

_FORMATS: Final = {"date": "date", "time": "time", "datetime": "date-time"}
_TYPES: Final = {"bool": "boolean", "num": "number", "num_currency": "number", "num_int": "integer"}


class Keys:
    """The FIM id and version of everything in one schema, as it is written in XDatenfelder, too."""

    def __init__(self, view: Snapshot, parts: tuple[Part, ...]) -> None:
        service = view.service
        walked = [inner.record for inner in chain.from_iterable(part.walk() for part in parts)]
        fields = {r.id: r.fim_id for r in walked if isinstance(r, Field)}
        others = {
            r.id: getattr(r, "fim_id", "") or r.extra(KEPT + "id")
            for r in walked
            if not isinstance(r, Field)
        }
        own = {service.id: service.extra(KEPT + "id")}
        self._version = three_part(service.version) or ("1.0.0" if service.version else "")
        self._ids: dict[str, str] = {}
        for letter, brought in (("S", own), ("F", fields), ("G", others)):
            self._ids |= element_ids(letter, brought, service.number_range)
        self.schema = self.of(service)

    def of(self, record: Record) -> str:
        """ "F98000123456V1.0.0"; without a version the id alone."""
        version = three_part(getattr(record, "fim_version", "")) or self._version
        return self._ids[record.id] + (f"V{version}" if version else "")


def field_schema(view: Snapshot, asked: Field, report: ExportReport) -> Json:
    """What a single answer to a field may be."""
    found: Json = {"title": asked.name or asked.label}
    if asked.help:
        found["description"] = asked.help
    if asked.field_kind == "select":
        return found | _choice(view, asked, report)
    found["type"] = _TYPES.get(asked.data_type, "string")
    if asked.data_type in TEXTUAL:
        _text(asked, found, report)
    elif asked.data_type in NUMERIC:
        _range(asked, found)
    elif asked.data_type in _FORMATS:
        found["format"] = _FORMATS[asked.data_type]
    return found


def _text(asked: Field, found: Json, report: ExportReport) -> None:
    if asked.min_length is not None and asked.min_length > 0:
        found["minLength"] = asked.min_length
    if asked.max_length is not None and asked.max_length > 0:
        found["maxLength"] = asked.max_length
    if asked.layout == "email":
        found["format"] = "email"
    pattern = pattern_of(asked)
    if pattern and not works_in_browsers(pattern):
        report.lost(asked.id, say("jsonschema.lost.pattern", name=title(asked)))
    elif pattern:
        found["pattern"] = pattern


def _range(asked: Field, found: Json) -> None:
    for key, value in (("minimum", asked.min_value), ("maximum", asked.max_value)):
        if value is not None:
            found[key] = _number(value)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _choice(view: Snapshot, asked: Field, report: ExportReport) -> Json:
    """One of the codes; the list's own address where its entries are not at hand."""
    options = view.children(asked.id, Option)
    code_list = view.get(asked.code_list, CodeList)
    if not options and code_list is not None:
        options = view.children(code_list.id, Option)
    if options:
        return {"type": "string", "enum": codes(options)}
    report.hint(asked.id, say("jsonschema.no_entries", name=title(asked)))
    found: Json = {"type": "string"}
    if code_list is not None and code_list.urn:
        found["$comment"] = code_list.urn
    return found


def unsaid_of(record: Record, *, sure: bool) -> Iterator[Message]:
    """What JSON Schema cannot say of a field, group or page."""
    name = title(record)
    if not sure:
        yield say("jsonschema.lost.condition", name=name)
    if isinstance(record, FieldGroup) or not isinstance(record, Field):
        return
    if record.value is not None:
        yield say("jsonschema.lost.value", name=name)
    if record.data_type == "file" and (record.max_size or record.media_types):
        yield say("jsonschema.lost.file", name=name)
    if any(record.extra(KEPT + word) for word in ("minValue", "maxValue")):
        yield say("jsonschema.lost.range", name=name)
