"""Where shall everybody look?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.look.theme import current, look

GAP, RADIUS = 6, 9
_DARK = {"light": 120, "dark": 130, "contrast": 180}
"""How dark the rest becomes, of 255."""


class Spotlight(QWidget):
    """A sheet of glass over the window: the rest is dark (or, ``dim`` off, as it is), what is lit
    has a ring. ``places`` are asked for at each painting, so the light stays on what moves.
    ``spared`` is neither dark nor ringed.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ground = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dim = True
        self._places: Callable[[], Iterable[QRect]] = tuple
        self._spared: Callable[[], Iterable[QRect]] = tuple
        self.hide()
        window.installEventFilter(self)

    def light(
        self,
        places: Callable[[], Iterable[QRect]],
        spared: Callable[[], Iterable[QRect]] = tuple,
        *,
        dim: bool = True,
    ) -> None:
        """Shine on these places of the window; where there are none it is as always."""
        self._places, self._spared, self.dim = places, spared, dim
        self._spread()
        self.show()
        self.raise_()
        self.update()

    def put_out(self) -> None:
        """No light any more."""
        self._places = self._spared = tuple
        self.hide()

    @property
    def lit(self) -> list[QRect]:
        """The places it shines on now."""
        return list(self._places())

    def follow(self, *_anything: object) -> None:
        """Something below has moved."""
        if self.isVisible():
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._spread()
        return super().eventFilter(watched, event)

    def _spread(self) -> None:
        self.setGeometry(self._ground.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        lit = self.lit
        if not lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.dim:
            dark = QPainterPath()
            dark.addRect(QRectF(self.rect()))
            for place in lit:
                dark = dark.subtracted(_hole(place))
            for place in self._spared():
                plain = QPainterPath()
                plain.addRect(QRectF(place))
                dark = dark.subtracted(plain)
            painter.fillPath(dark, QColor(0, 0, 0, _DARK.get(current(), 130)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in lit:
            painter.setPen(QPen(look().color("paper"), 6))
            painter.drawPath(_hole(place))
            painter.setPen(QPen(look().color("accent"), 3))
            painter.drawPath(_hole(place))


def _hole(place: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(place).adjusted(-GAP, -GAP, GAP, GAP), RADIUS, RADIUS)
    return path
