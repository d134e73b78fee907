"""Finds where a case waits for ways that nobody takes: proved, with a case that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.proof.shown import WAYS, helps, path_in_words, troubles
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Decision, Flow, Node, Parallel


def _find(view: Reading) -> Iterator[Found]:
    for trouble in troubles(view, "stuck"):
        node = view.the(trouble.at, Node)
        values = {"name": called(node), "path": path_in_words(view, trouble.path)}
        repairs: tuple[Repair, ...] = ()
        if isinstance(node, Parallel) and helps(view, _plain(node)):
            repairs = (Repair("meet_plainly", partial(_plainly, node=node.id)),)
        yield Found(node.id, values, repairs, path=trouble.path)


def _plain(node: Node) -> Decision:
    common = {name: getattr(node, name) for name in Node.model_fields if name != "kind"}
    return Decision(**common)


def _plainly(tx: Transaction, node: str) -> None:
    """The ways meet without waiting for each other."""
    tx.replace(_plain(tx.the(node, Parallel)))


WAITS_FOREVER = Check(
    "waits_forever",
    "error",
    (Node, Flow),
    whole=_find,
    heeds=WAYS,
)
