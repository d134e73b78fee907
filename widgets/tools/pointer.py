"""What does a gesture learn about the hand?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from model.geometry import Point

Phase = Literal["press", "move", "release", "double"]
HitKind = Literal["empty", "lane", "node", "row", "option", "handle", "flow", "flow_end"]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer. ``id`` is the thing itself, ``node`` the card it belongs to.

    handle: ``id`` is the node or the option a way leaves from. flow_end: the last stretch of a way
    that can be led elsewhere. lane: the strip with its name.
    """

    kind: HitKind = "empty"
    id: str = ""
    node: str = ""


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
