"""What is to be seen of one thing? The plain data between records and painters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import QRectF

from model.geometry import Point

Side = Literal["", "above", "below", "above_left", "above_right", "below_left", "below_right"]
"""Where the name of a sign stands; "" = where it usually does."""
Fold = Literal["", "folded", "unfolded"]
Edge = Literal["", "dotted", "double"]
"""The border of a card that says what it is: started by an event, or a transaction."""


class Detail(IntEnum):
    """How near the eye is: boxes only, title and counts, rows, rows with controls and law."""

    BOX = 0
    TITLE = 1
    FULL = 2
    NEAR = 3


BOX_BELOW, TITLE_BELOW, NEAR_FROM = 0.24, 0.5, 1.6
NAMES_FROM, SMALL_NAMES_BELOW = 0.17, 0.205
"""Between the first and BOX_BELOW a card, 40 pixels wide there, can hold its name; below the second
the letters of the canvas grow so that they do not shrink on the screen."""


def detail_of(zoom: float) -> Detail:
    """What can be read at a zoom."""
    if zoom < BOX_BELOW:
        return Detail.BOX
    if zoom < TITLE_BELOW:
        return Detail.TITLE
    return Detail.FULL if zoom < NEAR_FROM else Detail.NEAR


@dataclass(frozen=True, slots=True)
class RowLook:
    """One row of a card; ``top`` counts from the card's top. ``handle``: a way may leave here.

    ``control``: the shape in which the citizen answers, ``law`` the norms in full, both seen from
    near.
    """

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
    control: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class NodeLook:
    """A node: ``shape`` names its painter. ``lines`` are quiet lines below the rows, ``badge`` the
    deadline at the corner, ``fold`` what its chevron shows ("" = it has none). ``markers`` stand at
    its lower edge (repeats, folded), ``sort`` is the sign of its sort of task; ``dashed``: what it
    hangs at goes on. ``narrow``: its name takes no more room than other tools give it.
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
    fold: Fold = ""
    marked: frozenset[str] = frozenset()
    markers: tuple[str, ...] = ()
    sort: str = ""
    edge: Edge = ""
    dashed: bool = False
    narrow: bool = False
    hangs: bool = False


@dataclass(frozen=True, slots=True)
class FlowLook:
    """A way: its points from border to border and the words on it."""

    id: str
    points: tuple[Point, ...] = ()
    label: str = ""
    default: bool = False
    conditional: bool = False
    message: bool = False
    data: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LaneLook:
    """A lane and who works in it."""

    id: str
    title: str = ""
    side: str = "office"


@dataclass(frozen=True, slots=True)
class NoteLook:
    """A note; ``tied``: the box of what it is about."""

    id: str
    text: str = ""
    tied: QRectF | None = None


@dataclass(frozen=True, slots=True)
class DataLook:
    """A sheet (or a cylinder, ``form`` "store") with its name below."""

    id: str
    title: str = ""
    form: str = "object"
    many: bool = False


@dataclass(frozen=True, slots=True)
class FrameLook:
    """A frame around what belongs together."""

    id: str
    title: str = ""
