"""How does one finding look?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from model.checks import Finding, Repair
from model.language import tr
from widgets.basics.labels import plain_label, shown, tip
from widgets.findings.row import Row
from widgets.findings.sign import Sign
from widgets.look.theme import px, text_scale, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

MOST_BUTTONS = 2
LARGE = 1.5
PLACE, NARROWEST = 280, 90
"""The widest place and the narrowest sentence, in pixels."""


class FindingLine(Row):
    """One line. ``jumped``: a person wants to see the place; ``repaired``: a button that mends was
    pressed; ``played``: what it says is to be seen on the canvas. Enter jumps, Right tells why,
    P plays, Tab goes on to the buttons; all of it stands in the menu of the line, too.
    """

    jumped = Signal(str)
    repaired = Signal(object)
    played = Signal(object)

    def __init__(
        self, finding: Finding, place: str, parent: QWidget | None = None, *, inset: int = 0
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.finding, self.inset = finding, inset
        where = self._where(place)
        what = plain_label(" ".join(str(finding.what).split()), self, wrap=True)
        policy = what.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        what.setSizePolicy(policy)
        what.setMinimumWidth(NARROWEST)
        self.why = plain_label(finding.reason, self, wrap=True)
        self.why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.why.setContentsMargins(px(20) + 8, 0, 0, 4)
        self.why.hide()
        buttons = [self._button(repair) for repair in finding.repairs[:MOST_BUTTONS]]
        self.ask_why = FlatButton(tr("findings.why"), self, role="quiet")
        self.ask_why.setCheckable(True)
        self.ask_why.toggled.connect(self.why.setVisible)
        buttons.append(self.ask_why)
        if self.plays:
            play = FlatButton(tr("findings.play"), self, role="quiet", sign="play")
            tip(play, tr("findings.play.tip"))
            play.clicked.connect(lambda _checked=False: self.played.emit(self.finding))
            buttons.insert(0, play)
        column = QVBoxLayout(self)
        column.setContentsMargins(12 + inset, 1, 8, 1)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Sign(finding.severity, self))
        row.addWidget(where)
        column.addLayout(row)
        if text_scale() >= LARGE:
            row.addStretch(1)
            self._below(column, what, buttons)
        else:
            row.addWidget(what, 1)
            for button in buttons:
                row.addWidget(button)
        column.addWidget(self.why)
        severity = tr(f"findings.severity.{finding.severity}")
        self.setAccessibleName(shown(f"{severity}: {place}: {finding.what}"))
        self.setAccessibleDescription(shown(finding.reason))

    def _below(self, column: QVBoxLayout, what: QLabel, buttons: list[FlatButton]) -> None:
        """In large words the sentence and its buttons have lines of their own."""
        left = px(20) + 8
        what.setContentsMargins(left, 0, 0, 2)
        column.addWidget(what)
        flow = FlowLayout(None)
        for button in buttons:
            flow.addWidget(button)
        indented = QHBoxLayout()
        indented.addSpacing(left)
        indented.addLayout(flow, 1)
        column.addLayout(indented)

    def minimumSizeHint(self) -> QSize:
        """At least one line high. How high it is really, its layout tells for the width it gets;
        the sum of what it would be when narrow must not stretch the pane.
        """
        return QSize(super().minimumSizeHint().width(), self.ask_why.sizeHint().height() + 2)

    def _where(self, place: str) -> QLabel:
        """The place in one line; a long name is cut, so that the buttons stay in sight."""
        font = ui_font()
        font.setWeight(QFont.Weight.DemiBold)
        words = " ".join(shown(place).split())
        fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, PLACE)
        label = plain_label(fitting, self)
        label.setFont(font)
        if fitting != words:
            tip(label, words)
        return label

    @property
    def plays(self) -> bool:
        """Is there a case that shows it?"""
        return bool(self.finding.path or self.finding.answers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("findings.jump"), lambda: self.jumped.emit(self.finding.at))
        if self.plays:
            menu.addAction(tr("findings.play"), lambda: self.played.emit(self.finding))
        for repair in self.finding.repairs[:MOST_BUTTONS]:
            menu.addAction(shown(repair.title), partial(self._mend, repair.key))
        menu.popup(event.globalPos())

    def _button(self, repair: Repair) -> FlatButton:
        button = FlatButton(repair.title, self)
        button.clicked.connect(lambda _checked=False, key=repair.key: self._mend(key))
        return button

    def _mend(self, key: str) -> None:
        """The repair of the finding as it is now: a line stays when the finding is found again."""
        found = (repair for repair in self.finding.repairs if repair.key == key)
        repair = next(found, None)
        if repair is not None:
            self.repaired.emit(repair)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.jumped.emit(self.finding.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.jumped.emit(self.finding.at)
            return
        if event.key() == Qt.Key.Key_P and self.plays:
            self.played.emit(self.finding)
            return
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.ask_why.setChecked(event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)
