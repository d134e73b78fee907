"""Finds what is done twice because ways that run at the same time meet without waiting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.proof.shown import WAYS, path_in_words, troubles
from model.checks.reading import Reading
from model.checks.structure.joins import wrong_joins
from model.commands import insert_on_flow, reconnect
from model.document import Transaction
from model.records import Flow, Node, Parallel


def _find(view: Reading) -> Iterator[Found]:
    found = troubles(view, "twice")
    if not found:
        return
    meeting = {
        node.id: tuple(way.id for way in ways)
        for node, _, ways in wrong_joins(view)
        if not isinstance(node, Parallel)
    }
    for trouble in found:
        node = view.the(trouble.at, Node)
        values = {"name": called(node), "path": path_in_words(view, trouble.path)}
        last = meeting.get(node.id, ())
        repairs = (Repair("meet_together", partial(_together, ways=last)),) if last else ()
        yield Found(node.id, values, repairs, path=trouble.path)


def _together(tx: Transaction, ways: tuple[str, ...]) -> None:
    """Before the step in question the ways wait for each other."""
    join = insert_on_flow(tx, "parallel", ways[0])
    for way in ways[1:]:
        reconnect(tx, way, target=join.id)


DONE_TWICE = Check("done_twice", "warning", (Node, Flow), whole=_find, heeds=WAYS)
