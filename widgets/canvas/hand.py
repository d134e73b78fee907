"""How does the hand reach the tools: by mouse and by drag-and-drop?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from model.geometry import Point
from model.grammar import TEMPLATES
from model.records import OldEntry
from widgets.canvas.arranging import CURSORS, Arranging
from widgets.canvas.places import place_of
from widgets.tools.place import place
from widgets.tools.pointer import Hit, Phase, Pointer
from widgets.tools.takeover import take_over

TEMPLATE_MIME = "application/x-fachwerk-template"
"""What a palette drags: the key of a template, UTF-8."""
ENTRIES_MIME = "application/x-fachwerk-old-entries"
"""What a shelf drags: the ids of entries of an old form, a line each, UTF-8."""
EDGE = 14
"""So near to the window's edge (and so far a step) a gesture scrolls."""

BORDER = 7.0
"""So near to its edge (in pixels) a card is taken by its border."""
_UP_DOWN, _ASIDE = Qt.CursorShape.SizeVerCursor, Qt.CursorShape.SizeHorCursor
_SHAPES: dict[str, Qt.CursorShape] = {
    "handle": Qt.CursorShape.CrossCursor,
    "tie": Qt.CursorShape.CrossCursor,
    "flow_start": Qt.CursorShape.SizeAllCursor,
    "flow_end": Qt.CursorShape.SizeAllCursor,
    "bend": Qt.CursorShape.SizeAllCursor,
    "flow": Qt.CursorShape.PointingHandCursor,
    "lane_edge": _UP_DOWN,
}

_HELD = (
    (Qt.KeyboardModifier.ShiftModifier, "shift"),
    (Qt.KeyboardModifier.ControlModifier, "ctrl"),
    (Qt.KeyboardModifier.AltModifier, "alt"),
)


class Hand(Arranging):
    """Turns Qt's events of mouse and drag-and-drop into pointers; nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._space = False

    # ---------------------------------------------------------------------------------- mouse

    def pointer(self, phase: Phase, at: QPointF, keys: Qt.KeyboardModifier) -> Pointer:
        """What Qt tells, in the words of the tools."""
        place = self.mapToScene(at.toPoint())
        point = Point(place.x(), place.y())
        self._last = point
        held = frozenset(name for key, name in _HELD if keys & key)
        return Pointer(phase, point, self.stage.hit(point), held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pans = self._space or self.mode == "hand"
        if event.button() == Qt.MouseButton.MiddleButton or (
            pans and event.button() == Qt.MouseButton.LeftButton
        ):
            self.start_pan(event.position().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.name_line.close_line(keep=True)
            self.tool.send(self.pointer("press", event.position(), event.modifiers()))
        elif event.button() == Qt.MouseButton.RightButton:
            hit = self.pointer("press", event.position(), event.modifiers()).hit
            if hit.id and hit.id not in self.selection:
                self.selection.set((hit.id,), hit.id)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.move_pan(event.position().toPoint()):
            return
        if self.tool.busy:
            self._follow_to_edge(event.position())
        pointer = self.pointer("move", event.position(), event.modifiers())
        if self.tool.busy:
            self.tool.send(pointer)
        else:
            self._hover(pointer.hit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.end_pan():
            return
        if event.button() == Qt.MouseButton.LeftButton and self.tool.busy:
            only_pressed = self.above.ghost is None
            self.tool.send(self.pointer("release", event.position(), event.modifiers()))
            if only_pressed and self.selection.ids and not self.tool.busy:
                self.gestured.emit("select")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.pointer("double", event.position(), event.modifiers()).hit
        if event.button() != Qt.MouseButton.LeftButton or self.mode:
            return
        if hit.kind in ("bend", "piece"):
            self.tool.cancel()
            self.reset_course()
        elif self.tool.busy or hit.kind in ("lane_edge", "frame_corner", "tie"):
            return
        elif hit.kind in ("node", "row", "option") and self._on_border(hit.node):
            self.selection.set((hit.node,), hit.node)
            self.zoom_selection()
        elif hit.id:
            self.rename(hit.id)
        else:
            self.quick_wanted.emit("", self.hand)

    def _on_border(self, node: str) -> bool:
        """True while the hand is at the edge of a card: a double click there zooms into it."""
        box = self.stage.box(node)
        edge = BORDER / self.zoom
        return box is not None and box.width > 60 and not box.grown(-edge).contains(self._last)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(Hit())

    def _hover(self, hit: Hit) -> None:
        hovered = hit.node
        shape = self._shape(hit)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._space else shape)
        if hovered != self.above.hovered:
            self.above.hovered = hovered
            self.viewport().update()

    def _shape(self, hit: Hit) -> Qt.CursorShape:
        """What the hand looks like over a thing."""
        if self.mode:
            return CURSORS[self.mode]
        if hit.kind == "frame_corner":
            falling = hit.part in ("nw", "se")
            return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
        if hit.kind == "piece":
            course = self.stage.course(hit.id)
            a, b = course[int(hit.part)], course[int(hit.part) + 1]
            return _UP_DOWN if a.y == b.y else _ASIDE
        return _SHAPES.get(hit.kind, Qt.CursorShape.ArrowCursor)

    def _follow_to_edge(self, at: QPointF) -> None:
        """A gesture that comes to the edge of the window takes the paper along."""
        room = self.viewport().rect()
        dx = (at.x() > room.right() - EDGE) - (at.x() < EDGE)
        dy = (at.y() > room.bottom() - EDGE) - (at.y() < EDGE)
        if dx or dy:
            self.pan(dx * EDGE, dy * EDGE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        place = place_of(self.graph, self.selection.focus) if self.selection.focus else None
        if event.reason() == QContextMenuEvent.Reason.Keyboard and place is not None:
            at = self.viewport().mapToGlobal(self.mapFromScene(place.center()))
        self.menu_wanted.emit(at)

    # --------------------------------------------------------------------------- drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        template, entries = _template_of(event), self._entries_of(event)
        if template or entries:
            carried = place(self.stage, template) if template else take_over(self.stage, entries)
            self.tool.start(carried)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._brings_something(event) and self.tool.busy:
            self._follow_to_edge(event.position())
            self.tool.send(self.pointer("move", event.position(), event.modifiers()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.tool.cancel()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._brings_something(event) and self.tool.busy:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tool.send(self.pointer("release", event.position(), event.modifiers()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def _brings_something(self, event: QDropEvent) -> bool:
        return bool(_template_of(event) or self._entries_of(event))

    def _entries_of(self, event: QDropEvent) -> tuple[str, ...]:
        """The entries of an old form beside this service that a drag brings along."""
        data = event.mimeData()
        if not data.hasFormat(ENTRIES_MIME):
            return ()
        ids = bytes(data.data(ENTRIES_MIME).data()).decode("utf-8", "replace").split("\n")
        view = self.document.snapshot()
        return tuple(one for one in ids if view.get(one, OldEntry) is not None)


def _template_of(event: QDropEvent) -> str:
    """The template a drag brings along, or ""."""
    data = event.mimeData()
    if not data.hasFormat(TEMPLATE_MIME):
        return ""
    key = bytes(data.data(TEMPLATE_MIME).data()).decode("utf-8", "replace")
    return key if key in TEMPLATES else ""
