"""Where does everything of an example stand on the canvas?"""

from __future__ import annotations

from model.geometry import GAP, HEADER, LANE_TITLE, Rect, united
from model.graph import card_rows, card_size
from model.records import Node, Placement, Role
from studio.examples.foundation import Foundation

_LINE = HEADER / 2
"""Ways meet a card at the middle of its title; signs stand centred on that line."""

_MARGIN = 36.0
LEFT = LANE_TITLE + 40.0


class Picture:
    """Puts cards and signs on lines, a line being so far below the upper edge of its lane.

    Lanes are as tall as what stands on their lines, and all equally wide. ``frame`` comes last.
    Nothing is pinned: tidying up a sample shows what it does.
    """

    def __init__(self, bench: Foundation) -> None:
        self.bench = bench
        self.tx = bench.tx
        self._boxes: dict[str, Rect] = {}
        self._bends: dict[str, list[tuple[float, float, str]]] = {}

    def row(self, line: float, x: float, *keys: str, gap: float = GAP) -> float:
        """Cards side by side from x on; the right edge of the last."""
        for key in keys:
            x = self.put(key, x, line) + gap
        return x - gap

    def put(self, key: str, x: float, line: float) -> float:
        """One card or sign with its left edge at x; its right edge."""
        width, height = card_size(self.tx, self.bench[key])
        top = line - _LINE if width > 60 else line - height / 2
        self._boxes[key] = Rect(x, top, width, height)
        return x + width

    def middle(self, key: str, x: float, line: float) -> None:
        """A sign or card whose centre stands at x."""
        width, _ = card_size(self.tx, self.bench[key])
        self.put(key, x - width / 2, line)

    def hang(self, key: str, at: str, along: float) -> None:
        """An exception at the lower edge of a card, so far from its left edge."""
        card = self._boxes[at]
        width, height = card_size(self.tx, self.bench[key])
        self._boxes[key] = Rect(card.x + along - width / 2, card.bottom - height / 2, width, height)

    def box(self, key: str) -> Rect:
        """Where a card stands; its y counts from its lane."""
        return self._boxes[key]

    def answer_line(self, card: str, answer: str) -> float:
        """How far below the lane's upper edge an answer of a card stands."""
        rows = card_rows(self.tx, self.bench[card])
        row = next(row for row in rows if row.id == self.bench[answer])
        return self._boxes[card].y + row.middle

    def bend(self, way: str, *points: tuple[float, float, str]) -> None:
        """The inner points of a way: x, and y below the upper edge of a lane."""
        self._bends[way] = list(points)

    def frame(self, *, right: float = 40.0) -> None:
        """Lanes around everything; then all places are known."""
        tops: dict[str, float] = {}
        y = 0.0
        edge = max(box.right for box in self._boxes.values()) + right
        for role in self.tx.ordered(Role):
            inside = [b for k, b in self._boxes.items() if self._node(k).role == role.id]
            height = united(inside).bottom + _MARGIN
            tops[role.id], place = y, self.tx.placement(role.id)
            if place is not None:
                self.tx.replace(place.replaced(x=0, y=y, width=edge, height=height))
            y += height
        for key, box in self._boxes.items():
            node = self._node(key)
            self._place(node.id, box.moved(0, tops[node.role]))
        for way, points in self._bends.items():
            bends = tuple((x, tops[self.bench[lane]] + line) for x, line, lane in points)
            place = Placement(id=self.tx.new_id("placement"), about=self.bench[way], bends=bends)
            self.tx.add(place)

    def _node(self, key: str) -> Node:
        return self.tx.the(self.bench[key], Node)

    def _place(self, node: str, box: Rect) -> None:
        place = Placement(
            id=self.tx.new_id("placement"),
            about=node,
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
        )
        self.tx.add(place)
