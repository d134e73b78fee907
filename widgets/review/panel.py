"""What is said about the service? The pane of a review."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from model.language import say, tr
from model.review import WEIGHTS, ReviewRemark, remark_progress
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.labels import plain_label, shown, tip
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import Panel, edged, shrinks
from widgets.review.host import Host
from widgets.review.notebox import NoteBox
from widgets.review.questions import Questions
from widgets.review.remarkform import RemarkForm
from widgets.review.remarklist import RemarkList
from widgets.review.verdict import Verdict

TABS = ("remarks", "questions", "verdict")
FILTERS = ("all", "open", "answered", "done", "here", "variants")


class ReviewPanel(Panel):
    """Remarks, checklists, verdict. ``jumped`` carries an id; ``wanted`` save, protocol or load."""

    jumped = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host: Host | None = None
        self.selection: tuple[str, ...] = ()
        self._topic = ""
        self.tabs = {tab: FlatButton("", self, role="tab") for tab in TABS}
        self.write = NoteBox(2, self)
        self.weight = shrinks(edged(QComboBox(self)))
        self.about = plain_label("", self)
        self.send = FlatButton("", self, role="primary")
        self.filter = shrinks(edged(QComboBox(self)))
        self.list = RemarkList(self)
        self.form = RemarkForm(self)
        self.questions, self.verdict = Questions(self), Verdict(self)
        self.empty = EmptyHint("annotation", say("review.empty"), (say("review.empty.how"),), self)
        self._lay_out()
        self._wire()
        self.retranslate()

    # --------------------------------------------------------------------------------- building

    def _lay_out(self) -> None:
        tabs = QWidget(self)
        row = FlowLayout(tabs, gap=2)
        group = QButtonGroup(self)
        for button in self.tabs.values():
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.tabs["remarks"].setChecked(True)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._remarks())
        self.pages.addWidget(self.questions)
        self.pages.addWidget(self.verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 8, 8)
        column.setSpacing(6)
        column.addWidget(tabs)
        column.addWidget(self.pages, 1)

    def _remarks(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(self.about)
        column.addWidget(self.write)
        row = QHBoxLayout()
        row.addWidget(self.weight, 1)
        row.addWidget(self.send)
        column.addLayout(row)
        column.addWidget(self.filter)
        self.split = QSplitter(Qt.Orientation.Vertical, page)
        self.split.addWidget(self.list)
        self.split.addWidget(self.form)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([150, 320])
        self.holder = QStackedWidget(page)
        self.holder.addWidget(self.empty)
        self.holder.addWidget(self.split)
        column.addWidget(self.holder, 1)
        return page

    def _wire(self) -> None:
        for number, (tab, button) in enumerate(self.tabs.items()):
            button.clicked.connect(lambda _c=False, n=number: self.pages.setCurrentIndex(n))
            button.setObjectName(tab)
        self.write.sent.connect(lambda _text: self.add())
        self.send.clicked.connect(lambda _c=False: self.add())
        self.filter.activated.connect(lambda _row: self.refresh())
        self.list.chosen.connect(lambda _id: self._show_chosen())
        self.list.entered.connect(self._enter)
        self.list.dropped.connect(self._drop)
        self.form.jumped.connect(self.jumped)
        self.questions.jumped.connect(self.jumped)
        self.questions.remarked.connect(self._remark_on)
        self.verdict.wanted.connect(self.wanted)

    # -------------------------------------------------------------------------------- following

    def open(self, host: Host | None) -> None:
        """Another review (or none)."""
        if self.host is not None:
            self.host.changed.disconnect(self.refresh)
        self.form.show_remark(None, None)
        self.host, self._topic = host, ""
        self.questions.open(host)
        self.verdict.open(host)
        self.setEnabled(host is not None)
        if host is not None:
            host.changed.connect(self.refresh)
        self.refresh()

    def show_selection(self, ids: tuple[str, ...]) -> None:
        """What a new remark would be about; the remark of a chosen element is shown."""
        self.selection = ids
        self._say_about()
        host = self.host
        if host is None or self.write.hasFocus():
            return
        if self.filter.currentData() == "here":
            self.refresh()
        chosen = host.book.get(self.list.current, ReviewRemark)
        if len(ids) == 1 and (chosen is None or chosen.about != ids[0]):
            mine = next((r.id for r in host.remarks if r.about == ids[0]), "")
            if mine in self.list.ids:
                self.list.choose(mine)

    def refresh(self) -> None:
        """Something was said, or the service was checked anew."""
        host = self.host
        wanted = self._wanted(host) if host is not None else []
        self.list.fill(wanted, self._place, self.list.current)
        some = host is not None and bool(host.remarks)
        self.holder.setCurrentIndex(1 if some else 0)
        self.filter.setVisible(some)
        self._show_chosen()
        self.questions.refresh()
        self.verdict.refresh()
        self._say_tabs()
        self._say_about()

    def _wanted(self, host: Host) -> list[tuple[int, ReviewRemark]]:
        every = list(enumerate(host.remarks, start=1))
        wish = self.filter.currentData()
        if wish in ("open", "answered", "done"):
            return [(n, r) for n, r in every if r.state == wish]
        if wish == "here":
            return [(n, r) for n, r in every if r.about in self.selection]
        if wish == "variants":
            return [(n, r) for n, r in every if r.variants]
        return every

    def _place(self, remark: ReviewRemark) -> str:
        assert self.host is not None
        if remark.about in self.host.view:
            return self.host.place(remark.about)
        return remark.place or tr("review.whole")

    def _show_chosen(self) -> None:
        host = self.host
        found = host.book.get(self.list.current, ReviewRemark) if host is not None else None
        self.form.show_remark(host, found if isinstance(found, ReviewRemark) else None)

    # ------------------------------------------------------------------------------------- doing

    def begin_remark(self) -> None:
        """The keys go where a remark on the selection is written."""
        self.show_tab("remarks")
        self.write.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.tabs[tab].setChecked(True)
        self.pages.setCurrentIndex(TABS.index(tab))

    def add(self) -> None:
        """Write the remark down; the field is free for the next one."""
        host, text = self.host, self.write.toPlainText()
        if host is None:
            return
        made = host.add(self._target, text, str(self.weight.currentData()), self._topic)
        if made:
            self._topic = ""
            self.write.clear()
            self.filter.setCurrentIndex(0)
            self.refresh()
            self.list.choose(made)
            self._show_chosen()

    def step(self, direction: int) -> ReviewRemark | None:
        """The next or previous remark of the list, round and round."""
        ids = self.list.ids
        if not ids or self.host is None:
            return None
        now = ids.index(self.list.current) if self.list.current in ids else -1
        self.list.choose(ids[(now + direction) % len(ids)])
        return self.host.book.get(self.list.current, ReviewRemark)

    def focus_first(self) -> None:
        """The list, or where the first remark is written."""
        self.show_tab("remarks")
        target = self.list if self.list.count() else self.write
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _target(self) -> str:
        host = self.host
        one = self.selection[0] if len(self.selection) == 1 else ""
        return one if host is not None and one in host.view else ""

    def _enter(self, remark: str) -> None:
        found = self.host.book.get(remark, ReviewRemark) if self.host is not None else None
        if found is not None and self.host is not None and found.about in self.host.view:
            self.jumped.emit(found.about)

    def _drop(self, remark: str) -> None:
        if self.host is not None:
            self.host.drop(remark)

    def _remark_on(self, record_id: str, topic: str) -> None:
        """A question led to it."""
        if record_id:
            self.jumped.emit(record_id)
        self._topic = topic
        self.begin_remark()

    # ------------------------------------------------------------------------------------ saying

    def retranslate(self) -> None:
        for box, keys, kind in ((self.weight, WEIGHTS, "weight"), (self.filter, FILTERS, "filter")):
            now = max(0, box.currentIndex()) if box.count() else (1 if box is self.weight else 0)
            box.clear()
            for key in keys:
                box.addItem(tr(f"review.{kind}.{key}"), key)
            box.setCurrentIndex(now)
            box.setAccessibleName(tr(f"review.{kind}"))
        self.send.say(tr("review.send"))
        tip(self.send, tr("review.send.tip"))
        self.write.setPlaceholderText(tr("review.write"))
        self.list.setAccessibleName(tr("review.tab.remarks"))
        self.form.retranslate()
        self.questions.retranslate()
        self.verdict.retranslate()
        self.empty.retranslate()
        self.refresh()

    def restyle(self) -> None:
        self.empty.retranslate()
        self.list.viewport().update()
        for box in self.findChildren(NoteBox):
            box.fit()
            edged(box)
        self.update()

    def _say_tabs(self) -> None:
        done = remark_progress(self.host.book) if self.host is not None else None
        for tab, button in self.tabs.items():
            button.say(tr(f"review.tab.{tab}"))
            if tab == "remarks" and done is not None and done.all:
                button.say(tr("review.tab.remarks.n", done=done.done, all=done.all))
                told = tr("review.progress.remarks", done=done.done, all=done.all)
                button.setAccessibleName(told)
                tip(button, told)

    def _say_about(self) -> None:
        if self.host is None:
            return
        target = self._target
        place = self.host.place(target) if target else tr("review.whole")
        words = tr("review.about", place=place)
        cut = self.about.fontMetrics().elidedText(
            shown(words), Qt.TextElideMode.ElideMiddle, max(120, self.width() - 24)
        )
        self.about.setText(cut)
        tip(self.about, words)
        self.write.setAccessibleName(shown(words))
