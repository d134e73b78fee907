"""Who makes way for a newcomer, and how far?

Among few, everything beyond goes along: columns stay columns. Among many only what would be stood
on, and what that would stand on or overtake on its ways: each as far as needed, wide gaps give in.
"""

from __future__ import annotations

from collections.abc import Container
from heapq import heappop, heappush

from model.commands.arrange import with_what_hangs_on
from model.commands.beyond import MARGIN, push
from model.document.transaction import Transaction
from model.geometry import GAP, Rect
from model.records import Annotation, Flow, Frame, Node, Placement, Pool, Role, SubProcess

FEW = 150
"""Up to so many nodes a service keeps its columns when something is put in."""
LEAST = 40.0
"""Among many, a gap may become so narrow."""
_SPOKEN = 140.0
"""A gap whose way bears words is never made narrower than this."""
_AIR = 8.0
INSET = 24.0
"""Free space between an open sub-process and what stands in it."""


def make_room(tx: Transaction, newcomer: str, leave: set[str]) -> None:
    """Push aside what the newcomer would stand on, and what that would stand on in turn.

    It may itself go to the left, to where the first thing it would stand on begins. Nothing passes
    anything else, and what stands in a sub-process stays in it.
    """
    place = tx.placement(newcomer)
    hits = stood_on(tx, newcomer, leave)
    if place is None or not hits:
        return
    edge = min(hit.x for hit in hits)
    while edge < place.x:
        place = tx.replace(place.replaced(x=edge))
        edge = min([edge, *(hit.x for hit in stood_on(tx, newcomer, leave))])
    stay = frozenset({newcomer, *leave})
    if _few(tx):
        push(tx, "x", edge, place.width + GAP, stay=stay)
        return
    way = _Cascade(tx, tx.the(newcomer, Node).parent, stay)
    way.begin(place.box)
    way.go()


def stood_on(tx: Transaction, newcomer: str, leave: Container[str] = ()) -> list[Placement]:
    """Nodes of the same level that a node stands on or comes too near to."""
    place = tx.placement(newcomer)
    return taken(tx, newcomer, place.box, leave) if place is not None else []


def taken(tx: Transaction, newcomer: str, box: Rect, leave: Container[str] = ()) -> list[Placement]:
    """What a node would stand on, or come too near to, in a box."""
    parent = tx.the(newcomer, Node).parent
    return [
        other
        for other in tx.placed_near(box.grown(_AIR))
        if other.about not in leave
        and other.about != newcomer
        and (node := tx.get(other.about, Node)) is not None
        and node.parent == parent
        and getattr(node, "attached_to", "") != newcomer
    ]


def widen_around(tx: Transaction, node: Node) -> None:
    """An open sub-process grows to hold a newcomer; what stands right of it makes way."""
    place, frame = tx.placement(node.id), tx.placement(node.parent)
    if place is None or frame is None or not node.parent:
        return
    missing = place.box.right + INSET - frame.box.right
    if missing > 0 and _few(tx):
        push(tx, "x", frame.box.right, missing, stay=frozenset({node.id}))
    elif missing > 0:
        _grow(tx, node.parent, place.box.right)


def _few(tx: Transaction) -> bool:
    return len(tx.of(Node)) <= FEW


def _grow(tx: Transaction, parent: str, right: float) -> None:
    """The sub-process reaches beyond ``right``; what it would stand on then makes way."""
    frame, node = tx.placement(parent), tx.get(parent, SubProcess)
    if frame is None or node is None or not node.expanded or frame.box.right >= right + INSET:
        return
    wider = tx.replace(frame.replaced(width=right + INSET - frame.x))
    way = _Cascade(tx, node.parent, frozenset({parent}))
    way.lead(parent, frame.box, wider.box)
    way.go()


