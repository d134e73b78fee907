"""Where does everything stand after tidying up?

From left to right in columns; each node in its lane, lanes as tall as they need; exceptions stay at
the edge of their step; open sub-processes are laid out from the inside; what is pinned stands
still, and the others make way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from model.document.queries import Queries
from model.geometry import Point, Rect, united
from model.graph.backwards import back_to_the_left
from model.graph.bands import LEFT, LOOSE, PAD, Bands, around, bands, stacked
from model.graph.beside import frames, is_beside, notes
from model.graph.level import Level, arranged
from model.graph.settle import settled
from model.graph.sketch import Sketch
from model.records import Node, SubProcess

_INNER, _INNER_TOP = 24.0, 48.0
"""Free space inside an open sub-process; above, its name."""


class Tidied(NamedTuple):
    """Boxes of what was moved; the bends of the ways that lead from one line to the next."""

    boxes: dict[str, Rect]
    courses: dict[str, tuple[Point, ...]]


def tidied(
    view: Queries, ids: Iterable[str] | None = None, words: Mapping[str, float] | None = None
) -> Tidied:
    """New boxes by id, of nodes, lanes, participants, notes and frames; only those that change.

    ``ids``: only these nodes, where they stand together. ``words``: how wide the words on a way
    are, by its id.
    """
    plan = _Plan(view, words or {}, None if ids is None else set(ids))
    plan.make()
    old = {about: view.placement(about) for about in plan.new}
    boxes = {a: box for a, box in plan.new.items() if (p := old[a]) and p.box != box}
    return Tidied(boxes, plan.courses)


@dataclass
class _Plan:
    view: Queries
    words: Mapping[str, float]
    chosen: set[str] | None
    new: dict[str, Rect] = field(default_factory=dict)
    sizes: dict[str, Rect] = field(default_factory=dict)
    """Boxes before; of open sub-processes with the size they will need."""
    inner: dict[str, dict[str, Rect]] = field(default_factory=dict)
    courses: dict[str, tuple[Point, ...]] = field(default_factory=dict)

    def make(self) -> None:
        view = self.view
        self.order = view.ordered(Node)  # by where it is told, never by where it stands
        before = {n.id: p.box for n in self.order if (p := view.placement(n.id)) is not None}
        self.sizes = dict(before)
        self.levels: dict[str, list[Node]] = {}
        self.hung = {n.id: a for n in self.order if (a := getattr(n, "attached_to", ""))}
        for node in self.order:
            inside = node.id in before and self.hung.get(node.id, "") not in before
            if inside and not is_beside(view, node):
                self.levels.setdefault(node.parent, []).append(node)
        self.still = self._standing_still(before)
        if self.chosen is None:
            self._everything(before)
        else:
            self._selection(before)
        self._follow(before)
        cards = {
            n.id: before[n.id] for n in self.order if n.id in before and not is_beside(view, n)
        }
        after = {card: self.new.get(card, box) for card, box in cards.items()}
        self.new |= notes(view, cards, after)
        self.new |= frames(view, cards, after)

    def _standing_still(self, before: Mapping[str, Rect]) -> set[str]:
        """What is pinned, and every sub-process in which something is."""
        still: set[str] = set()
        for node in self.order:
            place = self.view.placement(node.id)
            if place is not None and place.pinned:
                one: Node | None = node
                for _ in range(100):
                    if one is None:
                        break
                    host = self.hung.get(one.id, "")
                    still |= {one.id, host} & before.keys()
                    one = self.view.get(one.parent, Node) if one.parent else None
        return still

    # ------------------------------------------------------------------------- the whole service

    def _everything(self, before: Mapping[str, Rect]) -> None:
        found = bands(self.view)
        for frame in self._open_frames():
            self._lay_inside(frame)
        nodes = self.levels.get("", [])
        band_of = {n.id: found.at(n.role, before[n.id].center) for n in nodes}
        names = found.names
        numbers = {node: names.index(band) for node, band in band_of.items()}
        level, moving = self._level(nodes, numbers)
        fixed = self._fixed(nodes, band_of, before)
        heights = dict(zip(names, [*level.heights, *[0.0] * len(names)], strict=False))
        left = LEFT + min((box.x for box in found.boxes.values()), default=0.0)
        if not found.boxes:
            left = min((box.x for box in before.values()), default=0.0)
        right = max([left + level.width, *(before[n].right for n in self.still if n in band_of)])
        lanes = stacked(found, heights, right, fixed)
        self._put(level, moving, band_of, left, self._tops(lanes, before))
        if fixed:
            self._give_way(moving, band_of, lanes, before)
        self._widen(lanes, [n.id for n in nodes])
        self.new |= lanes | around(found, lanes)
        if not fixed:
            tops = self._tops(lanes, before)
            ends = [
                (nodes[one].id, nodes[other].id, tops[band_of[nodes[one].id]] + floor)
                for one, other, floor in level.over
            ]
            boxes = {n.id: self.new[n.id] for n in nodes}
            self.courses = back_to_the_left(self.view, ends, boxes, lanes, left)

    def _open_frames(self) -> list[str]:
        """Open sub-processes, the innermost first."""
        open_ones = [
            n
            for n in self.order
            if isinstance(n, SubProcess) and n.expanded and n.id in self.levels
        ]
        depth = {n.id: self._depth(n) for n in open_ones}
        return [n.id for n in sorted(open_ones, key=lambda n: (-depth[n.id], n.id))]

    def _depth(self, node: Node) -> int:
        depth = 0
        while node.parent and depth < 100 and (above := self.view.get(node.parent, Node)):
            node, depth = above, depth + 1
        return depth

    def _lay_inside(self, frame: str) -> None:
        """Places relative to the frame, and its size; one that stands still stays as it is."""
        if frame in self.still or frame not in self.sizes:
            return
        nodes = self.levels[frame]
        level, _ = self._level(nodes, dict.fromkeys((n.id for n in nodes), 0))
        self.inner[frame] = {
            n.id: self._box(n.id, level.x[i] + _INNER, level.y[i] + _INNER_TOP)
            for i, n in enumerate(nodes)
        }
        width = max(level.width + 2 * _INNER, 200.0)
        height = max(level.heights[0] + _INNER_TOP + _INNER, 100.0)
        self.sizes[frame] = self.sizes[frame]._replace(width=width, height=height)

    def _level(self, nodes: list[Node], band: Mapping[str, int]) -> tuple[Level, list[str]]:
        """The nodes of one level laid out, and those that may move."""
        sketch = Sketch(self.view, nodes, self.sizes, band, self.hung, self.words)
        level = arranged(sketch.knots, sketch.links)
        return level, [n.id if n.id not in self.still else "" for n in nodes]

    def _box(self, node: str, x: float, y: float) -> Rect:
        return self.sizes[node]._replace(x=x, y=y)

    def _fixed(
        self, nodes: list[Node], band_of: Mapping[str, str], before: Mapping[str, Rect]
    ) -> dict[str, tuple[float, float]]:
        """How far the pinned things of each lane reach."""
        fixed: dict[str, tuple[float, float]] = {}
        for node in nodes:
            if node.id in self.still:
                box, band = before[node.id], band_of[node.id]
                top, bottom = fixed.get(band, (box.y, box.bottom))
                fixed[band] = (min(top, box.y), max(bottom, box.bottom))
        return fixed

    def _tops(self, lanes: Mapping[str, Rect], before: Mapping[str, Rect]) -> dict[str, float]:
        tops = {name: box.y + PAD for name, box in lanes.items()}
        below = max((box.bottom for box in lanes.values()), default=None)
        highest = min((box.y for box in before.values()), default=0.0)
        tops[LOOSE] = highest if below is None else below + PAD
        return tops

    def _put(
        self,
        level: Level,
        moving: list[str],
        band_of: Mapping[str, str],
        left: float,
        tops: Mapping[str, float],
    ) -> None:
        for number, node in enumerate(moving):
            if node:
                y = tops[band_of[node]] + level.y[number]
                self.new[node] = self._box(node, left + level.x[number], y)

    def _give_way(
        self,
        moving: list[str],
        band_of: Mapping[str, str],
        lanes: Mapping[str, Rect],
        before: Mapping[str, Rect],
    ) -> None:
        """Nobody stands on something pinned; a lane that lacks height is filled to the right."""
        going = {node: self.new[node] for node in moving if node}
        limits = {}
        for node in going:
            lane = lanes.get(band_of[node])
            limits[node] = (lane.y + 8, lane.bottom - 8) if lane else (-1e9, 1e9)
        still = [before[node] for node in band_of if node in self.still]
        self.new |= settled(going, still, limits)

    def _widen(self, lanes: dict[str, Rect], nodes: list[str]) -> None:
        """Lanes reach as far as what was moved aside."""
        right = max((self.new[n].right for n in nodes if n in self.new), default=0.0) + PAD
        for name, box in lanes.items():
            lanes[name] = box._replace(width=max(box.width, right - box.x))

    # ----------------------------------------------------------------------------- only a selection

    def _selection(self, before: Mapping[str, Rect]) -> None:
        found = bands(self.view)
        chosen = (self.chosen or set()) - self.still
        for nodes in self.levels.values():
            mine = [n for n in nodes if n.id in chosen]
            if len(mine) > 1:
                self._part(mine, nodes, found, before)

    def _part(
        self, mine: list[Node], all_of_them: list[Node], found: Bands, before: Mapping[str, Rect]
    ) -> None:
        """Laid out anew from their upper left corner, lane by lane."""
        band_of = {n.id: found.at(n.role, before[n.id].center) for n in mine}
        if mine[0].parent:
            band_of = dict.fromkeys(band_of, LOOSE)
        names = [b for b in found.names if b in band_of.values()]
        level, moving = self._level(mine, {n: names.index(b) for n, b in band_of.items()})
        corner = united(before[n.id] for n in mine)
        tops = {b: min(before[n].y for n in band_of if band_of[n] == b) for b in names}
        self._put(level, moving, band_of, corner.x, tops)
        going = {n.id: self.new[n.id] for n in mine}
        still = [before[n.id] for n in all_of_them if n.id not in going]
        limits = {n: (tops[b], self._floor(found, b)) for n, b in band_of.items()}
        self.new |= settled(going, still, limits)

    def _floor(self, found: Bands, band: str) -> float:
        """A lane below which others stand does not grow for a few cards; the last one may."""
        below = [n for n in found.names if n != LOOSE]
        return found.boxes[band].bottom - 8 if band in below[:-1] else 1e9

    # ------------------------------------------------------------------------------ what goes along

    def _follow(self, before: Mapping[str, Rect]) -> None:
        """What stands in a moved frame, and what hangs on a moved step, from the outside in."""
        for node in sorted(self.order, key=self._depth):
            now = self.new.get(node.id)
            if now is None:
                continue
            laid = self.inner.get(node.id)
            for child in self.levels.get(node.id, ()):
                if laid is not None:
                    self.new[child.id] = laid[child.id].moved(now.x, now.y)
                elif child.id in before:
                    old = before[node.id]
                    self.new[child.id] = before[child.id].moved(now.x - old.x, now.y - old.y)
        for event, step in self.hung.items():
            if step in self.new and event in before:
                self.new[event] = _still_hanging(before[event], before[step], self.new[step])


def _still_hanging(event: Rect, before: Rect, now: Rect) -> Rect:
    """At the same edge, as far along it as before."""
    dx = event.x - before.x
    if before.width != now.width and before.width:
        dx = dx / before.width * now.width
    at_top = event.center.y < before.center.y
    y = now.y + event.y - before.y if at_top else now.bottom + event.y - before.bottom
    return event._replace(x=now.x + dx, y=y)
