"""Where do notes and frames go when the cards they belong to were moved?"""

from __future__ import annotations

from collections.abc import Mapping

from model.document.queries import Queries
from model.geometry import Rect, united
from model.graph.settle import Ground
from model.records import Annotation, DataFlow, DataObject, ForeignNode, Frame, Node, Record

Boxes = Mapping[str, Rect]


def is_beside(view: Queries, node: Node) -> bool:
    """A drawn thing of a foreign file on no way: it follows a neighbour."""
    return isinstance(node, ForeignNode) and not (view.outgoing(node.id) or view.incoming(node.id))


def notes(view: Queries, before: Boxes, after: Boxes) -> dict[str, Rect]:
    """Notes keep their distance to what they are about, else to the nearest card.

    ``before`` and ``after``: the boxes of all cards.
    """
    ground, ground_before = Ground(after.values()), Ground(before.values())
    new: dict[str, Rect] = {}
    things: list[Record] = [*view.of(Annotation), *view.of(DataObject)]
    things += [node for node in view.of(ForeignNode) if is_beside(view, node)]
    worker = _workers(view)
    for thing in things:
        place = view.placement(thing.id)
        if place is None or not before:
            continue
        box = place.box
        if not place.pinned:
            anchor = str(getattr(thing, "about", "")) or worker.get(thing.id, "")
            anchor = anchor if anchor in before else _nearest(box, before)
            old, now = before[anchor], after[anchor]
            box = box.moved(now.x - old.x, now.y - old.y)
            if ground.covered(box) and not ground_before.covered(place.box):
                box = ground.free_place(box, box.y - 400, box.bottom + 400)
        if box != place.box:
            new[thing.id] = box
        ground.take(box)
    return new


def _workers(view: Queries) -> dict[str, str]:
    """Data object -> the first card that reads or writes it."""
    found: dict[str, str] = {}
    for way in view.ordered(DataFlow):
        ends = way.source, way.target
        for thing, card in (ends, ends[::-1]):
            if isinstance(view.get(thing), DataObject):
                found.setdefault(thing, card)
    return found


def _nearest(box: Rect, cards: Boxes) -> str:
    middle = box.center

    def away(card: str) -> tuple[float, str]:
        there = cards[card].center
        return abs(there.x - middle.x) + abs(there.y - middle.y), card

    return min(cards, key=away)


def frames(view: Queries, before: Boxes, after: Boxes) -> dict[str, Rect]:
    """Frames lie around what they held, as far from it as before."""
    new: dict[str, Rect] = {}
    for frame in view.of(Frame):
        place = view.placement(frame.id)
        if place is None or place.pinned:
            continue
        box = place.box
        held = [card for card, old in before.items() if _holds(box, old)]
        if not held:
            continue
        old, now = united(before[c] for c in held), united(after.get(c, before[c]) for c in held)
        if old != now:
            new[frame.id] = Rect(
                now.x + box.x - old.x,
                now.y + box.y - old.y,
                now.width + box.width - old.width,
                now.height + box.height - old.height,
            )
    return new


def _holds(frame: Rect, box: Rect) -> bool:
    return frame.contains(box.center)
