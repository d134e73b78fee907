"""What does a gesture show before it is done?"""

from __future__ import annotations

from dataclasses import dataclass

from model.geometry import Point, Rect
from model.language import Message


@dataclass(frozen=True, slots=True)
class Ghost:
    """What would happen. Nothing of it is in the document.

    boxes: outlines of what would stand there, with icon and label. guides: snap lines (from, to).
    way: a line that would be drawn. target: the element that would be hit. insertion: a line
    between rows. area: the lasso. A refusal has ``allowed`` False and its reason in ``words``.
    deed: what the hand is about, where the picture alone does not tell: bend, turn (``flow`` is the
    way that takes another course), space, stretch, resize, order, tie.
    """

    boxes: tuple[Rect, ...] = ()
    icon: str = ""
    label: Message | str = ""
    guides: tuple[tuple[Point, Point], ...] = ()
    way: tuple[Point, ...] = ()
    target: str = ""
    flow: str = ""
    insertion: tuple[Point, Point] | None = None
    area: Rect | None = None
    moved: frozenset[str] = frozenset()
    by: Point = Point(0, 0)
    allowed: bool = True
    words: tuple[Message, ...] = ()
    at: Point = Point(0, 0)
    deed: str = ""

    @property
    def kind(self) -> str:
        """What the hand is about: its deed, else lasso, move, connect, row or place."""
        if self.deed:
            return self.deed
        if self.area is not None:
            return "lasso"
        if self.moved:
            return "move"
        if self.way:
            return "connect"
        return "row" if self.insertion is not None else "place"
