"""What must be proved, and why?"""

from __future__ import annotations

from model.document import Transaction
from model.language import say, tr
from model.records import Evidence, key_between
from widgets.inspector.form import Form, Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.specs import DOCUMENT_TYPE, EVIDENCE
from widgets.panels.buttons import FlatButton

SPECS = (*EVIDENCE, DOCUMENT_TYPE)


class EvidenceSection(Section):
    """The documents that are asked for here."""

    title_key = "inspector.section.evidence"
    add_key = "inspector.evidence.add"

    def signature(self) -> object:
        return tuple(one.id for one in self._found())

    def filled(self) -> bool:
        return bool(self._found())

    def rebuild(self) -> None:
        for one in self._found():
            self.part(Form(self.editing, one.id, SPECS, self))
            away = FlatButton(tr("inspector.evidence.remove"), self, role="quiet")
            away.clicked.connect(lambda _c=False, i=one.id: remove_asked(self, [i]))
            self.part(away)

    def added(self) -> None:
        self.editing.change(say("undo.evidence"), self._add)
        if self._forms:
            self._forms[-1].editors[0].setFocus()

    def _add(self, tx: Transaction) -> None:
        before = tx.children(self.record_id, Evidence)
        tx.add(
            Evidence(
                id=tx.new_id("evidence"),
                parent=self.record_id,
                name=tr("inspector.evidence.first_name"),
                order=key_between(before[-1].order if before else "", ""),
            )
        )

    def _found(self) -> list[Evidence]:
        return self.editing.view.children(self.record_id, Evidence)
