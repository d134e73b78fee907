"""Which answers does a stop type into the form?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.document.queries import Queries
from model.records import ExampleAnswer, ExampleCase, Field, FieldGroup, Stop


def answers_of(view: Queries, stop: Stop) -> dict[str, Any]:
    """Test data as the form takes it: those of the example case, then those of the stop itself."""
    case = view.get(stop.case, ExampleCase)
    return typed(view, (*(case.answers if case is not None else ()), *stop.answers))


def typed(view: Queries, answers: Iterable[ExampleAnswer]) -> dict[str, Any]:
    """Field -> text, truth or code(s); repeatable group -> its entries. Answers to what is gone
    are left out.
    """
    found: dict[str, Any] = {}
    for answer in answers:
        field = view.get(answer.field, Field)
        if field is None:
            continue
        into, group = found, view.get(field.parent, FieldGroup)
        if group is not None and group.repeatable:
            entries: list[dict[str, Any]] = found.setdefault(group.id, [])
            while len(entries) <= answer.repetition:
                entries.append({})
            into = entries[answer.repetition]
        if field.choices == "many":
            into[field.id] = [*into.get(field.id, ()), answer.value]
        else:
            into[field.id] = answer.value == "true" if field.data_type == "bool" else answer.value
    return found
