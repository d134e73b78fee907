"""Finds circles without a way out: a case that gets in never ends."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found
from model.checks.naming import called
from model.checks.proof.shown import WAYS, path_in_words, troubles
from model.checks.reading import Reading
from model.records import Flow, Node, Start


def _find(view: Reading) -> Iterator[Found]:
    if not any(not start.parent for start in view.of(Start)):
        return
    for trouble in troubles(view, "endless"):
        node = view.the(trouble.at, Node)
        values = {"name": called(node), "path": path_in_words(view, trouble.path)}
        yield Found(node.id, values, path=trouble.path)


ENDLESS_CIRCLE = Check("endless_circle", "error", (Node, Flow), whole=_find, heeds=WAYS)
