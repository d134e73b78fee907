"""What can a person do with the lines, by key, button or menu?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from model.commands.tablepaste import Pasted
from model.commands.tabling import COLUMNS
from model.errors import FachwerkError
from model.grammar import kind_title, title
from model.language import Message, say, tr
from widgets.basics.labels import shown
from widgets.canvas.selection import Selection
from widgets.conditions import ConditionBuilder
from widgets.table import deeds
from widgets.table.cells import PICKED
from widgets.table.clipping import copied, holds_elements, text_on
from widgets.table.following import Following
from widgets.table.popup import beside, enter_first

_TOLD = 4
"""So many cells that were not understood are told one by one."""


class Table(Following):
    """The service as a table. ``refused`` carries an error, ``told`` words and a severity,
    ``delete_wanted`` means what is chosen, ``elements_wanted`` what lies copied in the clipboard.
    """

    refused = Signal(object)
    told = Signal(object, str)
    delete_wanted = Signal()
    elements_wanted = Signal()

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(selection, parent)
        self._builder: QFrame | None = None
        self.grid.asked.connect(self._do)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.cells.wanted.connect(self._build)
        self.grid.cells.committed.connect(self._committed)
        self.lines.typed.connect(self._take)
        self.grid.selectionModel().currentChanged.connect(lambda *_ends: self._leave_builder())
        self.step.clicked.connect(self.add_step)
        self.row.clicked.connect(self.add_row)
        self.retranslate()
        self.restyle()

    # ------------------------------------------------------------------------------------ doing

    def edit_name(self) -> None:
        """Open the current cell, or the name of the line when that cell takes nothing."""
        index = self.grid.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(COLUMNS.index("what"))
        self.grid.setCurrentIndex(index)
        self.grid.edit(index)

    def edit_kind(self) -> None:
        """Open the cell that says what kind of step or answer it is."""
        index = self.grid.currentIndex().siblingAtColumn(COLUMNS.index("kind"))
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.grid.setCurrentIndex(index)
            self.grid.edit(index)

    def add_step(self) -> None:
        """A new step behind the current line, ready to be named."""
        self._make(lambda line: deeds.add_step(self.document, line))

    def add_row(self) -> None:
        """A new question below the current line, ready to be named."""
        self._make(lambda line: deeds.add_row(self.document, line))

    def place(self, template: str) -> None:
        """A building block from the palette: a new line behind the current one."""
        self._make(lambda line: deeds.add_template(self.document, template, line))

    def show_line(self, record_id: str) -> None:
        """Choose a line, bring it into view and go there."""
        self.selection.set((record_id,), record_id)
        self.show_selection((record_id,))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, deed: Callable[[str], str]) -> None:
        line = self.lines.id_at(self.grid.currentIndex())
        made = ""

        def work() -> None:
            nonlocal made
            made = deed(line)

        self._try(work)
        if made:
            self.show_line(made)
            self.grid.setCurrentIndex(self.lines.index_of(made, COLUMNS.index("what")))
            self.edit_name()

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except FachwerkError as error:
            self.refused.emit(error)

    def _do(self, verb: str) -> None:
        line = self.lines.id_at(self.grid.currentIndex())
        if verb == "enter":
            self._next_line()
        elif verb == "same":
            self._make(lambda one: deeds.add_same(self.document, one))
        elif verb in ("up", "down") and line:
            self._try(lambda: deeds.shift(self.document, line, -1 if verb == "up" else 1))
        elif verb in ("copy", "cut", "paste"):
            getattr(self, verb)()

    def copy(self) -> None:
        """The chosen lines, for this program and for spreadsheets."""
        self._copy()

    def cut(self) -> None:
        """Copy the chosen lines and delete them."""
        if self._copy():
            self.delete_wanted.emit()

    def paste(self) -> None:
        """What lies in the clipboard: own elements, or the lines of a spreadsheet."""
        if holds_elements(QGuiApplication.clipboard().mimeData()):
            self.elements_wanted.emit()
        else:
            self._try(self._paste)

    def _next_line(self) -> None:
        """Enter: one line down; on the last one a new step."""
        if not self.grid.go_down():
            self.add_step()

    def _copy(self) -> bool:
        ids = [self.lines.id_at(index) for index in self.grid.selectionModel().selectedRows()]
        if not ids:
            self.told.emit(say("table.choose_lines"), "hint")
            return False
        QGuiApplication.clipboard().setMimeData(copied(self.lines.view, ids))
        self.told.emit(say("table.copied", n=len(ids)), "ok")
        return True

    def _paste(self) -> None:
        after = self.lines.id_at(self.grid.currentIndex())
        done = deeds.paste(self.document, text_on(QGuiApplication.clipboard().mimeData()), after)
        if done.made:
            self.show_line(done.made[0])
        self.told.emit("\n".join(self._told(done)), "warning" if done.troubles else "ok")

    def _told(self, done: Pasted) -> list[str]:
        """What came of pasting, in words."""
        words = [str(say("table.pasted", n=len(done.made)))]
        view = self.lines.view
        if done.lanes:
            names = ", ".join(title(view[lane]) for lane in done.lanes)
            words.append(tr("table.pasted.lanes", n=len(done.lanes), names=names))
        for trouble in done.troubles[:_TOLD]:
            about = tr(f"table.column.{trouble.column}")
            words.append(
                tr("table.pasted.trouble", n=trouble.number, column=about, why=trouble.why)
            )
        if len(done.troubles) > _TOLD:
            words.append(tr("table.pasted.more", n=len(done.troubles) - _TOLD))
        if done.troubles:
            words.append(tr("table.pasted.kept"))
        return words

    def _take(self, line: str, column: str, text: str) -> None:
        if text == f"{PICKED}build":
            index = self.lines.index_of(line, COLUMNS.index("when"))
            QTimer.singleShot(0, self, lambda: self._build(index))
            return
        self._try(lambda: deeds.take(self.document, line, column, text))  # type: ignore[arg-type]

    # -------------------------------------------------------------------------------- condition

    def _committed(self) -> None:
        """Enter in a cell: its words are taken, go on below."""
        QTimer.singleShot(0, self, self._next_line)

    def _build(self, index: QModelIndex) -> None:
        """The lines of a condition, beside its cell."""
        self._leave_builder()
        line = self.lines.id_at(index)
        record = self.lines.view.get(line)
        if record is None:
            return
        now = getattr(record, "condition", None) or getattr(record, "visible", None)
        builder = ConditionBuilder(self.lines.view, now, about=line)
        builder.accepted.connect(lambda tree: self._take_condition(line, tree))
        builder.refused.connect(lambda words: self.told.emit(words, "warning"))
        builder.left.connect(self._leave_builder)
        self._builder = beside(self.grid, self.grid.visualRect(index).bottomLeft(), builder)
        about = title(record) or str(kind_title(record))
        self._builder.setAccessibleName(shown(tr("table.build.about", line=about)))
        enter_first(builder)

    def _take_condition(self, line: str, tree: object) -> None:
        self._leave_builder()
        self._try(lambda: deeds.take_condition(self.document, line, tree))  # type: ignore[arg-type]

    def _leave_builder(self) -> None:
        sheet, self._builder = self._builder, None
        if sheet is not None:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # else hiding would tab onward
            sheet.hide()
            sheet.deleteLater()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[Message, Callable[[], object]] | None, ...] = (
            (say("table.menu.edit"), self.edit_name),
            (say("table.menu.same"), lambda: self._do("same")),
            (say("table.add_step"), self.add_step),
            (say("table.add_row"), self.add_row),
            None,
            (say("table.menu.up"), lambda: self._do("up")),
            (say("table.menu.down"), lambda: self._do("down")),
            None,
            (say("table.menu.copy"), lambda: self._do("copy")),
            (say("table.menu.paste"), lambda: self._do("paste")),
            (say("table.menu.delete"), self.delete_wanted.emit),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                action = menu.addAction(shown(entry[0]))
                action.triggered.connect(lambda _checked=False, deed=entry[1]: deed())
        menu.popup(at)
