"""What may a gesture ask of the canvas?"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Protocol

from model.document import Document
from model.errors import FachwerkError
from model.geometry import Point, Rect
from model.language import Message
from widgets.tools.pointer import Hit, Pointer
from widgets.tools.preview import Ghost


class Stage(Protocol):
    """The canvas as a gesture sees it: the document, what is where, selection and preview."""

    @property
    def document(self) -> Document: ...

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of what is chosen."""

    @property
    def zoom(self) -> float: ...

    def hit(self, point: Point) -> Hit:
        """What lies at a point."""

    def box(self, node: str) -> Rect | None:
        """Where a node stands."""

    def boxes_near(self, area: Rect) -> dict[str, Rect]:
        """The nodes that touch an area."""

    def flow_near(self, point: Point) -> str:
        """The way that runs by a point, or ""."""

    def select(self, ids: Iterable[str], focus: str = "") -> None: ...

    def preview(self, ghost: Ghost | None) -> None: ...

    def rename(self, record_id: str) -> None:
        """Open the line in which its name is typed."""

    def refuse(self, error: FachwerkError) -> None:
        """Tell why something was not done."""

    def hint(self, words: Message | None) -> None:
        """What can be done now, in the status bar."""


Gesture = Generator[None, Pointer, None]
"""A gesture waits at ``yield`` for the next Pointer."""

DRAG_FROM = 4.0
"""A hand that moved less (in pixels) has clicked."""


def has_moved(stage: Stage, start: Point, now: Point) -> bool:
    """True when the hand went far enough to mean it."""
    far = max(abs(now.x - start.x), abs(now.y - start.y))
    return far * stage.zoom >= DRAG_FROM
