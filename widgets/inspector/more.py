"""What stands under "Mehr"?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.language import tr
from widgets.inspector.changes import Editing
from widgets.inspector.form import Form, Section
from widgets.inspector.specs import Spec
from widgets.panels.buttons import FlatButton


class MoreSection(Section):
    """The rarer facts, folded until they are asked for; the dot says that one of them is set."""

    title_key = "inspector.section.more"
    _opened: set[str] = set()  # noqa: RUF012 - remembered for all things of a kind while the program runs

    def __init__(
        self, editing: Editing, record_id: str, specs: tuple[Spec, ...], parent: QWidget
    ) -> None:
        self.specs = specs
        super().__init__(editing, record_id, parent)
        self.fold = FlatButton("", self, role="quiet")
        self.fold.clicked.connect(lambda _c=False: self.toggle())
        self.head.addWidget(self.fold)
        self._say()

    @property
    def opened(self) -> bool:
        """Is it unfolded?"""
        return self._kind in self._opened

    def toggle(self) -> None:
        """Fold it in or out."""
        self._opened.symmetric_difference_update({self._kind})
        self._say()
        self.reload()

    def open(self) -> None:
        """Unfold it."""
        if not self.opened:
            self.toggle()

    def has(self, field: str) -> bool:
        """Does this fact stand here?"""
        return any(spec.field == field for spec in self.specs)

    def title(self) -> str:
        return tr(self.title_key, n=len(self.specs))

    def signature(self) -> object:
        return self.opened

    def rebuild(self) -> None:
        if self.opened:
            self.part(Form(self.editing, self.record_id, self.specs, self))

    def filled(self) -> bool:
        record = self.editing.view[self.record_id]
        fields = type(record).model_fields
        names = [s.field for s in self.specs if s.field in fields]
        return any(getattr(record, name) != fields[name].default for name in names)

    @property
    def _kind(self) -> str:
        record = self.editing.view.get(self.record_id)
        return record.kind if record else ""

    def _say(self) -> None:
        self.fold.say(tr("inspector.more.hide") if self.opened else tr("inspector.more.show"))
