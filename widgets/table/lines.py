"""Which lines and cells does the table have, and how do they follow the document?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from model.commands.tablecells import can_set, line_kind
from model.commands.tabling import (
    COLUMNS,
    Called,
    Column,
    cell,
    has_lines_below,
    lines_below,
)
from model.document import Change, ChangeSet, Document, Snapshot
from model.graph import reading_order
from model.language import tr
from model.records import Flow, Node, Placement, Record
from widgets.basics.labels import tip_text
from widgets.table.changes import leads_elsewhere, renames
from widgets.table.looks import look_of, shown_in

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROLE = Qt.ItemDataRole
MANY = 2000
"""Above this number of nodes a change does not ask for the whole order of reading."""


_SOUGHT: dict[str, tuple[Column, ...]] = {
    "node": ("who", "what", "kind", "law", "fee", "deadline"),
    "row": ("what", "kind", "when", "law"),
    "use": ("what", "kind"),
    "answer": ("what",),
    "way": ("what", "when", "then", "law"),
}
"""Kind of line -> the columns whose words the filter looks at."""


_TOLD_ELSEWHERE = (
    "norm",
    "fee",
    "tariff_row",
    "deadline",
    "rule",
    "role",
    "field",
    "group",
    "option",
)
"""Kinds whose words stand on the lines of others."""


class Line:
    """One line; what stands below it is asked for when it is opened."""

    __slots__ = ("below", "id", "parent", "place")

    def __init__(self, record_id: str, parent: Line | None) -> None:
        self.id, self.parent, self.place = record_id, parent, 0
        self.below: list[Line] | None = None


class TableLines(QAbstractItemModel):
    """``typed`` carries line, column and what was typed or picked (an id where one is picked)."""

    typed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self._top: list[Line] = []
        self._order: list[str] = []
        self._known: dict[str, Line] = {}
        self._gone: list[Line] = []  # Qt may still hold indexes that point to them
        self._called: Called | None = None
        self._filter = ""
        self._words: dict[str, str] = {}

    @property
    def view(self) -> Snapshot:
        """The service as it is now."""
        assert self.document is not None
        return self.document.snapshot()

    @property
    def called(self) -> Called:
        """The names of nodes."""
        if self._called is None:
            self._called = Called(self.view, self._order)
        return self._called

    # ------------------------------------------------------------------------------- following

    def open(self, document: Document | None) -> None:
        """Show another document."""
        self.document = document
        self.refresh()

    def refresh(self) -> None:
        """Take all lines anew."""
        self.beginResetModel()
        self._gone, self._known, self._called, self._words = [], {}, None, {}
        self._order = reading_order(self.view) if self.document is not None else []
        self._top = [self._line(node, None) for node in self._order if self._is_wanted(node)]
        _number(self._top)
        self.endResetModel()

    def hear(self, changeset: ChangeSet) -> None:
        """Follow a change: mend the lines it touched, leave all others."""
        changes = [change for change in changeset if not isinstance(change.record, Placement)]
        if not changes:
            return
        touched = {node for change in changes for node in self._nodes_of(change)}
        for node in touched:
            self._words.pop(node, None)
        if any(renames(change) or leads_elsewhere(change) for change in changes):
            self._called = None
        if any(leads_elsewhere(change) for change in changes):
            self._order = self._order_after(changes)
            wanted = [node for node in self._order if self._is_wanted(node)]
            self._take(None, wanted)
        for line in [self._known[node] for node in touched if node in self._known]:
            self._mend(line)
            self._say_changed(line)

    def _order_after(self, changes: list[Change]) -> list[str]:
        """The order of reading; of very many nodes only what came and went, until the next
        ``refresh``.
        """
        if len(self._order) <= MANY:
            return reading_order(self.view)
        order = [node for node in self._order if node in self.view]
        for change in changes:
            if isinstance(change.after, Node) and change.before is None:
                before = [way.source for way in self.view.incoming(change.after.id)]
                place = order.index(before[0]) + 1 if before and before[0] in order else len(order)
                order.insert(place, change.after.id)
        return order

    def seek(self, words: str) -> None:
        """Show only nodes that have these words somewhere on their lines."""
        self._filter = " ".join(words.split()).casefold()
        self._take(None, [node for node in self._order if self._is_wanted(node)])

    def _nodes_of(self, change: Change) -> Iterable[str]:
        """The nodes on whose lines a change shows."""
        for record in (change.before, change.after):
            if isinstance(record, Flow):
                yield record.source
            elif record is not None:
                yield from self._cards_of(record)

    def _cards_of(self, record: Record) -> Iterator[str]:
        """The node a record belongs (or belonged) to, and those that show its words."""
        place = record.id if isinstance(record, Node) else getattr(record, "parent", "")
        yield from self._node_at(place)
        if record.kind in _TOLD_ELSEWHERE:
            for user in self.view.referring(record.id):
                yield from self._node_at(user.id)

    def _node_at(self, record_id: str) -> Iterator[str]:
        record = self.view.get(record_id)
        node = record.source if isinstance(record, Flow) else None
        card = self.view.card_of(record_id) if node is None else self.view.get(node)
        if card is not None:
            yield card.id

    def _mend(self, line: Line) -> None:
        """The lines below, if they were asked for already."""
        if line.below is None:
            return
        self._take(line, lines_below(self.view, line.id))
        for below in line.below:
            self._mend(below)

    def _say_changed(self, line: Line) -> None:
        last = self.createIndex(line.place, len(COLUMNS) - 1, line)
        self.dataChanged.emit(self._index(line), last)
        for below in line.below or ():
            self._say_changed(below)

    def _take(self, parent: Line | None, wanted: list[str]) -> None:
        """Let the lines below ``parent`` be these, by taking out, putting in and moving."""
        lines = self._top if parent is None else parent.below
        assert lines is not None
        index = self._index(parent)
        keep = set(wanted)
        for place in range(len(lines) - 1, -1, -1):
            if lines[place].id not in keep:
                self.beginRemoveRows(index, place, place)
                self._forget(lines.pop(place))
                _number(lines, place)
                self.endRemoveRows()
        have = {line.id for line in lines}
        if len(have) + 200 < len(wanted):
            self._take_many(parent, lines, wanted)
            return
        for place, one in enumerate(wanted):
            if one not in have:
                at = min(place, len(lines))
                self.beginInsertRows(index, at, at)
                lines.insert(at, self._line(one, parent))
                _number(lines, at)
                self.endInsertRows()
        self._reorder(lines, wanted)

    def _take_many(self, parent: Line | None, lines: list[Line], wanted: list[str]) -> None:
        """Many new lines at once: at the end, then into order."""
        have = {line.id for line in lines}
        new = [one for one in wanted if one not in have]
        first = len(lines)
        self.beginInsertRows(self._index(parent), first, first + len(new) - 1)
        lines += [self._line(one, parent) for one in new]
        _number(lines, first)
        self.endInsertRows()
        self._reorder(lines, wanted)

    def _reorder(self, lines: list[Line], wanted: list[str]) -> None:
        if [line.id for line in lines] == wanted:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {one: place for place, one in enumerate(wanted)}
        lines.sort(key=lambda line: places[line.id])
        _number(lines)
        after = [
            self.createIndex(i.internalPointer().place, i.column(), i.internalPointer())
            for i in before
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _forget(self, line: Line) -> None:
        self._known.pop(line.id, None)
        self._gone.append(line)
        for below in line.below or ():
            self._forget(below)

    def _is_wanted(self, node: str) -> bool:
        return not self._filter or self._filter in self._text_of(node)

    def _text_of(self, node: str) -> str:
        """All words of a node and of the lines below it, in small letters."""
        if node not in self._words:
            lines = [node, *self._all_below(node, 0)]
            words = [
                cell(self.view, line, column, self.called)
                for line in lines
                for column in _SOUGHT.get(line_kind(self.view[line]), ())
            ]
            self._words[node] = " ".join(filter(None, words)).casefold()
        return self._words[node]

    def _all_below(self, line: str, depth: int) -> list[str]:
        below = lines_below(self.view, line) if depth < 20 else []
        return [one for i in below for one in (i, *self._all_below(i, depth + 1))]

    # -------------------------------------------------------------------------------- looking up

    def index_of(self, record_id: str, column: int = 0) -> QModelIndex:
        """Where a record stands; asks for the lines of its step. Invalid when it has no line."""
        line = self._find(record_id)
        return self.createIndex(line.place, column, line) if line else QModelIndex()

    def id_at(self, index: Index) -> str:
        """The record of a line."""
        return index.internalPointer().id if index.isValid() else ""

    def column_at(self, index: Index) -> Column:
        """What a cell says."""
        return COLUMNS[index.column()]

    def _find(self, record_id: str) -> Line | None:
        if record_id in self._known:
            return self._known[record_id]
        record = self.view.get(record_id) if self.document else None
        if record is None or isinstance(record, Node):
            return None
        above = record.source if isinstance(record, Flow) else getattr(record, "parent", "")
        parent = self._find(above)
        if parent is None:
            return None
        self._lines(self._index(parent))
        return self._known.get(record_id)

    def _index(self, line: Line | None) -> QModelIndex:
        return self.createIndex(line.place, 0, line) if line else QModelIndex()

    def _line(self, record_id: str, parent: Line | None) -> Line:
        line = Line(record_id, parent)
        self._known[record_id] = line
        return line

    def _lines(self, parent: Index) -> list[Line]:
        if not parent.isValid():
            return self._top
        line: Line = parent.internalPointer()
        if line.below is None:
            line.below = [self._line(one, line) for one in lines_below(self.view, line.id)]
            _number(line.below)
        return line.below

    # ----------------------------------------------------------------------------- Qt's questions

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        lines = self._lines(parent)
        if not (0 <= row < len(lines) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, lines[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        line = index.internalPointer().parent if index.isValid() else None
        return self._index(line)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._lines(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002
        return len(COLUMNS)

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        if not parent.isValid():
            return bool(self._top)
        line: Line = parent.internalPointer()
        if line.below is not None:
            return bool(line.below)
        return parent.column() == 0 and has_lines_below(self.view, line.id)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        base = flag.ItemIsEnabled | flag.ItemIsSelectable
        if index.column() == 0:  # asked of every line when lines are laid out
            in_lane = index.internalPointer().parent is None
            return base | flag.ItemIsEditable if in_lane else base
        if not can_set(self.view, self.id_at(index), self.column_at(index)):
            return base
        checks = self.column_at(index) == "required"
        return base | (flag.ItemIsUserCheckable if checks else flag.ItemIsEditable)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return tr(f"table.column.{COLUMNS[section]}")
        if role == ROLE.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return tip_text(tr(f"table.column.{COLUMNS[section]}.tip"))
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        record = self.view.get(self.id_at(index)) if self.document and index.isValid() else None
        if record is None:
            return None
        column = self.column_at(index)
        if role in (ROLE.DisplayRole, ROLE.EditRole):
            words = cell(self.view, record.id, column, self.called)
            return words if role == ROLE.EditRole else shown_in(record, column, words, self.called)
        if role == ROLE.CheckStateRole and column == "required":
            if not can_set(self.view, record.id, column):
                return None
            on = bool(cell(self.view, record.id, column, self.called))
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return look_of(self.view, record, column, role, self.called)

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        if role == ROLE.CheckStateRole:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            value = tr("sentence.yes") if on else ""
        self.typed.emit(self.id_at(index), self.column_at(index), str(value))
        return True


def _number(lines: list[Line], first: int = 0) -> None:
    for place in range(first, len(lines)):
        lines[place].place = place
