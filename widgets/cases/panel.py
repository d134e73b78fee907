"""Which example citizens are there, and what became of each? The pane of the cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from model.document import Document, History, Snapshot
from model.language import say, tr
from model.play import Played, Untouched
from model.play.changed import Rehearsed, Turned, cases_of
from model.records import ExampleCase
from widgets.basics.emptyhint import EmptyHint
from widgets.cases.answers import AnswerSheet
from widgets.cases.caselist import CaseLine, CaseList, CaseRows
from widgets.cases.comparing import Comparing
from widgets.cases.head import CasesHead
from widgets.cases.result import Result
from widgets.cases.unreached import Unreached
from widgets.inspector.changes import Editing
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel

MENU = ("play", "expect", "compare", "-", "rename", "duplicate", "remove", "-", "new", "cover")
"""The context menu of the list; each entry is named like its action."""
TABS = ("result", "answers")


class CasesPanel(Panel):
    """``wanted`` carries a wish: new, cover, keep, play, compare, expect, duplicate, remove,
    untouched. ``jumped`` carries the id of a place on the canvas; ``refused`` a sentence;
    ``headed`` what the title of the pane says.
    """

    wanted = Signal(str)
    jumped = Signal(str)
    refused = Signal(str)
    headed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = Editing(self)
        self.editing.refused.connect(self.refused)
        self.view: Snapshot | None = None
        self.known: Rehearsed | None = None
        self.turned: dict[str, Turned] = {}
        self.left: Untouched | None = None
        self.playing = False
        self.head = CasesHead(self)
        self.rows = CaseRows(self)
        self.list = CaseList(self.rows, self)
        self.result = Result(self.editing, self)
        self.answers = AnswerSheet(self.editing, self)
        self.comparing, self.unreached = Comparing(self), Unreached(self)
        lines = (say("cases.empty.what"), say("cases.empty.how"))
        self.empty = EmptyHint("check", say("cases.empty"), lines, self)
        self.tabs = {name: FlatButton("", self, role="tab") for name in TABS}
        self._tab, self._side_by_side = "result", False
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for button in self.tabs.values():
            button.setCheckable(True)
            tabs.addWidget(button)
        tabs.addStretch(1)
        one = QWidget(self)
        right = QVBoxLayout(one)
        right.setContentsMargins(10, 0, 0, 0)
        right.setSpacing(2)
        right.addLayout(tabs)
        holder = QWidget(one)
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.result)
        self._pages.addWidget(self.answers)
        right.addWidget(holder, 1)
        side = QWidget(self)
        self._side = QStackedLayout(side)
        for page in (one, self.comparing, self.unreached):
            self._side.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.list)
        self.split.addWidget(side)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(body, 1)

    def _wire(self) -> None:
        self.head.wanted.connect(self._wish)
        self.rows.named.connect(self._name)
        self.list.selectionModel().selectionChanged.connect(lambda *_both: self._chosen())
        self.list.deleted.connect(lambda: self.wanted.emit("remove"))
        self.list.played.connect(lambda: self.wanted.emit("play"))
        self.list.menu_wanted.connect(self._menu)
        for page in (self.result, self.comparing, self.unreached):
            page.jumped.connect(self.jumped)
        for name, button in self.tabs.items():
            button.clicked.connect(lambda _c=False, tab=name: self.turn_to(tab))

    # -------------------------------------------------------------------------------- following

    def open(self, document: Document | None, history: History | None = None) -> None:
        """Show the cases of another document (or none)."""
        self.editing.document, self.editing.history = document, history
        self.turned, self.left, self._side_by_side = {}, None, False
        self.show_cases(document.snapshot() if document is not None else None, None)

    def show_cases(self, view: Snapshot | None, known: Rehearsed | None) -> None:
        """Show the cases as they are, with what became of each; None: not played yet."""
        self.view, self.known = view, known
        cases = cases_of(view) if view is not None else []
        self.rows.show_lines([self._line(case) for case in cases])
        self._stack.setCurrentIndex(1 if cases or self.left is not None else 0)
        if cases and not self.chosen:
            self.list.choose([cases[0].id])
        self.headed.emit(self._sum(len(cases)))
        self._chosen()

    def show_left(self, left: Untouched | None) -> None:
        """Show what no case has reached; None: no longer."""
        self.left = left
        self.head.buttons["untouched"].setChecked(left is not None)
        self.show_cases(self.view, self.known)

    def show_turned(self, turned: Sequence[Turned]) -> None:
        """Who is treated differently since the last change."""
        self.turned = {one.case: one for one in turned}
        self._chosen()

    def allow_keeping(self, playing: bool) -> None:
        """Is there a run that can be kept?"""
        self.playing = playing
        self.head.allow(len(self.chosen), len(self.rows.lines), playing=playing)

    @property
    def chosen(self) -> list[str]:
        """The cases that are chosen."""
        return self.list.chosen

    def choose(self, cases: Sequence[str]) -> None:
        """Choose these cases."""
        self._side_by_side = False
        self.list.choose(cases)

    def compare(self) -> None:
        """Show the two chosen cases beside each other."""
        self._side_by_side = True
        self._chosen()

    def turn_to(self, tab: str) -> None:
        """Show the result, or the answers."""
        self._tab = tab
        self._chosen()

    def focus_first(self) -> None:
        """The list, or what makes the first case."""
        target = self.list if self.rows.lines else self.head.buttons["cover"]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def enter_expected(self) -> None:
        """Go where it is said what is expected."""
        self.turn_to("result")
        self.result.expected.enter()

    # ----------------------------------------------------------------------------------- showing

    def played(self, case: str) -> Played | None:
        """What became of a case."""
        pair = self.known.by_id.get(case) if self.known is not None else None
        return pair[1] if pair is not None else None

    def _sum(self, of_all: int) -> str:
        """How many agree, for the title."""
        if not of_all:
            return tr("pane.cases")
        if self.known is None:
            words = tr("cases.sum.working")
        else:
            words = tr("cases.sum", agree=self.known.agreeing, all=of_all)
        return tr("cases.title", title=tr("pane.cases"), sum=words)

    def _line(self, case: ExampleCase) -> CaseLine:
        played = self.played(case.id)
        if played is None:
            return CaseLine(case.id, case.name, "", "…")
        words = tr(f"cases.verdict.{played.verdict}")
        if played.verdict == "differs":
            kinds = dict.fromkeys(one.kind for one in played.differences)
            what = ", ".join(tr(f"cases.kind.{kind}") for kind in kinds)
            words = tr("cases.verdict.differs.in", what=what)
        return CaseLine(case.id, case.name, played.verdict, words)

    def _chosen(self) -> None:
        chosen, view = self.chosen, self.view
        self.head.allow(len(chosen), len(self.rows.lines), playing=self.playing)
        self._side_by_side = self._side_by_side and len(chosen) == 2
        if view is None:
            return
        if self.left is not None:
            self._side.setCurrentWidget(self.unreached)
            self.unreached.show_places(view, self.left)
        elif self._side_by_side and self._compare(view, chosen):
            self._side.setCurrentWidget(self.comparing)
        else:
            self._side.setCurrentIndex(0)
            self._show_one(view, chosen)

    def _compare(self, view: Snapshot, chosen: list[str]) -> bool:
        pairs = [self.known.by_id.get(one) for one in chosen] if self.known is not None else []
        first, second = (*pairs, None, None)[:2]
        if first is None or second is None:
            return False
        self.comparing.show_pair(view, first, second)
        return True

    def _show_one(self, view: Snapshot, chosen: list[str]) -> None:
        case = view.get(chosen[0], ExampleCase) if chosen else None
        for name, button in self.tabs.items():
            button.setChecked(name == self._tab)
            button.setEnabled(case is not None)
        page = self.result if self._tab == "result" else self.answers
        self._pages.setCurrentWidget(page)
        page.setVisible(case is not None)
        if case is None:
            return
        if self._tab == "result":
            turned = self.turned.get(case.id)
            how = turned.how if turned is not None else ()
            self.result.show_case(view, case, self.played(case.id), how)
        else:
            self.answers.show_case(view, case)

    # ---------------------------------------------------------------------------------- changing

    def _wish(self, wish: str) -> None:
        if wish == "untouched":  # the button has turned already; the studio decides
            self.head.buttons["untouched"].setChecked(self.left is not None)
        self.wanted.emit(wish)

    def _name(self, case: str, words: str) -> None:
        if not words:
            self.refused.emit(tr("cases.refused.name"))
            return
        label = say("cases.undo.rename")
        self.editing.change(label, lambda tx: tx.alter(case, name=words), "cases")

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for wish in MENU:
            if wish == "-":
                menu.addSeparator()
                continue
            entry = menu.addAction(tr(f"action.cases.{wish}"))
            entry.triggered.connect(lambda _c=False, name=wish: self._from_menu(name))
        menu.popup(at)

    def _from_menu(self, wish: str) -> None:
        if wish == "rename":
            self.list.name_chosen()
        else:
            self.wanted.emit(wish)

    # ----------------------------------------------------------------------------------- saying

    def retranslate(self) -> None:
        self.head.retranslate()
        self.list.setAccessibleName(tr("cases.list"))
        for name, button in self.tabs.items():
            button.say(tr(f"cases.tab.{name}"))
        self.empty.retranslate()
        self.result.retranslate()
        self.answers.retranslate()
        self.show_cases(self.view, self.known)

    def restyle(self) -> None:
        self.empty.retranslate()
        self.list.restyle()
        self.answers.retranslate()
        self._chosen()
