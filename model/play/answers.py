"""What do the answers of a case come to?

Calculated fields count only where they are shown, and inside a repeatable group for each entry by
itself: so a field that a hidden group would calculate never decides a way.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from model.document.queries import Queries
from model.expressions import Answers, evaluate
from model.expressions.filling import is_seen
from model.expressions.typed import value_of
from model.records import ExampleAnswer, Field, FieldGroup, Record

_DEEPEST = 50


def typed(view: Queries, answers: Iterable[ExampleAnswer]) -> dict[str, Any]:
    """Answers of a case as a form takes them: field -> text, truth or code(s); repeatable group ->
    its entries. Answers to what is gone are left out.
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


def read(view: Queries, answers: Mapping[str, Any], today: date) -> Answers:
    """The typed answers as values for conditions, with everything that is calculated."""
    known: dict[str, Any] = {"today": today}
    lists: list[str] = []
    for key, given in answers.items():
        record = view.get(key)
        if isinstance(record, FieldGroup):
            known[key] = [_values(view, entry) for entry in given]
            lists.append(key)
        elif isinstance(record, Field):
            known[key] = value_of(record, given)
    calculated = [field for field in view.of(Field) if field.value is not None]
    if calculated:
        home = {field.id: list_of(view, field) for field in calculated}
        for group in lists:
            for entry in known[group]:
                _calculate(view, [f for f in calculated if home[f.id] == group], entry, known)
        _calculate(view, [f for f in calculated if not home[f.id]], known, known)
    return known


def list_of(view: Queries, row: Record) -> str:
    """The repeatable group a row stands in, through inner groups; "" when there is none."""
    record: Record | None = view.get(getattr(row, "parent", ""))
    for _ in range(_DEEPEST):
        if not isinstance(record, FieldGroup):
            return ""
        if record.repeatable:
            return record.id
        record = view.get(record.parent)
    return ""


def _values(view: Queries, entry: Mapping[str, Any]) -> dict[str, Any]:
    fields = ((view.get(key, Field), given) for key, given in entry.items())
    return {field.id: value_of(field, given) for field, given in fields if field is not None}


def _calculate(
    view: Queries, fields: list[Field], into: dict[str, Any], around: Mapping[str, Any]
) -> None:
    """Twice, for a calculation may rest on one that comes after it."""
    context: Answers = into if into is around else ChainMap(into, dict(around))
    for _ in range(2):
        for field in fields:
            if field.value is not None and is_seen(view, field, context):
                into[field.id] = evaluate(view, field.value, context)
