"""Where on the whole is one looking?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from model.language import say, tr
from widgets.basics.labels import show_tip
from widgets.canvas.ground import Ground
from widgets.canvas.places import place_of
from widgets.items.item import qrect
from widgets.look import icons

SIZE = QSize(176, 104)
INSET = 14
PAD = 9.0
PAUSE = 150
CLOSE = QRectF(SIZE.width() - 24, 0, 24, 24)
"""Where the sign that hides it is felt."""


class Minimap(QWidget):
    """The whole in a corner, with a frame round what is seen; press or drag to look elsewhere.

    Hidden while everything is in sight. It goes to the corner in which it covers least.
    ``dismissed``: its cross was pressed.
    """

    dismissed = Signal()

    def __init__(self, canvas: Ground) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture: QPixmap | None = None
        self.wanted = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._renew_now)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._settle)
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(str(say("canvas.minimap")))
        canvas.graph.filled.connect(self.renew)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        """Show it when useful, or never."""
        self.wanted = wanted
        self.follow()

    def restyle(self) -> None:
        """Another theme: draw it anew at once."""
        self._renew_now()

    def renew(self) -> None:
        """The graph changed: draw it again when the hand rests."""
        if self._canvas.isVisible():
            self._pause.start()
        else:
            self._picture = None

    def _renew_now(self) -> None:
        self._picture = None
        self.follow()

    def stand(self) -> None:
        """The window has another size."""
        self._settle()
        self.follow()

    def follow(self, _value: object = None) -> None:
        """What is seen changed."""
        room = self._canvas.viewport().rect()
        large = room.width() > 3 * SIZE.width() and room.height() > 3 * SIZE.height()
        all_seen = self._seen().contains(qrect(self._canvas.graph.extent()))
        self.setVisible(self.wanted and large and not all_seen)
        self._rest.start()
        self.update()

    def _settle(self) -> None:
        """Go to the lower right corner, or to the first of the others that covers less."""
        if self.underMouse():
            return
        room = self._canvas.viewport().geometry()
        right, lower = room.right() - SIZE.width() - INSET, room.bottom() - SIZE.height() - INSET
        left, upper = room.left() + INSET, room.top() + INSET
        corners = [QPoint(right, lower), QPoint(right, upper), QPoint(left, lower)]
        self.move(min(corners, key=self._covered))

    def _covered(self, corner: QPoint) -> int:
        """How many cards and signs lie below it there; what is chosen outweighs them all."""
        canvas = self._canvas
        at = canvas.viewport().mapFromParent(corner)
        area = canvas.mapToScene(QRect(at, SIZE)).boundingRect()
        below = canvas.graph.far.nodes_in(area)
        chosen = [place_of(canvas.graph, one) for one in canvas.selection.ids[:20]]
        hidden = sum(1 for place in chosen if place is not None and place.intersects(area))
        return len(below) + 10_000 * hidden

    def _seen(self) -> QRectF:
        canvas = self._canvas
        return canvas.mapToScene(canvas.viewport().rect()).boundingRect()

    def _whole(self) -> QTransform:
        """From the graph to the corner."""
        box = self._canvas.graph.extent()
        wide, tall = self.width() - 2 * PAD, self.height() - 2 * PAD
        scale = min(wide / max(box.width, 1), tall / max(box.height, 1))
        left = PAD + (wide - box.width * scale) / 2
        top = PAD + (tall - box.height * scale) / 2
        move = QTransform.fromTranslate(left, top)
        return move.scale(scale, scale).translate(-box.x, -box.y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = self._canvas.graph.ink
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self._whole()
        frame = whole.mapRect(self._seen()).intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        painter.setPen(ink.pen("accent", 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.brush("panel"))
            painter.drawRoundedRect(CLOSE.adjusted(3, 3, -3, -3), 4, 4)
            icons.paint(painter, "close", CLOSE.adjusted(6, 6, -6, -6), ink.tokens.color("text"))
        painter.end()

    def _drawn(self) -> QPixmap:
        """The whole as a picture."""
        ink = self._canvas.graph.ink
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink.pen("card_line"))
        painter.setBrush(ink.brush("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setTransform(self._whole(), combine=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._canvas.graph.far.few)
        self._canvas.graph.far.paint(painter, ink, 0)
        painter.end()
        return picture

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._rest.start()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            at_cross = CLOSE.contains(QPointF(event.pos()))  # type: ignore[attr-defined]
            key = "canvas.minimap.close" if at_cross else "canvas.minimap"
            show_tip(event.globalPos(), tr(key), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if CLOSE.contains(event.position()):
            self.dismissed.emit()
        else:
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not for the canvas below

    def _look_at(self, at: QPointF) -> None:
        back, possible = self._whole().inverted()
        if possible:
            self._canvas.centerOn(back.map(at))
