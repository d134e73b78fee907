"""What did an example citizen type, and into which list does an answer belong?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.document.queries import Queries
from model.records import ExampleAnswer, Field, FieldGroup, Record

_DEEPEST = 50


def typed(view: Queries, answers: Iterable[ExampleAnswer]) -> dict[str, Any]:
    """Answers of a case or a stop as a form takes them: field -> text, truth or code(s);
    repeatable group -> its entries. Answers to what is gone are left out.
    """
    found: dict[str, Any] = {}
    for answer in answers:
        field = view.get(answer.field, Field)
        if field is None:
            continue
        into, group = found, list_of(view, field)
        if group:
            entries: list[dict[str, Any]] = found.setdefault(group, [])
            while len(entries) <= answer.repetition:
                entries.append({})
            into = entries[answer.repetition]
        if field.choices == "many":
            into[field.id] = [*into.get(field.id, ()), answer.value]
        else:
            into[field.id] = answer.value == "true" if field.data_type == "bool" else answer.value
    return found


def list_of(view: Queries, row: Record | None) -> str:
    """The repeatable group a row stands in, through inner groups; "" when there is none."""
    record: Record | None = view.get(getattr(row, "parent", ""))
    for _ in range(_DEEPEST):
        if not isinstance(record, FieldGroup):
            return ""
        if record.repeatable:
            return record.id
        record = view.get(record.parent)
    return ""
