"""Finds questions that are too long to be read at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.grammar.kinds import title_field
from model.records import Field, FieldGroup, Option, Step

LONGEST = 120


def _find(_view: Reading, record: Field | FieldGroup | Option | Step) -> Iterable[Found]:
    name = name_of(record)
    if len(name) <= LONGEST or (isinstance(record, Field) and record.field_kind == "label"):
        return ()
    shown = name[:40].rstrip() + "…"
    repair = Repair("shorten", opens=title_field(record))
    return (Found(record.id, {"name": shown, "n": len(name)}, (repair,)),)


LONG_LABEL = Check("long_label", "hint", (Field, FieldGroup, Option, Step), record=_find)
