"""Finds ways that go on at the same time and meet without waiting: what follows is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.checks.structure.joins import wrong_joins
from model.commands import insert_on_flow, reconnect
from model.document import Transaction
from model.records import Flow, Node, Parallel


def _find(view: Reading) -> Iterator[Found]:
    if not view.of(Parallel):
        return
    for node, _, ways in wrong_joins(view):
        if not isinstance(node, Parallel):
            last = tuple(way.id for way in ways)
            repair = Repair("meet_together", partial(_together, ways=last))
            yield Found(node.id, {"name": called(node), "n": len(ways)}, (repair,))


def _together(tx: Transaction, ways: tuple[str, ...]) -> None:
    """Before the step in question the ways wait for each other."""
    join = insert_on_flow(tx, "parallel", ways[0])
    for way in ways[1:]:
        reconnect(tx, way, target=join.id)


DONE_TWICE = Check(
    "done_twice",
    "warning",
    (Node, Flow),
    whole=_find,
    heeds=frozenset({"source", "target", "mode", "condition", "attached_to"}),
)
