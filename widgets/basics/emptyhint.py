"""What does an empty pane say, so that it teaches?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from model.language import Message
from widgets.basics.labels import plain_label, shown
from widgets.look import icons
from widgets.look.theme import ui_font


class EmptyHint(QWidget):
    """A sign, a sentence and some quieter lines in the middle of an empty pane."""

    def __init__(
        self,
        sign: str,
        title: Message | str,
        lines: tuple[Message | str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._said = (title, *lines)
        self._sign_name = sign
        self._sign = QToolButton(self)
        self._sign.setAutoRaise(True)
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.setIconSize(QSize(32, 32))
        self._labels = [plain_label("", self, wrap=True) for _ in self._said]
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for number, label in enumerate(self._labels):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFont(ui_font(1.05 if number == 0 else 0.92))
            column.addWidget(label)
            if number:
                label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again, in the language and colours in use now."""
        self._sign.setIcon(icons.icon(self._sign_name, "muted"))
        for label, text in zip(self._labels, self._said, strict=True):
            label.setText(shown(text))
        self.setAccessibleName(" ".join(shown(text) for text in self._said))
