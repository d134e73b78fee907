"""How does the selected page, or the whole application, look as a form?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.document import ChangeSet, Document, Snapshot
from model.expressions import first_page, next_page, pages_ahead
from model.graph import page_numbers
from model.language import say, tr
from model.records import Placement, Step
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import current, px
from widgets.look.tokens import Tokens, tokens
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin
from widgets.preview.ending import Ending
from widgets.preview.form import Form
from widgets.preview.switches import Switches
from widgets.preview.wording import Wording, languages_of

PHONE = 360
_EVERYWHERE = ("text", "rule", "code_list", "option", "fee", "tariff_row", "service", "flow")


class Preview(Panel):
    """The pane of the preview. ``headed`` carries its title ("Vorschau · Seite 2"), ``picked`` the
    row a person wants to edit.
    """

    headed = Signal(str)
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._hearing: Hearing | None = None
        self._page = ""
        self._ended = False
        self._trail: list[str] = []
        self._chosen: tuple[str, ...] = ()
        self.answers: dict[str, Any] = {}
        self.form: Form | None = None
        self._last: Form | None = None
        self._ending: Ending | None = None
        self.switches = Switches(self)
        self._missing = plain_label("", self, wrap=True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        thin(self._area)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 12)
        column.addWidget(self.switches)
        column.addWidget(self._missing)
        column.addWidget(self._area, 1)
        self.switches.turned.connect(self._turn_switch)
        self.switches.emptied.connect(self._empty)

    # -------------------------------------------------------------------------------- following

    def open(self, document: Document | None) -> None:
        """Show another document (or none); what was typed goes."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self._document, self._page = document, ""
        self._ended, self._trail, self._chosen = False, [], ()
        self.answers = {"today": date.today()}
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
        self._show()

    def show_selection(self, ids: Iterable[str]) -> None:
        """Show the page that is selected, or the one the selected row stands on, and mark it."""
        if self._document is None:
            return
        self._chosen = tuple(ids)
        view = self._document.snapshot()
        for record_id in self._chosen:
            card = view.card_of(record_id)
            if isinstance(card, Step) and card.form != "automatic":
                if card.id != self._page or self._ended:
                    self._go(card.id)
                break
        self._mark()

    def fill(self, answers: Mapping[str, Any]) -> None:
        """Type these answers in, as a person would: test data of a lesson."""
        self.answers |= dict(answers)
        self._show()

    def retranslate(self) -> None:
        self.switches.retranslate()
        self._show()

    def restyle(self) -> None:
        self._show()

    def _hear(self, changeset: ChangeSet) -> None:
        assert self._document is not None
        view = self._document.snapshot()
        changes = [change for change in changeset if not isinstance(change.record, Placement)]
        cards = {getattr(view.card_of(change.id), "id", "") for change in changes}
        gone = any(change.after is None for change in changes)
        wide = any(change.record.kind in _EVERYWHERE for change in changes)
        if changes and (gone or wide or self._page in cards or self._page not in view):
            self._show()

    # ----------------------------------------------------------------------------------- walking

    @property
    def whole(self) -> bool:
        """Whether the whole application is filled in, not one page looked at."""
        return self.switches.is_on("whole")

    def _go(self, page: str) -> None:
        """To a page that was chosen elsewhere; the way back is the way the answers lead."""
        self._page, self._ended = page, False
        self._trail = []
        if self.whole and self._document is not None:
            ahead = pages_ahead(self._document.snapshot(), self.answers)
            self._trail = ahead[: ahead.index(page)] if page in ahead else []
        self._show(from_top=True)

    def _turn(self, step: int) -> None:
        """Weiter goes on when nothing is wrong; Zurück the way that was come."""
        if self._document is None:
            return
        view = self._document.snapshot()
        if step < 0:
            if not self._ended and self._trail:
                self._page = self._trail.pop()
            self._ended = False
        elif step == 0:
            self._page, self._trail, self._ended = first_page(view, self.answers), [], False
        elif self._is_right():
            following = next_page(view, self._page, self.answers)
            if following and following not in self._trail and following != self._page:
                self._trail.append(self._page)
                self._page = following
            else:
                self._ended = True
        else:
            return
        self._show(from_top=True)
        self._enter()

    def _is_right(self) -> bool:
        """Nothing is wrong on this page; else it is said, and the focus goes there."""
        found = self.form.blame() if self.form is not None else []
        self.switches.set_on("faults", bool(found))
        if found and self.form is not None:
            self.form.go_to(found[0].field, found[0].entry)
            self._area.verticalScrollBar().setValue(0)
        return not found

    def _enter(self) -> None:
        if self._ending is not None:
            self._ending.enter()
        elif self.form is not None:
            self.form.enter()

    def focus_first(self) -> None:
        """Put the focus into the form."""
        if self.form is not None and any(part.isVisible() for part in self.form.all_parts()):
            self.form.enter()
        else:
            self.switches.buttons["page"].setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_switch(self) -> None:
        if self.whole and not self._trail and self._document is not None:
            view = self._document.snapshot()
            ahead = pages_ahead(view, self.answers)
            if self._page in ahead:
                self._trail = ahead[: ahead.index(self._page)]
            elif ahead:
                self._page = ahead[0]
        if not self.whole:
            self._ended = False
        self._show(from_top=True)

    def _empty(self) -> None:
        self.answers = {"today": date.today()}
        self.switches.set_on("faults", False)
        if self.whole:
            self._turn(0)
        else:
            self._show(from_top=True)

    # ----------------------------------------------------------------------------------- showing

    def _show(self, *, from_top: bool = False) -> None:
        view = self._document.snapshot() if self._document else None
        if view is not None and self._page not in view:
            pages = iter(page_numbers(view))
            self._page, self._ended = next(pages, ""), False
            self._trail = [page for page in self._trail if page in view]
        page = view.get(self._page, Step) if view is not None else None
        self.switches.setVisible(page is not None)
        self._last, self.form, self._ending = self.form, None, None
        if page is None or view is None:
            self._missing.hide()
            self._put(EmptyHint("page", say("preview.empty"), ()), from_top=True)
            self.headed.emit(tr("pane.preview"))
            return
        self.switches.offer(languages_of(view))
        wording = Wording(view, self.switches.language)
        if self._ended:
            self._show_ending(view, wording)
        else:
            self._show_form(view, page, wording, from_top)
        self._missing.setVisible(bool(wording.missing))
        self._missing.setText(shown(tr("preview.missing", n=len(wording.missing))))
        self.headed.emit(self._title(view, page))

    def _show_form(self, view: Snapshot, page: Step, wording: Wording, from_top: bool) -> None:
        held = self._held()
        form = Form(page, wording, self.answers, self._worn)
        form.picked.connect(self.picked)
        form.turned.connect(self._turn)
        form.reshaped.connect(self._show)
        form.changed.connect(self._answered)
        last = not next_page(view, page.id, self.answers)
        form.offer(back=bool(self._trail), onward="preview.send" if last else "preview.next")
        if self.switches.is_on("faults"):
            form.blame()
        self._put(form, from_top=from_top)
        self.form = form
        self._mark()
        if held is not None:
            form.go_to(*held)

    def _show_ending(self, view: Snapshot, wording: Wording) -> None:
        pages = [*self._trail, self._page] if self._trail else pages_ahead(view, self.answers)
        ending = Ending(pages or [self._page], wording, self.answers, self._worn)
        ending.turned.connect(self._turn)
        self._put(ending, from_top=True)
        self._ending = ending

    @property
    def _worn(self) -> Tokens:
        """The colours of the form: those of the desk, or of high contrast."""
        return tokens("contrast" if self.switches.is_on("contrast") else current())

    def _held(self) -> tuple[str, int] | None:
        return self._last.focused() if self._last is not None else None

    def _answered(self) -> None:
        """Other answers may lead to other pages."""
        if self._document is not None and self.whole:
            view = self._document.snapshot()
            page = view.get(self._page, Step)
            if page is not None:
                self.headed.emit(self._title(view, page))

    def _title(self, view: Snapshot, page: Step) -> str:
        if self._ended:
            return tr("preview.title.end")
        if self.whole:
            ahead = pages_ahead(view, self.answers)
            if page.id in ahead:
                place = ahead.index(page.id) + 1
                return tr("preview.title.of", n=place, total=len(ahead))
        number = page_numbers(view).get(page.id)
        return tr("preview.title", n=number) if number else tr("preview.title.step")

    def _mark(self) -> None:
        if self.form is None:
            return
        first = self.form.mark(self._chosen)
        if first is not None:
            self._area.ensureWidgetVisible(first, 0, px(24))

    def _put(self, widget: QWidget, *, from_top: bool) -> None:
        """A sheet in the scrolling pane; on the phone it is as narrow as one."""
        place = 0 if from_top else self._area.verticalScrollBar().value()
        old = self._area.takeWidget()
        if self.switches.is_on("phone") and not isinstance(widget, EmptyHint):
            widget.setMaximumWidth(PHONE)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(widget, 1)
            widget = holder
        self._area.setWidget(widget)
        widget.show()
        self._area.verticalScrollBar().setValue(place)
        if old is not None:
            old.hide()
            old.deleteLater()
