"""By which number is a fee, or a row of its table, multiplied?

Picked from what can be counted: entries of a list, and answers that are numbers. Another
calculation (from a file) is shown as such and kept until something else is picked.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.grammar import title
from model.language import tr
from model.records import Answer, Count, Expression, Field, FieldGroup, Sum
from widgets.inspector.changes import Editing
from widgets.inspector.editors import ChoiceEditor
from widgets.inspector.form import Form
from widgets.inspector.specs import Spec

TIMES = Spec("times", "choice", "reckoning.fee.times")
MONTHS = Spec("months", "choice", "reckoning.fee.month_count")
EACH = Spec("each", "choice", "reckoning.fee.each")
NUMBERS = ("num", "num_int")
OTHER = "other"


class UnitsEditor(ChoiceEditor):
    """One number of the application, or none."""

    def offers(self) -> list[tuple[object, str]]:
        view = self.editing.view
        groups = [g for g in view.of(FieldGroup) if g.repeatable]
        fields = [f for f in view.of(Field) if f.data_type in NUMBERS]
        counts = [(f"count:{g.id}", tr("reckoning.units.entries", label=title(g))) for g in groups]
        answers = [(f"answer:{f.id}", tr("reckoning.units.answer", label=title(f))) for f in fields]
        inside = [f for f in fields if f.parent in {group.id for group in groups}]
        sums = [(f"sum:{f.id}", tr("reckoning.units.sum", label=title(f))) for f in inside]
        found: list[tuple[object, str]] = [("", tr("reckoning.units.none"))]
        found += [*counts, *answers, *sums]
        if self.current() not in {data for data, _words in found}:
            found.append((OTHER, tr("reckoning.units.other")))
        return found

    def load(self) -> None:
        super().load()
        if self.box.findData(self.current()) < 0:
            self.box.setCurrentIndex(self.box.count() - 1)

    def current(self) -> object:
        match self.value:
            case Count(group=group):
                return f"count:{group}"
            case Sum(field=field):
                return f"sum:{field}"
            case Answer(field=field):
                return f"answer:{field}"
            case None:
                return ""
        return OTHER

    def picked(self, data: object) -> None:
        if data == OTHER:
            return
        what, _, record_id = str(data).partition(":")
        made: dict[str, Expression | None] = {
            "count": Count(group=record_id),
            "sum": Sum(field=record_id),
            "answer": Answer(field=record_id),
        }
        self.put(made.get(what))


class EachEditor(ChoiceEditor):
    """The list each entry of which is charged, or the application as a whole."""

    def offers(self) -> list[tuple[object, str]]:
        groups = [g for g in self.editing.view.of(FieldGroup) if g.repeatable]
        none: list[tuple[object, str]] = [("", tr("reckoning.fee.each.none"))]
        return none + [(group.id, title(group)) for group in groups]


class ReckonedForm(Form):
    """A form whose last lines are numbers to multiply by."""

    def __init__(
        self,
        editing: Editing,
        record_id: str,
        specs: tuple[Spec, ...],
        parent: QWidget,
        units: tuple[Spec, ...] = (TIMES,),
    ) -> None:
        super().__init__(editing, record_id, specs, parent)
        for number, spec in enumerate(units, start=len(specs)):
            editor = EachEditor if spec is EACH else UnitsEditor
            self._add(3 * number, editor(editing, record_id, spec, self))
        self.load()
