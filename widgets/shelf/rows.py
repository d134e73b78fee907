"""Which lines does the shelf show?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from model.commands import ShelfGroup, forms_beside, is_taken, shelf_groups
from model.document import Document, Snapshot
from model.grammar import TEMPLATES, Template
from model.language import tr
from model.records import OldEntry, OldForm
from widgets.basics.labels import shown, tip_text

MIME = "application/x-fachwerk-old-entries"
Index = QModelIndex | QPersistentModelIndex
_USUAL = "text"


@dataclass(frozen=True)
class Row:
    """An old form, a heading in it, or an entry; ``ids`` are the entries that go along when the
    line is taken, ``done`` and ``all`` count them.
    """

    kind: str
    title: str
    form: str
    ids: tuple[str, ...] = ()
    done: int = 0
    all: int = 0
    entry: OldEntry | None = None

    @property
    def taken(self) -> bool:
        """Is everything of it in the service?"""
        return self.all > 0 and self.done == self.all

    @property
    def key(self) -> tuple[str, str, str]:
        """The same line after the next change."""
        return self.kind, self.form, self.entry.id if self.entry is not None else self.title

    @property
    def template(self) -> Template:
        """The building block that an entry becomes."""
        key = self.entry.template if self.entry is not None else _USUAL
        return TEMPLATES.get(key, TEMPLATES[_USUAL])


def rows(view: Snapshot, search: str = "") -> list[Row]:
    """The lines of all old forms beside a service, for a search text."""
    wanted = search.casefold().split()
    found: list[Row] = []
    for form in forms_beside(view):
        groups = shelf_groups(view, form.id)
        every = [entry for group in groups for entry in group.entries]
        done = sum(is_taken(view, entry) for entry in every)
        below = [row for group in groups for row in _of_group(view, form, group, wanted)]
        if below or not wanted:
            found.append(Row("form", form.name, form.id, (), done, len(every)))
            found += below
    return found


def _of_group(
    view: Snapshot, form: OldForm, group: ShelfGroup, wanted: Sequence[str]
) -> Iterator[Row]:
    listed = [entry for entry in group.entries if _fits(entry, wanted)]
    if not listed:
        return
    if group.title:
        done = sum(is_taken(view, entry) for entry in group.entries)
        ids = tuple(entry.id for entry in listed if not is_taken(view, entry))
        yield Row("group", group.title, form.id, ids, done, len(group.entries))
    for entry in listed:
        taken = is_taken(view, entry)
        yield Row("entry", entry.label, form.id, (entry.id,), int(taken), 1, entry)


def _fits(entry: OldEntry, words: Sequence[str]) -> bool:
    said = " ".join((entry.label, entry.section, entry.help, *entry.options)).casefold()
    return all(word in said for word in words)


class ShelfModel(QAbstractListModel):
    """The lines as Qt's list; entries and headings can be dragged."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.search = ""
        self._document: Document | None = None

    def open(self, document: Document | None) -> None:
        """Show the shelf of another document (or none)."""
        self._document = document
        self.refresh()

    def refresh(self) -> None:
        """Ask for the lines again."""
        self.beginResetModel()
        view = self._document.snapshot() if self._document is not None else None
        self.rows = rows(view, self.search) if view is not None else []
        self.endResetModel()

    def row_of(self, key: tuple[str, str, str]) -> int:
        """Where a line stands now, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def row_of_form(self, form: str) -> int:
        """The line with the name of an old form, or -1."""
        found = (p for p, r in enumerate(self.rows) if r.kind == "form" and r.form == form)
        return next(found, -1)

    def place_of(self, entry: str) -> int:
        """The line of an entry, or -1."""
        found = (p for p, r in enumerate(self.rows) if r.entry is not None and r.entry.id == entry)
        return next(found, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown(spoken(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text("\n".join(told(row)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        row = self.rows[index.row()]
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        if row.kind == "form":
            return flag.ItemIsEnabled
        return usual if row.taken else usual | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(self.open_ids(indexes)).encode())
        return data

    def open_ids(self, indexes: Sequence[QModelIndex]) -> tuple[str, ...]:
        """The open entries of some lines, in their order, each once."""
        places = sorted(index.row() for index in indexes if index.isValid())
        found = (one for place in places for one in self._open_of(self.rows[place]))
        return tuple(dict.fromkeys(found))

    def _open_of(self, row: Row) -> tuple[str, ...]:
        return row.ids if row.kind == "group" or not row.taken else ()


def progress(row: Row) -> str:
    """ "3 von 17 übernommen"."""
    return tr("shelf.progress", done=str(row.done), all=str(row.all))


def spoken(row: Row) -> str:
    """What a screen reader says about a line."""
    if row.entry is None:
        return f"{row.title}, {progress(row)}"
    parts = [row.title, str(row.template.title)]
    if row.entry.required:
        parts.append(tr("shelf.required"))
    parts.append(tr("shelf.taken" if row.taken else "shelf.open"))
    return ", ".join(parts)


def told(row: Row) -> list[str]:
    """What the tooltip says: all that is known of a line."""
    if row.entry is None:
        return [row.title, progress(row)]
    entry = row.entry
    kind = str(row.template.title)
    lines = [entry.label, f"{kind}, {tr('shelf.required')}" if entry.required else kind]
    if entry.options:
        lines.append(" · ".join(entry.options[:12]))
    if entry.help:
        lines.append(entry.help)
    if entry.page:
        lines.append(tr("shelf.page", n=entry.page))
    lines.append(tr("shelf.taken.how" if row.taken else "shelf.open.how"))
    return lines
