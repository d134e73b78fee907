"""What does the window do with example citizens?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from model.commands import duplicate_case, expect, make_case, make_cases, remove
from model.document import Transaction
from model.errors import FachwerkError
from model.language import say
from model.play.changed import cases_of
from model.records import End, ExampleCase, Norm, Start
from studio.cases.following import Following
from studio.cases.keeping import covered_words
from studio.cases.searching import Search
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet

if TYPE_CHECKING:
    from model.play import Played


class NotNow(FachwerkError):
    """Something cannot be done with the cases that are chosen."""


class CaseWork(QObject):
    """Sits beside the desk; does the wishes of the pane and of the menu by name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.panel = desk.panes.cases
        self.following = Following(desk)
        self.search = Search(self)
        self.search.found.connect(self._found)
        self.search.slow.connect(lambda: desk.tell(say("cases.covering")))
        desk.sheets.turned.connect(self.search.stop)
        self._wishes: dict[str, Callable[[Sheet], None]] = {
            "new": self._new,
            "cover": self._cover,
            "keep": self._keep,
            "play": self._play,
            "compare": self._compare,
            "expect": self._expect,
            "duplicate": self._duplicate,
            "rename": self._rename,
            "remove": self._remove,
            "untouched": self._untouched,
        }
        self.panel.wanted.connect(lambda wish: desk.run(lambda _d: self.do(wish)))
        self.panel.jumped.connect(desk.panes.jump)
        self.panel.refused.connect(lambda words: desk.tell(words, "warning"))
        desk.panes.case_wanted.connect(self.show_case)
        desk.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.panel.allow_keeping(self.desk.sheet is not None and self.plays)

    @property
    def plays(self) -> bool:
        """Is something played on the document in front that can be kept?"""
        sheet = self.desk.sheet
        return sheet is not None and self.desk.rehearsal.walk_of(sheet) is not None

    # ------------------------------------------------------------------------------------- doing

    def do(self, wish: str) -> None:
        """Do what the pane, a key or the menu asks for.

        Raises:
            FachwerkError: it cannot be done now, and why.
        """
        sheet = self.desk.sheet
        if sheet is not None:
            self._wishes[wish](sheet)

    def show_case(self, case: str, part: str = "") -> None:
        """Open the pane on a case; ``part``: answers, or expected."""
        self.following.open()
        if self.desk.sheet is not None:
            self.following.lift(self.desk.sheet)
        self.panel.choose([case])
        if part == "expected":
            self.panel.enter_expected()
        else:
            self.panel.turn_to("answers" if part == "answers" else "result")

    def _one(self) -> str:
        chosen = self.panel.chosen
        if not chosen:
            raise NotNow(say("cases.why_not.none"))
        return chosen[0]

    def _change(self, key: str, work: Callable[[Transaction], Any]) -> None:
        self.desk.change(say(f"cases.undo.{key}"), work)

    def _new(self, sheet: Sheet) -> None:
        made: list[str] = []
        day = _day(sheet)
        fresh = ExampleCase(id="example", applied=day)
        self._change("new", lambda tx: made.append(make_case(tx, fresh).id))
        self.following.open()
        self.panel.choose(made)
        self.panel.turn_to("answers")
        if made:
            self.panel.list.setFocus()
            self.panel.list.name_chosen()

    def _cover(self, sheet: Sheet) -> None:
        """Invent cases beside the window; what was found is put into the document as it is then."""
        if not sheet.view.of(Start) or not sheet.view.of(End):
            raise NotNow(say("cases.why_not.covered"))
        if self.search.busy:
            raise NotNow(say("cases.why_not.searching"))
        self.following.open()
        self.search.begin(sheet.view, _day(sheet))

    def _found(self, made: tuple[ExampleCase, ...]) -> None:
        sheet = self.desk.sheet
        if sheet is None:
            return
        if made:
            self._change("cover", lambda tx: make_cases(tx, made))
        sheet.check.now()
        left = self.following.left(sheet)
        self.desk.tell(covered_words(sheet.view, len(made), left), "ok")

    def _keep(self, sheet: Sheet) -> None:
        """The run saves itself; here the pane is opened on what it became."""
        if not self.plays:
            raise NotNow(say("cases.why_not.not_playing"))
        before = {case.id for case in cases_of(sheet.view)}
        self.desk.rehearsal.do("save")
        self.following.open()
        self.panel.choose([case.id for case in cases_of(sheet.view) if case.id not in before])
        self.panel.turn_to("result")

    def _play(self, sheet: Sheet) -> None:
        self.desk.rehearsal.play_case(sheet, self._one())

    def _compare(self, sheet: Sheet) -> None:
        if len(self.panel.chosen) != 2:
            raise NotNow(say("cases.why_not.two"))
        self.following.lift(sheet)
        self.following.open()
        self.panel.compare()

    def _expect(self, sheet: Sheet) -> None:
        """What came out is what is expected, for all chosen cases in one step."""
        self._one()
        sheet.check.now()
        chosen = {case: self.panel.played(case) for case in self.panel.chosen}
        for case, played in chosen.items():
            if len(chosen) == 1 and played is not None:
                _may_expect(sheet.view.the(case, ExampleCase).name, played)

        def work(tx: Transaction) -> None:
            for case, got in chosen.items():
                if got is not None and not got.incidents:
                    expect(
                        tx,
                        case,
                        end=got.end,
                        fee=got.fee,
                        deadline=got.deadline,
                        documents=got.documents,
                    )

        self._change("expect", work)

    def _duplicate(self, _sheet: Sheet) -> None:
        case = self._one()
        made: list[str] = []
        self._change("duplicate", lambda tx: made.append(duplicate_case(tx, case).id))
        self.panel.choose(made)

    def _rename(self, _sheet: Sheet) -> None:
        self._one()
        self.following.open()
        self.panel.list.name_chosen()

    def _remove(self, _sheet: Sheet) -> None:
        self._one()
        chosen = self.panel.chosen
        lines = [line.case for line in self.panel.rows.lines]
        place = lines.index(chosen[0])
        self._change("remove", lambda tx: remove(tx, chosen))
        left = [line.case for line in self.panel.rows.lines]
        if left:
            self.panel.choose([left[min(place, len(left) - 1)]])

    def _untouched(self, sheet: Sheet) -> None:
        """Show what no case has reached, or no longer."""
        from widgets.cases import Veil

        if self.following.lift(sheet):
            return
        if not cases_of(sheet.view):
            raise NotNow(say("cases.why_not.nothing"))
        self.following.veils[sheet] = Veil(sheet.canvas)
        sheet.check.now()
        self.following.open()
        self.following.show_left(sheet)


def _day(sheet: Sheet) -> date:
    """The day of application of the first case; else the first on which all norms are in force."""
    for case in cases_of(sheet.view):
        if case.applied is not None:
            return case.applied
    begun = [norm.valid_from for norm in sheet.view.of(Norm) if norm.valid_from is not None]
    return max(begun, default=date(2026, 1, 1))


def _may_expect(name: str, played: Played) -> None:
    if played.incidents:
        raise NotNow(say("cases.why_not.stuck", name=name))
    if played.verdict == "agrees" and not played.differences:
        raise NotNow(say("cases.why_not.agrees", name=name))
