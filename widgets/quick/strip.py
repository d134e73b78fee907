"""How does a strip of small buttons over the canvas look, and what do its buttons tell?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from model.geometry import Rect
from model.language import Message
from widgets.basics.labels import shown, tip
from widgets.look.theme import look, px
from widgets.panels.buttons import FlatButton

SIDE, EDGE, BREAK = 28, 3, 7
"""Length of a button, rim of the strip, gap between two groups."""


@dataclass(frozen=True)
class Deed:
    """One button: its sign, its words (with the key that does the same), what a click does.

    ``drags``: the template (or "way") that a drag from it carries onto the canvas.
    """

    sign: str
    words: Message
    run: Callable[[], object]
    drags: str = ""
    checked: bool = False


Groups = Sequence[Sequence[Deed]]


class StripButton(FlatButton):
    """A square sign. ``carried`` tells of a drag: the phase, the place on the screen, the keys."""

    carried = Signal(str, QPointF, Qt.KeyboardModifier)

    def __init__(self, deed: Deed, parent: QWidget) -> None:
        super().__init__("", parent, role="tab", sign=deed.sign)
        self.deed = deed
        self._from: QPointF | None = None
        self.carrying = False
        self.setFixedSize(px(SIDE), px(SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(deed.checked)
        self.setChecked(deed.checked)
        self.setAccessibleName(shown(deed.words))
        tip(self, deed.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        strip = self.parentWidget()
        if not (isinstance(strip, Strip) and strip.carrying):
            super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.deed.drags:
            self._from = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        away = (event.globalPosition() - self._from).manhattanLength()
        if not self.carrying and away >= QApplication.startDragDistance():
            self.carrying = True
            self.setDown(False)
            self.carried.emit("press", event.globalPosition(), event.modifiers())
        if self.carrying:
            self.carried.emit("move", event.globalPosition(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self.carrying, self._from = self.carrying, False, None
        if carrying:
            self.carried.emit("release", event.globalPosition(), event.modifiers())
        elif self.rect().contains(event.position().toPoint()):
            super().mouseReleaseEvent(event)
        else:
            self.setDown(False)


class Strip(QWidget):
    """Small buttons in groups, lying or upright. It never takes the focus."""

    carried = Signal(str, str, QPointF, Qt.KeyboardModifier)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said: object = None
        self._buttons: list[StripButton] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._row.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def buttons(self) -> tuple[StripButton, ...]:
        return tuple(self._buttons)

    @property
    def carrying(self) -> bool:
        """True while something is dragged from one of its buttons."""
        return any(button.carrying for button in self._buttons)

    def fill(self, said: object, groups: Callable[[], Groups]) -> None:
        """Other buttons, when ``said`` (what they stand for) is something else than before."""
        if said == self._said:
            return
        self._said = said
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons = []
        for number, group in enumerate(part for part in groups() if part):
            if number:
                self._row.addSpacing(BREAK)
            for deed in group:
                self._add(deed)

    def _add(self, deed: Deed) -> None:
        button = StripButton(deed, self)
        button.clicked.connect(lambda: deed.run())
        button.carried.connect(
            lambda phase, at, keys: self.carried.emit(deed.drags, phase, at, keys)
        )
        self._row.addWidget(button)
        self._buttons.append(button)

    def length(self, groups: int) -> float:
        """How long it is, with so many groups."""
        return len(self._buttons) * px(SIDE) + 2 * EDGE + max(0, groups - 1) * BREAK

    @property
    def thickness(self) -> float:
        return px(SIDE) + 2 * EDGE

    def stand(self, box: Rect, *, upright: bool) -> None:
        """Show it at a place of the viewport."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if upright else across)
        self.setGeometry(round(box.x), round(box.y), round(box.width), round(box.height))
        for button in self._buttons:
            button.show()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for button in getattr(self, "_buttons", ()):
                button.setFixedSize(px(SIDE), px(SIDE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The paper below is not meant."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.carrying:
            return
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("panel"))
        painter.setPen(QPen(said.color("card_edge"), 1))
        radius = said.radius_control + 1
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
