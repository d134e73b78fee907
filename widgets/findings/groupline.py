"""How do many findings of the same kind look?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label, shown
from widgets.findings.gathering import Group
from widgets.findings.row import Row
from widgets.findings.sign import Sign
from widgets.look.theme import ui_font
from widgets.panels.buttons import FlatButton


class GroupLine(Row):
    """One line for many findings; it opens to show them. ``turned``: open or shut it;
    ``repaired``: the button that mends them all was pressed.
    """

    turned = Signal(str)
    repaired = Signal(object)

    def __init__(self, group: Group, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bundle, self.opened = group, opened
        title = plain_label(group.title, self)
        font = ui_font()
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 1)
        row.setSpacing(8)
        row.addWidget(Sign(group.severity, self))
        row.addWidget(title, 1)
        self.all_button: FlatButton | None = None
        if group.repair is not None:
            words = tr("findings.mend_all", n=len(group.findings), title=group.repair.title)
            self.all_button = FlatButton(words, self)
            self.all_button.clicked.connect(self._mend)
            row.addWidget(self.all_button)
        self.turn = FlatButton(
            tr("findings.shut" if opened else "findings.open"), self, role="quiet"
        )
        self.turn.clicked.connect(lambda: self.turned.emit(self.bundle.check))
        row.addWidget(self.turn)
        severity = tr(f"findings.severity.{group.severity}")
        state = tr("findings.opened" if opened else "findings.folded")
        self.setAccessibleName(shown(f"{severity}: {group.title}, {state}"))

    def _mend(self) -> None:
        """The repair of the findings as they are now."""
        self.repaired.emit(self.bundle.repair)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.turned.emit(self.bundle.check)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right opens, left shuts, Enter does either."""
        either = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        wanted = event.key() == (Qt.Key.Key_Left if self.opened else Qt.Key.Key_Right)
        if either or wanted:
            self.turned.emit(self.bundle.check)
            return
        super().keyPressEvent(event)
