"""Which panes are there, and how do they follow the document in front?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from model.checks import Finding, Repair
from model.language import tr
from model.records import ExampleCase, Stop
from studio.jobs.later import Later
from studio.windows.docks import Docks
from studio.windows.places import seen_at, standing
from studio.windows.sheet import Sheet
from widgets.cases import CasesPanel
from widgets.findings import Findings
from widgets.inspector import Inspector
from widgets.lessons.panel import ScriptPanel
from widgets.outline import Outline
from widgets.palette import Palette
from widgets.play.panel import PlayPanel
from widgets.preview import Preview
from widgets.review.panel import ReviewPanel
from widgets.shelf import Shelf

_CATCH_UP = 100
LARGE, A_MOMENT = 3000, 25
"""Records of a large service, and milliseconds in which its picture is painted."""


class Panes(QObject):
    """Palette, shelf, outline, script, inspector, preview and findings. ``placed`` carries a
    template that was chosen, ``refused`` a sentence, ``repaired`` a Repair, ``taught`` a wish of
    the script, ``case_wanted`` an example citizen and the part of it that is wanted.
    """

    placed = Signal(str)
    refused = Signal(str)
    repaired = Signal(object)
    taught = Signal(str)
    case_wanted = Signal(str, str)

    def __init__(self, docks: Docks, focus_canvas: Callable[[], None]) -> None:
        super().__init__(docks.window)
        window = docks.window
        self.docks = docks
        self.sheet: Sheet | None = None
        self.palette, self.outline = Palette(window), Outline(window)
        self.inspector, self.preview = Inspector(window), Preview(window)
        self.findings, self.shelf = Findings(window), Shelf(window)
        self.script, self.play = ScriptPanel(window), PlayPanel(window)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        docks.add_centre("canvas", focus_canvas)
        docks.add("palette", self.palette, left, self._focus_palette)
        docks.add("shelf", self.shelf, left, self.shelf.focus_first)
        docks.add("outline", self.outline, left, self._focus_outline)
        docks.add("script", self.script, left, self.script.focus_first)
        docks.add("inspector", self.inspector, right, self.inspector.focus_first)
        docks.add("preview", self.preview, right, self._focus_preview)
        docks.add("play", self.play, right, self.play.focus_first)
        self.review = ReviewPanel(window)
        docks.add("review", self.review, right, self.review.focus_first)
        docks.add(
            "findings",
            self.findings,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            self.findings.focus_first,
            self.findings.head,
        )
        self.cases = CasesPanel(window)
        below = Qt.DockWidgetArea.BottomDockWidgetArea
        docks.add("cases", self.cases, below, self.cases.focus_first)
        self._later = Later(self, _CATCH_UP, self.outline.refresh)
        self._soon = Later(self, A_MOMENT, self._show_selection)
        self._following = False
        self._wire()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Follow another document (or none)."""
        if self.sheet is not None:
            self.sheet.canvas.selection.changed.disconnect(self._canvas_selected)
            self.sheet.checked.disconnect(self._checked)
            self.sheet.stated.disconnect(self._later.ask)
        self.sheet = sheet
        document = sheet.session.document if sheet else None
        self.outline.open(document)
        self.preview.open(document)
        self.shelf.open(document)
        self.script.open(document, sheet.session.history if sheet else None)
        if sheet is None:
            self.inspector.open(None)
            self.findings.show_findings(None)
            return
        session = sheet.session
        self.inspector.open(session.document, session.history)
        sheet.canvas.selection.changed.connect(self._canvas_selected)
        sheet.checked.connect(self._checked)
        sheet.stated.connect(self._later.ask)
        self._canvas_selected()
        self._checked(sheet.check.findings)

    def retranslate(self) -> None:
        """Name the panes again; each pane hears the language itself."""
        self.docks.say()
        if self.sheet is not None:
            self._checked(self.sheet.check.findings)

    def restyle(self) -> None:
        """Fetch all colours again."""
        panes = (self.palette, self.shelf, self.outline, self.inspector, self.preview)
        for pane in (*panes, self.findings, self.cases, self.script, self.play):
            pane.restyle()
        self.docks.fit()

    def show_repair(self, repair: Repair, finding_at: str) -> None:
        """A repair that a person must do: go to the place and into the inspector."""
        if self._is_case(finding_at):
            self.case_wanted.emit(finding_at, repair.opens)
            return
        self.jump(finding_at)
        self.inspector.focus_field(repair.opens, finding_at)

    def ask_condition(self) -> None:
        """Go where it is said when the chosen question is shown."""
        self.go_to("visible")

    def go_to(self, field: str) -> None:
        """Go into a field or section of the inspector."""
        if not self.docks.is_shown("inspector"):
            self.docks.toggle("inspector")
        self.inspector.focus_field(field)

    def jump(self, record_id: str) -> None:
        """Show a record on the canvas and select it everywhere."""
        if self.sheet is None or record_id not in self.sheet.view:
            return
        if self._is_case(record_id):
            self.case_wanted.emit(record_id, "")
            return
        seen = seen_at(self.sheet.view, record_id)
        if seen:
            self.sheet.show_element(seen)
        else:
            self.sheet.canvas.select([])  # it belongs to the service, which is shown then

    def _is_case(self, record_id: str) -> bool:
        """Example citizens stand nowhere on the canvas."""
        return self.sheet is not None and self.sheet.view.get(record_id, ExampleCase) is not None

    def _wire(self) -> None:
        self.palette.chosen.connect(self.placed)
        self.outline.selected.connect(self._outline_selected)
        self.outline.entered.connect(self._outline_entered)
        self.inspector.headed.connect(lambda words: self.docks.say_title("inspector", words))
        self.inspector.jumped.connect(self.jump)
        self.inspector.refused.connect(self.refused)
        self.preview.picked.connect(self._edit_row)
        self.preview.headed.connect(lambda words: self.docks.say_title("preview", words))
        self.findings.jumped.connect(self.jump)
        self.cases.headed.connect(lambda words: self.docks.say_title("cases", words))
        self.findings.repaired.connect(self.repaired)
        self.script.wanted.connect(self.taught)
        self.script.refused.connect(self.refused)
        self.script.picked.connect(self._show_stop)
        self.docks.say_title("inspector", tr("pane.inspector"))
        self.docks.say_title("preview", tr("pane.preview"))

    def _canvas_selected(self, *_ids: object) -> None:
        """In a large service the picture comes first, and the panes a moment later."""
        if self.sheet is not None and len(self.sheet.view) > LARGE:
            self._soon.ask()
        else:
            self._show_selection()

    def _show_selection(self) -> None:
        if self.sheet is None:
            return
        ids = self.sheet.canvas.selection.ids
        self.inspector.show_selection(ids)
        self.preview.show_selection(ids)
        self.findings.show_selection(ids)
        if not self._following:
            self.outline.show_selection(ids)

    def _outline_selected(self, ids: tuple[str, ...]) -> None:
        if self.sheet is None:
            return
        self._following = True
        if len(ids) == 1:
            focus = self.docks.window.focusWidget()
            self.sheet.show_element(ids[0])
            if focus is not None:
                focus.setFocus()
        else:
            self.sheet.canvas.select(ids)
        self._following = False

    def _outline_entered(self, _record_id: str) -> None:
        self.docks.enter("inspector")

    def _checked(self, findings: list[Finding] | None) -> None:
        if self.sheet is not None:
            view = self.sheet.view
            self.findings.show_findings(findings, self.sheet.place, partial(standing, view))

    def _focus_palette(self) -> None:
        self.palette.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.palette.list.currentIndex().isValid():
            self.palette.list.select_first()

    def _focus_outline(self) -> None:
        tree = self.outline.tree
        tree.setFocus(Qt.FocusReason.TabFocusReason)
        if not tree.currentIndex().isValid():
            tree.setCurrentIndex(self.outline.lines.index(0, 0))

    def _edit_row(self, record_id: str) -> None:
        """From a question of the form to its facts."""
        self.jump(record_id)
        self.docks.enter("inspector")

    def _show_stop(self, stop: str) -> None:
        """A stop that was chosen in the script: what it points at is selected."""
        record = self.sheet.view.get(stop, Stop) if self.sheet is not None else None
        if record is not None and self.sheet is not None:
            self.sheet.canvas.select([one for one in record.lit if one in self.sheet.view])

    def _focus_preview(self) -> None:
        self.preview.focus_first()
