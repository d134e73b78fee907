"""Finds questions that rest on no norm: without one the office may not ask (Art.

6 GDPR; FIM rule 1006).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.commands import cite
from model.document import Snapshot
from model.grammar import title
from model.grammar.kinds import kind_title
from model.records import Citation, Field, FieldGroup


def _find(view: Snapshot, field: Field) -> Iterator[Found]:
    if field.field_kind == "label" or _rests_on_law(view, field):
        return
    repairs = [Repair("cite", opens="norms")]
    neighbour = _norm_of_a_neighbour(view, field)
    if neighbour:
        repairs.insert(
            0, Repair("cite_like_neighbour", partial(cite, record=field.id, norm=neighbour))
        )
    yield Found(field.id, {"name": title(field) or str(kind_title(field))}, tuple(repairs))


def _rests_on_law(view: Snapshot, field: Field) -> bool:
    """Its own citation, or one of a group it stands in."""
    record: object = field
    for _ in range(50):
        if not isinstance(record, Field | FieldGroup):
            return False
        if view.children(record.id, Citation):
            return True
        record = view.get(record.parent)
    return False


def _norm_of_a_neighbour(view: Snapshot, field: Field) -> str:
    """The one norm that all cited fields beside it rest on, or ""."""
    found = {n.id for row in view.rows(field.parent) for n in view.norms(row.id)}
    return found.pop() if len(found) == 1 else ""


FIELD_WITHOUT_NORM = Check("field_without_norm", "warning", (Field,), record=_find)
