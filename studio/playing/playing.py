"""How does one sheet show its run, and what does each key do in it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt

from model.document import ChangeSet
from model.errors import FachwerkError
from model.language import tr
from model.play import Move, days_later, due_at, play, typed
from model.records import ExampleCase, Placement
from studio.actions.play import MOTION
from studio.playing.byitself import ByItself
from studio.playing.course import Telling, name_of
from studio.playing.forms import FormFill
from studio.playing.keeping import keep
from studio.playing.run import Run, citizen
from studio.playing.showing import Showing
from studio.playing.spacebar import SpaceBar
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing
from widgets.play import PlayBar, Said, Trail
from widgets.play.trail import may_move

DAYS = 14
Judged = tuple[str, str]
NO_WORD: Judged = ("", "")


class House(Protocol):
    """Who has begun a run, and hears of it."""

    def went_on(self) -> None: ...
    def ended(self, sheet: Sheet) -> None: ...


class Playing(QObject):
    """A run on one sheet, with everything that shows it; ``house`` hears of each step."""

    def __init__(self, desk: Desk, sheet: Sheet, house: House) -> None:
        super().__init__(sheet)
        self.desk, self.sheet, self._house = desk, sheet, house
        self.run = Run.begun(sheet.view, date.today())
        self.showing: Showing | None = None
        self.telling = Telling(sheet.view)
        self.word: Judged = NO_WORD
        self._token = 0
        self.bar = PlayBar(sheet)
        sheet.add_above(self.bar)
        self.trail = Trail(sheet.canvas)
        self.trail.moving = self._may_move
        self.form = FormFill(desk, self, self._form_turned)
        self.itself = ByItself(self, self._step_by_itself, self._say_bar)
        self._hearing = Hearing(sheet.session.document, self)
        self._hearing.changed.connect(self._heard)
        self.bar.wanted.connect(lambda wish: desk.run(lambda _d: self.do(wish)))
        self.bar.dated.connect(lambda day: desk.run(lambda _d: self.set_day(day)))
        self.bar.paced.connect(self.itself.set_pace)
        self.space = SpaceBar(sheet.canvas, self, lambda wish: desk.run(lambda _d: self.do(wish)))

    # --------------------------------------------------------------------------------- beginning

    def begin(self, at: str = "") -> None:
        """From the beginning, or before a node."""
        self._set_out(Run.begun(self.sheet.view, date.today(), at))
        self.show(enter=True)

    def begin_case(self, case: ExampleCase) -> None:
        """An example citizen; step by step, everything the citizen does is planned."""
        view = self.sheet.view
        run = Run.begun(view, case.applied or date.today())
        run.plan, run.name = play(view, case).moves, case.name
        self._set_out(run, {})
        self.show(enter=True)

    def begin_answers(self, answers: Mapping[str, Any]) -> None:
        """A citizen who is known by the answers only."""
        self.begin_case(citizen(self.sheet.view, answers, date.today()))

    def begin_until(self, card: str, answers: Mapping[str, Any]) -> bool:
        """At once until the case stands at a card; False when it never does."""
        view, case = self.sheet.view, citizen(self.sheet.view, answers, date.today())
        run = Run.begun(view, case.applied or date.today())
        reached = run.play_until(view, case, card)
        self._set_out(run, typed(view, case.answers))
        if not reached:
            self.word = "warning", tr("playing.never", name=name_of(view, card))
        self.show(enter=True, moving=False)
        return reached

    def begin_path(self, path: tuple[str, ...]) -> None:
        """Along the path of a finding."""
        self._set_out(Run.begun(self.sheet.view, date.today()))
        self.showing = Showing(self.sheet.view, path)
        self.show(enter=True)

    def _set_out(self, run: Run, answers: Mapping[str, Any] | None = None) -> None:
        self.set_auto(False)
        self.run, self.showing, self.word, self._token = run, None, NO_WORD, 0
        self.telling = Telling(self.sheet.view)
        self.form.begin(answers)

    # --------------------------------------------------------------------------------- going on

    def do(self, wish: str) -> None:
        """What the bar, a key, the pane or the menu asks for.

        Raises:
            FachwerkError: it cannot be done, and why.
        """
        wishes: dict[str, Callable[[], object]] = {
            "forward": self.forward,
            "back": self.back,
            "auto": lambda: self.set_auto(not self.itself.on),
            "restart": self.restart,
            "days": lambda: self.pass_time(days_later(self.run.walk.now, DAYS).moment),
            "due": lambda: self.pass_time(self.next_due()),
            "save": self.save,
            "leave": self.end,
        }
        self.trail.finish()
        wishes[wish]()

    def forward(self) -> bool:
        """One step on; False when a person has something to do first, and that is said."""
        if self.showing is not None:
            self.showing.go(1)
            self.show()
            return not self.showing.over
        move = self.run.usual(self.sheet.view, self._token)
        if move is not None:
            return self._make(move)
        if self.run.walk.now.finished:
            self._say("hint", tr("playing.over"))
        elif self.run.offers(self.sheet.view):
            self._say("hint", tr("playing.choose"))
            self.desk.docks.bring_forward("play")
            if not self.form.has_keys and self.desk.docks.is_shown("play"):
                self.desk.panes.play.focus_first()
        else:
            self._say("warning", tr("playing.stuck"))
        return False

    def take_offer(self, number: int) -> None:
        """What was chosen in the pane; what asks for answers shows its form first."""
        offers = self.run.offers(self.sheet.view)
        if number >= len(offers):
            return
        move = offers[number]
        self._token = move.token
        planned = self.run.planned()
        if planned is not None and planned.kind == move.kind and planned.at == move.at:
            move = planned
        self._make(move)

    def _make(self, move: Move) -> bool:
        """Make a move; what a form must know first is asked, and nothing happens."""
        view = self.sheet.view
        card = self.run.asks(view, move)
        if card and self.form.card != card:
            self.form.show(card, self.run.known())
        if card:
            move = self.run.filled(view, move, self.form.given())
            missing = self.run.missing(view, move)
            if missing:
                if self.form.shown != card:
                    self.form.show(card, self.form.given())
                self.form.blame(missing[0])
                more = len(missing) - 1
                rest = f" {tr('playing.missing.more', n=more)}" if more else ""
                self._say("warning", tr("playing.missing", words=missing[0].words) + rest)
                return False
        before = self.desk.window.focusWidget()
        had_keys = self.form.has_keys
        self.run.make(view, move)
        self.word = NO_WORD
        self.show(enter=had_keys or self.bar.isAncestorOf(before) or before is self.bar)
        return True

    def back(self) -> None:
        """One step back."""
        if self.showing is not None:
            self.back_to(self.showing.place - 1)
        else:
            self.back_to(max(len(self.run.walk) - 1, 0))

    def back_to(self, step: int) -> None:
        """As it was after so many moves; Weiter goes the same way again."""
        self.set_auto(False)
        if self.showing is not None:
            self.showing.go(step - self.showing.place)
        else:
            self.run.back(step)
        self.word = NO_WORD
        self.show(moving=False)

    def restart(self) -> None:
        """From the beginning; the answers stay typed in."""
        self.back_to(0)

    def _step_by_itself(self) -> bool:
        """One step; False where a person has to do something."""
        self.trail.finish()
        try:
            return self.forward() and not self.run.walk.now.finished
        except FachwerkError as error:
            self._say("error", str(error))
            return False

    # ------------------------------------------------------------------------------------- time

    def next_due(self) -> datetime | None:
        """When the next deadline runs out."""
        return min(due_at(self.sheet.view, self.run.walk.now).values(), default=None)

    def pass_time(self, until: datetime | None) -> None:
        """The clock goes on; what falls due on the way happens."""
        if self.showing is not None or until is None:
            self._say("hint", tr("playing.no_due"))
            return
        self.run.make(self.sheet.view, Move("time", moment=until))
        self.word = "hint", tr("playing.log.time", day=self.run.today)
        self.show()

    def set_day(self, day: date) -> None:
        """Another day in the run: at its beginning that of the application."""
        self.word = NO_WORD
        if self.showing is None and not self.run.date(self.sheet.view, day):
            self.word = "hint", tr("playing.no_past")
        self.show()

    def set_auto(self, on: bool) -> None:
        """Go on by itself, or no longer."""
        self.itself.turn(on)
        self._say_bar()

    def save(self) -> None:
        """Keep what was played as an example citizen.

        Raises:
            FachwerkError: it began in the middle.
        """
        keep(self.desk, self.sheet.view, self.run, self.telling)

    # ----------------------------------------------------------------------------------- showing

    def show(self, *, enter: bool = False, moving: bool = True) -> None:
        """Show the run as it is now; ``enter``: the keys go where something is to be done."""
        view = self.sheet.view
        if self.showing is not None:
            self.form.rest()
            self.trail.show_sight(self.showing.sight(view, travelling=moving))
        else:
            self.trail.show_sight(self.telling.sight(self.run, travelling=moving))
            self._ask_form()
        self.say()
        if enter:
            if self.form.card and not self.itself.on and not self.run.plan:
                self.form.enter()
            else:
                self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._house.went_on()

    def _ask_form(self) -> None:
        view = self.sheet.view
        card = self.run.asks(view, self.run.usual(view, self._token))
        if not card:
            self.form.rest()
        elif self.desk.sheet is self.sheet:
            self.form.show(card, self.run.known())

    def say(self) -> None:
        """Bar and pane say how it stands, in the language in use now."""
        self._say_bar()
        if self.desk.sheet is not self.sheet:
            return
        view, pane = self.sheet.view, self.desk.panes.play
        if self.showing is not None:
            pane.show_course(self.showing.course(view))
        else:
            pane.show_course(self.telling.course(self.run, self.run.usual(view, self._token)))

    def _say(self, sign: str, words: str) -> None:
        self.word = sign, words
        self._say_bar()

    def _say_bar(self) -> None:
        name = self.run.name or self.sheet.view.service.name
        if self.showing is not None:
            where = self.showing.where(self.sheet.view)
            title = tr("playing.title.path")
            self.bar.say(
                Said(
                    *(title, where, self.word),
                    can_go=not self.showing.over,
                    can_back=self.showing.place > 0,
                    clock=False,
                    auto=self.itself.on,
                )
            )
            return
        now, walk = self.run.walk.now, self.run.walk
        earliest = self.run.today if walk.moves else None
        self.bar.say(
            Said(
                title=tr("playing.title", name=name),
                where=self.telling.where(self.run),
                judged=self.word if self.word[1] else self._judged(),
                today=self.run.today,
                earliest=earliest,
                can_go=not now.finished,
                can_back=bool(walk.moves),
                due=self.next_due() is not None,
                auto=self.itself.on,
            )
        )

    def _judged(self) -> Judged:
        """What has gone wrong; else why the last way was taken; else that it is over."""
        now = self.run.walk.now
        if now.incidents:
            return "warning", str(now.incidents[-1].what)
        late = self.run.walk.happened(len(self.run.walk))
        reasons = [words for one in late for words in self.telling.reasons(one)]
        return ("hint", " ".join(reasons)) if reasons else NO_WORD

    # ------------------------------------------------------------------------------ hearing

    def _heard(self, changes: ChangeSet) -> None:
        """The service was changed: the same moves in it, as far as they fit."""
        if all(isinstance(change.record, Placement | ExampleCase) for change in changes):
            self.trail.update()
            return
        view = self.sheet.view
        self.telling = Telling(view)
        if self.run.walk.start and self.run.walk.start not in view:
            self._set_out(Run.begun(view, self.run.applied))
            self.word = "warning", tr("playing.start_gone")
        elif self.showing is not None:
            self.showing = Showing(view, self.showing.path)
        else:
            refused = self.run.renew(view)
            self.word = ("warning", tr("playing.unfit", what=str(refused))) if refused else NO_WORD
        self.show(moving=False)

    def _form_turned(self, way: int) -> None:
        """Weiter or Zurück in the form itself."""
        self.desk.run(lambda _d: self.do("back" if way < 0 else "forward"))

    def _may_move(self) -> bool:
        return bool(self.desk.settings.value(MOTION, True)) and may_move()

    # ------------------------------------------------------------------------------- in and out

    def rest(self) -> None:
        """Another document is in front."""
        self.set_auto(False)
        self.form.rest()

    def come_back(self) -> None:
        """This one is in front again."""
        self.show(moving=False)

    def retranslate(self) -> None:
        """Say all words again, in the language in use now."""
        self.telling = Telling(self.sheet.view)
        self.bar.retranslate()
        self.show(moving=False)

    def restyle(self) -> None:
        """The colours have changed."""
        self.bar.restyle()
        self.trail.update()
        self._say_bar()

    def end(self) -> None:
        """Everything as before; the service stays as it is."""
        self.set_auto(False)
        self._hearing.stop()
        self.sheet.setProperty("playing", None)
        self.sheet.canvas.removeEventFilter(self.space)
        self.form.rest()
        self.form.end()
        self.trail.strike()
        self.bar.hide()
        self.bar.deleteLater()
        self._house.ended(self.sheet)
        self.deleteLater()
