"""How is text shown so that it stays text?

The only module that makes labels, tooltips and message boxes. Foreign text is never read as HTML,
never loads a picture, and characters that
cannot be seen are shown as a token.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QToolTip, QWidget

from model.language import Message, say

LONGEST = 2000
SHOWN_LINES = 12


def shown(text: object) -> str:
    """A text as it may be shown: at most LONGEST characters, invisible format characters (Cf) made
    visible.
    """
    said = str(text)
    if len(said) > LONGEST:
        said = said[:LONGEST] + "…"
    if said.isascii():
        return said
    return "".join(_visible(letter) for letter in said)


def _visible(letter: str) -> str:
    soft_hyphen = "\u00ad"
    if letter != soft_hyphen and unicodedata.category(letter) == "Cf":
        return f"[U+{ord(letter):04X}]"
    return letter


def plain_label(text: object = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label that shows its text literally. ``wrap``: breaks into lines."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setText(shown(text))
    return label


def tip_text(text: object) -> str:
    """A text as a tooltip (also for item views): literal, and it wraps."""
    said = shown(text)
    return f"<qt>{html.escape(said).replace(chr(10), '<br>')}</qt>" if said else ""


def tip(target: QWidget | QAction, text: object) -> None:
    """Give a widget or an action its tooltip."""
    target.setToolTip(tip_text(text))


def show_tip(at: QPoint, text: object, widget: QWidget, area: QRect | None = None) -> None:
    """Show a tooltip now, at a global position; an empty text hides it."""
    QToolTip.showText(at, tip_text(text), widget, area or QRect())


def ask(
    parent: QWidget | None,
    question: Message | str,
    details: Iterable[object] = (),
    confirm: Message | str = say("basics.ok"),
) -> bool:
    """Ask before something is done; the detail lines say what would happen. True when confirmed;
    Esc and the default button mean no.
    """
    box, yes = question_box(parent, question, details, confirm)
    box.exec()
    return box.clickedButton() is yes


def question_box(
    parent: QWidget | None,
    question: Message | str,
    details: Iterable[object],
    confirm: Message | str,
) -> tuple[QMessageBox, QWidget]:
    """The box that ``ask`` shows, and its button that confirms."""
    box = _box(parent, question, details)
    box.setIcon(QMessageBox.Icon.Question)
    yes = box.addButton(shown(confirm), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(shown(say("basics.cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    return box, yes


def tell(parent: QWidget | None, what: Message | str, details: Iterable[object] = ()) -> None:
    """Tell something that must be seen before going on."""
    box = _box(parent, what, details)
    box.setIcon(QMessageBox.Icon.Information)
    box.addButton(shown(say("basics.ok")), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def choose(
    parent: QWidget | None,
    question: Message | str,
    details: Iterable[object],
    answers: Iterable[Message | str],
) -> int:
    """Ask with several answers: the number of the one chosen, or -1 (Esc or cancel)."""
    box = _box(parent, question, details)
    box.setIcon(QMessageBox.Icon.Question)
    buttons = [box.addButton(shown(a), QMessageBox.ButtonRole.ActionRole) for a in answers]
    no = box.addButton(shown(say("basics.cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(no)
    if buttons:
        box.setDefaultButton(buttons[0])
    box.exec()
    chosen = box.clickedButton()
    return next((i for i, button in enumerate(buttons) if button is chosen), -1)


def _box(parent: QWidget | None, what: object, details: Iterable[object]) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(shown(say("basics.title")))
    box.setText(shown(what))
    lines = [f"• {shown(line)}" for line in details]
    if len(lines) > SHOWN_LINES:
        rest = len(lines) - SHOWN_LINES
        lines = [*lines[:SHOWN_LINES], shown(say("basics.more_lines", n=rest))]
    box.setInformativeText("\n".join(lines))
    return box
