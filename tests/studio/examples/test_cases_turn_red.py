"""Whoever changes an amount hears of exactly the citizens who would have paid it.

Who pays which line was worked out by hand, from the answers of the cases and the ordinances; the
lists below are not made by the arithmetic that they judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from model.checks import check
from model.document import Document, Snapshot
from model.language import say, use
from model.play import play
from model.play.changed import cases_of, rehearse, treated_differently
from model.records import ExampleCase, Fee, Step, TariffRow
from resources import texts
from studio.commandline.files import read_service
from tests.conftest import ROOT

DACHSHUNDS = (
    "Ein Dackel aus dem Tierheim",
    "Ein Dackel, Bescheid mit der Post",
    "Angaben fehlen, die Antwort kommt",
    "Angaben fehlen, niemand antwortet",
)
LISTED = ("Ein Rottweiler mit Erlaubnis", "Zwei Rottweiler", "Vier Rottweiler")
ASSISTANT = "Ein großer Assistenzhund neben einem Dackel"
BY_HAND = ("Fünf Ausfertigungen von Hand", "Beglaubigte Karten für den Notar")

WHO_PAYS: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {
    "hundesteuer": {
        ("Anmeldung eines Hundes", ""): (),
        ("Anzeige großer Hunde", "Großer Hund dabei"): (
            *LISTED,
            ASSISTANT,
            "Ein Rottweiler, dessen Halter die Erlaubnis nicht bekommt",
        ),
        # Whoever has no large dog never comes to the step that charges this.
        ("Anzeige großer Hunde", "Kein großer Hund"): (),
        ("Hundesteuer", "Assistenz- oder Rettungshund als einziger Hund"): ("Ein Rettungshund",),
        # Watchdog and assistant pay a reduced first dog, whatever the full rate is.
        ("Hundesteuer", "Erster Hund"): (*DACHSHUNDS, "Vier Dackel"),
        ("Hundesteuer", "Nur gelistete Hunde"): LISTED,
        ("Hundesteuer", "Zweiter Hund"): (ASSISTANT, "Vier Dackel"),
        ("Hundesteuer", "Jeder weitere Hund"): ("Vier Dackel",),
        ("Hundesteuer", "Gelisteter Hund"): LISTED,
        ("Hundesteuer", "Wachhund: halber Satz für den ersten Hund"): ("Ein Wachhund",),
        ("Hundesteuer", "Assistenz- oder Rettungshund neben weiteren: erster Hund frei"): (
            ASSISTANT,
        ),
    },
    "bewohnerparkausweis": {
        ("Bewohnerparkausweis", "Neues Kennzeichen"): ("Neues Kennzeichen",),
        ("Bewohnerparkausweis", "Parkgebiet A, 12 Monate"): (
            "Klarer Fall im Gebiet A",
            "Gebiet A, mit der Post",
        ),
        ("Bewohnerparkausweis", "Parkgebiet A, 6 Monate"): ("Gebiet A, 6 Monate",),
        ("Bewohnerparkausweis", "Parkgebiet B, 12 Monate"): ("Gebiet B, 12 Monate",),
        ("Bewohnerparkausweis", "Parkgebiet B, 6 Monate"): (
            "Gebiet B, 6 Monate",
            "Carsharing im Gebiet B, von der Behörde geprüft",
            "Unterlagen fehlen und werden nachgereicht",
        ),
    },
    "liegenschaftskarte": {
        ("Auszüge ohne Handarbeit", "Auszug ohne Handarbeit"): (
            "Karte für den Bauantrag",
            "Drei Karten sofort",
            "Eine Karte in fünf Ausfertigungen",
            "Eine Karte mit der Post",
        ),
        ("Auszüge ohne Handarbeit", "Weitere Ausfertigung"): ("Eine Karte in fünf Ausfertigungen",),
        ("Auszüge mit Handarbeit", "Auszug bis A3"): (
            *BY_HAND,
            "Flurstück in der Flurbereinigung",
            "Interesse wird nachgereicht",
            "Drei Karten von Hand",
        ),
        ("Auszüge mit Handarbeit", "Nur Auszüge über A3"): ("Drei große Karten von Hand",),
        ("Auszüge mit Handarbeit", "Auszug über A3"): (
            "Drei große Karten von Hand",
            "Beglaubigte Karten für den Notar",
        ),
        ("Auszüge mit Handarbeit", "Weitere Ausfertigung"): BY_HAND,
    },
}
LINES = [(sample, *line) for sample, lines in WHO_PAYS.items() for line in lines]


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def opened(name: str) -> Document:
    return Document(read_service(str(ROOT / f"resources/samples/{name}.fachwerk")).records)


def amounts(view: Snapshot) -> dict[tuple[str, str], str]:
    """(fee, line) -> the record that says the amount; a fee without lines says it itself."""
    found: dict[tuple[str, str], str] = {}
    for fee in view.of(Fee):
        rows = view.children(fee.id, TariffRow)
        found |= {(fee.name, row.label): row.id for row in rows} or {(fee.name, ""): fee.id}
    return found


def altered(document: Document, record_id: str) -> Snapshot:
    """The same service with an amount of one Euro more, or less where the law allows no more; an
    exemption becomes a surcharge of one.
    """
    record: Any = document.snapshot()[record_id]
    amount = record.amount or Decimal(0)
    most = getattr(document.snapshot().get(record.parent, Fee), "maximum", None)
    changes: dict[str, Any] = {"amount": amount - 1 if amount == most else amount + 1}
    if getattr(record, "effect", "") == "exemption":
        changes["effect"] = "surcharge"
    with document.transaction(say("undo.test"), "test") as tx:
        tx.alter(record_id, **changes)
    return document.snapshot()


@pytest.mark.parametrize("sample", sorted(WHO_PAYS))
def test_no_amount_of_a_sample_is_forgotten_here(sample: str) -> None:
    assert amounts(opened(sample).snapshot()).keys() == WHO_PAYS[sample].keys()


@pytest.mark.parametrize(("sample", "fee", "line"), LINES)
def test_changing_an_amount_turns_exactly_those_red_who_would_have_paid_it(
    sample: str, fee: str, line: str
) -> None:
    document = opened(sample)
    before = document.snapshot()

    after = altered(document, amounts(before)[fee, line])

    red = {case.name for case in cases_of(after) if play(after, case).verdict != "agrees"}
    assert red == set(WHO_PAYS[sample][fee, line])
    found = [finding.at for finding in check(after) if finding.check.startswith("example_")]
    told = {after.the(case, ExampleCase).name for case in found}
    assert told == red
    assert {one.name for one in treated_differently(before, after)} == red


@pytest.mark.parametrize("sample", sorted(WHO_PAYS))
def test_every_sample_has_twelve_cases_that_all_agree(sample: str) -> None:
    known = rehearse(opened(sample).snapshot())

    assert len(known.cases) >= 12
    assert known.agreeing == len(known.cases)


@pytest.mark.parametrize("sample", sorted(WHO_PAYS))
def test_every_line_that_a_step_can_charge_is_paid_by_a_case(sample: str) -> None:
    view = opened(sample).snapshot()
    charged = {view.the(step.fee, Fee).name for step in view.of(Step) if step.fee}

    unpaid = {line for line, who in WHO_PAYS[sample].items() if line[0] in charged and not who}

    assert unpaid <= {("Anzeige großer Hunde", "Kein großer Hund")}