class _Cascade:
    """Things of one level that push each other to the right, the leftmost first.

    Who pushes stands left of who is pushed, so it comes to an end, and each moves once.
    """

    def __init__(self, tx: Transaction, parent: str, stay: frozenset[str]) -> None:
        self._tx, self._parent, self._stay = tx, parent, stay
        self._to: dict[str, float] = {}
        self._waiting: list[tuple[float, str]] = []
        self._far = 0.0

    def begin(self, newcomer: Rect) -> None:
        """What stands under or close behind a newcomer goes on by a whole gap."""
        self._far = newcomer.right
        reach = newcomer._replace(width=newcomer.width + LEAST)
        for thing, box in self._things(reach, (newcomer.x, "")):
            self._ask(thing, box, newcomer.right + GAP)

    def lead(self, thing: str, old: Rect, new: Rect) -> None:
        """What stands behind something that moved or grew, or follows it, keeps its distance."""
        self._far = max(self._far, new.right)
        after = (old.x, thing)
        reach = Rect(old.x, old.y, new.right + LEAST - old.x, old.height)
        for other, box in self._things(reach, after):
            self._ask(other, box, new.right + min(LEAST, box.x - old.right))
        for flow in self._ways_on(thing):
            goal = self._leader(flow.target)
            place = self._tx.placement(goal)
            if place is None or place.x < old.right or (place.x, goal) <= after:
                continue
            if goal not in self._stay and self._is_here(goal):
                least = _SPOKEN if flow.name or flow.condition is not None else LEAST
                self._ask(goal, place.box, new.right + min(least, place.x - old.right))

    def go(self) -> None:
        """Move all that must, with what hangs on it; lanes and frames reach as far."""
        tx, before = self._tx, {}
        while self._waiting:
            _, thing = heappop(self._waiting)
            place = tx.placement(thing)
            if place is not None and thing not in before:
                before[thing] = place.box
                self.lead(thing, place.box, place.box._replace(x=self._to[thing]))
        by = {thing: self._to[thing] - box.x for thing, box in before.items()}
        moved = self._moved(by)
        self._bend(moved)
        self._hold(before, by)
        if self._parent:
            _grow(tx, self._parent, self._far)

    def _ask(self, thing: str, box: Rect, x: float) -> None:
        if x > self._to.get(thing, box.x):
            self._to[thing] = x
            heappush(self._waiting, (box.x, thing))

    def _things(self, area: Rect, after: tuple[float, str]) -> list[tuple[str, Rect]]:
        """What stands in an area of this level and begins after another."""
        found = {}
        for place in self._tx.placed_near(area.grown(_AIR)):
            thing = self._leader(place.about)
            leading = self._tx.placement(thing)
            if leading is None or thing in self._stay or not self._is_here(thing):
                continue
            if (leading.x, thing) > after:
                found[thing] = leading.box
        return list(found.items())

    def _leader(self, thing: str) -> str:
        """An exception goes where its step goes."""
        host: str = getattr(self._tx.get(thing), "attached_to", "")
        return host if host and host in self._tx else thing

    def _is_here(self, thing: str) -> bool:
        record = self._tx.get(thing)
        free_note = isinstance(record, Annotation) and not record.about
        return (free_note or isinstance(record, Node)) and record.parent == self._parent  # type: ignore[union-attr]

    def _ways_on(self, thing: str) -> list[Flow]:
        hanging = [n.id for n in self._tx.referring(thing, Node) if self._leader(n.id) == thing]
        return [flow for one in (thing, *hanging) for flow in self._tx.outgoing(one)]

    def _moved(self, by: dict[str, float]) -> dict[str, tuple[float, float]]:
        """Where each thing was and how far it went, with what hangs on it and notes about it."""
        tx, moved = self._tx, {}
        for thing, distance in by.items():
            family = list(with_what_hangs_on(tx, [thing]))
            notes = [n.id for one in family for n in tx.referring(one, Annotation)]
            for one in dict.fromkeys([*family, *notes]):
                place = tx.placement(one)
                if place is not None and one not in moved:
                    moved[one] = (place.x, distance)
                    tx.replace(place.replaced(x=place.x + distance))
        return moved

    def _bend(self, moved: dict[str, tuple[float, float]]) -> None:
        """Bends by hand go along with the end of the way behind which they lie."""
        tx, still = self._tx, (1e9, 0.0)
        for flow in dict.fromkeys(f for one in moved for f in tx.referring(one, Flow)):
            course = tx.placement(flow.id)
            if course is None or not course.bends:
                continue
            ends = (moved.get(flow.source, still), moved.get(flow.target, still))
            both = min(by for _, by in ends)
            bends = tuple(
                (x + max([both, *(by for start, by in ends if x >= start)]), y)
                for x, y in course.bends
            )
            tx.replace(course.replaced(bends=bends))

    def _hold(self, before: dict[str, Rect], by: dict[str, float]) -> None:
        """Frames still surround what they surrounded; lanes are long enough."""
        tx = self._tx
        for frame in tx.of(Frame):
            place = tx.placement(frame.id)
            if place is None:
                continue
            inside = [box.right + by[t] for t, box in before.items() if _surrounds(place.box, box)]
            right = max(inside, default=0.0) + MARGIN
            if right > place.box.right:
                tx.replace(place.replaced(width=right - place.x))
        for lane in [*tx.of(Role), *tx.of(Pool)]:
            place = tx.placement(lane.id)
            if place is not None and place.box.right < self._far + MARGIN:
                tx.replace(place.replaced(width=self._far + MARGIN - place.x))


def _surrounds(frame: Rect, box: Rect) -> bool:
    return (
        frame.x <= box.x
        and box.right <= frame.right
        and frame.y <= box.y
        and box.bottom <= frame.bottom
    )
