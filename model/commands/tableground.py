"""Where on the canvas do pasted steps stand?

In their lanes, one after the other, right of the step they follow; everything that stood there
makes room, once.
"""

from __future__ import annotations

from model.commands.place import place_node
from model.document.transaction import Transaction
from model.geometry import GAP, LANE_TITLE, Point
from model.grammar import TEMPLATES
from model.graph import reading_order
from model.records import End, Node, Placement, Step, SubProcess


class Ground:
    """Places new nodes after the node ``before`` ("" = at the left)."""

    def __init__(self, tx: Transaction, before: str) -> None:
        self.tx = tx
        place = tx.placement(before)
        self._begin = (place.box.right if place is not None else LANE_TITLE) + GAP
        self._next = self._begin
        self._new: set[str] = set()

    def put(self, template: str, role: str) -> Node:
        """The next node, in the middle of its lane."""
        lane = self.tx.placement(role)
        height = lane.box.center.y if lane is not None else 0.0
        width = TEMPLATES[template].width
        node = place_node(self.tx, template, role, Point(self._next + width / 2, height), name="–")
        self._next += width + GAP
        self._new.add(node.id)
        return node

    def make_room(self) -> None:
        """What reaches right of the new nodes' beginning moves behind their end, with its bends."""
        tx, begin = self.tx, self._begin
        own = {node.id for node in tx.of(Node)} - self._new
        boxes = [p for p in tx.of(Placement) if p.about in own and p.box.right > begin - 1]
        if not self._new or not any(place.x < self._next for place in boxes):
            return
        shift = self._next - min(place.x for place in boxes)
        for place in boxes:
            tx.replace(place.replaced(x=place.x + shift))
        for course in tx.of(Placement):
            if any(x >= begin for x, _ in course.bends):
                bends = tuple((x + shift if x >= begin else x, y) for x, y in course.bends)
                tx.replace(course.replaced(bends=bends))

    def attach(self, node: str, step: str) -> bool:
        """An exception stands at the lower edge of its step; False when there is no such step."""
        tx = self.tx
        place, own = tx.placement(step), tx.placement(node)
        if place is None or own is None or not isinstance(tx.get(step), Step | SubProcess):
            return False
        right, bottom = place.box.right - own.width - 12, place.box.bottom - own.height / 2
        tx.replace(own.replaced(x=right, y=bottom))
        tx.alter(node, attached_to=step, role=getattr(tx[step], "role", ""))
        return True


def not_an_end(tx: Transaction, node: str) -> str:
    """The node itself; of an end what leads to it."""
    if isinstance(tx.get(node), End):
        before = [way.source for way in tx.incoming(node) if way.condition is None]
        return before[0] if before else ""
    return node


def last_on_the_way(tx: Transaction) -> str:
    """Where lines go that are pasted after nothing: after the last step before an end."""
    order = [node for node in reading_order(tx) if not isinstance(tx[node], End)]
    return order[-1] if order else ""
