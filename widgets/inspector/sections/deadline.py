"""Until when?"""

from __future__ import annotations

from model.commands import deadline_for
from model.language import say, tr
from model.records import Deadline
from widgets.inspector.form import Form, Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.sections.reckoned import DeadlineExample
from widgets.inspector.specs import DEADLINE, Spec
from widgets.panels.buttons import FlatButton
from widgets.tools.place import USUAL_DAYS

RECKONED = (
    Spec("counting", "choice", "reckoning.deadline.counting", ("event", "begin")),
    Spec("delivery", "choice", "reckoning.deadline.delivery", ("", "general", "tax")),
    Spec("weekend", "choice", "reckoning.deadline.weekend", ("moves", "stays")),
)
SPECS = (*DEADLINE, *RECKONED)


class DeadlineSection(Section):
    """Name, length, unit, beginning and effect of the deadline of a step or timer."""

    title_key = "inspector.section.deadline"
    add_key = "inspector.deadline.add"

    def signature(self) -> object:
        return tuple(deadline.id for deadline in self._deadlines())

    def filled(self) -> bool:
        return bool(self._deadlines())

    def rebuild(self) -> None:
        found = self._deadlines()
        if self.add is not None:
            self.add.setVisible(not found)
        if not found:
            self.quiet(tr("inspector.deadline.none"))
        for deadline in found:
            self.part(Form(self.editing, deadline.id, SPECS, self))
            self.part(DeadlineExample(self.editing, deadline.id, self))
            away = FlatButton(tr("inspector.deadline.remove"), self, role="quiet")
            away.clicked.connect(lambda _c=False, i=deadline.id: remove_asked(self, [i]))
            self.part(away)

    def added(self) -> None:
        self.editing.change(
            say("undo.deadline"), lambda tx: deadline_for(tx, self.record_id, USUAL_DAYS)
        )
        if self._forms:
            self._forms[0].editors[1].setFocus()

    def _deadlines(self) -> list[Deadline]:
        return self.editing.view.children(self.record_id, Deadline)
