"""An inspector on a real document, said in words."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.behaviors import open_document
from model.document import Document, History
from model.records import Record
from tests.helpers.musterleistung import musterleistung
from widgets.inspector import Inspector
from widgets.inspector.editors import Editor
from widgets.inspector.form import Form, Section


class Desk:
    """An inspector on a real document."""

    def __init__(self, inspector: Inspector) -> None:
        self.document: Document = open_document(musterleistung())
        self.history = History(self.document)
        self.inspector = inspector
        inspector.open(self.document, self.history)

    def show(self, record: Record) -> None:
        self.inspector.show_selection((record.id,))

    def editor(self, field: str) -> Editor:
        forms = self.inspector.findChildren(Form)
        return next(e for form in forms for e in form.editors if e.spec.field == field)

    def section(self, kind: str) -> Section:
        sections = self.inspector.findChildren(Section)
        return next(s for s in sections if s.title_key == f"inspector.section.{kind}")

    def the(self, kind: type, **wanted: object):  # type: ignore[no-untyped-def]
        found: list[Record] = self.document.snapshot().of(kind)
        return next(r for r in found if all(getattr(r, k) == v for k, v in wanted.items()))

    def now(self, record: Record):  # type: ignore[no-untyped-def]
        return self.document.snapshot()[record.id]

    def undo(self) -> None:
        self.history.undo()


def type_over(line: QWidget, text: str) -> None:
    line.setFocus()
    QTest.keySequence(line, "Ctrl+A")
    QTest.keyClicks(line, text)
