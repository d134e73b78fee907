"""How is it said in the other languages of the service?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document import Transaction
from model.language import say, tr
from model.records import Record, Text
from widgets.basics.labels import plain_label, shown
from widgets.inspector.changes import Editing
from widgets.inspector.editors import Editor, LineEditor, TextEditor
from widgets.inspector.form import Section
from widgets.inspector.languages import language_name
from widgets.inspector.specs import Spec
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

SLOTS = ("label", "name", "help", "error_text", "content", "description", "reason", "message")
LONG = ("help", "content", "description", "message", "text")


class TextsSection(Section):
    """A switch of languages, and one line per text; hidden when the service has one language."""

    title_key = "inspector.section.texts"
    _language = ""

    def signature(self) -> object:
        languages = self.editing.view.service.languages[1:]
        self.setVisible(bool(languages))
        if languages and self._language not in languages:
            TextsSection._language = languages[0]
        return languages, self._language, self._slots()

    def filled(self) -> bool:
        return bool(self.editing.view.children(self.record_id, Text))

    def rebuild(self) -> None:
        self.lines: list[Editor] = []
        languages = self.editing.view.service.languages[1:]
        if len(languages) > 1:
            self.part(self._switch(languages))
        for slot in self._slots() if languages else ():
            label = plain_label(_called(slot, self._language), self, wrap=True)
            made = WordingText if slot in LONG else WordingLine
            line = made(self.editing, self.record_id, slot, self._language, self)
            label.setBuddy(line.focusProxy() or line)
            self.part(label)
            self.part(line)
            self.lines.append(line)

    def reload(self) -> None:
        super().reload()
        for line in getattr(self, "lines", ()):
            line.load()

    def show_language(self, language: str) -> None:
        """Show the texts of another language."""
        TextsSection._language = language
        self.reload()

    def enter(self, rest: str = "") -> None:
        """Go to the first text of a language that is still missing."""
        if rest:
            self.show_language(rest)
        empty = (line for line in self.lines if not line.value)
        line = next(empty, self.lines[0] if self.lines else None)
        if line is not None:
            line.setFocus()

    def _switch(self, languages: tuple[str, ...]) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        for language in languages:
            button = FlatButton(language_name(language), box, role="tab")
            button.setCheckable(True)
            button.setChecked(language == self._language)
            button.clicked.connect(lambda _c=False, code=language: self.show_language(code))
            row.addWidget(button)
        return box

    def _slots(self) -> tuple[str, ...]:
        """The texts of this record that somebody wrote; its name always."""
        record = self.editing.view.get(self.record_id)
        first = "label" if hasattr(record, "label") else "name"
        if record is not None and record.kind == "module":
            return ("text",)
        fields = type(record).model_fields if record is not None else {}
        return tuple(
            slot
            for slot in SLOTS
            if slot == first or (slot in fields and slot != "name" and getattr(record, slot))
        )


class _Wording:
    """The wording of one slot in one language is a record of its own; emptied, it goes."""

    editing: Editing
    record_id: str
    slot: str
    language: str

    def wording(self, view) -> Text | None:  # type: ignore[no-untyped-def]
        """The record that says it, if there is one."""
        found = view.children(self.record_id, Text)
        mine = (t for t in found if (t.slot, t.language) == (self.slot, self.language))
        return next(mine, None)

    def words_now(self) -> str:
        """What stands there now."""
        text = self.wording(self.editing.view)
        return text.text if text is not None else ""

    def base_words(self, record: Record | None) -> str:
        """The same in the first language."""
        return str(getattr(record, self.slot, "") or "")

    def say_words(self, words: str) -> None:
        """Letter by letter, one undo step until the focus leaves."""
        if words != self.words_now():
            origin = f"typing:{self.record_id}:{self.slot}:{self.language}"
            label = say("undo.edit", what=tr("inspector.section.texts"))
            self.editing.change(label, lambda tx: self._put(tx, words), origin)

    def _put(self, tx: Transaction, words: str) -> None:
        text = self.wording(tx)
        if text is not None and words:
            tx.replace(text.replaced(text=words))
        elif text is not None:
            tx.remove(text.id)
        elif words:
            tx.add(
                Text(
                    id=tx.new_id("text"),
                    parent=self.record_id,
                    slot=self.slot,
                    language=self.language,
                    text=words,
                )
            )


class WordingLine(_Wording, LineEditor):
    """A short wording."""

    def __init__(
        self, editing: Editing, record_id: str, slot: str, language: str, parent: QWidget
    ) -> None:
        self.slot, self.language = slot, language
        LineEditor.__init__(
            self, editing, record_id, Spec(slot, label=f"inspector.slot.{slot}"), parent
        )
        self.line.setPlaceholderText(shown(self.base_words(self.record)))
        self.line.setAccessibleName(_called(slot, language))
        self.load()

    @property
    def value(self) -> object:
        return self.words_now()

    def revert(self) -> None:
        self.say_words(str(self.before or ""))
        self.load()

    def _typed(self, _text: str = "") -> None:
        self.say_words(self.line.text())


class WordingText(_Wording, TextEditor):
    """A longer wording."""

    def __init__(
        self, editing: Editing, record_id: str, slot: str, language: str, parent: QWidget
    ) -> None:
        self.slot, self.language = slot, language
        TextEditor.__init__(
            self, editing, record_id, Spec(slot, label=f"inspector.slot.{slot}"), parent
        )
        self.text.setPlaceholderText(shown(self.base_words(self.record)))
        self.text.setAccessibleName(_called(slot, language))
        self.load()

    @property
    def value(self) -> object:
        return self.words_now()

    def revert(self) -> None:
        self.say_words(str(self.before or ""))
        self.load()

    def _typed(self) -> None:
        self.say_words(self.text.toPlainText())


def _called(slot: str, language: str) -> str:
    return tr(
        "inspector.text.of",
        slot=tr(f"inspector.slot.{slot}"),
        language=language_name(language),
    )
