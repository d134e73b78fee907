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

    @property
    def grid(self) -> bool:
        """True while the grid is seen: then it decides where things come to rest."""

    def box(self, node: str) -> Rect | None:
        """Where a node, a lane, a note or a frame stands."""

    def course(self, flow: str) -> tuple[Point, ...]:
        """The course of a way as it is drawn now."""

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


def follow(stage: Stage, pressed_at: Point | None, pointer: Pointer) -> bool:
    """True while a gesture goes on that is held, or was clicked and waits for the next click.

    ``pressed_at``: where the hand pressed; None: nothing is held (armed by a key or a menu).
    """
    if pointer.phase == "move":
        return True
    if pointer.phase == "press":
        return False
    return pressed_at is not None and not has_moved(stage, pressed_at, pointer.point)


def has_moved(stage: Stage, start: Point, now: Point) -> bool:
    """True when the hand went far enough to mean it."""
    far = max(abs(now.x - start.x), abs(now.y - start.y))
    return far * stage.zoom >= DRAG_FROM
