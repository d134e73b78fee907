"""How is a deadline, a fee or a row of its table counted, where it is shown on its own?

The same lines, and the same example, as in the sections of what it belongs to.
"""

from __future__ import annotations

from model.records import Deadline, Fee, Record, TariffRow
from widgets.inspector.form import Form, Section
from widgets.inspector.sections.deadline import RECKONED as COUNTED
from widgets.inspector.sections.fee import BY_FORM, PERCENT, RECKONED
from widgets.inspector.sections.reckoned import DeadlineExample, FeeExample
from widgets.inspector.sections.units import EACH, MONTHS, TIMES, ReckonedForm

_NUMBERS = ("each", "times", "months", "round_to", "minimum", "maximum", "percent", "delivery")


class ReckoningSection(Section):
    """What is left out of the first lines, and what comes of it."""

    title_key = "inspector.section.reckoning"

    def signature(self) -> object:
        record = self._record()
        return record.form if isinstance(record, Fee) else ""

    def filled(self) -> bool:
        record = self._record()
        return any(getattr(record, name, None) for name in _NUMBERS)

    def rebuild(self) -> None:
        match self._record():
            case Deadline():
                self.part(Form(self.editing, self.record_id, COUNTED, self))
                self.part(DeadlineExample(self.editing, self.record_id, self))
            case Fee(form=form):
                self._fee(form)
            case TariffRow():
                self.part(ReckonedForm(self.editing, self.record_id, (PERCENT,), self))

    def _fee(self, form: str) -> None:
        charged = form in ("fixed", "table")
        specs = RECKONED if charged else BY_FORM[form]
        units = (EACH, TIMES, MONTHS) if charged else ()
        if specs:
            self.part(ReckonedForm(self.editing, self.record_id, specs, self, units))
        self.part(FeeExample(self.editing, self.record_id, self))

    def _record(self) -> Record | None:
        return self.editing.view.get(self.record_id)
