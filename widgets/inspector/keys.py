"""Who hears Strg+Z and Esc while somebody types in a line?

The line, as long as there is typing of its own to take back; the document otherwise. So Strg+Z
never stops working because the focus stands in an empty line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def is_escape(event: QEvent) -> bool:
    """Esc, pressed or about to be offered to the shortcuts."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return (
        event.type() in kinds and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
    )


def leaves_to_document(line: QObject, event: QEvent) -> bool:
    """Undo or redo that the line has nothing for: the document's shortcut hears it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo)
    redo = event.matches(QKeySequence.StandardKey.Redo)
    if not (undo or redo) or _can(line, undo=undo):
        return False
    event.ignore()
    return True


def forget_typing(line: QObject) -> None:
    """What was typed is taken over: from now on Strg+Z is the document's."""
    if isinstance(line, QLineEdit) and line.isUndoAvailable():
        line.setText(line.text())
    elif isinstance(line, QPlainTextEdit):
        line.document().clearUndoRedoStacks()


def _can(line: QObject, *, undo: bool) -> bool:
    if isinstance(line, QLineEdit):
        return line.isUndoAvailable() if undo else line.isRedoAvailable()
    if isinstance(line, QPlainTextEdit):
        document = line.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False
