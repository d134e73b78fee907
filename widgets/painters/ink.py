"""With which pens, brushes and fonts does a theme draw?"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPen

from widgets.look.theme import ui_font
from widgets.look.tokens import Tokens, tokens

NARROWER = {"DejaVu Sans": "DejaVu Sans Condensed"}
"""Wide families have a narrower sister; a name and not a stretch, because SVG knows no stretch."""

_FONTS: dict[str, tuple[int, QFont.Weight, bool]] = {
    # name: pixels at 100 %, weight, italic
    "title": (14, QFont.Weight.DemiBold, False),
    "title_small": (12, QFont.Weight.DemiBold, False),
    "far": (27, QFont.Weight.DemiBold, False),
    "far_small": (21, QFont.Weight.DemiBold, False),
    "far_count": (19, QFont.Weight.Normal, False),
    "afar": (40, QFont.Weight.DemiBold, False),
    "afar_count": (38, QFont.Weight.Normal, False),
    "afar_more": (48, QFont.Weight.DemiBold, False),
    "afar_more_count": (46, QFont.Weight.Normal, False),
    "row": (13, QFont.Weight.Normal, False),
    "row_small": (11, QFont.Weight.Normal, False),
    "row_strong": (13, QFont.Weight.DemiBold, False),
    "muted": (12, QFont.Weight.Normal, False),
    "muted_small": (10, QFont.Weight.Normal, False),
    "label": (12, QFont.Weight.Normal, False),
    "else": (12, QFont.Weight.Normal, True),
    "law": (8, QFont.Weight.Normal, False),
    "chip": (11, QFont.Weight.Normal, False),
    "lane": (13, QFont.Weight.DemiBold, False),
    "bubble": (12, QFont.Weight.Normal, False),
}


class Ink:
    """Pens, brushes and fonts of one theme; made once, then shared."""

    def __init__(self, said: Tokens) -> None:
        self.tokens = said
        self._pens: dict[tuple[str, float, Qt.PenStyle], QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def pen(
        self, color: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> QPen:
        """A pen with round ends and corners; do not alter it."""
        key = (color, width, style)
        if key not in self._pens:
            self._pens[key] = QPen(
                self.tokens.color(color),
                width,
                style,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        return self._pens[key]

    def brush(self, color: str) -> QBrush:
        """A solid brush; do not alter it."""
        if color not in self._brushes:
            self._brushes[color] = QBrush(self.tokens.color(color))
        return self._brushes[color]

    def font(self, name: str) -> QFont:
        """A font of the canvas; sizes are pixels at 100 %, so that cards fit on every machine."""
        if name not in self._fonts:
            pixels, weight, italic = _FONTS[name]
            font = ui_font()
            font.setPixelSize(pixels)
            font.setWeight(weight)
            font.setItalic(italic)
            font.setFamily(NARROWER.get(font.family(), font.family()))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[name] = font
        return self._fonts[name]

    def metrics(self, name: str) -> QFontMetricsF:
        if name not in self._metrics:
            self._metrics[name] = QFontMetricsF(self.font(name))
        return self._metrics[name]

    def width(self, name: str, text: str) -> float:
        """How wide a text is in a font."""
        return self.metrics(name).horizontalAdvance(text)


@cache
def ink(theme: str) -> Ink:
    """The ink of a theme."""
    return Ink(tokens(theme))
