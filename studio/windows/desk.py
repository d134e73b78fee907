"""What can the window do, in the words of the actions?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from model.checks import Finding, Repair
from model.document import History, Transaction
from model.errors import FachwerkError
from model.language import Message, current_language, say
from studio.jobs.later import Later
from studio.session import Surroundings
from studio.settings import Settings
from studio.windows.choosers import Choosers
from studio.windows.filing import Filing
from studio.windows.sheet import Sheet
from studio.windows.shell import Shell
from widgets.basics.notice import Notice
from widgets.look import expert, theme

if TYPE_CHECKING:
    from studio.windows.docks import Docks
    from studio.windows.panes import Panes
    from studio.windows.sheets import Sheets

_NEEDS_THE_PICTURE = (
    *("start_connect", "quick_add", "pick_up", "turn_end", "turn_start"),
    *("hand_tool", "lasso_tool", "space_tool"),
)
"""What is done on the canvas by pointing somewhere."""


LARGE, A_MOMENT = 3000, 25
"""Records of a large service, and milliseconds in which its picture is painted."""


class Desk(QObject):
    """The hub: actions run on it, parts of the window ask it. ``changed`` says that something may
    be different: selection, state, language, what is in front; ``exported`` carries the Sheet of
    which something was written.
    """

    changed = Signal()
    exported = Signal(object)

    sheets: Sheets
    docks: Docks
    panes: Panes
    notice: Notice
    show_export: Callable[[], object]
    show_keys: Callable[[], object]
    show_about: Callable[[], object]
    print_service: Callable[[], object]
    show_search: Callable[[], object]
    search_again: Callable[[int], object]
    show_commands: Callable[[], object]
    show_history: Callable[[], object]
    begin_exercise: Callable[[], object]
    show_tips_again: Callable[[], object]
    teach: Callable[[str], object]
    rehearsal: Any
    """``studio.playing.Rehearsing``, which knows the desk and therefore is not named here."""
    show_schemas: Callable[[], object]
    cases: Callable[[str], object]
    review: Callable[[str], object]
    merge_review: Callable[[Path], object]

    def __init__(
        self, window: Shell, settings: Settings, surroundings: Surroundings, choosers: Choosers
    ) -> None:
        super().__init__(window)
        self.window, self.settings = window, settings
        self.surroundings, self.choosers = surroundings, choosers
        self.filing = Filing(self)
        self.said: Callable[[], History | None] = lambda: None
        self.on_retranslate: list[Callable[[], None]] = []
        self.on_restyle: list[Callable[[], None]] = []
        self._soon = Later(self, 0, self.changed.emit)
        self._late = Later(self, A_MOMENT, self.changed.emit)

    # --------------------------------------------------------------------------------- looking

    @property
    def sheet(self) -> Sheet | None:
        """The document in front."""
        return self.sheets.front

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of what is selected in the document in front."""
        return tuple(self.sheet.canvas.selection.ids) if self.sheet is not None else ()

    @property
    def zoom(self) -> float:
        """The zoom factor of the canvas in front."""
        return float(self.sheet.canvas.zoom) if self.sheet is not None else 1.0

    @property
    def language(self) -> str:
        """The language of the window."""
        return current_language()

    @property
    def theme_wish(self) -> str:
        """The theme that was asked for."""
        return theme.wish()

    @property
    def up_to_date(self) -> bool:
        """Do actions, panes and title belong to the document as it is?"""
        return not self._soon.waiting

    def refresh(self) -> None:
        """Something may be different: tell everybody, once; in a large service a moment later, when
        its picture is painted.
        """
        large = self.sheet is not None and len(self.sheet.view) > LARGE
        (self._late if large else self._soon).ask()

    # ---------------------------------------------------------------------------------- running

    def run(self, deed: Callable[[Desk], object]) -> None:
        """Do what an action does; a refusal becomes a notice."""
        try:
            deed(self)
        except FachwerkError as error:
            self.tell_error(error)
        self.refresh()

    def change(self, label: Message, work: Callable[[Transaction], Any]) -> None:
        """One undo step on the document in front."""
        if self.sheet is None:
            return
        try:
            with self.sheet.session.document.transaction(label, "desk") as tx:
                work(tx)
        except FachwerkError as error:
            self.tell_error(error)

    def canvas_do(self, name: str) -> None:
        """Let the canvas in front do something; the table in its place, as far as it can."""
        if self.sheet is None:
            return
        table = self.sheet.table if self.sheet.shows_table else None
        if table is not None and name == "rename_selection":
            table.edit_name()
        elif table is not None and name == "change_kind":
            table.edit_kind()
        elif table is not None and name in _NEEDS_THE_PICTURE:
            self.tell(say("table.only_picture"))
        else:
            getattr(self.sheet.canvas, name)()

    def turn_sheet(self) -> None:
        """From picture to table, or back."""
        if self.sheet is not None:
            self.sheet.turn()

    def place(self, template: str) -> None:
        """Place a template beside the selection or where the next click says; name it at once."""
        if self.sheet is None:
            return
        if self.sheet.shows_table and self.sheet.table is not None:
            self.sheet.table.place(template)
            return
        canvas = self.sheet.canvas
        canvas.setFocus()
        before = self.sheet.view
        canvas.place_template(template)
        focus = canvas.selection.focus
        if focus and focus not in before and before is not self.sheet.view:
            canvas.rename_selection()

    def show_minimap(self, wanted: bool) -> None:
        """Show the small map in the corner of every canvas when it is useful, or never."""
        self.settings.remember("minimap", wanted)
        for sheet in self.sheets.all:
            sheet.canvas.minimap.set_wanted(wanted)
        self.refresh()

    def show_expert(self, wanted: bool) -> None:
        """Show what things are called in BPMN, or no longer."""
        expert.show_expert(wanted)
        self.settings.remember("expert", wanted)
        for sheet in self.sheets.all:
            sheet.canvas.speak_again()
        for again in self.on_retranslate:
            again()
        self.refresh()

    def undo(self) -> None:
        """Take the last step back; of what was said about the service while that is done."""
        said = self.said()
        if said is not None:
            said.undo()
        elif self.sheet is not None:
            self.sheet.session.undo()

    def redo(self) -> None:
        """Do it again."""
        said = self.said()
        if said is not None:
            said.redo()
        elif self.sheet is not None:
            self.sheet.session.redo()

    # --------------------------------------------------------------------------------- checking

    def check_all(self) -> None:
        """Check everything and show the findings."""
        if self.sheet is not None:
            self.sheet.check.everything()
            if not self.docks.is_shown("findings"):
                self.docks.toggle("findings")

    def next_finding(self, direction: int) -> None:
        """Go to the next or previous finding."""
        finding = self.panes.findings.step(direction)
        if finding is not None:
            self.panes.jump(finding.at)
        else:
            self.tell(self.panes.findings.nothing())

    def mend_alike(self) -> None:
        """Mend all findings of the kind in front in one step; say why not when that is not to be
        done.
        """
        repair = self.panes.findings.repair_of_alike()
        if repair is not None:
            self.repair(repair)
        else:
            self.tell(say("findings.no_alike"))

    def repair(self, repair: Repair) -> None:
        """Mend a finding, or go where a person must."""
        finding = self._finding_of(repair)
        if repair.apply is not None:
            self.change(repair.title, repair.apply)
        elif finding is not None:
            self.panes.show_repair(repair, finding.at)

    def _finding_of(self, repair: Repair) -> Finding | None:
        found = self.panes.findings.findings
        return next((f for f in found if any(r is repair for r in f.repairs)), None)

    # ---------------------------------------------------------------------- language and theme

    def speak(self, language: str) -> None:
        """Another language, at once and from now on."""
        from studio.language.switch import switch

        switch(language)
        self.settings.remember("language", language)
        for sheet in self.sheets.all:
            sheet.canvas.speak_again()
            if sheet.table is not None:
                sheet.table.retranslate()
            sheet.notice.speak_again()
        self.notice.speak_again()
        for again in self.on_retranslate:
            again()
        self.refresh()

    def wear(self, wish: str) -> None:
        """Another theme, at once and from now on."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, wish)
        self.settings.remember("theme", wish)
        self.restyle()

    @property
    def text_scale(self) -> float:
        """How large the words of the window are, as a factor."""
        return theme.text_scale()

    def scale_text(self, factor: float) -> None:
        """Larger or smaller words, at once and from now on."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.scale_text(app, factor)
        self.settings.remember("text_scale", factor)
        self.restyle()
        self.docks.arrange()

    def restyle(self) -> None:
        """The colours have changed."""
        for sheet in self.sheets.all:
            sheet.canvas.set_theme()
            if sheet.table is not None:
                sheet.table.restyle()
        for again in self.on_restyle:
            again()
        self.refresh()

    # ----------------------------------------------------------------------------------- window

    def show_start(self) -> None:
        """Bring the start page to the front; documents stay open."""
        self.sheets.show(None)

    def toggle_full_screen(self) -> None:
        """All of the screen, or a window again."""
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    def tell(self, words: object, severity: str = "hint") -> None:
        """Say something without stopping the work."""
        self.notice.tell(words, severity)

    def tell_error(self, error: Exception) -> None:
        """Say what was refused, and what to do."""
        if isinstance(error, FachwerkError):
            self.tell(error, "error")
        else:
            from studio.errors import sentence_of

            self.tell(sentence_of(error), "error")

    def take_files(self, files: list[str]) -> None:
        """Files were dropped on the window."""
        for name in files:
            self.filing.open(Path(name))
