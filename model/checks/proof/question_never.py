"""Finds questions nobody is ever asked: what they wait for cannot be answered so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.proof.shown import ASKED, ASKING, shown
from model.checks.reading import Reading
from model.checks.structure.condition_decided import is_decided
from model.document import Transaction
from model.records import Field, FieldGroup


def _find(view: Reading) -> Iterator[Found]:
    for one in shown(view, "unasked"):
        row = view[one.at]
        if not isinstance(row, Field | FieldGroup) or row.visible is None:
            continue
        if is_decided(view, row.visible):
            continue  # told by condition_decided
        repairs = (
            Repair("say_condition", opens="visible"),
            Repair("drop_condition", partial(_always, row=row.id)),
        )
        yield Found(row.id, {"name": called(row), "n": one.tried}, repairs)


def _always(tx: Transaction, row: str) -> None:
    tx.alter(row, visible=None)


QUESTION_NEVER = Check("question_never", "warning", ASKING, whole=_find, heeds=ASKED)
