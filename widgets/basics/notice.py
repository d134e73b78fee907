"""How is something told without stopping the work?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from model.language import Message, say
from widgets.basics.labels import plain_label, shown, tip
from widgets.look import icons
from widgets.look.theme import look

SEVERITIES = ("hint", "ok", "warning", "error")


class Notice(QFrame):
    """One line above the work: sign, sentence, at most one button, a cross. Empty it is hidden; it
    never takes the focus.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = "hint"
        self._then: Callable[[], object] | None = None
        self._what: object = ""
        self._on_button: Message | str = ""
        self._sign = QToolButton(self)
        self._sign.setAutoRaise(True)
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label = plain_label("", self, wrap=True)
        self._button = QPushButton(self)
        self._cross = QToolButton(self)
        self._cross.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._cross)
        self._button.clicked.connect(self._press)
        self._cross.clicked.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def tell(
        self,
        what: object,
        severity: str = "hint",
        button: Message | str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """Say a sentence; its button does ``then``, as long as this sentence stands here."""
        self._then = then
        self._severity = severity if severity in SEVERITIES else "hint"
        self._what, self._on_button = what, button
        self.speak_again()
        self._button.setVisible(bool(str(button)))
        self._wear()
        self.show()

    def speak_again(self) -> None:
        """Say the same in the language in use now (what came as a Message or an error)."""
        self._label.setText(shown(self._what))
        self._button.setText(shown(self._on_button))
        tip(self._cross, say("basics.close"))
        self._cross.setAccessibleName(shown(say("basics.close")))
        self.setAccessibleName(shown(self._what))

    @property
    def settled(self) -> bool:
        """True when it only tells what went well, or a hint without a button."""
        return self._severity in ("ok", "hint") and self._then is None

    def _wear(self) -> None:
        """The signs in the colours of now."""
        self._sign.setIcon(icons.icon(self._severity, self._severity))
        self._cross.setIcon(icons.icon("close", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cross"):
            self._wear()

    def _press(self) -> None:
        if self._then is not None:
            self._then()

    def clear(self) -> None:
        """Say nothing any more."""
        self._then = None
        self._what = self._on_button = ""
        self._label.clear()
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("panel"))
        painter.fillRect(0, 0, 4, self.height(), look().color(self._severity))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look().color("panel_line"))
