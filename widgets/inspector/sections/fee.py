"""What does it cost?"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from model.document import Transaction
from model.grammar import title
from model.language import say, tr
from model.records import Fee, Step, TariffRow, key_between
from widgets.basics.labels import shown
from widgets.conditions.still import still
from widgets.inspector.form import Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.sections.reckoned import FeeExample
from widgets.inspector.sections.units import EACH, MONTHS, TIMES, ReckonedForm
from widgets.inspector.specs import FEE_FORMS, FEE_POLICIES, TARIFF_ROW, Spec
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged, shrinks

NAME = Spec("name", "line", "inspector.fee.name")
FORM = Spec("form", "choice", "inspector.fee.form", FEE_FORMS)
PER = Spec("per", "line", "inspector.fee.per")
POLICY = Spec("policy", "choice", "inspector.fee.policy", FEE_POLICIES)
RECKONED = (
    Spec("minimum", "decimal", "reckoning.fee.lowest"),
    Spec("maximum", "decimal", "reckoning.fee.highest"),
    Spec("round_to", "decimal", "reckoning.fee.round_to"),
    Spec("rounding", "choice", "reckoning.fee.rounding", ("half_up", "down", "up")),
)
BY_FORM = {
    "fixed": (Spec("amount", "decimal", "inspector.fee.amount"), *RECKONED),
    "table": RECKONED,
    "frame": (
        Spec("minimum", "decimal", "inspector.fee.minimum"),
        Spec("maximum", "decimal", "inspector.fee.maximum"),
    ),
    "free": (),
}
PERCENT = Spec("percent", "check", "reckoning.fee.percent_flag")
ROW = (*TARIFF_ROW, PERCENT)


class FeesSection(Section):
    """All fees of the service."""

    title_key = "inspector.section.fees"
    add_key = "inspector.fee.add"

    def fees(self) -> list[Fee]:
        """The fees that are shown."""
        return self.editing.view.ordered(Fee)

    def signature(self) -> object:
        view = self.editing.view
        rows = [(f.id, f.form, [r.id for r in view.children(f.id, TariffRow)]) for f in self.fees()]
        return tuple((fee, form, tuple(ids)) for fee, form, ids in rows)

    def count(self) -> int:
        return sum(1 + len(self.editing.view.children(f.id, TariffRow)) for f in self.fees())

    def filled(self) -> bool:
        return bool(self.fees())

    def rebuild(self) -> None:
        for fee in self.fees():
            specs = (NAME, FORM, *BY_FORM[fee.form], PER, POLICY)
            units = (EACH, TIMES, MONTHS) if fee.form in ("fixed", "table") else ()
            self.part(ReckonedForm(self.editing, fee.id, specs, self, units))
            if fee.form == "table":
                self._table(fee)
            self.part(FeeExample(self.editing, fee.id, self))
            self._away("inspector.fee.remove", fee.id)

    def added(self) -> None:
        made: list[Fee] = []
        self.editing.change(say("undo.fee"), lambda tx: made.append(self.add_fee(tx)))
        for fee in made:
            self.go_to(fee.id, "amount")

    def add_fee(self, tx: Transaction) -> Fee:
        """A new fee of the service, with the charge that is usual: a fixed amount."""
        fees = tx.ordered(Fee)
        return tx.add(
            Fee(
                id=tx.new_id("fee"),
                parent=tx.service.id,
                name=tr("inspector.fee.first_name"),
                order=key_between(fees[-1].order if fees else "", ""),
            )
        )

    def rows_of(self, fee: Fee) -> None:
        """The rows of a table, one below the other."""
        for row in self.editing.view.children(fee.id, TariffRow):
            self.part(ReckonedForm(self.editing, row.id, ROW, self))
            self._away("inspector.tariff.remove", row.id)

    def _table(self, fee: Fee) -> None:
        self.rows_of(fee)
        more = FlatButton(tr("inspector.tariff.add"), self, role="quiet")
        more.clicked.connect(lambda _c=False: self._add_row(fee.id))
        self.part(more)

    def _add_row(self, fee: str) -> None:
        def work(tx: Transaction) -> None:
            rows = tx.children(fee, TariffRow)
            key = key_between(rows[-1].order if rows else "", "")
            tx.add(TariffRow(id=tx.new_id("tariff_row"), parent=fee, order=key))

        self.editing.change(say("undo.tariff"), work)

    def _away(self, key: str, record_id: str) -> None:
        away = FlatButton(tr(key), self, role="quiet")
        away.clicked.connect(lambda _c=False: remove_asked(self, [record_id]))
        self.part(away)


class TariffSection(FeesSection):
    """The rows of one fee's table, where the fee itself is shown."""

    title_key = "inspector.section.tariff"
    add_key = "inspector.tariff.add"

    def fees(self) -> list[Fee]:
        fee = self.editing.view.get(self.record_id, Fee)
        return [fee] if fee is not None and fee.form == "table" else []

    def count(self) -> int:
        return 0

    def signature(self) -> object:
        self.setVisible(bool(self.fees()))
        return super().signature()

    def filled(self) -> bool:
        return any(self.editing.view.children(f.id, TariffRow) for f in self.fees())

    def rebuild(self) -> None:
        for fee in self.fees():
            self.rows_of(fee)

    def added(self) -> None:
        self._add_row(self.record_id)


class FeeSection(FeesSection):
    """The fee that a payment step charges: one of the service's, or a new one."""

    title_key = "inspector.section.fee"

    def fees(self) -> list[Fee]:
        fee = self.editing.view.get(getattr(self._step(), "fee", ""), Fee)
        return [fee] if fee else []

    def signature(self) -> object:
        step = self._step()
        self.setVisible(bool(step and (step.basis == "payment" or step.fee)))
        names = tuple((f.id, f.name) for f in self.editing.view.ordered(Fee))
        return super().signature(), tuple(i for i, _ in names)

    def rebuild(self) -> None:
        box = QComboBox(self)
        still(shrinks(edged(box)))
        box.setAccessibleName(tr("inspector.fee.which"))
        box.addItem(tr("inspector.fee.none"), "")
        for fee in self.editing.view.ordered(Fee):
            box.addItem(shown(title(fee)), fee.id)
        box.setCurrentIndex(max(0, box.findData(getattr(self._step(), "fee", ""))))
        box.activated.connect(lambda _row: self._choose(str(box.currentData())))
        self.part(box)
        super().rebuild()

    def added(self) -> None:
        made: list[Fee] = []

        def work(tx: Transaction) -> None:
            made.append(self.add_fee(tx))
            tx.alter(self.record_id, fee=made[0].id)

        self.editing.change(say("undo.fee"), work)
        for fee in made:
            self.go_to(fee.id, "amount")

    def _choose(self, fee: str) -> None:
        self.editing.set_field(self.record_id, "fee", fee, tr("inspector.fee.which"))

    def _step(self) -> Step | None:
        return self.editing.view.get(self.record_id, Step)
