"""Finds rules that require an answer to a question the citizen does not see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.proof.shown import ASKED, ASKING, pairs, shown
from model.checks.reading import Reading
from model.document import Transaction
from model.records import AnyOf, Field, FieldGroup, Rule


def _find(view: Reading) -> Iterator[Found]:
    for one in shown(view, "asked_but_hidden"):
        row = view[one.ids[0]]
        repairs = (
            Repair("show_when_required", partial(_show, row=row.id, rule=one.at)),
            Repair("say_condition", opens="visible"),
        )
        yield Found(row.id, {"name": called(row)}, repairs, answers=pairs(one.answers))


def _show(tx: Transaction, row: str, rule: str) -> None:
    """The question is seen as before, and where its answer is required."""
    record, needed = tx[row], tx.the(rule, Rule).expression
    seen = record.visible if isinstance(record, Field | FieldGroup) else None
    if seen is not None and needed is not None:
        tx.alter(row, visible=AnyOf(parts=(seen, needed)))


REQUIRED_HIDDEN = Check("required_hidden", "warning", ASKING, whole=_find, heeds=ASKED)
