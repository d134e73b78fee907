"""Align cards with each other, and set them at equal distances.

Lanes are kept: at their upper, middle or lower edge only cards of the same lane are aligned with
each other, so nobody changes lanes by it. Two cards never come to stand on each other: the one that
finds its place taken goes on to the right (or down, where cards stand below each other).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Literal

from model.commands.arrange import move
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.geometry import Rect, united
from model.language import say
from model.records import Node

Edge = Literal["left", "center", "right", "top", "middle", "bottom"]
Axis = Literal["horizontal", "vertical"]
AIR = 16.0
_TRIES = 60

_LINES: dict[Edge, Callable[[Rect, Rect], tuple[float, float]]] = {
    "left": lambda box, all_of: (all_of.x, box.y),
    "center": lambda box, all_of: (all_of.center.x - box.width / 2, box.y),
    "right": lambda box, all_of: (all_of.right - box.width, box.y),
    "top": lambda box, all_of: (box.x, all_of.y),
    "middle": lambda box, all_of: (box.x, all_of.center.y - box.height / 2),
    "bottom": lambda box, all_of: (box.x, all_of.bottom - box.height),
}


def align(tx: Transaction, ids: Iterable[str], edge: Edge) -> None:
    """Bring the chosen nodes to one line.

    Raises:
        NotAllowed: fewer than two are chosen (in one lane, for a level line).
    """
    boxes = _chosen(tx, ids)
    upright = edge in ("left", "center", "right")
    groups = [boxes] if upright else _by_lane(tx, boxes)
    groups = [group for group in groups if len(group) > 1]
    if not groups:
        raise _refused("align", tx, boxes, upright=upright)
    taken = _others(tx, set(boxes))
    for group in groups:
        all_of = united(group.values())
        for node, box in sorted(group.items(), key=lambda e: _rank(*e, upright=upright)):
            x, y = _LINES[edge](box, all_of)
            wish = box._replace(x=x, y=y)
            _go(tx, node, box, _free(wish, taken, down=upright), taken)


def distribute(tx: Transaction, ids: Iterable[str], axis: Axis) -> None:
    """Equal gaps between the chosen nodes; the first and the last stay, if there is room.

    Raises:
        NotAllowed: fewer than three are chosen (in one lane, below each other), or another card
            stands in the way.
    """
    boxes = _chosen(tx, ids)
    level = axis == "horizontal"
    groups = [group for group in ([boxes] if level else _by_lane(tx, boxes)) if len(group) > 2]
    if not groups:
        raise _refused("distribute", tx, boxes, upright=level)
    taken = _others(tx, set(boxes))
    for group in groups:
        places = _even(group, taken, level=level)
        if places is None:
            raise NotAllowed(say("arrange.no_room"), todo=say("arrange.no_room.todo"))
        for node, place in places.items():
            _go(tx, node, group[node], place, taken)


def _rank(node: str, box: Rect, *, upright: bool) -> tuple[float, str]:
    return (box.y if upright else box.x), node


def _even(group: dict[str, Rect], taken: list[Rect], *, level: bool) -> dict[str, Rect] | None:
    """Equal gaps, as large as between first and last, else larger until nobody is stood on."""
    order = sorted(group, key=lambda n: (group[n].x if level else group[n].y, n))
    sizes = [group[n].width if level else group[n].height for n in order]
    first, last = group[order[0]], group[order[-1]]
    whole = last.right - first.x if level else last.bottom - first.y
    gap = max(AIR, (whole - sum(sizes)) / (len(order) - 1))
    for number in range(_TRIES):
        places, at = {}, first.x if level else first.y
        for node, size in zip(order, sizes, strict=True):
            places[node] = group[node]._replace(**{"x" if level else "y": at})
            at += size + gap + number * AIR
        if not any(place.intersects(other) for place in places.values() for other in taken):
            return places
    return None


def _chosen(view: Queries, ids: Iterable[str]) -> dict[str, Rect]:
    """The boxes of the chosen nodes; what hangs at a step or stands in one chosen goes with it."""
    chosen = {i for i in ids if view.get(i, Node) is not None}
    nodes = [view.the(i, Node) for i in sorted(chosen)]
    free = [n for n in nodes if not getattr(n, "attached_to", "") and not _within(view, n, chosen)]
    return {n.id: p.box for n in free if (p := view.placement(n.id)) is not None}


def _within(view: Queries, node: Node, chosen: set[str]) -> bool:
    for _ in range(100):
        if node.parent in chosen:
            return True
        above = view.get(node.parent, Node)
        if above is None:
            return False
        node = above
    return False


def _by_lane(view: Queries, boxes: dict[str, Rect]) -> list[dict[str, Rect]]:
    lanes: dict[str, dict[str, Rect]] = defaultdict(dict)
    for node, box in boxes.items():
        lanes[view.the(node, Node).role][node] = box
    return [lanes[lane] for lane in sorted(lanes)]


def _others(view: Queries, chosen: set[str]) -> list[Rect]:
    """What stands around: nodes of the same levels that are not chosen."""
    levels = {view.the(node, Node).parent for node in chosen}
    others = [
        n
        for n in view.of(Node)
        if n.id not in chosen and n.parent in levels and not getattr(n, "attached_to", "")
    ]
    return [p.box for n in others if (p := view.placement(n.id)) is not None]


def _free(wish: Rect, taken: list[Rect], *, down: bool) -> Rect:
    """The wished place, else the next one below (or right of) what stands there."""
    for _ in range(len(taken) + 1):
        hit = [box for box in taken if box.intersects(wish)]
        if not hit:
            break
        if down:
            wish = wish._replace(y=max(box.bottom for box in hit) + AIR)
        else:
            wish = wish._replace(x=max(box.right for box in hit) + AIR)
    return wish


def _go(tx: Transaction, node: str, box: Rect, place: Rect, taken: list[Rect]) -> None:
    """Move a node with all that hangs on it, but not into another lane."""
    if (place.x, place.y) != (box.x, box.y):
        move(tx, [node], place.x - box.x, place.y - box.y, keep_lanes=True)
    taken.append(place)


def _refused(verb: str, view: Queries, boxes: dict[str, Rect], *, upright: bool) -> NotAllowed:
    several = len(boxes) > (1 if verb == "align" else 2)
    lanes = not upright and several and len({view.the(n, Node).role for n in boxes}) > 1
    key = f"arrange.{verb}.lanes" if lanes else f"arrange.{verb}.few"
    return NotAllowed(say(key), todo=say(f"{key}.todo"))
