"""What of the graph is seen, and how large?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy, QWidget

from model.geometry import Rect
from widgets.items.item import qrect
from widgets.panels.scrollbar import thin

SMALLEST, LARGEST = 0.02, 4.0
"""A service that is larger still may be seen smaller, so that all of it can be seen."""
STEP = 1.2
MARGIN = 28.0
BEYOND = 0.7


class Sight(QGraphicsView):
    """A view that zooms at the hand and pans. ``zoom_changed`` carries the factor (1.0 = 100 %)."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pan_from: QPoint | None = None
        self._extent = Rect(0, 0, 800, 500)
        thin(self)
        self.setCornerWidget(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(
            QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing, enabled=True
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """The graph is the main thing; panes around it take what they need."""
        return QSize(960, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    @property
    def zoom(self) -> float:
        """The factor now: 1.0 = 100 %."""
        return self.transform().m11()

    def set_extent(self, box: Rect) -> None:
        """What there is to see; one may scroll most of a window beyond it."""
        self._extent = box
        self._make_room()

    def _make_room(self) -> None:
        room = self.viewport().rect()
        across, down = BEYOND * room.width() / self.zoom, BEYOND * room.height() / self.zoom
        self.setSceneRect(qrect(self._extent).adjusted(-across, -down, across, down))

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / STEP)

    def zoom_100(self) -> None:
        self.zoom_to(1.0)

    def zoom_to(self, factor: float, at: QPointF | None = None) -> None:
        """Another size; what is under ``at`` (of the viewport; its middle) stays where it is."""
        factor = min(max(factor, self._smallest()), LARGEST)
        fixed = at if at is not None else QRectF(self.viewport().rect()).center()
        before = self.mapToScene(fixed.toPoint())
        scale = factor / self.zoom
        if abs(scale - 1) < 1e-6:
            return
        self.scale(scale, scale)
        self._make_room()
        self._scroll_to(before, fixed)
        self.zoom_changed.emit(self.zoom)

    def _smallest(self) -> float:
        room = self.viewport().rect()
        across = room.width() / (self._extent.width + 2 * MARGIN)
        return min(SMALLEST, across, room.height() / (self._extent.height + 2 * MARGIN))

    def _scroll_to(self, point: QPointF, at: QPointF) -> None:
        """Bring a point of the scene under a place of the viewport."""
        off = self.mapFromScene(point) - at.toPoint()
        self._scroll(off.x(), off.y())

    def _scroll(self, dx: int, dy: int) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + dx)
        down.setValue(down.value() + dy)

    def pan(self, dx: int, dy: int) -> None:
        """Look further to the right or down, in pixels."""
        self._scroll(dx, dy)

    def show_box(self, box: Rect, *, largest: float = 1.0) -> None:
        """Fit a box into the window, not larger than ``largest``."""
        room = self.viewport().rect()
        wide = box.width + 2 * MARGIN, box.height + 2 * MARGIN
        if room.width() < 10 or room.height() < 10:
            return
        factor = min(room.width() / wide[0], room.height() / wide[1], largest)
        self.zoom_to(factor)
        self.centerOn(*box.center)

    def bring_in_sight(self, box: Rect) -> None:
        """Scroll just so far that a box can be seen."""
        self.ensureVisible(qrect(box), 40, 40)

    @property
    def panned(self) -> bool:
        """True while the hand holds the paper."""
        return self._pan_from is not None

    def start_pan(self, at: QPoint) -> None:
        """The hand takes hold of the paper."""
        self._pan_from = at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move_pan(self, at: QPoint) -> bool:
        """The paper follows the hand; False when it was not held."""
        if self._pan_from is None:
            return False
        off = self._pan_from - at
        self._pan_from = at
        self._scroll(off.x(), off.y())
        return True

    def end_pan(self) -> bool:
        held, self._pan_from = self._pan_from is not None, None
        if held:
            self.viewport().unsetCursor()
        return held

    def wheelEvent(self, event: QWheelEvent) -> None:
        keys = event.modifiers()
        angle = event.angleDelta()
        if keys & Qt.KeyboardModifier.ControlModifier:
            turned = angle.y() or angle.x()
            if turned:
                self.zoom_to(self.zoom * STEP ** (turned / 120), event.position())
        elif not event.pixelDelta().isNull():
            self._scroll(-event.pixelDelta().x(), -event.pixelDelta().y())
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._scroll(-(angle.y() or angle.x()) // 2, 0)
        else:
            self._scroll(-angle.x() // 2, -angle.y() // 2)
        event.accept()

    def pinched(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touch pad."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom_to(self.zoom * (1 + event.value()), event.position())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self.viewport().update()
