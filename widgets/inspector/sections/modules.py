"""Which texts describe the service?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from model.document import Transaction
from model.language import say, tr
from model.records import DescriptionModule, key_between
from widgets.inspector.form import Form, Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.specs import Spec
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading

CODES = (
    *("02", "03", "05", "06", "07", "08", "09", "11", "14", "15"),
    *("16", "18", "22", "23", "24", "25"),
)
"""FIM: types of text modules (list leistungstextmodulleika)."""
TEXT = Spec("text", "text", "inspector.module.text")


class ModulesSection(Section):
    """The modules of the service description (FIM: Textmodule)."""

    title_key = "inspector.section.modules"
    add_key = "inspector.module.add"

    def signature(self) -> object:
        return tuple((module.id, module.code) for module in self._modules())

    def count(self) -> int:
        return len(self._modules())

    def filled(self) -> bool:
        return bool(self._modules())

    def rebuild(self) -> None:
        for module in self._modules():
            self.part(heading(self._name(module.code), self))
            self.part(Form(self.editing, module.id, (TEXT,), self))
            away = FlatButton(tr("inspector.module.remove"), self, role="quiet")
            away.clicked.connect(lambda _c=False, i=module.id: remove_asked(self, [i]))
            self.part(away)

    def added(self) -> None:
        """Ask which module; those that are there are not offered again."""
        assert self.add is not None
        menu = QMenu(self.add)
        there = {module.code for module in self._modules()}
        for code in CODES:
            if code not in there:
                menu.addAction(self._name(code), partial(self.add_module, code))
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def add_module(self, code: str) -> None:
        """A new module, its text still to be written."""
        self.set_folded(False)
        self.editing.change(say("undo.module"), lambda tx: self._add(tx, code))
        if self._forms:
            self._forms[-1].editors[0].setFocus()

    def _add(self, tx: Transaction, code: str) -> None:
        before = self._modules()
        tx.add(
            DescriptionModule(
                id=tx.new_id("module"),
                parent=self.record_id,
                code=code,
                order=key_between(before[-1].order if before else "", ""),
            )
        )

    def _modules(self) -> list[DescriptionModule]:
        return self.editing.view.children(self.record_id, DescriptionModule)

    def _name(self, code: str) -> str:
        return tr(f"inspector.module.{code}") if code in CODES else code
