"""With what is a cell edited?

A line of text, a list to pick from, or the lines of a condition. What is picked from a list travels
as an id, so that two steps of one name are told apart.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from model.commands.tablecells import line_kind, targets
from model.document import Snapshot
from model.expressions import sentence
from model.grammar import title
from model.grammar.become import becomes, kind_now, template
from model.language import tr
from model.records import Chosen, Flow, Norm, Role
from widgets.basics.labels import shown
from widgets.look.theme import look
from widgets.panels.panel import edged
from widgets.table.lines import Index, TableLines

HEIGHT = 28
PICKED = "\0"
"""Stands before an id that was picked from a list."""


class TableCells(QStyledItemDelegate):
    """Makes the editor of a cell. ``wanted`` carries the index of a condition to be built;
    ``committed`` says that Enter took an editor's words over.
    """

    wanted = Signal(QModelIndex)
    committed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._enter = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(HEIGHT, size.height() + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A chosen line lies on soft accent; the current cell has a ring; words keep their ink."""
        said, state = look(), option.state
        box = QRectF(option.rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, said.color("accent_soft"))
        plain = QStyleOptionViewItem(option)
        edge = plain.palette
        edge.setColor(QPalette.ColorRole.Window, said.color("card_edge").lighter(140))
        plain.palette = edge  # the frame of a box to tick is drawn from it
        plain.state = state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, plain, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 3, 3)
            painter.restore()

    def createEditor(  # type: ignore[override]
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,
    ) -> QWidget | None:
        lines = index.model()
        if not isinstance(lines, TableLines):
            return None
        column = lines.column_at(index)
        if column == "when" and not isinstance(lines.view.get(lines.id_at(index)), Flow):
            self.wanted.emit(lines.index_of(lines.id_at(index), index.column()))
            return None
        offers = OFFERS.get((line_kind(lines.view[lines.id_at(index)]), column))
        editor = _list(parent, offers(lines, index)) if offers else _line(parent, lines, index)
        about = tr("table.editor", column=tr(f"table.column.{column}"), line=_name(lines, index))
        editor.setAccessibleName(shown(about))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            place = _now(editor, words)
            editor.setCurrentIndex(place)
            if editor.isEditable():
                editor.setEditText(words)
                line = editor.lineEdit()
                assert line is not None
                QTimer.singleShot(0, line, line.selectAll)  # typing replaces what stands there
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            picked = editor.findText(editor.currentText())
            data = editor.itemData(picked) if picked >= 0 else None
            words = f"{PICKED}{data}" if data is not None else editor.currentText()
            same = editor.currentText() == before and data is None
        else:
            assert isinstance(editor, QLineEdit)
            words, same = editor.text(), editor.text() == before
        if not same:
            model.setData(index, words)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        """Over the cell, but wide enough to read what is typed."""
        box = option.rect
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QTreeView) else box.right()
        room = wide - box.left()
        box.setWidth(min(max(box.width(), 150), max(room, 80)))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes the words over and goes on to the next line; a list takes it, too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.committed.emit()
                return True
        return super().eventFilter(editor, event)


def _name(lines: TableLines, index: Index) -> str:
    record = lines.view[lines.id_at(index)]
    return title(record) or str(lines.index(index.row(), 1, index.parent()).data() or "")


def _line(parent: QWidget, lines: TableLines, index: Index) -> QLineEdit:
    line = QLineEdit(parent)
    line.setPalette(QGuiApplication.palette())
    edged(line)
    line.setFrame(True)
    if lines.column_at(index) == "law":
        names = sorted({n.cited_as for n in lines.view.of(Norm) if n.cited_as})
        helper = QCompleter(names, line)
        helper.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        helper.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(helper)
    return line


Offer = tuple[str, str]


def _list(parent: QWidget, offers: list[Offer]) -> QComboBox:
    """A list one can also type into: the first entries that fit are offered."""
    box = QComboBox(parent)
    box.setPalette(QGuiApplication.palette())
    edged(box)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    for words, data in offers:
        box.addItem(shown(words), data)
    helper = box.completer()
    if helper is not None:
        helper.setFilterMode(Qt.MatchFlag.MatchContains)
        helper.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box


def _now(box: QComboBox, words: str) -> int:
    """The entry that holds now."""
    return next((n for n in range(box.count()) if box.itemText(n) == shown(words)), -1)


def _lanes(lines: TableLines, _index: Index) -> list[Offer]:
    return [(title(role), role.id) for role in lines.view.ordered(Role) if title(role)]


def _kinds(lines: TableLines, index: Index) -> list[Offer]:
    line = lines.id_at(index)
    now = kind_now(lines.view, lines.view[line])
    found = [template(key) for key in becomes(lines.view, line) if key != now]
    return [(str(one.title), one.key) for one in found]


def _uses(_lines: TableLines, _index: Index) -> list[Offer]:
    return [(tr(f"table.use.{mode}"), mode) for mode in ("reads", "checks", "decides")]


def _targets(lines: TableLines, index: Index) -> list[Offer]:
    found = targets(lines.view, lines.id_at(index))
    return [(lines.called[node], node) for node in found]


def _whens(lines: TableLines, index: Index) -> list[Offer]:
    """The answers of the step, "sonst", and the lines of a condition."""
    flow = lines.view.the(lines.id_at(index), Flow)
    found = [(tr("flow.else"), "else")]
    found += [(words, option) for option, words in _answers(lines.view, flow.source)]
    return [*found, (tr("table.build"), "build")]


def _answers(view: Snapshot, source: str) -> list[Offer]:
    found = []
    for row in view.rows(source):
        for option in view.options(row.id):
            chosen = Chosen(field=row.id, option=option.id)
            found.append((f"{row.id} {option.id}", sentence(view, chosen)))
    return found


OFFERS: dict[tuple[str, str], Callable[[TableLines, Index], list[Offer]]] = {
    ("node", "who"): _lanes,
    ("node", "then"): _targets,
    ("way", "then"): _targets,
    ("way", "when"): _whens,
    ("row", "kind"): _kinds,
    ("node", "kind"): _kinds,
    ("use", "kind"): _uses,
}
"""(kind of line, column) -> what can be picked: words and data."""
