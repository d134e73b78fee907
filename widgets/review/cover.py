"""What does a reader learn first? The cover sheet (Deckblatt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.basics.labels import plain_label, shown, tip
from widgets.findings.sign import Sign
from widgets.look.theme import look, px, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading
from widgets.panels.scrollbar import thin
from widgets.review.notebox import put_by

_WIDE, _FIRST, _LEAST = 860, 150, 140


@dataclass(frozen=True)
class CoverRow:
    """``sign``: error, warning, hint, ok or nothing. ``button``: words of a button that asks for
    ``wish``.
    """

    title: str
    words: str
    sign: str = ""
    button: str = ""
    wish: str = ""


@dataclass(frozen=True)
class CoverSection:
    """Rows under a heading."""

    title: str
    rows: tuple[CoverRow, ...]


class Cover(QScrollArea):
    """A sheet of paper with what one must know. ``wished`` carries the wish of a button."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        thin(self)
        self.title, self.sections = "", tuple[CoverSection, ...]()
        self._buttons: list[FlatButton] = []
        self._fill()

    def show_cover(self, title: str, sections: Sequence[CoverSection]) -> None:
        """Show these facts; nothing is built anew when they are the same."""
        fresh = tuple(sections)
        if (title, fresh) != (self.title, self.sections):
            self.title, self.sections = title, fresh
            self._fill()

    def focus_first(self) -> None:
        """The sheet itself, from its head; its buttons come with Tab."""
        self.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def text(self) -> str:
        """All of it as plain lines, as a screen reader hears it."""
        lines = [self.title]
        for section in self.sections:
            lines.append(section.title)
            lines += [f"{row.title}: {row.words}" for row in section.rows]
        return "\n".join(lines)

    def restyle(self) -> None:
        """Other colours, or words of another size."""
        self._fill()

    def _fill(self) -> None:
        scrolled = self.verticalScrollBar().value()
        held = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), -1)
        put_by(self)
        ground = QWidget(self)
        row = QHBoxLayout(ground)
        row.setContentsMargins(12, 16, 12, 20)
        paper = _Paper(ground)
        paper.setMaximumWidth(px(_WIDE))
        row.addStretch(1)
        row.addWidget(paper, 20)
        row.addStretch(1)
        self._buttons = []
        column = QVBoxLayout(paper)
        column.setContentsMargins(px(24), px(24), px(20), px(28))
        column.setSpacing(6)
        title = plain_label(self.title, paper, wrap=True)
        font = ui_font(1.6)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        column.addWidget(title)
        for section in self.sections:
            self._add(section, paper, column)
        column.addStretch(1)
        self.setWidget(ground)
        self.setAccessibleName(shown(self.title))
        self.setAccessibleDescription(shown(self.text))
        self.verticalScrollBar().setValue(scrolled)
        if held >= 0:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus()

    def _add(self, section: CoverSection, paper: QWidget, column: QVBoxLayout) -> None:
        head = heading(section.title, paper)
        head.setContentsMargins(0, px(14), 0, 2)
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, px(_FIRST))
        grid.setColumnStretch(2, 1)
        for number, row in enumerate(section.rows):
            name = plain_label(row.title, paper, wrap=True)
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            words = plain_label(row.words, paper, wrap=True)
            words.setMinimumWidth(px(_LEAST))  # a long file name does not widen the sheet
            tip(words, row.words)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            words.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
            if row.button:  # its words stand lower than the head of its line
                for label in (name, words):
                    label.setContentsMargins(0, px(6), 0, 0)
            grid.addWidget(name, number, 0, top)
            sign = Sign(row.sign, paper) if row.sign else QWidget(paper)
            sign.setFixedWidth(px(20))  # an empty column would lose its gap
            grid.addWidget(sign, number, 1, top)
            grid.addWidget(words, number, 2)
            if row.button:
                button = FlatButton(row.button, paper, role="quiet")
                button.clicked.connect(lambda _c=False, w=row.wish: self.wished.emit(w))
                self._buttons.append(button)
                grid.addWidget(button, number, 3, top)
        column.addLayout(grid)


class _Paper(QWidget):
    """A white sheet with a timber edge at its head."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        said, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(said.color("card_line"))
        painter.setBrush(said.color("card"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.fillRect(8, 0, self.width() - 16, 3, said.color("timber"))
