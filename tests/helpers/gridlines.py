"""How does a test find, read and type into the cells of the table?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from model.commands.tabling import COLUMNS
from model.document import Document
from widgets.table import Table

KEY = Qt.Key


def named(document: Document, name: str) -> str:
    view = document.snapshot()
    return next(r.id for r in view if name in (getattr(r, "label", 0), getattr(r, "name", 0)))


def go(table: Table, line: str, column: str = "what") -> None:
    index = table.lines.index_of(line, COLUMNS.index(column))  # type: ignore[arg-type]
    assert index.isValid()
    table.grid.setCurrentIndex(index)


def top(table: Table) -> list[str]:
    return [table.lines.id_at(table.lines.index(n, 0)) for n in range(table.lines.rowCount())]


def words(table: Table, line: str, column: str) -> str:
    index = table.lines.index_of(line, COLUMNS.index(column))  # type: ignore[arg-type]
    return str(index.data() or "")


def typed(table: Table, text: str) -> None:
    """Over the current cell, taken over with Enter."""
    QTest.keyClick(table.grid, KEY.Key_F2)
    editor = table.grid.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, KEY.Key_Return)
