"""Whom do copy, cut and paste mean? The widget that has the focus, and nobody else.

A text field and the table keep their own; on the canvas the chosen elements are meant, and the
outline, which shows the same selection, may copy them. Everywhere else it is said that the key
means nothing there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from model.errors import FachwerkError
from model.language import Message, say
from studio.windows.desk import Desk
from widgets.canvas import Canvas, clipboard
from widgets.canvas.clipboard import Made

SHOWN_LOSSES = 3
TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def copy(desk: Desk) -> None:
    """Copy what is chosen where the focus is."""
    _for_the_focus(desk, "copy", lambda canvas: _hint(desk, clipboard.copy(canvas)), outline=True)


def cut(desk: Desk) -> None:
    """Copy it and take it out."""
    _for_the_focus(desk, "cut", clipboard.cut)


def paste(desk: Desk) -> None:
    """Put what lies in the clipboard where the focus is."""
    _for_the_focus(desk, "paste", lambda canvas: _tell(desk, clipboard.paste_here(canvas)))


def paste_use(desk: Desk) -> None:
    """The chosen step uses the copied answers."""
    _for_the_focus(desk, "", lambda canvas: _tell(desk, clipboard.paste_as_use(canvas)))


def duplicate(desk: Desk) -> None:
    """The same elements again."""
    _for_the_focus(desk, "", lambda canvas: _tell(desk, clipboard.duplicate_chosen(canvas)))


def copy_text(desk: Desk) -> None:
    """The elements (or the whole service) as readable text."""
    if desk.sheet is not None:
        _hint(desk, clipboard.copy_text(desk.sheet.canvas))


def copy_picture(desk: Desk) -> None:
    """The elements (or the whole service) as a picture."""
    if desk.sheet is not None:
        _hint(desk, clipboard.copy_picture(desk.sheet.canvas))


def on_elements(desk: Desk, work: Callable[[], object]) -> None:
    """Do something with the chosen elements, unless the focus is in another part of the window: a
    key means the part where one is.

    Raises:
        FachwerkError: it is elsewhere.
    """
    focus = desk.window.focusWidget()
    sheet = desk.sheet
    inside = sheet is not None and focus is not None and sheet.isAncestorOf(focus)
    if not inside and focus not in (None, desk.window, sheet):
        raise FachwerkError(say("clip.key_elsewhere"), todo=say("clip.key_elsewhere.todo"))
    work()


def _for_the_focus(
    desk: Desk, verb: str, work: Callable[[Canvas], object], *, outline: bool = False
) -> None:
    """``outline``: it also means the elements chosen there; it changes nothing."""
    focus = desk.window.focusWidget()
    if focus in (None, desk.window) and desk.sheet is not None:
        work(desk.sheet.canvas)  # nobody has it: what is chosen is meant
        return
    for widget in _from_inside_out(focus):
        own = getattr(_line_of(widget), verb, None) if verb else None
        if callable(own):
            own()
            return
        if isinstance(widget, TEXTS) or desk.sheet is None:
            break
        if widget is desk.sheet.canvas or (outline and widget is desk.panes.outline):
            work(desk.sheet.canvas)
            return
    raise FachwerkError(say("clip.not_here"), todo=say("clip.not_here.todo"))


def _line_of(widget: QWidget) -> QWidget:
    """The line inside a date, a number or a list of choices; the widget itself otherwise."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.lineEdit() or widget
    return widget


def _from_inside_out(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _hint(desk: Desk, words: Message) -> None:
    """A passing remark in the line at the lower edge."""
    if desk.sheet is not None:
        desk.sheet.canvas.hinted.emit(words)


def _tell(desk: Desk, made: Made) -> None:
    """Say what was pasted; a list, and what could not come along, above the work, with undo."""
    _hint(desk, made.words)
    if not made.lost and made.guessed is None:
        return
    parts: list[object] = [made.words, *([made.guessed] if made.guessed else [])]
    parts += made.lost[:SHOWN_LOSSES]
    if len(made.lost) > SHOWN_LOSSES:
        parts.append(say("clip.lost.more", n=len(made.lost) - SHOWN_LOSSES))
    words = " ".join(str(part) for part in parts)
    sheet = desk.sheet

    def back() -> None:
        desk.notice.clear()
        if sheet is desk.sheet and sheet is not None:
            done = sheet.session.history.done
            if done and done[-1] is made.changeset:
                desk.undo()

    severity = "warning" if made.lost else "ok"
    desk.notice.tell(words, severity, say("clip.undo"), back)
