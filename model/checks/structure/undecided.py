"""Finds decisions that cannot be made: a way without condition beside others, or no way "sonst"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.commands import make_default
from model.document import Snapshot
from model.records import Decision, Flow, Node, Step


def _find(view: Snapshot, node: Node) -> Iterator[Found]:
    flows = view.outgoing(node.id)
    if len(flows) < 2 or (
        isinstance(node, Decision) and node.mode not in ("exclusive", "inclusive")
    ):
        return
    open_ways = [f for f in flows if f.condition is None and not f.default and not _foreign(f)]
    chooses = isinstance(node, Decision) or any(f.condition is not None for f in flows)
    if not chooses:
        return
    values = {"name": called(node)}
    if not any(f.default for f in flows):
        candidate = open_ways[-1] if open_ways else flows[-1]
        yield Found(
            node.id, values, (Repair("make_default", partial(make_default, flow=candidate.id)),)
        )
    elif open_ways:
        way = open_ways[0]
        values["target"] = called_at(view.get(way.target))
        yield Found(way.id, values, (Repair("say_condition", opens="condition"),), "way")


def _foreign(flow: Flow) -> bool:
    """An imported condition is kept as text; it is one."""
    return any("condition" in name.lower() for name, _ in flow.extras)


UNDECIDED = Check("undecided", "error", (Decision, Step), record=_find)
