"""Is everything the order of a cadastral map needs in its example?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.expressions import evaluate
from model.grammar import title
from model.records import (
    CodeList,
    Decision,
    End,
    Evidence,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Message,
    Norm,
    Role,
    Rule,
    Step,
    Timer,
)
from tests.studio.examples.looking import (
    answers_of,
    deadline,
    example,
    follows,
    given,
    lane,
    named,
    norms,
    play,
    tariff,
    titles,
)

VIEW = example("liegenschaftskarte")


def _rows(group: str) -> list[str]:
    return [title(row) for row in VIEW.rows(named(VIEW, FieldGroup, group).id)]


def _case(start: str) -> ExampleCase:
    return next(case for case in VIEW.of(ExampleCase) if case.name.startswith(start))


def test_the_lanes() -> None:
    assert [title(role) for role in VIEW.ordered(Role)] == [
        "Antragsteller",
        "Katasteramt",
        "System",
    ]


def test_a_parcel_is_found_by_address_or_by_its_number() -> None:
    assert answers_of(VIEW, "Wie möchten Sie suchen?") == [
        "Mit der Adresse",
        "Mit der Katasterbezeichnung",
    ]
    assert _rows("Adresse") == ["Gemeinde", "Straße", "Hausnummer"]
    assert _rows("Katasterbezeichnung") == [
        "Gemarkung",
        "Flur",
        "Flurstück (Zähler)",
        "Flurstück (Nenner)",
    ]
    assert named(VIEW, FieldGroup, "Adresse").visible is not None
    assert named(VIEW, CodeList, "Gemarkungen").id == named(VIEW, Field, "Gemarkung").code_list
    assert len(answers_of(VIEW, "Gemarkung")) > 5


def test_items_repeat() -> None:
    group = named(VIEW, FieldGroup, "Auftragsposition")

    assert (group.minimum, group.maximum) == (1, 3)
    asked = _rows("Auftragsposition")
    assert asked[:5] == ["Produkt", "Maßstab", "Format", "Farbig?", "Ausfertigungen"]
    assert "Beglaubigt?" in asked


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Produkt", ["Liegenschaftskarte", "Flurstücksnachweis", "Eigentümernachweis"]),
        ("Maßstab", ["1:500", "1:1000", "1:2000"]),
        ("Format", ["A4", "A3", "A2", "A1", "A0"]),
        (
            "Wofür brauchen Sie den Auszug?",
            ["Bauantrag", "Finanzierung", "Notar", "Sonstiges"],
        ),
        (
            "Wie möchten Sie den Auszug?",
            ["Zum Herunterladen", "In mein Postfach", "Mit der Post"],
        ),
    ],
)
def test_what_can_be_chosen(question: str, answers: list[str]) -> None:
    assert answers_of(VIEW, question) == answers


def test_interest_customer_invoice_and_terms() -> None:
    assert _rows("Ihr Interesse") == ["Warum brauchen Sie die Angaben?", "Nachweis"]
    assert _rows("Besteller") == ["Name oder Firma", "Anschrift", "E-Mail"]
    assert _rows("Rechnungsanschrift") == ["Rechnung an", "Anschrift für die Rechnung"]
    assert {"Bedingungen gelesen", "Datenschutz gelesen"} <= titles(VIEW, Field)
    assert named(VIEW, Evidence, "Nachweis des berechtigten Interesses").needed is not None


def test_owner_data_asks_for_interest_and_a_person() -> None:
    _, _, way = play(VIEW, _case("Eigentümer erfragt"))
    _, _, plain = play(VIEW, _case("Karte für den Bauantrag"))

    assert "Berechtigtes Interesse" in way
    assert "Bestellung bearbeiten" in way
    assert "Berechtigtes Interesse" not in plain
    assert "Bestellung bearbeiten" not in plain


def test_certified_extracts_go_by_post_only() -> None:
    rule = named(VIEW, Rule, "Beglaubigtes nur mit der Post")
    answers = given(VIEW, _case("Beglaubigte Karten"))
    way = named(VIEW, Field, "Wie möchten Sie den Auszug?").id

    assert evaluate(VIEW, rule.expression, answers)
    assert not evaluate(VIEW, rule.expression, answers | {way: "download"})


def test_the_fees() -> None:
    online, by_hand = (
        tariff(VIEW, "Auszüge ohne Handarbeit"),
        tariff(VIEW, "Auszüge mit Handarbeit"),
    )

    assert online["Auszug ohne Handarbeit"] == (Decimal(15), "rate")
    assert by_hand["Auszug bis A3"] == (Decimal(30), "rate")
    assert by_hand["Auszug über A3"] == (Decimal(60), "surcharge")
    assert by_hand["Weitere Ausfertigung"] == (Decimal(10), "surcharge")
    assert named(VIEW, Fee, "Auszüge ohne Handarbeit").policy == "mandatory"
    assert named(VIEW, Fee, "Auszüge mit Handarbeit").policy == "later"


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("Flurstück in ALKIS suchen", "System"),
        ("Gebühr ermitteln", "System"),
        ("Gebühr bezahlen", "System"),
        ("Auszug aus ALKIS erzeugen", "System"),
        ("Auszug bereitstellen", "System"),
        ("Auszug mit der Post senden", "System"),
        ("Rechnung stellen", "System"),
        ("Bestellung bearbeiten", "Katasteramt"),
        ("Interesse nachfordern", "Katasteramt"),
        ("Auszug herstellen", "Katasteramt"),
        ("Anhörung durchführen", "Katasteramt"),
        ("Auskunft ablehnen", "Katasteramt"),
    ],
)
def test_each_step_stands_in_its_lane(step: str, role: str) -> None:
    assert lane(VIEW, step) == role


def test_the_order_of_the_steps() -> None:
    assert follows(VIEW, "Gebühr ermitteln") == {"Gebühr bezahlen"}
    assert follows(VIEW, "Gebühr bezahlen") == {"Auszug aus ALKIS erzeugen"}
    assert "Interesse nachfordern" in follows(VIEW, "Interesse dargelegt?")
    assert follows(VIEW, "Was kommt zuerst?") == {"Antwort da", "14 Tage"}
    assert follows(VIEW, "Auszug herstellen") == {"Rechnung stellen"}
    assert titles(VIEW, End) == {"Auszug geliefert", "Auskunft abgelehnt"}
    assert named(VIEW, Decision, "Was kommt zuerst?").mode == "event"
    assert len(VIEW.of(Message)) == len(VIEW.of(Timer)) == 1


@pytest.mark.parametrize("answer", ["Beglaubigt?", "Produkt", "Gebiet der Flurbereinigung"])
def test_three_things_need_a_person(answer: str) -> None:
    rule = named(VIEW, Rule, "Handarbeit nötig")
    plain = given(VIEW, _case("Karte für den Bauantrag"))
    chosen: dict[str, Any] = {
        "Beglaubigt?": given(VIEW, _case("Beglaubigte Karten")),
        "Produkt": given(VIEW, _case("Eigentümer erfragt")),
        "Gebiet der Flurbereinigung": given(VIEW, _case("Flurstück in der")),
    }

    assert not evaluate(VIEW, rule.expression, plain)
    assert evaluate(VIEW, rule.expression, chosen[answer])


def test_the_deadlines() -> None:
    assert deadline(VIEW, "Bearbeitung von Hand") == (5, "workday")
    assert deadline(VIEW, "Automatische Lieferung") == (1, "hour")
    assert deadline(VIEW, "Frist zur Nachforderung") == (14, "day")
    assert deadline(VIEW, "Äußerung zur Ablehnung") == (14, "day")


def test_the_norms_and_the_one_that_was_renamed() -> None:
    assert {"§ 14 VermKatG NRW", "§ 1 VermWertKostO NRW", "§ 2 GeoGebS"} <= norms(VIEW)
    renamed = VIEW.states(named(VIEW, Norm, "§ 1 VermWertKostO NRW").id)
    assert [getattr(state, "law", "") for state in renamed] == ["VermWertGebO NRW"]


def test_payment_comes_before_delivery_and_the_invoice_after_the_work() -> None:
    _, _, online = play(VIEW, _case("Karte für den Bauantrag"))
    _, _, by_hand = play(VIEW, _case("Beglaubigte Karten"))

    assert online.index("Gebühr bezahlen") < online.index("Auszug bereitstellen")
    assert by_hand.index("Auszug herstellen") < by_hand.index("Rechnung stellen")
    assert named(VIEW, Step, "Rechnung stellen").basis == "payment"
