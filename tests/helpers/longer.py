"""How do sentences look that are a third longer, as in another language?"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from model.language import use
from resources import texts

Entry = str | dict[str, str]


def speak_longer(language: str) -> None:
    """Speak a language whose every sentence has a third more letters; placeholders stay."""
    use(language, {key: _longer(entry) for key, entry in texts(language).items()})


def _longer(entry: Entry) -> Entry:
    if isinstance(entry, dict):
        return {form: str(_longer(text)) for form, text in entry.items()}
    return entry + "n" * -(-len(entry) * 3 // 10)


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons on the screen whose words have no room, and how much is missing."""
    found = []
    for part in window.findChildren(QWidget):
        if part.isVisible() and (lack := _lack(part)):
            name = type(part).__name__
            found.append(f"{name} {_words(part)!r} lacks {lack}")
    return found


def _words(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel | QPushButton | QCheckBox | QRadioButton) else ""


def _lack(part: QWidget) -> str:
    words = _words(part)
    if not words or part.visibleRegion().isEmpty():
        return ""
    if isinstance(part, QLabel):
        return _lack_of_label(part, words)
    lack = part.minimumSizeHint().width() - part.width()
    return f"{lack} px of width" if lack > 1 else ""


def _lack_of_label(label: QLabel, words: str) -> str:
    metrics = QFontMetrics(label.font())
    room = label.contentsRect()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        need = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, words)
        lack = need.height() - room.height()
        return f"{lack} px of height" if lack > metrics.descent() + 1 else ""
    lack = metrics.horizontalAdvance(words) - room.width()
    return f"{lack} px of width" if lack > 1 else ""
