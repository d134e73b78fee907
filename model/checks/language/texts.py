"""Which sentences of a record do people read?"""

from __future__ import annotations

from collections.abc import Iterator

from model.records import DescriptionModule, Field, FieldGroup, Option, Record, Rule, Step

_SLOTS: dict[type[Record], tuple[str, ...]] = {
    Field: ("label", "help", "content", "error_text"),
    FieldGroup: ("label", "help"),
    Option: ("label", "help"),
    Rule: ("message",),
    DescriptionModule: ("text",),
    Step: ("name",),
}

WRITTEN: tuple[type[Record], ...] = tuple(_SLOTS)
"""Kinds of records that hold sentences for applicants."""


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Field and text, where there is one; only what applicants read."""
    if isinstance(record, Step) and record.form != "page":
        return
    for slot in _SLOTS.get(type(record), ()):
        text = getattr(record, slot)
        if text:
            yield slot, text
