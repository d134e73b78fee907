"""How does the window play a service?

Everything that is needed only while something is played is imported when it begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from model.errors import FachwerkError
from model.language import say
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet

if TYPE_CHECKING:
    from model.play import Walk
    from model.records import ExampleCase
    from studio.playing.playing import Playing


WITH_FORM, WITHOUT_FORM = (380, 410), (470, 320)
"""Heights of what stands above the form, and of the form."""
_ABOVE = ("inspector", "play")


class NotPlaying(FachwerkError):
    """Nothing is played on this document."""


class Rehearsing(QObject):
    """Sits in ``desk.rehearsal``. ``turned``: a run began, went on or ended."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        panel = desk.panes.play
        panel.wanted.connect(lambda wish: desk.run(lambda _d: self.do(wish)))
        panel.offered.connect(lambda number: self._in_front("take_offer", number))
        panel.returned.connect(lambda step: self._in_front("back_to", step))
        panel.jumped.connect(desk.panes.jump)
        desk.panes.findings.played.connect(lambda finding: desk.run(lambda _d: self.show(finding)))
        desk.sheets.turned.connect(self._turned)
        desk.on_retranslate.append(self._say)
        desk.on_restyle.append(self._restyle)

    # --------------------------------------------------------------------------------- beginning

    def start(self, sheet: Sheet) -> None:
        """Play the service from its beginning, from today on."""
        self._fresh(sheet).begin()

    def start_at(self, sheet: Sheet, card: str) -> None:
        """Play from the middle: the case stands before ``card`` (a node or a row of it).

        Raises:
            FachwerkError: nothing that could be done is there.
        """
        from model.records import Node

        home = sheet.view.card_of(card)
        if not isinstance(home, Node):
            raise NotPlaying(say("playing.no_card"), todo=say("playing.no_card.todo"))
        self._fresh(sheet).begin(at=home.id)

    def play_case(self, sheet: Sheet, case_id: str) -> None:
        """An example citizen goes the way; step by step, as everybody.

        Raises:
            FachwerkError: there is no such case.
        """
        from model.records import ExampleCase

        self._fresh(sheet).begin_case(sheet.view.the(case_id, ExampleCase))

    def play_until(self, sheet: Sheet, card: str, answers: Mapping[str, Any]) -> bool:
        """Play with these answers until the case stands at a card; False when it never does, and
        the bar has said why.
        """
        return self._fresh(sheet).begin_until(card, answers)

    def play_answers(self, sheet: Sheet, answers: Mapping[str, Any], at: str = "") -> None:
        """A citizen with these answers goes the way; at once until ``at``, when that is given."""
        playing = self._fresh(sheet)
        if at:
            playing.begin_until(at, answers)
        else:
            playing.begin_answers(answers)

    def show_path(self, sheet: Sheet, path: Sequence[str]) -> None:
        """The Akte goes along these nodes and ways, whatever the conditions say."""
        self._fresh(sheet).begin_path(tuple(path))

    def show(self, finding: Any) -> None:
        """What a finding says, on the canvas: its answers where it has some, else its path."""
        sheet = self._sheet()
        if finding.answers:
            card = sheet.view.card_of(finding.at)
            self.play_answers(sheet, dict(finding.answers), card.id if card is not None else "")
        else:
            self.show_path(sheet, finding.path)

    # --------------------------------------------------------------------------------- going on

    def do(self, wish: str) -> None:
        """What a key, the menu or the pane asks for, on the document in front.

        Raises:
            FachwerkError: it cannot be done, and why.
        """
        sheet = self._sheet()
        playing = self.running(sheet)
        if wish == "start" and playing is None:
            self.start(sheet)
        elif wish == "here":
            self.start_at(sheet, sheet.canvas.selection.focus or next(iter(self.desk.selected), ""))
        elif playing is None:
            raise NotPlaying(say("playing.not_running"), todo=say("playing.not_running.todo"))
        else:
            playing.do("forward" if wish == "start" else wish)

    def leave(self, sheet: Sheet) -> None:
        """End the run on a sheet; the service stays as it is."""
        playing = self.running(sheet)
        if playing is not None:
            playing.end()

    def went_on(self) -> None:
        """A run has made a step, or was shown anew."""
        self.turned.emit()

    def ended(self, sheet: Sheet) -> None:
        """A run is over: the pane of the document in front has nothing to show any more."""
        if self.desk.sheet is sheet:
            self.desk.panes.play.show_course(None)
            self.desk.docks.set_needed("play", False)
            self._share_room(*WITHOUT_FORM)
            sheet.focus_work()
        self.turned.emit()

    # ----------------------------------------------------------------------------------- looking

    def running(self, sheet: Sheet | None) -> Playing | None:
        """What is played on a sheet."""
        found = sheet.property("playing") if sheet is not None else None
        return found or None

    def walk_of(self, sheet: Sheet) -> Walk | None:
        """How the case has gone so far; None when nothing is played."""
        playing = self.running(sheet)
        return playing.run.walk if playing is not None else None

    def case_of(self, sheet: Sheet, name: str) -> ExampleCase:
        """The case that is played, as an example citizen; its id is still to be given.

        Raises:
            FachwerkError: nothing is played, or it began in the middle.
        """
        from model.play.taking import case_from

        playing = self.running(sheet)
        if playing is None:
            raise NotPlaying(say("playing.not_running"), todo=say("playing.not_running.todo"))
        run = playing.run
        return case_from(sheet.view, run.walk, name, run.applied, world=run.world)

    # ------------------------------------------------------------------------------------- inner

    def _sheet(self) -> Sheet:
        sheet = self.desk.sheet
        if sheet is None:
            raise NotPlaying(say("finder.needs_sheet"))
        return sheet

    def _fresh(self, sheet: Sheet) -> Playing:
        """The run of a sheet, made when there is none yet."""
        playing = self.running(sheet)
        if playing is None:
            from studio.playing.playing import Playing

            playing = Playing(self.desk, sheet, self)
            sheet.setProperty("playing", playing)
            self._share_room(*WITH_FORM)
        self.desk.docks.set_needed("play", True)
        self.desk.docks.bring_forward("play")
        return playing

    def _share_room(self, upper: int, lower: int) -> None:
        """While a form is filled in it needs more room than the pane above it."""
        docks = self.desk.docks.docks
        above = next((one for name in _ABOVE if (one := docks[name]).isVisible()), None)
        form = docks["preview"]
        if above is not None and form.isVisible() and not (above.isFloating() or form.isFloating()):
            pair, heights = [above, form], [upper, lower]
            self.desk.window.resizeDocks(pair, heights, Qt.Orientation.Vertical)

    def _in_front(self, name: str, value: int) -> None:
        playing = self.running(self.desk.sheet)
        if playing is not None:
            self.desk.run(lambda _desk: getattr(playing, name)(value))

    def _turned(self) -> None:
        """Another document is in front: the pane shows its run, or none."""
        for sheet in self.desk.sheets.all:
            playing = self.running(sheet)
            if playing is not None and sheet is not self.desk.sheet:
                playing.rest()
        here = self.running(self.desk.sheet)
        self.desk.docks.set_needed("play", here is not None)
        if here is not None:
            here.come_back()
        else:
            self.desk.panes.play.show_course(None)

    def _say(self) -> None:
        for sheet in self.desk.sheets.all:
            playing = self.running(sheet)
            if playing is not None:
                playing.retranslate()

    def _restyle(self) -> None:
        for sheet in self.desk.sheets.all:
            playing = self.running(sheet)
            if playing is not None:
                playing.restyle()
