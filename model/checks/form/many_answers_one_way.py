"""Finds ways by the answers to a question that allows several: only the first is taken."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Chosen, Decision, Field, Step


def _find(view: Reading, node: Step | Decision) -> Iterable[Found]:
    ways = view.outgoing(node.id)
    if len(ways) < 2 or (isinstance(node, Decision) and node.mode != "exclusive"):
        return ()
    chosen = {w.condition.field for w in ways if isinstance(w.condition, Chosen)}
    fields = (view.get(i, Field) for i in sorted(chosen))
    several = [f for f in fields if f is not None and f.choices == "many"]
    if not several:
        return ()
    one = Repair("one_answer", partial(_one_answer, fields=tuple(f.id for f in several)))
    values = {"name": called(node), "question": called(several[0])}
    return (Found(node.id, values, (one,)),)


def _one_answer(tx: Transaction, fields: tuple[str, ...]) -> None:
    for field in fields:
        tx.alter(field, choices="one")


MANY_ANSWERS_ONE_WAY = Check("many_answers_one_way", "warning", (Step, Decision), record=_find)
