"""How do pane, flags and reviews follow the document in front?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.document import History
from model.review import ReviewRemark
from studio.reviewing.keeping import home_beside
from studio.reviewing.reviewing import Reviewing, review_of
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.review import Flags, ReviewPanel

_FOR_DRAWING = ("palette", "preview")
"""Panes that a reader does not need: the form is a side of the sheet there."""


class Reviews(QObject):
    """Joins the pane with desk and documents. A document of which nothing was ever said has no
    review until somebody asks for the pane.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._shown: Reviewing | None = None
        self._sheet: Sheet | None = None
        panel = self.panel
        panel.jumped.connect(desk.panes.jump)
        panel.wanted.connect(lambda wish: desk.run(lambda d: d.review(wish)))
        desk.sheets.turned.connect(self.turned)
        desk.docks.docks["review"].visibilityChanged.connect(self._came)
        desk.on_retranslate.append(panel.retranslate)
        desk.on_restyle.append(panel.restyle)

    @property
    def panel(self) -> ReviewPanel:
        """The pane."""
        return self.desk.panes.review

    def history(self) -> History | None:
        """What undo takes back: of a service that is only read, what was said about it; else only
        while the keys are in the pane.
        """
        sheet, focus = self.desk.sheet, self.desk.window.focusWidget()
        if sheet is None or self._shown is None or sheet is not self._sheet:
            return None
        inside = focus is not None and self.panel.isAncestorOf(focus)
        return self._shown.history if sheet.reading or inside else None

    def turned(self) -> None:
        """Another document is in front."""
        sheet = self.desk.sheet
        review = self._of(sheet)
        for pane in _FOR_DRAWING if sheet is not None else ():
            self.desk.docks.set_needed(pane, not (sheet is not None and sheet.reading))
        if sheet is not None and review is None:
            self.desk.docks.set_needed("review", False)
        self.show(sheet, review)

    def _came(self, visible: bool) -> None:
        """The pane was asked for by whatever way: it has a review to show."""
        sheet = self.desk.sheet
        if visible and sheet is not None and self._sheet is not sheet:
            self.begin(sheet)

    def begin(self, sheet: Sheet) -> Reviewing:
        """Somebody asks for the pane."""
        review = review_of(self.desk, sheet)
        if review is not self._shown:
            self.show(sheet, review)
        return review

    def show(self, sheet: Sheet | None, review: Reviewing | None) -> None:
        """Show the review of a sheet (or none)."""
        if self._sheet is not None and self._sheet in self.desk.sheets.all:
            self._sheet.canvas.selection.changed.disconnect(self._selected)
            self._sheet.checked.disconnect(self._checked)
        if self._shown is not None and self._sheet in self.desk.sheets.all:
            self._shown.changed.disconnect(self._heard)
        self._sheet, self._shown = (sheet, review) if review is not None else (None, None)
        self.panel.open(review)
        if sheet is None or review is None:
            return
        self.desk.docks.set_needed("review", True)
        if sheet.reading:
            self.desk.docks.bring_forward("review")
        sheet.canvas.selection.changed.connect(self._selected)
        sheet.checked.connect(self._checked)
        review.changed.connect(self._heard)
        self._selected()
        self._mark(sheet, review)

    def _of(self, sheet: Sheet | None) -> Reviewing | None:
        """The review of a sheet, when something was or may be said there."""
        if sheet is None:
            return None
        found = sheet.findChild(Reviewing)
        path = sheet.session.path
        beside = path is not None and not sheet.practice and home_beside(path).is_file()
        return review_of(self.desk, sheet) if found is None and beside else found

    def _selected(self, *_ids: object) -> None:
        if self._sheet is not None:
            self.panel.show_selection(tuple(self._sheet.canvas.selection.ids))

    def _checked(self, _findings: object) -> None:
        self.panel.questions.refresh()

    def _heard(self) -> None:
        if self._sheet is not None and self._shown is not None:
            self._mark(self._sheet, self._shown)
        self.desk.refresh()

    def _mark(self, sheet: Sheet, review: Reviewing) -> None:
        """Flags on the picture, and the same in words for whoever does not see them."""
        found: dict[str, list[tuple[int, ReviewRemark]]] = {}
        for number, remark in enumerate(review.remarks, start=1):
            if remark.about in review.view:
                found.setdefault(remark.about, []).append((number, remark))
        flags = sheet.canvas.findChild(Flags)
        if flags is None and found:
            flags = Flags(sheet.canvas)
        if flags is not None:
            flags.show_flags({one: _flag(told) for one, told in found.items()})
        sheet.canvas.graph.remarks = {one: len(told) for one, told in found.items()}


def _flag(told: list[tuple[int, ReviewRemark]]) -> tuple[str, bool]:
    """The numbers of the remarks on an element, and whether something is left to do."""
    words = ", ".join(str(number) for number, _remark in told)
    return words, any(remark.state != "done" for _number, remark in told)
