"""How is it said in the other languages of the service?"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from model.document import Transaction
from model.language import say, tr
from model.records import Text
from widgets.basics.labels import plain_label
from widgets.inspector.form import Section
from widgets.panels.panel import edged


class TextsSection(Section):
    """One line per further language and text; hidden when the service has one language only."""

    title_key = "inspector.section.texts"

    def signature(self) -> object:
        languages = self.editing.view.service.languages[1:]
        self.setVisible(bool(languages))
        return languages, self._slots()

    def filled(self) -> bool:
        return bool(self.editing.view.children(self.record_id, Text))

    def rebuild(self) -> None:
        self.lines: list[TextLine] = []
        for language in self.editing.view.service.languages[1:]:
            for slot in self._slots():
                words = tr(
                    "inspector.text.of", slot=tr(f"inspector.slot.{slot}"), language=language
                )
                label = plain_label(words, self)
                line = TextLine(self, slot, language)
                line.setAccessibleName(words)
                label.setBuddy(line)
                self.part(label)
                self.part(line)
                self.lines.append(line)

    def reload(self) -> None:
        super().reload()
        for line in getattr(self, "lines", ()):
            line.load()

    def _slots(self) -> tuple[str, ...]:
        record = self.editing.view.get(self.record_id)
        first = "label" if hasattr(record, "label") else "name"
        helps = ("help",) if getattr(record, "help", "") else ()
        return (first, *helps)


class TextLine(QLineEdit):
    """The wording of one slot in one language; emptied, the record goes."""

    def __init__(self, section: TextsSection, slot: str, language: str) -> None:
        super().__init__(section)
        self.section, self.slot, self.language = section, slot, language
        self.setMinimumHeight(28)
        self.setTextMargins(4, 0, 4, 0)
        edged(self)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(section.editing.close_step)

    def load(self) -> None:
        """Show the document's words."""
        text = self._text(self.section.editing.view)
        words = text.text if text else ""
        if self.text() != words:
            self.setText(words)

    def _text(self, view) -> Text | None:  # type: ignore[no-untyped-def]
        found = view.children(self.section.record_id, Text)
        mine = (t for t in found if (t.slot, t.language) == (self.slot, self.language))
        return next(mine, None)

    def _typed(self, words: str) -> None:
        origin = f"typing:{self.section.record_id}:{self.slot}:{self.language}"
        label = say("undo.edit", what=tr("inspector.section.texts"))
        self.section.editing.change(label, lambda tx: self._put(tx, words), origin)

    def _put(self, tx: Transaction, words: str) -> None:
        text = self._text(tx)
        if text is not None and words:
            tx.replace(text.replaced(text=words))
        elif text is not None:
            tx.remove(text.id)
        elif words:
            tx.add(
                Text(
                    id=tx.new_id("text"),
                    parent=self.section.record_id,
                    slot=self.slot,
                    language=self.language,
                    text=words,
                )
            )
