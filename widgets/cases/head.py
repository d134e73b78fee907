"""What can be done with the cases, above their list?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from model.language import tr
from widgets.basics.labels import tip
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

BUTTONS = ("new", "cover", "keep", "play", "compare", "expect", "untouched")
_SIGNS = {"new": "add", "play": "play", "compare": "compare", "expect": "ok"}


class CasesHead(QWidget):
    """``wanted`` carries the name of the button that was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, FlatButton] = {}
        row = FlowLayout(self, 6)
        for name in BUTTONS:
            role = "tab" if name == "untouched" else "plain"
            button = FlatButton("", self, role=role, sign=_SIGNS.get(name, ""))
            button.clicked.connect(lambda _c=False, wish=name: self.wanted.emit(wish))
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["untouched"].setCheckable(True)
        self.retranslate()

    def allow(self, chosen: int, of_all: int, *, playing: bool) -> None:
        """Show what can be done with so many cases."""
        self.buttons["keep"].setVisible(playing)
        for name in ("play", "expect", "compare", "untouched"):
            self.buttons[name].setVisible(of_all > 0)
        self.buttons["compare"].setVisible(of_all > 1)
        self.buttons["play"].setEnabled(chosen == 1)
        self.buttons["expect"].setEnabled(chosen > 0)
        self.buttons["compare"].setEnabled(chosen == 2)

    def retranslate(self) -> None:
        """Say all words again."""
        for name, button in self.buttons.items():
            words = "action.cases.expect" if name == "expect" else f"cases.button.{name}"
            button.say(tr(words))
            if name != "new":
                tip(button, tr(f"cases.button.{name}.tip"))
