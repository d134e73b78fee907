"""How is a record called in a finding?"""

from __future__ import annotations

from model.grammar.kinds import kind_title
from model.language import Message
from model.records import Field, FieldGroup, Option, Record
from model.records.names import title


def name_of(record: Record) -> str:
    """The same as its title, without looking for labels where there are none."""
    family = record.family
    if family == "node":
        return record.name  # type: ignore[attr-defined,no-any-return]
    if isinstance(record, Option):
        return record.label
    if family == "row" and isinstance(record, Field | FieldGroup):
        return record.label or record.name
    return title(record)


def called(record: Record) -> str | Message:
    """Its name; without one the word for its kind, spoken when the finding is read."""
    return name_of(record).strip() or kind_title(record)


def called_at(record: Record | None) -> str | Message:
    """The same for a record that may be gone."""
    return called(record) if record is not None else ""
