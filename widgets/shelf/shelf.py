"""How does the shelf follow the document, and what can be done with all of it?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from model.commands import forms_beside, open_entries
from model.document import ChangeSet, Document
from model.language import say, tr
from model.records import OldEntry, OldForm
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel, edged
from widgets.shelf.list import ShelfList
from widgets.shelf.rows import MIME


class Shelf(Panel):
    """The pane of old forms. ``taken`` carries ids of entries to take over beside what is chosen,
    ``paged`` those that shall become a page; ``rest`` and ``away`` carry the id of an old form;
    ``picked`` a row to go to; ``lay_wanted``: another old form; ``filled`` says whether one lies
    there.
    """

    taken = Signal(tuple)
    paged = Signal(tuple)
    rest = Signal(str)
    away = Signal(str)
    picked = Signal(str)
    lay_wanted = Signal()
    filled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._hearing: Hearing | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(32)
        self.search.setTextMargins(6, 0, 2, 0)
        self.list = ShelfList(self)
        self.take_button = FlatButton("", self, role="primary")
        self.rest_button = FlatButton("", self)
        self.lay_button = FlatButton("", self)
        self._pages = QStackedWidget(self)
        self._full, self._empty = QWidget(self), QWidget(self)
        self._furnish()
        self._wire()
        self.setFocusProxy(self.list)
        edged(self.search)
        self.retranslate()
        self._show()

    # --------------------------------------------------------------------------------- asking

    @property
    def form(self) -> str:
        """The old form that the keys are in, else the first; "" when none lies there."""
        row = self.list.current
        if row is not None:
            return row.form
        return self.list.rows.rows[0].form if self.list.rows.rows else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The open entries that are chosen."""
        return self.list.chosen

    @property
    def open_number(self) -> int:
        """How many entries of the old form in hand are open."""
        if self._document is None or not self.form:
            return 0
        return len(open_entries(self._document.snapshot(), self.form))

    # ---------------------------------------------------------------------------------- doing

    def open(self, document: Document | None) -> None:
        """Show the shelf of another document (or none)."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self._document = document
        self.search.clear()
        self.list.rows.open(document)
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
        self._show()

    def take_chosen(self) -> None:
        """Take over what is chosen, and go on to the next."""
        self.list.take_chosen()

    def take_chosen_as_page(self) -> None:
        """What is chosen becomes a page of its own."""
        if self.list.chosen:
            self._take(self.list.chosen, page=True)

    def take_rest(self) -> None:
        """All that is open becomes pages."""
        self.rest.emit(self.form)

    def put_away(self) -> None:
        """Take the old form from the side of the service."""
        self.away.emit(self.form)

    def focus_first(self) -> None:
        """Into the list, or to the button that lays an old form there."""
        target = self.list if self.list.rows.rows else self.lay_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_form(self, form: str) -> None:
        """Into the list, at the first entry of an old form."""
        self.search.clear()
        self.list.select_first(form)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("shelf.search"))
        self.search.setAccessibleName(tr("shelf.search"))
        self.list.setAccessibleName(tr("pane.shelf"))
        self.list.setAccessibleDescription(tr("shelf.how"))
        self.take_button.say(say("shelf.take"))
        self.rest_button.say(say("shelf.take_rest"))
        self.lay_button.say(say("action.file.beside"))
        self._hint.retranslate()
        self.list.refresh()
        self._say_state()

    def restyle(self) -> None:
        edged(self.search)
        self._hint.retranslate()
        self.list.doItemsLayout()
        self.list.viewport().update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                self.list.select_first()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    # --------------------------------------------------------------------------------- inside

    def _furnish(self) -> None:
        column = QVBoxLayout(self._full)
        column.setContentsMargins(10, 10, 4, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.take_button)
        column.addWidget(self.rest_button)
        lines = (say("shelf.empty.how"), say("shelf.empty.kinds"))
        self._hint = EmptyHint("import", say("shelf.empty"), lines, self._empty)
        nothing = QVBoxLayout(self._empty)
        nothing.setContentsMargins(10, 10, 10, 12)
        nothing.addStretch(1)
        nothing.addWidget(self._hint)
        nothing.addWidget(self.lay_button, 0, Qt.AlignmentFlag.AlignHCenter)
        nothing.addStretch(2)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list.taken.connect(lambda ids: self._take(ids, page=False))
        self.list.picked.connect(self.picked)
        self.list.menu_wanted.connect(self._menu)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say_state())
        self.take_button.clicked.connect(self.take_chosen)
        self.rest_button.clicked.connect(self.take_rest)
        self.lay_button.clicked.connect(self.lay_wanted)

    def _take(self, ids: tuple[str, ...], *, page: bool) -> None:
        (self.paged if page else self.taken).emit(ids)
        self.list.go_on(ids[-1])

    def _hear(self, changeset: ChangeSet) -> None:
        if any(isinstance(change.record, OldForm | OldEntry) for change in changeset):
            self.list.refresh()
            self._show()

    def _search(self, text: str) -> None:
        self.list.rows.search = text
        self.list.rows.refresh()
        self._say_state()

    def _show(self) -> None:
        view = self._document.snapshot() if self._document is not None else None
        lies = bool(view is not None and forms_beside(view))
        self._pages.setCurrentWidget(self._full if lies else self._empty)
        self._say_state()
        self.filled.emit(lies)

    def _say_state(self) -> None:
        self.take_button.setEnabled(bool(self.list.chosen))
        self.rest_button.setEnabled(self.open_number > 0)

    def _menu(self, at: QPoint) -> None:
        """What can be done with the line under the pointer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = bool(self.list.chosen)
        for key, deed, possible in (
            ("shelf.take", self.take_chosen, chosen),
            ("shelf.take_page", self.take_chosen_as_page, chosen),
            ("shelf.take_rest", self.take_rest, self.open_number > 0),
            ("shelf.put_away", self.put_away, bool(self.form)),
        ):
            menu.addAction(tr(key), deed).setEnabled(possible)
        menu.popup(at)


__all__ = ["MIME", "Shelf"]
