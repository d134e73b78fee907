"""Finds cards that stand in no lane: nobody knows who does it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.commands.arrange import nearest_lane
from model.document import Snapshot, Transaction
from model.geometry import Point
from model.grammar import title
from model.grammar.kinds import kind_title
from model.records import Node, Role, ServiceCall, Step, SubProcess


def _find(view: Snapshot, node: Node) -> Iterator[Found]:
    if view.get(node.role, Role) is not None or node.parent:
        return
    values = {"name": title(node) or str(kind_title(node))}
    repairs = (Repair("nearest_lane", partial(_take_lane, node=node.id)),) if view.of(Role) else ()
    yield Found(node.id, values, repairs)


def _take_lane(tx: Transaction, node: str) -> None:
    place = tx.placement(node)
    role = nearest_lane(tx, place.box.center if place else Point(0, 0)) or tx.ordered(Role)[0]
    tx.alter(node, role=role.id)


STEP_WITHOUT_ROLE = Check(
    "step_without_role", "error", (Step, SubProcess, ServiceCall), record=_find
)
