"""How does a script go along with the person, stop by stop?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import current_language, say, tr
from model.records import Goal, Stop, Text
from model.teaching import answers_of, missing, perform, reached, told_deed, told_goal, worded
from studio.lessons.book import Book
from studio.lessons.marks import Mark
from studio.lessons.remarks import asks_for_remarks, forget, is_remarked, listen, write_remarks
from studio.lessons.stage import Stage
from studio.lessons.turning import turn_back
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing
from widgets.lessons import LessonBar, Said


class Lesson(QObject):
    """Plays one book on one sheet, which is a copy. ``place`` is the stop, counted from 0."""

    def __init__(self, desk: Desk, sheet: Sheet, book: Book, *, presenting: bool) -> None:
        super().__init__(sheet)
        self.desk, self.sheet, self.book = desk, sheet, book
        self.start: Snapshot = sheet.view
        desk.notice.clear()  # old news are no part of a talk
        self.place = 0
        self.marks = [Mark() for _ in book.stops]
        self._last_word = ("", "")
        self._over = False
        self.bar = LessonBar(sheet)
        sheet.add_above(self.bar)
        sheet.practice = True
        sheet.setProperty("lesson", True)
        self.stage = Stage(desk, sheet, self.bar, presenting=presenting)
        self.bar.wanted.connect(self.do)
        self.stage.wanted.connect(self.do)
        self._hearing = Hearing(sheet.session.document, self)
        self._hearing.changed.connect(lambda _changes: self._heard())
        desk.sheets.turned.connect(self._turned)
        desk.on_retranslate.append(self.say)
        desk.on_restyle.append(self.bar.restyle)
        sheet.stated.connect(self._stated)
        sheet.stated.emit()
        self.go(0)

    # ----------------------------------------------------------------------------------- looking

    @property
    def stop(self) -> Stop:
        """The stop that is shown, in the language in use now."""
        return self.wording(self.place)

    @property
    def mark(self) -> Mark:
        """What was done at it."""
        return self.marks[self.place]

    def wording(self, place: int) -> Stop:
        """A stop in the language in use now."""
        return worded(self.book.view, self.book.stops[place], current_language())

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to do at this stop."""
        stop = self.stop
        return bool(self.mark.state) or not (stop.goals or stop.deeds)

    def is_reached(self, place: int, number: int) -> bool:
        """Whether one thing a stop asks for was done; in which language it was named is no
        matter.
        """
        stop = self.book.stops[place]
        texts = self.book.view.children(stop.id, Text)
        languages = dict.fromkeys(("de", *(text.language for text in texts)))
        asked: list[Goal] = [worded(self.book.view, stop, l).goals[number] for l in languages]  # noqa: E741
        if asked[0].asks == "remarked":
            return any(is_remarked(self.sheet, goal) for goal in asked)
        return any(reached(self.sheet.view, goal) for goal in asked)

    # -------------------------------------------------------------------------------------- doing

    def do(self, wish: str) -> None:
        """What the bar, a key or the menu asks for."""
        wishes = {
            "forward": self.forward,
            "back": self.back,
            "show": self.show_solution,
            "skip": self.skip,
            "again": self.reset,
            "rewind": self.rewind,
            "black": self.stage.blackout.turn,
            "light": self.stage.turn_light,
            "notes": self.open_notes,
            "results": self.show_results,
            "leave": self.leave,
        }
        wishes[wish]()

    def go(self, place: int) -> None:
        """Show a stop. On the way forward, what stops in between ask for is done for the learner,
        so that the service fits.
        """
        place = max(0, min(place, len(self.marks) - 1))
        while self.place < place:
            self._settle_here("skipped")
            self.place += 1
            self._begin()
        self.place = place
        self._begin()
        self._last_word = ("", "")
        stop = self.stop
        self.stage.show(stop)
        self._fill_in(stop)
        self.say()
        self._focus()

    def forward(self) -> None:
        """Check what is asked for; do what the stop does; else on to the next."""
        if self.stage.blackout.isVisible():
            self.stage.blackout.end()
        elif self.stop.goals and not self.mark.state:
            self.check()
        elif not self.is_done:
            self._settle_here("done")
            self.stage.show(self.stop)
            self.say()
        elif self.place + 1 < len(self.marks):
            self.go(self.place + 1)
        else:
            self._last_word = ("hint", tr("lesson.last"))
            self.say()

    def back(self) -> None:
        """The stop before; the service stays as it is."""
        self.go(self.place - 1)

    def check(self) -> bool:
        """Is everything done? If not, the hint comes after the first time, the solution may be
        shown after the second.
        """
        if self._all_reached():
            self.mark.solve()
            self._last_word = ("", "")
        else:
            self.mark.failures += 1
            self._last_word = self._help()
        self.say()
        return bool(self.mark.state)

    def show_solution(self) -> None:
        """Do it for the learner, from where the stop began."""
        if self.mark.state == "":
            self._settle_here("shown")
            self.stage.show(self.stop)
        self.say()

    def skip(self) -> None:
        """On to the next stop; what was asked for is done."""
        self._settle_here("skipped")
        if self.place + 1 < len(self.marks):
            self.go(self.place + 1)
        else:
            self.say()

    def reset(self) -> None:
        """The service as it was at the start, byte for byte, and the first stop."""
        turn_back(self.sheet.session.document, self.start, say("lesson.undo.reset"))
        forget(self.sheet)
        self.marks = [Mark() for _ in self.marks]
        self.place = 0
        self.sheet.canvas.select([])
        self.go(0)

    def rewind(self) -> None:
        """The service as it was when this stop was reached first."""
        begun = self.mark.begun
        if begun is not None:
            turn_back(self.sheet.session.document, begun, say("lesson.undo.rewind"))
        self.marks[self.place] = Mark(begun=begun)
        self.go(self.place)

    def _settle_here(self, state: str) -> None:
        """What this stop asks for is done by the lesson, unless somebody has done it."""
        stop, mark = self.stop, self.mark
        if mark.state:
            return
        document = self.sheet.session.document
        if stop.goals and self._all_reached():
            mark.solve()
            return
        mark.state = state if stop.goals else "done"  # type: ignore[assignment]
        if stop.goals and mark.begun is not None:
            turn_back(document, mark.begun, say("lesson.undo.rewind"))
        try:
            with document.transaction(say("lesson.undo.deed"), "lesson") as tx:
                for deed in stop.deeds:
                    perform(tx, deed)
        except FachwerkError as error:
            self._last_word = ("error", str(error))
            return
        write_remarks(self.desk, self.sheet, stop)
        if any(deed.verb == "play" for deed in stop.deeds):
            self._rehearse(stop)

    def _rehearse(self, stop: Stop) -> None:
        """The rehearsal runs until the card that is meant."""
        card = next(deed.at for deed in stop.deeds if deed.verb == "play")
        self.desk.rehearsal.play_until(self.sheet, card, answers_of(self.sheet.view, stop))

    def _all_reached(self) -> bool:
        return all(self.is_reached(self.place, n) for n in range(len(self.stop.goals)))

    def _begin(self) -> None:
        if asks_for_remarks(self.stop):
            listen(self.desk, self.sheet, self._heard)
        if self.mark.begun is None:
            self.mark.begun = self.sheet.view

    def _help(self) -> tuple[str, str]:
        stop, mark = self.stop, self.mark
        view = self.sheet.view
        todo = stop.hint or str(told_goal(view, missing(view, stop.goals)[0]))
        if mark.may_show:
            ways = stop.solution or " ".join(str(told_deed(view, deed)) for deed in stop.deeds)
            return "hint", tr("lesson.judged.solution", how=ways)
        return "warning", tr("lesson.judged.hint", hint=todo)

    def _fill_in(self, stop: Stop) -> None:
        """Test data goes into the form."""
        answers = answers_of(self.sheet.view, stop)
        if answers:
            self.desk.panes.preview.fill(answers)

    # ------------------------------------------------------------------------------------ saying

    def say(self) -> None:
        """Say the stop as it stands, in the language in use now."""
        stop, view = self.stop, self.sheet.view
        goals = [
            (str(told_goal(view, goal)), bool(self.mark.state) or self.is_reached(self.place, n))
            for n, goal in enumerate(stop.goals)
        ]
        said = Said(
            title=stop.name,
            text=stop.text,
            place=self.place + 1,
            of=len(self.marks),
            tasks=tuple(goals),
            judged=self._judged(),
            forward=f"lesson.bar.{self._forward()}",
            offers=self._offers(),
        )
        self.bar.say(said)
        self.say_notes()
        self.stage.spotlight.follow()

    def _judged(self) -> tuple[str, str]:
        if self._last_word[1]:
            return self._last_word
        state = self.mark.state
        if self.stop.goals and state:
            return ("ok" if state != "skipped" else "hint"), tr(f"lesson.judged.{state}")
        return "", ""

    def _forward(self) -> str:
        if self.stop.goals and not self.mark.state:
            return "check"
        return "next" if self.is_done else "do"

    def _offers(self) -> tuple[str, ...]:
        open_task = bool(self.stop.goals) and not self.mark.state
        wishes = {
            "show": open_task and self.mark.may_show,
            "skip": open_task,
            "again": True,
            "rewind": self.mark.begun is not None and self.mark.begun is not self.sheet.view,
            "light": bool(self.stop.lit or self.stop.pane),
            "black": self.stage.presenting,
            "notes": self.stage.presenting,
            "results": any(stop.goals for stop in self.book.stops),
            "leave": True,
        }
        return tuple(wish for wish, wanted in wishes.items() if wanted)

    def open_notes(self) -> None:
        """The second window, or none."""
        self.stage.open_notes()
        self.say_notes()

    def say_notes(self) -> None:
        """The second window says the same stop."""
        notes, stop, after = self.stage.notes, self.stop, self.place + 1
        if notes is not None:
            following = self.wording(after).name if after < len(self.marks) else ""
            notes.say((after, len(self.marks), stop.name, stop.text, stop.notes, following))

    def show_results(self) -> None:
        """The result sheet of this lesson."""
        from studio.lessons.results import show_results

        show_results(self)

    def _focus(self) -> None:
        """A learner works on the canvas; who presents has the keys of the bar."""
        to_do = bool(self.stop.goals) and not self.stage.presenting
        target = self.sheet.canvas if to_do else self.bar
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ----------------------------------------------------------------------------------- hearing

    def _heard(self) -> None:
        """Something was changed: perhaps it was what is asked for."""
        if self.stop.goals and not self.mark.state and self._all_reached():
            self.mark.solve()
            self._last_word = ("", "")
        self.say()

    def _stated(self) -> None:
        """Who saves a copy wants to keep it: from now on it is an ordinary file."""
        if self.sheet.session.path is not None and self.sheet.practice:
            self.sheet.practice = False
            self.sheet.stated.emit()

    def _turned(self) -> None:
        if self.sheet not in self.desk.sheets.all:
            self.end()
        else:
            self.stage.set_away(self.desk.sheet is not self.sheet)

    def leave(self) -> None:
        """Away with the copy; nobody is asked."""
        self.desk.filing.close(self.sheet)

    def end(self) -> None:
        """The copy is gone; everything as before."""
        if self._over:
            return
        self._over = True
        self._hearing.stop()
        self.desk.sheets.turned.disconnect(self._turned)
        self.desk.on_retranslate.remove(self.say)
        self.desk.on_restyle.remove(self.bar.restyle)
        self.sheet.setProperty("lesson", False)
        self.stage.strike()
