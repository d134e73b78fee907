"""Which lanes are there from top to bottom, and how tall does the tidy-up make them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from model.document.queries import Queries
from model.geometry import LANE_TITLE, Point, Rect, united
from model.records import Pool, Role

PAD = 36.0
"""Free height between a lane's edge and what stands in it."""
LEFT = LANE_TITLE + 40.0
RIGHT = 40.0
_LEAST_HEIGHT = 140.0
_LEAST_WIDTH = 1200.0
LOOSE = ""
"""The band of what stands in no lane."""


@dataclass
class Bands:
    """Lanes that hold cards themselves, from top to bottom, as they are drawn before."""

    boxes: dict[str, Rect] = field(default_factory=dict)
    around: dict[str, Rect] = field(default_factory=dict)
    """Participants and lanes that hold lanes; they are drawn around those."""
    owner: dict[str, str] = field(default_factory=dict)
    """Lane -> participant."""

    @property
    def names(self) -> list[str]:
        """The lanes from top to bottom; last, what stands in none."""
        return [*sorted(self.boxes, key=lambda lane: (self.boxes[lane].y, lane)), LOOSE]

    def at(self, role: str, point: Point) -> str:
        """The band of a node: its lane, else the participant it is drawn in."""
        if role in self.boxes:
            return role
        inside = [lane for lane, box in self.boxes.items() if box.contains(point)]
        return min(inside, key=lambda lane: self.boxes[lane].height, default=LOOSE)


def bands(view: Queries) -> Bands:
    """The lanes of a service that are drawn."""
    found = Bands()
    for lane in [*view.of(Pool), *view.of(Role)]:
        place = view.placement(lane.id)
        if place is None:
            continue
        inner = [role for role in view.children(lane.id, Role) if view.placement(role.id)]
        (found.around if inner else found.boxes)[lane.id] = place.box
        found.owner[lane.id] = _participant(view, lane.id)
    return found


def _participant(view: Queries, lane: str) -> str:
    for _ in range(100):
        role = view.get(lane, Role)
        if role is None or not role.parent:
            break
        lane = role.parent
    return lane


Limits = Mapping[str, tuple[float, float]]
"""Lane -> upper and lower edge of what stands still in it."""


def stacked(
    found: Bands, heights: Mapping[str, float], right: float, fixed: Limits
) -> dict[str, Rect]:
    """New boxes of the lanes: one below the other, all as wide as the widest needs.

    ``heights``: what stands in each lane needs; ``right``: the right edge of everything.
    """
    names = [name for name in found.names if name != LOOSE]
    needs = [_need(found, heights, name) for name in names]
    gaps = [0.0, *(_gap(found, a, b) for a, b in pairwise(names))][: len(names)]
    top = _start(found, names, needs, gaps, fixed)
    edge = max([right + RIGHT, *(min(_LEAST_WIDTH, b.width) + b.x for b in found.boxes.values())])
    new: dict[str, Rect] = {}
    for number, (name, need, gap) in enumerate(zip(names, needs, gaps, strict=True)):
        top += gap
        bottom = top + need
        if name in fixed:
            bottom = max(bottom, fixed[name][1] + PAD / 2)
        for later in names[number + 1 :]:
            if later in fixed:
                bottom = max(top, min(bottom, fixed[later][0] - PAD / 2))
                break
        x = found.boxes[name].x
        new[name] = Rect(x, top, edge - x, bottom - top)
        top = bottom
    return new


def _need(found: Bands, heights: Mapping[str, float], name: str) -> float:
    if heights.get(name, 0.0):
        return max(_LEAST_HEIGHT, heights[name] + 2 * PAD)
    return min(_LEAST_HEIGHT, found.boxes[name].height)


def _gap(found: Bands, upper: str, lower: str) -> float:
    """Lanes of one participant touch; participants keep the distance they had."""
    if found.owner[upper] == found.owner[lower]:
        return 0.0
    return max(0.0, found.boxes[lower].y - found.boxes[upper].bottom)


def _start(
    found: Bands, names: Sequence[str], needs: Sequence[float], gaps: Sequence[float], fixed: Limits
) -> float:
    """The upper edge of the first lane: where it was, or higher where something stands still
    below and more room is needed above it.
    """
    if not names:
        return 0.0
    start, above = found.boxes[names[0]].y, 0.0
    for name, need, gap in zip(names, needs, gaps, strict=True):
        above += gap
        if name in fixed:
            start = min(start, fixed[name][0] - PAD / 2 - above)
        above += need
    return start


def around(found: Bands, new: Mapping[str, Rect]) -> dict[str, Rect]:
    """New boxes of participants: around their lanes as far as before."""
    boxes: dict[str, Rect] = {}
    for name, old in found.around.items():
        inside = [lane for lane in new if _is_in(found, lane, name)]
        if not inside:
            continue
        before = united(found.boxes[lane] for lane in inside)
        after = united(new[lane] for lane in inside)
        boxes[name] = Rect(
            after.x + old.x - before.x,
            after.y + old.y - before.y,
            after.width + old.width - before.width,
            after.height + old.height - before.height,
        )
    return boxes


def _is_in(found: Bands, lane: str, name: str) -> bool:
    return found.owner.get(lane) == name or found.around[name].contains(found.boxes[lane].center)
