"""What does a canvas offer to quick-add and the pad?"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget

from model.document import Document
from model.errors import FachwerkError
from model.geometry import Point, Rect
from widgets.tools.pointer import Phase, Pointer
from widgets.tools.stage import Stage
from widgets.tools.tool import Tool


class Host(Protocol):
    """The canvas as this room sees it: the stage of the gestures, and where things are seen.

    ``stirred`` is a signal: a gesture, a name line or the document began or ended something.
    """

    document: Document
    tool: Tool
    stirred: Any
    selection: Any
    zoom_changed: Any
    name_line: Any

    @property
    def stage(self) -> Stage: ...

    @property
    def zoom(self) -> float: ...

    @property
    def panned(self) -> bool:
        """True while the paper is held by the hand."""

    @property
    def hand(self) -> Point:
        """Where the hand was last, on the canvas."""

    def viewport(self) -> QWidget: ...

    def spot(self, record_id: str) -> Rect | None:
        """Where an element or a row is drawn, on the canvas."""

    def on_screen(self, point: Point) -> QPoint:
        """A place of the canvas, in the viewport."""

    def on_canvas(self, at: QPoint) -> Point:
        """A place of the viewport, on the canvas."""

    def pointer(self, phase: Phase, at: QPointF, keys: Qt.KeyboardModifier) -> Pointer: ...

    def take_focus(self) -> None:
        """The keys belong to the canvas again."""

    def rename(self, record_id: str) -> None: ...

    def refuse(self, error: FachwerkError) -> None: ...

    def start_connect(self) -> None: ...

    def delete_selection(self) -> None: ...

    def ask_condition(self) -> None:
        """Open the place where the condition of what is chosen is made."""
