"""What does a gesture learn about the hand?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from model.geometry import Point

Phase = Literal["press", "move", "release", "double"]
HitKind = Literal[
    "empty",
    "lane",
    "lane_edge",
    "node",
    "row",
    "option",
    "handle",
    "flow",
    "flow_start",
    "flow_end",
    "bend",
    "piece",
    "note",
    "frame",
    "frame_corner",
    "tie",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer. ``id`` is the thing itself, ``node`` the card it belongs to.

    handle: ``id`` is the node or the option a way leaves from. flow_start, flow_end: the first and
    the last stretch of a way that can be led elsewhere. bend, piece: a grip of a way, ``part`` is
    its number. lane: the strip with its name; lane_edge: its "top" or "bottom". frame_corner:
    "nw", "ne", "sw" or "se". tie: the handle that ties a note to an element.
    """

    kind: HitKind = "empty"
    id: str = ""
    node: str = ""
    part: str = ""


NOTHING = Hit()


@dataclass(frozen=True, slots=True)
class Pointer:
    """The hand at one moment: phase, place on the canvas, what is under it, keys held (shift, ctrl,
    alt).
    """

    phase: Phase
    point: Point
    hit: Hit = NOTHING
    keys: frozenset[str] = field(default_factory=frozenset)

    def held(self, key: str) -> bool:
        return key in self.keys
