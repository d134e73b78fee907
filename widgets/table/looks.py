"""How does a cell of the table look, and what does a screen reader say of it?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication

from model.commands.tablecells import can_set
from model.commands.tabling import Called, Column, cell
from model.document import Snapshot
from model.grammar import icon_of, kind_title, title
from model.language import tr
from model.records import Flow, Node, Record
from widgets.basics.labels import shown, tip_text
from widgets.look import icons
from widgets.look.theme import look

ROLE = Qt.ItemDataRole


def shown_in(record: Record, column: Column, words: str, called: Called) -> str:
    """The words of a cell as they are shown, in one line."""
    if column == "required":
        return ""
    if column == "what" and isinstance(record, Node):
        words = called[record.id] or words
    if column == "kind" and isinstance(record, Node):  # the sign tells the kind
        words = words.rpartition(", ")[2] if words[-1:] != "“" and _counts(words) else words
    leads = column == "then" and words and "→" not in words
    return " ".join(shown(f"→ {words}" if leads else words).split())


def _counts(words: str) -> bool:
    return words.rpartition(", ")[2][:1].isdigit()


def look_of(view: Snapshot, record: Record, column: Column, role: int, called: Called) -> Any:
    """Sign, font, ink, tip and spoken words of a cell."""
    if role == ROLE.DecorationRole and column == "what":
        return icons.icon("connect" if isinstance(record, Flow) else icon_of(record), "muted")
    if role == ROLE.FontRole:
        return _font(record, column)
    if role == ROLE.ForegroundRole and column == "what" and not title(record):
        return look().color("muted")
    if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
        told = cell(view, record.id, column, called)
        words = shown_in(record, column, told, called)
        if role == ROLE.ToolTipRole:
            return tip_text(told if column == "kind" else words)
        return _told(view, record, column, words, called)
    return None


def _told(view: Snapshot, record: Record, column: Column, words: str, called: Called) -> str:
    """What a screen reader says: the column, the words, and of the name also the kind."""
    if column == "what":
        return shown(f"{words}, {kind_title(record)}" if words else str(kind_title(record)))
    if column == "required" and can_set(view, record.id, column):
        on = bool(cell(view, record.id, column, called))
        words = tr("sentence.yes") if on else tr("sentence.no")
    return f"{tr(f'table.column.{column}')}: {words or tr('table.empty_cell')}"


def _font(record: Record, column: Column) -> QFont | None:
    """Steps stand out by their name; "sonst" is said in italics, as on the canvas."""
    font = QGuiApplication.font()
    if isinstance(record, Node) and column == "what":
        font.setWeight(QFont.Weight.DemiBold)
        return font
    if isinstance(record, Flow) and column == "when" and record.default:
        font.setItalic(True)
        return font
    return None
