"""Finds ways that part by a decision and meet at "Gleichzeitig": it waits for ways nobody takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.checks.structure.joins import wrong_joins
from model.document import Transaction
from model.records import Decision, Flow, Node, Parallel


def _find(view: Reading) -> Iterator[Found]:
    if not view.of(Parallel):
        return
    for node, source, _ in wrong_joins(view):
        if isinstance(node, Parallel):
            values = {"name": called(source)}
            yield Found(node.id, values, (Repair("meet_plainly", partial(_plainly, node=node.id)),))


def _plainly(tx: Transaction, node: str) -> None:
    """The ways meet without waiting for each other."""
    parallel = tx.the(node, Parallel)
    common = {name: getattr(parallel, name) for name in Node.model_fields if name != "kind"}
    tx.replace(Decision(**common))


WAITS_FOREVER = Check(
    "waits_forever",
    "error",
    (Node, Flow),
    whole=_find,
    heeds=frozenset({"source", "target", "mode", "condition", "attached_to"}),
)
