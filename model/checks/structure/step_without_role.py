"""Finds cards that stand in no lane: nobody knows who does it.

Where a model has no lanes at all (many foreign ones) that is one cause and one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.commands import add_role
from model.commands.arrange import nearest_lane
from model.document import Snapshot, Transaction
from model.geometry import LANE_TITLE, Point, united
from model.language import tr
from model.records import Node, Role, ServiceCall, Step, SubProcess

_CARDS = (Step, SubProcess, ServiceCall)
_MARGIN = 24.0


def _find(view: Snapshot) -> Iterator[Found]:
    cards: list[Node] = [card for kind in _CARDS for card in view.of(kind)]
    lost = [c for c in cards if not c.parent and view.get(c.role, Role) is None]
    if len(lost) > 1 and not view.of(Role):
        yield Found(lost[0].id, {"n": len(lost)}, (Repair("add_lane", _add_lane),), "all")
        return
    for card in lost:
        values = {"name": called(card)}
        repair = Repair("nearest_lane", partial(_take_lane, node=card.id))
        yield Found(card.id, values, (repair,))


def _take_lane(tx: Transaction, node: str) -> None:
    """The lane it is drawn in or next to; a first one where there is none."""
    place = tx.placement(node)
    role = nearest_lane(tx, place.box.center if place else Point(0, 0))
    if role is None:
        _add_lane(tx)
    else:
        tx.alter(node, role=role.id)


def _add_lane(tx: Transaction) -> None:
    """One lane around everything; everything belongs to it."""
    nodes = [node for node in tx.of(Node) if not node.parent]
    boxes = [p.box for node in nodes if (p := tx.placement(node.id)) is not None]
    role = add_role(tx, tr("lane.office"), "office")
    lane = tx.placement(role.id)
    if lane is not None and boxes:
        around = united(boxes).grown(_MARGIN)
        tx.replace(
            lane.replaced(
                x=around.x - LANE_TITLE,
                y=around.y,
                width=around.width + LANE_TITLE,
                height=around.height,
            )
        )
    for node in nodes:
        tx.alter(node.id, role=role.id)


STEP_WITHOUT_ROLE = Check(
    "step_without_role", "error", (*_CARDS, Role), whole=_find, heeds=frozenset({"role", "parent"})
)
