"""How does a panel hear that language or colours have changed?"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from widgets.basics.labels import plain_label, shown
from widgets.look.theme import look, ui_font

W = TypeVar("W", bound=QWidget)


class Panel(QWidget):
    """A widget that says its words again (``retranslate``) and fetches its colours again
    (``restyle``) when asked by Qt.
    """

    def retranslate(self) -> None:
        """Say all words again, in the language in use now."""

    def restyle(self) -> None:
        """Fetch icons and colours again, in the theme worn now."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ApplicationPaletteChange:
            self.restyle()


def edged(control: W) -> W:
    """Give a control an edge that can be seen in every theme (3:1).

    Fusion draws edges in the window's colour, darkened by 140 %; the control alone gets a window
    colour that becomes the wanted edge.
    """
    colors = control.palette()
    colors.setColor(QPalette.ColorRole.Window, look().color("card_edge").lighter(140))
    control.setPalette(colors)
    return control


def shrinks(box: QComboBox) -> QComboBox:
    """Let a drop-down be as narrow as its pane; its list shows the words whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(2)
    box.setMinimumWidth(56)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box


def heading(text: object = "", parent: QWidget | None = None, *, quiet: bool = True) -> QLabel:
    """The title of a part: small spaced capitals when quiet, else bold words."""
    label = plain_label("", parent)
    font = ui_font(0.85 if quiet else 1.0)
    font.setWeight(QFont.Weight.DemiBold)
    if quiet:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setFont(font)
    label.setText(shown(text))
    return label
