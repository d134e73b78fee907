"""Finds a service that cannot begin: no start. Every way through it hangs in the air."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.commands import connect_steps, place_node
from model.document import Snapshot, Transaction
from model.geometry import GAP, LANE_TITLE, Point
from model.grammar import may_connect
from model.graph import reading_order
from model.records import ForeignNode, Node, Role, Start


def _find(view: Snapshot) -> Iterator[Found]:
    if any(not start.parent for start in view.of(Start)) or _foreign_start(view):
        return
    roles = view.ordered(Role)
    repairs = (Repair("add_start", _add_start),) if roles else ()
    yield Found(view.service.id, {}, repairs)


def _foreign_start(view: Snapshot) -> bool:
    return any("start" in node.tag.lower() for node in view.of(ForeignNode))


def _add_start(tx: Transaction) -> None:
    """A start in the applicant's lane, before the first card."""
    roles = tx.ordered(Role)
    role = next((role for role in roles if role.side == "applicant"), roles[0])
    order = [i for i in reading_order(tx) if not tx.the(i, Node).parent]
    first = next((i for i in order if not tx.incoming(i)), order[0] if order else "")
    place, lane = tx.placement(first), tx.placement(role.id)
    y = place.box.center.y if place else lane.y + 64 if lane else 64.0
    x = place.x - GAP if place else LANE_TITLE + 44
    start = place_node(tx, "start", role.id, Point(x, y))
    if first and may_connect(tx, start.id, first).allowed:
        connect_steps(tx, start.id, first)


NO_START = Check(
    "no_start", "error", (Start, Role, ForeignNode), whole=_find, heeds=frozenset({"parent", "tag"})
)
