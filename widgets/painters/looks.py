"""What is to be seen of one thing? The plain data between records and painters."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from model.geometry import Point, Rect

Side = Literal["", "above", "below", "above_left", "above_right", "below_left", "below_right"]
"""Where the name of a sign stands; "" = where it usually does."""


class Detail(IntEnum):
    """How near the eye is: boxes only, title and counts, or everything."""

    BOX = 0
    TITLE = 1
    FULL = 2


BOX_BELOW, TITLE_BELOW = 0.2, 0.5


def detail_of(zoom: float) -> Detail:
    """What can be read at a zoom."""
    if zoom < BOX_BELOW:
        return Detail.BOX
    return Detail.TITLE if zoom < TITLE_BELOW else Detail.FULL


@dataclass(frozen=True, slots=True)
class RowLook:
    """One row of a card; ``top`` counts from the card's top. ``handle``: a way may leave here."""

    id: str
    kind: str
    top: float
    height: float
    icon: str = ""
    text: str = ""
    chip: str = ""
    depth: int = 0
    required: bool = False
    handle: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class NodeLook:
    """A node: ``shape`` names its painter. ``lines`` are quiet lines below the rows, ``badge`` the
    deadline at the corner.
    """

    id: str
    shape: str
    title: str = ""
    count: str = ""
    far_count: str = ""
    icon: str = ""
    rows: tuple[RowLook, ...] = ()
    lines: tuple[str, ...] = ()
    badge: str = ""
    foreign: bool = False
    placeholder: bool = False
    hint: str = ""
    counts_only: bool = False
    side: Side = ""
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FlowLook:
    """A way: its points from border to border and the words on it."""

    id: str
    points: tuple[Point, ...] = ()
    label: str = ""
    default: bool = False
    conditional: bool = False
    message: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LaneLook:
    """A lane and who works in it."""

    id: str
    title: str = ""
    side: str = "office"


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole as seen from far: boxes by colour name, and ways as lines."""

    lanes: tuple[tuple[str, Rect], ...] = ()
    nodes: tuple[Rect, ...] = ()
    ways: tuple[tuple[Point, ...], ...] = field(default=())
