"""How does the real form take part in a run?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from model.expressions import Problem
from studio.windows.desk import Desk
from studio.windows.docks import Docks
from widgets.preview import Preview


class FormFill(QObject):
    """The preview while something is played: its Weiter goes on in the run."""

    def __init__(self, desk: Desk, owner: QObject, turned: Callable[[int], None]) -> None:
        super().__init__(owner)
        self.desk, self._turned = desk, turned
        self.card = ""
        self._aside: dict[str, Any] | None = None
        self.preview.headed.connect(self._take_over)

    @property
    def preview(self) -> Preview:
        """The pane of the form."""
        return self.desk.panes.preview

    @property
    def shown(self) -> str:
        """The card whose form is shown now."""
        form = self.preview.form
        return form.page.id if form is not None else ""

    def begin(self, answers: Mapping[str, Any] | None = None) -> None:
        """A new run; one with answers of its own puts aside what was typed before."""
        if answers is None:
            self._give_back()
            return
        if self._aside is None:
            self._aside = self.preview.answers
        self.preview.answers = {}
        self.preview.fill(answers)

    def _give_back(self) -> None:
        if self._aside is not None:
            self.preview.answers, self._aside = self._aside, None

    def show(self, card: str, answers: Mapping[str, Any]) -> None:
        """Ask what a card asks, with these answers typed in."""
        self.card = card
        if self.shown != card:
            self.preview.show_selection((card,))
        self.preview.fill(answers)
        docks: Docks = self.desk.docks
        if docks.is_shown("preview"):
            docks.bring_forward("preview")

    def rest(self) -> None:
        """Nothing is asked."""
        self.card = ""

    def given(self) -> dict[str, Any]:
        """What is typed in now."""
        return dict(self.preview.answers)

    def blame(self, problem: Problem) -> None:
        """Show what is missing, and go there."""
        form = self.preview.form
        if form is not None:
            form.blame()
            form.go_to(problem.field, problem.entry)

    @property
    def has_keys(self) -> bool:
        """Is somebody typing into the form?"""
        focus = self.desk.window.focusWidget()
        return focus is not None and bool(self.preview.isAncestorOf(focus))

    def enter(self) -> None:
        """The keys belong to the form."""
        if self.preview.form is not None:
            self.preview.form.enter()

    def end(self) -> None:
        """The preview is what it was before."""
        self.preview.headed.disconnect(self._take_over)
        self._give_back()
        self.preview.fill({})

    def _take_over(self, _title: str) -> None:
        """A form was made anew: its buttons play, while it asks for what the run asks."""
        form = self.preview.form
        if form is not None and self.card and form.page.id == self.card:
            form.turned.disconnect()
            form.turned.connect(self._turned)
