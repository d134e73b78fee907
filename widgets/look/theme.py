"""Which theme is on, and how does the whole program wear it?

Fusion with a palette; the application remembers its theme in two dynamic properties, so there is
no second truth in this module.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from widgets.look.tokens import Tokens, tokens

WISHES = ("light", "dark", "contrast", "system")
_WISH, _WORN, _SCALE = "fachwerk_theme_wish", "fachwerk_theme", "fachwerk_text_scale"
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
"""How large the words of the window may be, as a factor."""
_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


def apply(app: QApplication, wish: str = "system") -> str:
    """Let the program wear a theme; returns the one worn. With ``system`` it follows the system's
    setting from now on.

    Widgets hear it as the usual palette change event.

    Raises:
        ValueError: there is no such theme.
    """
    if wish not in WISHES:
        raise ValueError(f"no such theme: {wish}")
    first = app.property(_WISH) is None
    app.setProperty(_WISH, wish)
    if first:
        app.setStyle("Fusion")
        app.setFont(ui_font())
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow(app))
    app.styleHints().setColorScheme(_SCHEMES[wish])
    return _wear(app)


def current() -> str:
    """The theme worn now: ``light``, ``dark`` or ``contrast``."""
    app = QGuiApplication.instance()
    return (app.property(_WORN) if app else None) or "light"


def wish() -> str:
    """What was asked for: one of WISHES."""
    app = QGuiApplication.instance()
    return (app.property(_WISH) if app else None) or "system"


def look() -> Tokens:
    """The tokens of the theme worn now."""
    return tokens(current())


def ui_font(scale: float = 1.0) -> QFont:
    """The program's font: the first family of the list that the machine has, else the system's."""
    said = tokens("light")
    font = QFont(QGuiApplication.font())
    family = _family(said.families)
    if family:
        font.setFamily(family)
    font.setPointSizeF(said.base_pt * scale * text_scale())
    return font


@cache
def _family(wished: tuple[str, ...]) -> str:
    """Asked once: the machine's list of families is long."""
    have = set(QFontDatabase.families())
    return next((name for name in wished if name in have), "")


def text_scale() -> float:
    """The factor of the window's words: one of TEXT_SCALES."""
    app = QGuiApplication.instance()
    return float((app.property(_SCALE) if app else None) or 1.0)


def px(length: float) -> int:
    """A length of the window that grows with its words, in pixels."""
    return round(length * text_scale())


def scale_text(app: QApplication, factor: float) -> None:
    """Show the words of the window larger or smaller, at once; the canvas has its zoom.

    Raises:
        ValueError: the factor is none of TEXT_SCALES.
    """
    if factor not in TEXT_SCALES:
        raise ValueError(f"no such size of text: {factor}")
    by = factor / text_scale()
    app.setProperty(_SCALE, factor)
    app.setFont(ui_font())
    for widget in app.allWidgets():
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            font = widget.font()
            if font.pointSizeF() <= 0:
                continue  # in pixels: letters of the canvas, which has its zoom
            font.setPointSizeF(font.pointSizeF() * by)
            widget.setFont(font)


def _follow(app: QApplication) -> None:
    if app.property(_WISH) == "system":
        _wear(app)


def _wear(app: QApplication) -> str:
    theme = _resolved(app)
    app.setProperty(_WORN, theme)
    app.setPalette(palette(tokens(theme)))
    for lists in _SOFT:
        # The stubs of PySide6 6.11 ask for bytes; bytes are refused, a text is taken.
        app.setPalette(_soft(tokens(theme)), lists)  # type: ignore[arg-type]
    return theme


_SOFT = ("QMenu", "QComboBoxListView")
"""Lists whose rows carry icons: the chosen row is filled softly, so that icons stay readable."""


def _soft(said: Tokens) -> QPalette:
    made = palette(said)
    made.setColor(QPalette.ColorRole.Highlight, QColor(said.accent_soft))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor(said.text))
    return made


def _resolved(app: QApplication) -> str:
    wished = str(app.property(_WISH))
    if wished != "system":
        return wished
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def palette(said: Tokens) -> QPalette:
    """Qt's palette for a look; disabled text is muted, not faint."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "panel"),
        (role.WindowText, "text"),
        (role.Base, "control"),
        (role.AlternateBase, "panel"),
        (role.Text, "text"),
        (role.Button, "panel"),
        (role.ButtonText, "text"),
        (role.BrightText, "error"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "timber"),
        (role.ToolTipBase, "panel"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Mid, "panel_line"),
        (role.Midlight, "panel_line"),
        (role.Light, "panel"),
        (role.Dark, "card_edge"),
        (role.Shadow, "card_edge"),
    ):
        made.setColor(where, QColor(getattr(said, name)))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(said.muted))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(said.panel_line))
    return made
