"""Finds pages that ask more than a person takes in at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import insert_on_flow, move_row
from model.document import Transaction
from model.errors import NotAllowed
from model.language import say
from model.records import Field, FieldGroup, Step

MOST = 12
"""Questions on one page; long pages are left more often than short ones (GOV.UK, form design)."""


def _find(view: Reading, step: Step) -> Iterable[Found]:
    if step.form != "page":
        return ()
    number = _questions(view, step.id)
    if number <= MOST:
        return ()
    repairs = (Repair("split_page", partial(_split, step=step.id)),)
    return (Found(step.id, {"name": called(step), "n": number}, repairs),)


def _questions(view: Reading, holder: str, depth: int = 0) -> int:
    """How many are seen at first; what an answer brings up later is not counted."""
    number = 0
    for row in view.rows(holder):
        if not isinstance(row, Field | FieldGroup) or row.visible is not None:
            continue
        if isinstance(row, Field):
            number += row.field_kind in ("input", "select")
        elif depth < 50:
            number += _questions(view, row.id, depth + 1)
    return number


def _split(tx: Transaction, step: str) -> None:
    """A second page after this one takes the lower half of the rows.

    Raises:
        NotAllowed: there is only one row, or not exactly one way on.
    """
    rows, ways = tx.rows(step), tx.outgoing(step)
    if len(rows) < 2 or len(ways) != 1 or ways[0].condition is not None:
        raise NotAllowed(say("check.too_many_questions.why_not"))
    page = insert_on_flow(tx, "page", ways[0].id, name=f"{called(tx[step])} (2)")
    for row in rows[(len(rows) + 1) // 2 :]:
        move_row(tx, row.id, page.id)


TOO_MANY_QUESTIONS = Check("too_many_questions", "hint", (Step,), record=_find)
