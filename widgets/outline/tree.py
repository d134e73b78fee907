"""Which lines does the outline have?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from model.document import Document, Snapshot
from model.expressions import flow_label
from model.grammar import icon_of, kind_title, title
from model.graph.order import known_order, numbered
from model.language import tr
from model.records import Field, FieldGroup, FieldUse, Node, Option, Record
from widgets.basics.labels import shown, tip_text
from widgets.look import icons

ID_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Line:
    """One line; its children are asked for when it is opened."""

    __slots__ = ("children", "id", "parent", "place")

    def __init__(self, record_id: str, parent: Line | None, place: int) -> None:
        self.id, self.parent, self.place = record_id, parent, place
        self.children: list[Line] | None = None


class OutlineModel(QAbstractItemModel):
    """The reading order as Qt's tree."""

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self._top: list[Line] = []
        self._numbers: dict[str, int] = {}
        self._order: tuple[str, ...] = ()
        self._holders: set[str] = set()
        self._known: dict[str, Line] = {}

    @property
    def view(self) -> Snapshot:
        assert self.document is not None
        return self.document.snapshot()

    def open(self, document: Document | None) -> None:
        """Show another document."""
        self.document = document
        self.refresh()

    def follow(self, changed: set[str]) -> bool:
        """Only some records changed, and the order of the cards did not: say so to who shows it.
        False when more is to be done.
        """
        if self.document is None or known_order(self.view) is not self._order:
            return False
        self._numbers = numbered(self.view)
        self._find_holders()
        cards = {getattr(self.view.card_of(one), "id", "") for one in changed}
        for line in (self._known.get(one) for one in cards):
            if line is None:
                continue
            index = self.createIndex(line.place, 0, line)
            if line.children is not None and self._child_ids(line.id) != _ids(line.children):
                return False
            self.dataChanged.emit(index, index)
            if line.children:
                first, last = line.children[0], line.children[-1]
                self.dataChanged.emit(
                    self.createIndex(first.place, 0, first), self.createIndex(last.place, 0, last)
                )
        return True

    def refresh(self) -> None:
        """Take the order and all names anew."""
        self.beginResetModel()
        self._top, self._known, self._numbers = [], {}, {}
        if self.document is not None:
            self._find_holders()
            self._numbers = numbered(self.view)
            self._order = known_order(self.view)
            for place, node in enumerate(self._order):
                self._top.append(self._line(node, None, place))
        self.endResetModel()

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record stands; opens its parents' lists. Invalid when it has no line."""
        line = self._find(record_id)
        return self.createIndex(line.place, 0, line) if line else QModelIndex()

    def id_at(self, index: Index) -> str:
        """The record of a line."""
        return index.internalPointer().id if index.isValid() else ""

    # ------------------------------------------------------------------------ Qt's questions

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        lines = self._lines(parent)
        if column != 0 or not 0 <= row < len(lines):
            return QModelIndex()
        return self.createIndex(row, 0, lines[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        line = index.internalPointer().parent if index.isValid() else None
        return self.createIndex(line.place, 0, line) if line else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._lines(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002
        return 1

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        if not parent.isValid():
            return bool(self._top)
        return parent.internalPointer().id in self._holders

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.view.get(self.id_at(index)) if self.document and index.isValid() else None
        if record is None:
            return None
        if role == ID_ROLE:
            return record.id
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(shown(self._words(record)).split())
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(icon_of(record), "muted")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown(f"{self._words(record)}, {kind_title(record)}")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return shown(self._leads_to(record))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(f"{kind_title(record)}: {self._words(record)}")
        return None

    # ------------------------------------------------------------------------------- inside

    def _lines(self, parent: Index) -> list[Line]:
        if not parent.isValid():
            return self._top
        line: Line = parent.internalPointer()
        if line.children is None:
            ids = self._child_ids(line.id)
            line.children = [self._line(i, line, place) for place, i in enumerate(ids)]
        return line.children

    def _line(self, record_id: str, parent: Line | None, place: int) -> Line:
        line = Line(record_id, parent, place)
        self._known[record_id] = line
        return line

    def _find_holders(self) -> None:
        """Which lines have lines below them; Qt asks it of every line there is."""
        view = self.view
        rows = (*view.of(Field), *view.of(FieldGroup), *view.of(FieldUse), *view.of(Option))
        self._holders = {row.parent for row in rows}
        self._holders |= {field.id for field in view.of(Field) if field.code_list}

    def _child_ids(self, record_id: str) -> list[str]:
        record = self.view.get(record_id)
        if record is None:
            return []
        answers = [o.id for o in self.view.options(record_id)] if isinstance(record, Field) else []
        rows = [r.id for r in self.view.rows(record_id)]
        return rows + answers

    def _find(self, record_id: str) -> Line | None:
        if record_id in self._known:
            return self._known[record_id]
        record = self.view.get(record_id) if self.document else None
        if record is None or isinstance(record, Node):
            return None
        parent = self._find(getattr(record, "parent", ""))
        if parent is None:
            return None
        self._lines(self.createIndex(parent.place, 0, parent))
        return self._known.get(record_id)

    def _words(self, record: Record) -> str:
        if isinstance(record, FieldUse):
            field = self.view.get(record.field)
            name = title(field) if field else ""
            return tr(f"outline.use.{record.mode}", field=name)
        name = title(record) or str(kind_title(record))
        number = self._numbers.get(record.id)
        star = " *" if isinstance(record, Field) and record.required else ""
        return f"{number} {name}" if number else name + star

    def _leads_to(self, record: Record) -> str:
        """Where it leads, in words: "führt zu Antrag prüfen"."""
        if isinstance(record, Option):
            flows = [f for f in self.view.referring(record.id) if f.family == "flow"]
        else:
            flows = list(self.view.outgoing(record.id)) if isinstance(record, Node) else []
        parts = []
        for flow in flows:
            target = self.view.get(getattr(flow, "target", ""))
            if target is not None:
                name = title(target) or str(kind_title(target))
                label = flow_label(self.view, flow)  # type: ignore[arg-type]
                parts.append(f"{label}: {name}" if label and isinstance(record, Node) else name)
        return tr("outline.leads_to", names=", ".join(parts)) if parts else ""


def _ids(lines: list[Line]) -> list[str]:
    return [line.id for line in lines]
