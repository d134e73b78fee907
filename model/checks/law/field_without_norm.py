"""Finds questions that rest on no norm: without one the office may not ask (Art.

6 GDPR; FIM rule 1006).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import cite
from model.records import Field, FieldGroup


def _find(view: Reading, field: Field) -> Iterator[Found]:
    if field.field_kind == "label" or view.lawless or _rests_on_law(view, field):
        return
    repairs = [Repair("cite", opens="norms")]
    neighbour = _norm_of_a_neighbour(view, field)
    if neighbour:
        repairs.insert(
            0, Repair("cite_like_neighbour", partial(cite, record=field.id, norm=neighbour))
        )
    yield Found(field.id, {"name": called(field)}, tuple(repairs))


def _rests_on_law(view: Reading, field: Field) -> bool:
    """Its own citation, or one of a group it stands in."""
    record: object = field
    for _ in range(50):
        if not isinstance(record, Field | FieldGroup):
            return False
        if view.cited(record.id):
            return True
        record = view.get(record.parent)
    return False


def _norm_of_a_neighbour(view: Reading, field: Field) -> str:
    """The one norm that all cited fields beside it rest on, or ""."""
    found = {n.id for row in view.rows(field.parent) for n in view.norms(row.id)}
    return found.pop() if len(found) == 1 else ""


FIELD_WITHOUT_NORM = Check("field_without_norm", "warning", (Field,), record=_find)
