"""Is everything the dog tax needs in its example?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.expressions import evaluate
from model.grammar import title
from model.play import play as run
from model.records import (
    CodeList,
    Decision,
    End,
    Evidence,
    ExampleCase,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Named,
    Parallel,
    Role,
    Rule,
    Service,
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

VIEW = example("hundesteuer")


def _rows(group: str) -> list[str]:
    return [title(row) for row in VIEW.rows(named(VIEW, FieldGroup, group).id)]


def _case(start: str) -> ExampleCase:
    return next(case for case in VIEW.of(ExampleCase) if case.name.startswith(start))


def test_the_service_and_its_lanes() -> None:
    service = VIEW.the(VIEW.service.id, Service)

    assert service.trust_level == "basic"
    assert service.leika_key == "99102013000000"
    assert [title(role) for role in VIEW.ordered(Role)] == [
        "Antragsteller",
        "Steueramt",
        "Ordnungsamt",
        "Kasse",
        "System",
    ]


def test_the_owner_is_asked() -> None:
    person = _rows("Person")

    assert person == ["Anrede", "Vorname", "Familienname", "Geburtsdatum"]
    address = [
        title(r) for g in VIEW.of(FieldGroup) if g.label == "Anschrift" for r in VIEW.rows(g.id)
    ]
    assert address == ["Straße", "Hausnummer", "Postleitzahl", "Ort"]
    assert not named(VIEW, Field, "Telefon").required
    assert named(VIEW, Field, "E-Mail").layout == "email"
    harmonised = {f.label for f in VIEW.of(Field) if f.element_type == "HAR"}
    assert {"Vorname", "Familienname", "Geburtsdatum", "Straße", "Postleitzahl"} <= harmonised


def test_the_occasion_has_four_answers() -> None:
    assert answers_of(VIEW, "Warum melden Sie an?") == [
        "Anschaffung",
        "Zuzug",
        "Geburt im Haushalt",
        "Pflege über zwei Monate",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Name des Hundes",
        "Rassehund oder Mischling?",
        "Rasse",
        "Mischling mit",
        "Geschlecht",
        "Wurfdatum",
        "Fell",
        "Gewicht",
        "Widerristhöhe",
        "Chipnummer",
        "Aufgenommen am",
        "Versicherer",
    ],
)
def test_each_dog_is_asked(label: str) -> None:
    field = named(VIEW, Field, label)

    assert title(VIEW[field.parent]) == "Hund"


def test_dogs_repeat_and_their_numbers_have_units_and_limits() -> None:
    group = named(VIEW, FieldGroup, "Hund")
    weight, height = named(VIEW, Field, "Gewicht"), named(VIEW, Field, "Widerristhöhe")

    assert (group.minimum, group.repeatable) == (1, True)
    assert (weight.unit, height.unit) == ("kg", "cm")
    assert weight.max_value is not None
    assert height.max_value is not None
    assert named(VIEW, Field, "Chipnummer").pattern == "[0-9]{15}"


def test_breeds_are_a_list_of_codes() -> None:
    breeds = named(VIEW, CodeList, "Hunderassen")

    assert len(VIEW.options(named(VIEW, Field, "Rasse").id)) > 5
    assert breeds.urn
    assert named(VIEW, Field, "Rasse").code_list == named(VIEW, Field, "Mischling mit").code_list


def test_the_previous_owner_is_asked_only_after_a_purchase() -> None:
    group = named(VIEW, FieldGroup, "Vorbesitzer")

    assert _rows("Vorbesitzer") == ["Name", "Anschrift"]
    assert title(VIEW[group.visible.option]) == "Anschaffung"


def test_a_reduction_is_proved() -> None:
    assert answers_of(VIEW, "Möchten Sie weniger Steuer zahlen?")[1:] == [
        "Assistenzhund",
        "Rettungshund",
        "Wachhund",
    ]
    evidence = named(VIEW, Evidence, "Nachweis der Ermäßigung")
    assert title(VIEW[evidence.upload]) == "Nachweis dazu"
    assert isinstance(evidence.needed, Named)


def test_the_mandate_and_the_declaration() -> None:
    assert _rows("SEPA-Mandat") == ["Kontoinhaber", "IBAN", "Einzug erlaubt"]
    iban = named(VIEW, Field, "IBAN")
    assert (iban.layout, bool(iban.pattern)) == ("iban", True)
    assert "97" in named(VIEW, Rule, "IBAN hat eine richtige Prüfziffer").description
    assert named(VIEW, Field, "Angaben richtig").required


@pytest.mark.parametrize(
    ("weight", "height", "large"),
    [("19", "39", False), ("20", "39", True), ("19", "40", True), ("60", "70", True)],
)
def test_a_dog_is_large_from_40_cm_or_20_kg(weight: str, height: str, large: bool) -> None:
    rule = named(VIEW, Rule, "Großer Hund")
    answers: dict[str, Any] = {
        named(VIEW, Field, "Gewicht").id: Decimal(weight),
        named(VIEW, Field, "Widerristhöhe").id: Decimal(height),
    }

    assert evaluate(VIEW, rule.expression, answers) is large
    assert named(VIEW, FieldGroup, "Großer Hund").visible == Named(rule=rule.id)


@pytest.mark.parametrize(
    ("kind", "first", "second", "listed"),
    [
        ("rasse", "dackel", "", False),
        ("rasse", "rottweiler", "", True),
        ("mischling", "dackel", "pudel", False),
        ("mischling", "dackel", "pitbull", True),
    ],
)
def test_a_listed_breed_needs_a_permit(kind: str, first: str, second: str, listed: bool) -> None:
    answers: dict[str, Any] = {
        named(VIEW, Field, "Rassehund oder Mischling?").id: kind,
        named(VIEW, Field, "Rasse").id: first,
        named(VIEW, Field, "Mischling mit").id: second,
    }

    assert evaluate(VIEW, named(VIEW, Rule, "Gelistete Rasse").expression, answers) is listed


def test_late_registration_is_told() -> None:
    rule = named(VIEW, Rule, "Verspätete Anmeldung")
    field = named(VIEW, Field, "Aufgenommen am").id
    day = _case("Ein Dackel").applied
    assert day is not None

    late = evaluate(VIEW, rule.expression, {"today": day, field: day.replace(day=5)})
    in_time = evaluate(VIEW, rule.expression, {"today": day, field: day.replace(day=6)})

    assert (rule.purpose, late, in_time) == ("notice", True, False)


def test_the_tax_table() -> None:
    rows = tariff(VIEW, "Hundesteuer")

    assert rows["Erster Hund"] == (Decimal(90), "rate")
    assert rows["Zweiter Hund"] == (Decimal(140), "surcharge")
    assert rows["Jeder weitere Hund"] == (Decimal(200), "surcharge")
    assert rows["Gelisteter Hund"] == (Decimal(700), "surcharge")
    assert rows["Wachhund: halber Satz für den ersten Hund"][1] == "reduction"
    assert rows["Assistenz- oder Rettungshund als einziger Hund"][1] == "exemption"
    assert named(VIEW, Fee, "Anmeldung eines Hundes").form == "free"
    assert tariff(VIEW, "Anzeige großer Hunde")["Großer Hund dabei"][0] == Decimal(25)


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("Gebühr einziehen", "System"),
        ("Eingang bestätigen", "System"),
        ("Anmeldung formell prüfen", "Steueramt"),
        ("Angaben nachfordern", "Steueramt"),
        ("Angaben schätzen", "Steueramt"),
        ("Ermäßigung prüfen", "Steueramt"),
        ("Erlaubnis prüfen", "Ordnungsamt"),
        ("Halter anhören", "Ordnungsamt"),
        ("Erlaubnis versagen", "Ordnungsamt"),
        ("Steuer festsetzen", "Steueramt"),
        ("Steuerbescheid erstellen", "System"),
        ("Bescheid ins Postfach legen", "System"),
        ("Bescheid mit der Post senden", "System"),
        ("Hundemarke versenden", "Steueramt"),
        ("Lastschriften einplanen", "Kasse"),
    ],
)
def test_each_step_stands_in_its_lane(step: str, role: str) -> None:
    assert lane(VIEW, step) == role


def test_the_order_of_the_steps() -> None:
    assert follows(VIEW, "Anmeldung formell prüfen") == {"Vollständig?"}
    assert "Angaben nachfordern" in follows(VIEW, "Vollständig?")
    assert follows(VIEW, "Gelistete Rasse?") == {"Erlaubnis prüfen", ""}
    assert follows(VIEW, "Erlaubnis versagt?") == {"Halter anhören", "Steuer festsetzen"}
    assert follows(VIEW, "Hundemarke versenden") == {"Lastschriften einplanen"}
    assert titles(VIEW, End) == {"Hund angemeldet", "Haltung nicht erlaubt"}
    assert len(VIEW.of(Parallel)) == 2
    assert named(VIEW, Decision, "Was kommt zuerst?").mode == "event"


def test_the_deadlines() -> None:
    assert deadline(VIEW, "Anmeldung nach der Aufnahme") == (14, "day")
    assert deadline(VIEW, "Frist zur Nachforderung") == (14, "day")
    assert deadline(VIEW, "Widerspruch") == (1, "month")
    assert deadline(VIEW, "Äußerung zur Versagung") == (14, "day")
    assert len(VIEW.of(Timer)) == 1


def test_the_norms() -> None:
    assert {f"§ {n} HStS" for n in range(1, 11)} <= norms(VIEW)
    assert {"§ 3 LHundG NRW", "§ 10 LHundG NRW", "§ 11 LHundG NRW"} <= norms(VIEW)
    assert {"§ 2 KAG NRW", "§ 70 VwGO", "§ 26 Abs. 2 VwVfG", "§ 31 VwVfG"} <= norms(VIEW)


def test_a_listed_breed_goes_through_both_offices_at_once() -> None:
    _, _, way = play(VIEW, _case("Ein Rottweiler mit Erlaubnis"))

    assert way.index("Erlaubnis prüfen") < way.index("Steuer festsetzen")
    assert way.index("Ermäßigung prüfen") < way.index("Steuer festsetzen")
    assert "Erlaubnis" in way


@pytest.mark.parametrize(
    ("dogs", "due"),
    [(1, 90), (2, 90 + 140), (3, 90 + 140 + 200), (4, 90 + 140 + 2 * 200)],
)
def test_dogs_cost_the_sum_of_their_rates(dogs: int, due: int) -> None:
    case = _case("Ein Dackel")
    answers = given(VIEW, case)
    group = named(VIEW, FieldGroup, "Hund").id
    tax = named(VIEW, Step, "Steuer festsetzen").fee

    answers[group] = answers[group] * dogs
    amount = evaluate(VIEW, FeeAmount(fee=tax), answers)

    assert amount == due


def test_why_the_permit_is_asked_for_names_the_answer_that_stands_in_a_list() -> None:
    played = run(VIEW, _case("Ein Rottweiler mit Erlaubnis"))

    asked = named(VIEW, Field, "gelistete Hunde").id
    told = [dict(one.values).get(asked) for step in played.trace for one in step.decided]
    assert (Decimal(1),) in told
