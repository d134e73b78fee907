"""Finds two ways of a decision that hold for the same answers: only the first is ever taken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.proof.shown import ASKED, ASKING, pairs, same_question, shown
from model.checks.reading import Reading
from model.commands import set_condition
from model.document import Transaction
from model.records import AllOf, Flow, Node, Not


def _find(view: Reading) -> Iterator[Found]:
    for one in shown(view, "overlap"):
        first, second = (view.the(way, Flow) for way in one.ids)
        if first.condition == second.condition:
            continue  # told by same_condition
        if not same_question(view, first.condition, second.condition):
            continue
        values = {
            "name": called(view.the(one.at, Node)),
            "first": called_at(view.get(first.target)),
            "second": called_at(view.get(second.target)),
        }
        repairs = (
            Repair("exclude_earlier", partial(_exclude, later=second.id, earlier=first.id)),
            Repair("say_condition", opens="condition"),
        )
        yield Found(second.id, values, repairs, answers=pairs(one.answers))


def _exclude(tx: Transaction, later: str, earlier: str) -> None:
    """The later way says as well that the earlier does not hold: what happens stays."""
    first, second = tx.the(earlier, Flow).condition, tx.the(later, Flow).condition
    if first is not None and second is not None:
        set_condition(tx, later, AllOf(parts=(second, Not(part=first))))


WAYS_OVERLAP = Check("ways_overlap", "hint", ASKING, whole=_find, heeds=ASKED)
