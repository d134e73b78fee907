"""What stands beside the title of the pane: how many there are, and of what they are shown?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.checks import Finding
from model.language import tr
from widgets.basics.labels import plain_label, tip
from widgets.findings.gathering import ORDER
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading

SPACE = 14


class FindingsHead(QWidget):
    """The title of the pane with its counts. ``narrowed``: show only what concerns the selection
    (or everything again).
    """

    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", self, quiet=False)
        self._counts = [plain_label("", self) for _ in ORDER]
        self._next = plain_label("", self)
        self.only_selection = FlatButton("", self, role="tab")
        self.only_selection.setCheckable(True)
        self.only_selection.toggled.connect(self.narrowed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 1)
        row.setSpacing(SPACE)
        row.addWidget(self.title)
        for label in (*self._counts, self._next):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in self._counts:
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.only_selection)
        row.addWidget(self._next)

    def count(self, findings: Sequence[Finding]) -> None:
        """Say how many there are of each severity."""
        self.title.setText(tr("pane.findings"))
        for severity, label in zip(ORDER, self._counts, strict=True):
            number = sum(f.severity == severity for f in findings)
            label.setText(tr(f"findings.count.{severity}", n=number))
        self.only_selection.say(tr("findings.only_selection"))
        tip(self.only_selection, tr("findings.only_selection.tip"))
        self._next.setText(tr("findings.next_key"))
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Title and switch; the rest gives way, so that the pane never widens the window."""
        need = self.title.sizeHint().width() + self.only_selection.sizeHint().width() + 3 * SPACE
        return QSize(need, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What is least needed goes first: the hint of the key, then the mild counts."""
        room = self.width() - self.minimumSizeHint().width()
        for label in (*self._counts, self._next):
            room -= label.sizeHint().width() + SPACE
            label.setVisible(room >= 0)
