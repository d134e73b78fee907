"""Which switches stand above the form?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import tip
from widgets.inspector.languages import language_name
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged

SIDES = ("page", "whole")
VIEWS = ("phone", "contrast", "faults")
BAR = 11
"""The right edge is that of the form, which has a scroll bar beside it."""


class Switches(QWidget):
    """Page or whole application; phone, contrast, faults; language. ``turned``: a switch was used;
    ``emptied``: all answers are to go.
    """

    turned = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, FlatButton] = {}
        for name in (*SIDES, *VIEWS):
            button = FlatButton("", self, role="tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _c=False, one=name: self._press(one))
            self.buttons[name] = button
        self.languages = QComboBox(self)
        edged(self.languages)
        self.languages.activated.connect(lambda _n: self.turned.emit())
        self.empty = FlatButton("", self, role="quiet")
        self.empty.clicked.connect(self.emptied)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(3)
        column.addLayout(self._row(SIDES, self.languages))
        column.addLayout(self._row(VIEWS, self.empty))
        self.buttons["page"].setChecked(True)
        self.retranslate()

    def is_on(self, name: str) -> bool:
        """Whether a switch is on."""
        return self.buttons[name].isChecked()

    def set_on(self, name: str, on: bool) -> None:
        """Turn a switch without telling anybody."""
        self.buttons[name].setChecked(on)

    @property
    def language(self) -> str:
        """The language the form is to speak."""
        return str(self.languages.currentData() or "")

    def offer(self, codes: list[str]) -> None:
        """The languages there are; one alone is no choice."""
        have = [self.languages.itemData(n) for n in range(self.languages.count())]
        self.languages.setVisible(len(codes) > 1)
        if have == codes:
            return
        now = self.language
        self.languages.clear()
        for code in codes:
            self.languages.addItem(language_name(code), code)
        self.languages.setCurrentIndex(max(0, self.languages.findData(now)))

    def retranslate(self) -> None:
        """Say all words again."""
        for name, button in self.buttons.items():
            button.say(tr(f"preview.switch.{name}"))
            tip(button, tr(f"preview.switch.{name}.tip"))
        for place in range(self.languages.count()):
            self.languages.setItemText(place, language_name(self.languages.itemData(place)))
        self.languages.setAccessibleName(tr("preview.language"))
        tip(self.languages, tr("preview.language"))
        self.languages.setFixedHeight(self.buttons["page"].sizeHint().height())
        self.empty.say(tr("preview.empty_all"))
        tip(self.empty, tr("preview.empty_all.tip"))

    def _row(self, names: tuple[str, ...], last: QWidget) -> QHBoxLayout:
        """Switches from the left, and at the right edge what is no switch."""
        row = QHBoxLayout()
        row.setSpacing(3)
        switches = FlowLayout(None, 3)
        for name in names:
            switches.addWidget(self.buttons[name])
        row.addLayout(switches, 1)
        row.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _press(self, name: str) -> None:
        if name in SIDES:
            for side in SIDES:
                self.buttons[side].setChecked(side == name)
        self.turned.emit()
