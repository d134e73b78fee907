"""How is another record chosen, or a day written?"""

from __future__ import annotations

from datetime import date

from model.grammar import kind_title, title
from model.graph import reading_order
from model.language import tr
from model.records import Field
from widgets.basics.labels import shown
from widgets.conditions.values import day_of, typed_day
from widgets.inspector.editors import ChoiceEditor, EditorClass, NumberEditor


class NodeEditor(ChoiceEditor):
    """One of the cards and signs of the service, in reading order, or none."""

    def offers(self) -> list[tuple[object, str]]:
        view = self.editing.view
        words: list[tuple[object, str]] = [("", tr(f"{self.spec.key}.none_"))]
        for node in reading_order(view):
            record = view[node]
            words.append((node, title(record) or str(kind_title(record))))
        return words

    def load(self) -> None:
        super().load()
        known = self.box.findData(self.current())
        if known < 0 and self.current():
            record = self.editing.view.get(str(self.current()))
            words = title(record) if record else tr("sentence.gone")
            self.box.addItem(shown(words), self.current())
            self.box.setCurrentIndex(self.box.count() - 1)


class UploadEditor(ChoiceEditor):
    """The field that takes a file, or none."""

    def offers(self) -> list[tuple[object, str]]:
        fields = [f for f in self.editing.view.of(Field) if f.data_type == "file"]
        none: list[tuple[object, str]] = [("", tr(f"{self.spec.key}.none_"))]
        return none + [(f.id, title(f) or str(kind_title(f))) for f in fields]


class DayEditor(NumberEditor):
    """A day, written the usual way, or none."""

    def load(self) -> None:
        day = self.value
        text = ""
        if isinstance(day, date):
            text = typed_day(day)
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(text)

    def read(self, text: str) -> object:
        return day_of(text)

    def refuse(self, _text: str, error: Exception) -> None:
        self.editing.refused.emit(str(error))


CHOOSING: dict[str, EditorClass] = {
    "node": NodeEditor,
    "upload": UploadEditor,
    "day": DayEditor,
}
"""Name in a Spec -> editor."""
