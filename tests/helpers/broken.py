"""A sound service, and the same one spoiled in one respect."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.behaviors import open_document
from model.checks import Finding, check
from model.commands import (
    cite,
    deadline_for,
    remove,
    use_field,
)
from model.document import Document, Transaction
from model.language import say
from model.records import (
    Evidence,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Norm,
    Option,
    Step,
    Text,
)
from tests.helpers.building import Bench
from tests.helpers.spoiling import SPOIL, UNGUARDED


def good() -> Bench:
    """A small service without any finding."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    step = bench.after(page.id, "office", "Prüfen", role=bench.office)
    end = bench.after(step.id, "end", "Erledigt")
    bench.do(remove, [bench.system])
    bench.do(lambda tx: tx.alter(end.id, result="message"))
    bench.do(lambda tx: tx.add(Norm(id="norm", law="HStS", paragraph="§ 5")))
    photo = bench.field("file", page.id, "Bild")
    bench.do(lambda tx: tx.alter(photo.id, max_size=10_000_000))
    for other in (question, photo):
        bench.do(use_field, step.id, other.id)
    deadline = bench.do(deadline_for, step.id, 14, starts="Eingang", effect="Erinnerung")
    fee = Fee(id="fee", name="Steuer", parent=bench.view.service.id, amount=Decimal(90))
    bench.do(lambda tx: tx.add(fee.replaced(policy="later")))
    for record in (deadline.id, "fee", step.id):
        bench.do(cite, record, "norm")
    evidence = Evidence(id="ev", name="Bild", parent=photo.id, reason="§ 5", upload=photo.id)
    bench.do(lambda tx: tx.add(evidence))
    bench.do(lambda tx: tx.add(ExampleCase(id="case", name="Frau Muster")))
    bench.do(_fill_service)
    bench.do(_tend, "")
    return bench


def _fill_service(tx: Transaction) -> None:
    tx.alter(
        tx.service.id,
        leika_key="99102013000000",
        office="Steueramt",
        description="Einen Hund anmelden.",
        valid_from=date(2026, 1, 1),
        trust_level="basic",
        languages=("de", "en"),
    )


def _tend(tx: Transaction, but: str) -> None:
    """What every question needs, except what ``but`` is about."""
    for field in tx.of(Field):
        if field.field_kind == "label":
            continue
        if but not in ("field_without_norm", "service_without_norm") and not tx.norms(field.id):
            cite(tx, field.id, "norm")
        if not field.purpose and but not in ("purpose_missing", "special_category", "gender_asked"):
            tx.alter(field.id, purpose="Steuer festsetzen")
        if not field.retention and but != "retention_missing":
            tx.alter(field.id, retention="10 Jahre")
        steps = [s.id for s in tx.of(Step) if s.form == "office"]
        if steps and but != "field_nobody_uses" and not tx.uses(field.id):
            use_field(tx, steps[0], field.id)
    if but != "text_missing":
        _translate(tx)


def _translate(tx: Transaction) -> None:
    pages = [step for step in tx.of(Step) if step.form == "page"]
    for record in (tx.service, *pages, *tx.of(Field), *tx.of(FieldGroup), *tx.of(Option)):
        given = {text.slot for text in tx.children(record.id, Text)}
        for slot in ("label", "name", "help"):
            if getattr(record, slot, "") and slot not in given:
                tx.add(Text(id=tx.new_id("text"), parent=record.id, slot=slot, text="English"))


def spoiled(key: str) -> tuple[Bench, list[Finding]]:
    """The good service, spoiled in one respect, and what the checks say to it."""
    bench = good()
    if key in UNGUARDED:  # as an imported file may be: no consequence mends it on the way
        records = list(bench.view)
        document = Document(records)
        with document.transaction(say("undo.test")) as tx:
            UNGUARDED[key](tx)
        bench.document = open_document(list(document.snapshot()), ids=bench.document.ids)
    else:
        bench.do(SPOIL[key])
    bench.do(_tend, key)
    return bench, check(bench.view)
