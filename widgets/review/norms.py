"""On which law does the service rest, and where?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import shown
from widgets.look import icons
from widgets.look.theme import px, ui_font
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin

_ID = int(Qt.ItemDataRole.UserRole)
_HIGH = 26


@dataclass(frozen=True)
class NormLine:
    """A norm in words, and the places that rest on it: (id, words)."""

    words: str
    places: tuple[tuple[str, str], ...]


class Norms(Panel):
    """Each norm with what it carries. ``jumped`` carries an id."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[NormLine, ...] = ()
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setWordWrap(True)
        thin(self.tree)
        self.tree.itemActivated.connect(self._jump)
        self.tree.itemClicked.connect(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self.retranslate()

    def show_norms(self, lines: Sequence[NormLine]) -> None:
        """Show these norms, all places open."""
        self.lines = tuple(lines)
        self._fill()

    def retranslate(self) -> None:
        self.tree.setAccessibleName(tr("review.side.norms"))
        self._fill()

    def restyle(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        if not self.lines:
            self.tree.addTopLevelItem(QTreeWidgetItem([tr("review.norms.none")]))
        for line in self.lines:
            top = _line(line.words)
            font = ui_font()
            font.setWeight(QFont.Weight.DemiBold)
            top.setFont(0, font)
            top.setIcon(0, icons.icon("norm", "timber"))
            self.tree.addTopLevelItem(top)
            for record_id, words in line.places:
                place = _line(words)
                place.setData(0, _ID, record_id)
                top.addChild(place)
            if not line.places:
                top.addChild(_line(tr("review.norms.unused")))
            top.setExpanded(True)

    def _jump(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        record_id = item.data(0, _ID)
        if record_id:
            self.jumped.emit(str(record_id))


def _line(words: str) -> QTreeWidgetItem:
    """High enough for a hand."""
    item = QTreeWidgetItem([shown(words)])
    item.setSizeHint(0, QSize(0, px(_HIGH)))
    return item
