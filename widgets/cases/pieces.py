"""Of which pieces are the pages at the right made: heading, sentence, way to a place?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.basics.labels import plain_label, tip
from widgets.look import icons
from widgets.look.theme import look, px
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading
from widgets.panels.scrollbar import thin


class Mark(QWidget):
    """A sign with a shape of its own; the sentence beside it says the same in words."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = sign
        self.setFixedSize(px(20), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        icons.paint(painter, self.sign, box, look().color(self.sign))


class Pieces(QWidget):
    """A column of pieces that is written anew as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 2, 8, 8)
        self.column.setSpacing(4)

    def clear(self) -> None:
        """Take all pieces away."""
        empty(self.column)

    def head(self, words: object) -> None:
        """A small title."""
        label = heading(words, self)
        label.setContentsMargins(0, 6, 0, 0)
        self.column.addWidget(label)

    def title(self, words: object) -> None:
        """A name in bold, whole."""
        label = heading(words, self, quiet=False)
        label.setWordWrap(True)
        self.column.addWidget(label)

    def sentence(self, words: object, *, quiet: bool = False) -> None:
        """A sentence."""
        label = plain_label(words, self, wrap=True)
        if quiet:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.column.addWidget(label)

    def line(
        self,
        sign: str,
        words: object,
        button: str = "",
        spoken: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """A sentence with its sign and, where there is one, the way to the place."""
        row = QHBoxLayout()
        row.setSpacing(6)
        if sign:
            row.addWidget(Mark(sign, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, self, wrap=True), 1)
        if then is not None:
            go = FlatButton(button, self, role="quiet")
            go.setAccessibleName(spoken or button)
            tip(go, spoken or button)
            go.clicked.connect(lambda _c=False: then())
            row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)


def scrolled(inner: QWidget, parent: QWidget) -> QScrollArea:
    """A widget that scrolls up and down where it is higher than its pane."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    thin(area)
    area.setWidget(inner)
    return area


def empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout, and out of the layouts in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            empty(inner)
