"""Is everything the parking permit needs in its example, its four states of the law too?"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from model.document import Snapshot
from model.expressions import evaluate
from model.grammar import title
from model.records import (
    Answer,
    CodeList,
    DateShift,
    End,
    Evidence,
    Fee,
    Field,
    FieldGroup,
    Layer,
    Norm,
    Remark,
    Role,
    Rule,
    Step,
    TariffRow,
    Timer,
    record_adapter,
)
from tests.studio.examples.looking import (
    answers_of,
    deadline,
    example,
    follows,
    lane,
    named,
    norms,
    tariff,
    titles,
)

VIEW = example("bewohnerparkausweis")


def test_the_service_and_its_lanes() -> None:
    assert VIEW.service.leika_key == "99108001000000"
    assert VIEW.service.trust_level == "substantial"
    assert [title(role) for role in VIEW.ordered(Role)] == [
        "Antragsteller",
        "Straßenverkehrsbehörde",
        "System",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Worum geht es?",
        "Ausweisnummer",
        "Handeln Sie für eine andere Person?",
        "Vollmacht",
        "Vorname",
        "Familienname",
        "Straße",
        "Hausnummer",
        "Kennzeichen",
        "Bisheriges Kennzeichen",
        "Zulässige Gesamtmasse",
        "Zulassungsbescheinigung Teil I",
        "Sind Sie Halter des Fahrzeugs?",
        "Ist es ein Carsharing-Fahrzeug?",
        "Anbieter",
        "Name",
        "Anschrift",
        "Nutzungsbescheinigung",
        "Gültig ab",
        "Laufzeit",
        "Gültig bis (6 Monate)",
        "Gültig bis (12 Monate)",
        "Wie möchten Sie den Ausweis?",
        "Angaben richtig",
    ],
)
def test_the_question_is_asked(label: str) -> None:
    assert named(VIEW, Field, label).purpose


def test_answers_and_shapes() -> None:
    assert answers_of(VIEW, "Worum geht es?") == [
        "Neuer Ausweis",
        "Verlängerung",
        "Kennzeichenwechsel",
    ]
    assert answers_of(VIEW, "Laufzeit") == ["6 Monate", "12 Monate"]
    assert answers_of(VIEW, "Wie möchten Sie den Ausweis?") == ["Zum Ausdrucken", "Mit der Post"]
    assert named(VIEW, Field, "Kennzeichen").layout == "plate"
    assert named(VIEW, Field, "Zulässige Gesamtmasse").unit == "kg"
    prefilled = {f.label for f in VIEW.of(Field) if f.prefill != "none"}
    assert {"Vorname", "Familienname", "Straße", "Hausnummer", "Meldung bestätigt"} <= prefilled


def test_documents_are_asked_for_with_reason() -> None:
    found = titles(VIEW, Evidence)

    assert found == {
        "Personalausweis oder Pass",
        "Zulassungsbescheinigung Teil I",
        "Nutzungsbescheinigung",
        "Vollmacht",
    }
    assert named(VIEW, Evidence, "Nutzungsbescheinigung").needed is not None
    assert named(VIEW, Evidence, "Vollmacht").needed is not None


@pytest.mark.parametrize(
    ("street", "number", "zone"),
    [
        ("marktplatz", 4, "Parkgebiet A"),
        ("lindenstrasse", 40, "Parkgebiet A"),
        ("lindenstrasse", 41, "Parkgebiet B"),
        ("nordring", 1, "Parkgebiet B"),
        ("waldweg", 1, "Wohnung außerhalb"),
    ],
)
def test_the_zone_follows_from_street_and_number(street: str, number: int, zone: str) -> None:
    answers: dict[str, Any] = {
        named(VIEW, Field, "Straße").id: street,
        named(VIEW, Field, "Hausnummer").id: Decimal(number),
    }
    names = ("Parkgebiet A", "Parkgebiet B", "Wohnung außerhalb")

    fitting = [n for n in names if evaluate(VIEW, named(VIEW, Rule, n).expression, answers)]

    assert fitting == [zone]
    assert named(VIEW, CodeList, "Straßenverzeichnis Musterstadt").urn


def test_who_cannot_get_a_permit_learns_why() -> None:
    outside, heavy = named(VIEW, Step, "Kein Parkgebiet"), named(VIEW, Step, "Fahrzeug zu schwer")
    limit = named(VIEW, Rule, "Höchstens 3,5 t")

    assert {"§ 1 BewPVO"} <= {norm.cited_as for norm in VIEW.norms(outside.id)}
    assert {"§ 2 BewPVO"} <= {norm.cited_as for norm in VIEW.norms(heavy.id)}
    assert limit.purpose == "eligibility"
    assert "§ 2 BewPVO" in limit.message
    assert [norm.cited_as for norm in VIEW.norms(limit.id)] == ["§ 2 BewPVO"]


def test_the_end_of_validity_is_computed_and_at_most_twelve_months() -> None:
    start = Answer(field=named(VIEW, Field, "Gültig ab").id)
    for months in (6, 12):
        field = named(VIEW, Field, f"Gültig bis ({months} Monate)")
        assert field.value == DateShift(base=start, length=months, unit="month")
        assert field.visible is not None
    assert named(VIEW, Rule, "Höchstens zwölf Monate").purpose == "validation"


def test_the_fee_stays_in_the_frame() -> None:
    fee = named(VIEW, Fee, "Bewohnerparkausweis")
    rows = tariff(VIEW, "Bewohnerparkausweis")

    assert (fee.minimum, fee.maximum) == (Decimal("10.20"), Decimal("30.70"))
    assert fee.policy == "mandatory"
    assert len(rows) == 5
    assert all(fee.minimum <= amount <= fee.maximum for amount, _ in rows.values())


@pytest.mark.parametrize(
    ("step", "role"),
    [
        ("Gebiet und Meldung prüfen", "System"),
        ("Gebühr bezahlen", "System"),
        ("Ausweis als PDF erstellen", "System"),
        ("Ausweis ins Postfach legen", "System"),
        ("Ausweis mit der Post senden", "System"),
        ("An den Ablauf erinnern", "System"),
        ("Antrag prüfen", "Straßenverkehrsbehörde"),
        ("Unterlagen nachfordern", "Straßenverkehrsbehörde"),
        ("Unterlagen nachreichen", "Antragsteller"),
        ("Anhörung durchführen", "Straßenverkehrsbehörde"),
        ("Bescheid: Ablehnung", "Straßenverkehrsbehörde"),
    ],
)
def test_each_step_stands_in_its_lane(step: str, role: str) -> None:
    assert lane(VIEW, step) == role


def test_the_order_of_the_steps() -> None:
    assert follows(VIEW, "Gebiet und Meldung prüfen") == {"Klarer Fall?"}
    assert "Unterlagen nachfordern" in follows(VIEW, "Vollständig?")
    assert follows(VIEW, "Anhörung durchführen") == {"Bescheid: Ablehnung"}
    assert follows(VIEW, "Gebühr bezahlen") == {"Ausweis als PDF erstellen"}
    assert titles(VIEW, End) == {
        "Kein Parkgebiet",
        "Fahrzeug über 3,5 t",
        "Antrag abgelehnt",
        "Parkausweis erteilt",
    }
    waiting = [timer for timer in VIEW.of(Timer) if timer.attached_to]
    assert [title(VIEW[timer.attached_to]) for timer in waiting] == ["Unterlagen nachreichen"]


def test_the_deadlines() -> None:
    assert deadline(VIEW, "Frist zum Nachreichen") == (14, "day")
    assert deadline(VIEW, "Erinnerung vor Ablauf") == (4, "week")
    assert deadline(VIEW, "Längste Gültigkeit") == (12, "month")
    assert deadline(VIEW, "Widerspruch") == (1, "month")


def test_the_norms() -> None:
    assert norms(VIEW) >= {
        "§ 45 Abs. 1b Satz 1 Nr. 2a, Satz 2 und 3 StVO",
        "§ 46 Abs. 1 Satz 1 Nr. 11, Abs. 5 StVO",
        "§ 6a Abs. 5a StVG",
        "Nr. 265 GebOSt",
        "§ 26 Abs. 2 VwVfG",
        "§ 28 VwVfG",
        "§ 70 VwGO",
    }


# ------------------------------------------------------------------------------- the law changed


def test_the_norm_of_the_fee_has_four_states_and_changes_its_kind() -> None:
    norm = named(VIEW, Norm, "§ 3 BewPVO")
    states = [s for s in VIEW.states(norm.id) if isinstance(s, Norm)]

    assert [(s.valid_from, s.valid_until) for s in states] == [
        (None, date(2020, 6, 28)),
        (date(2020, 6, 29), date(2022, 3, 31)),
        (date(2022, 4, 1), date(2023, 6, 12)),
    ]
    assert [s.level for s in states] == ["ordinance", "ordinance", "bylaw"]
    assert (norm.level, norm.valid_from) == ("ordinance", date(2023, 6, 13))
    assert "9 CN 2.22" in norm.wording


def test_the_fee_has_four_states() -> None:
    fee = named(VIEW, Fee, "Bewohnerparkausweis")
    states = [s for s in VIEW.states(fee.id) if isinstance(s, Fee)]

    assert [s.form for s in states] == ["frame", "frame", "table"]
    assert [s.minimum for s in states] == [Decimal("10.20"), Decimal("10.20"), None]
    assert fee.valid_from == date(2023, 6, 13)


def _told(layer: Layer) -> Snapshot:
    """The records a layer brings or changes."""
    lines = [json.loads(change.after) for change in layer.changes]
    return Snapshot.of_records(record_adapter().validate_python(line) for line in lines)


def test_a_layer_of_the_land_replaces_the_frame() -> None:
    layer = named(VIEW, Layer, "Land: Gebühren auf die Gemeinden übertragen")
    told = _told(layer)

    assert (layer.level, layer.valid_from) == ("state", date(2020, 6, 29))
    assert norms(told) == {"§ 1 ParkgebVO BW"}
    fee = next(iter(told.of(Fee)))
    assert fee.id == named(VIEW, Fee, "Bewohnerparkausweis").id
    assert (fee.minimum, fee.maximum) == (None, None)


def test_a_layer_of_the_town_brings_length_and_reduction_for_their_time() -> None:
    layer = named(VIEW, Layer, "Kommune: Satzung vom 14.12.2021 nach Freiburger Muster")
    told = _told(layer)

    assert (layer.valid_from, layer.valid_until) == (date(2022, 4, 1), date(2023, 6, 12))
    assert title(VIEW[layer.parent]).startswith("Land")
    assert {"Länge des Fahrzeugs", "Beantragen Sie eine Ermäßigung?"} <= titles(told, Field)
    assert len(told.of(Evidence)) == 2
    assert titles(told, Rule) == {"Ermäßigung beantragt"}
    rates = {row.amount for row in told.of(TariffRow)}
    assert rates == {Decimal(n) for n in (0, 60, 90, 120, 240, 360, 480)}
    dated = [r for kind in (Field, Evidence, Rule) for r in told.of(kind)]
    assert {(r.valid_from, r.valid_until) for r in dated} == {(date(2022, 4, 1), date(2023, 6, 12))}


def test_today_knows_nothing_of_length_and_reduction() -> None:
    assert not {"Länge des Fahrzeugs", "Beantragen Sie eine Ermäßigung?"} & titles(VIEW, Field)
    assert {"Vertretung", "Fahrzeug", "Ihr Parkgebiet"} <= titles(VIEW, FieldGroup)


def test_pending_cases_are_remarked() -> None:
    remarks = VIEW.of(Remark)

    assert [remark.state for remark in remarks] == ["open"]
    assert remarks[0].about == named(VIEW, Fee, "Bewohnerparkausweis").id
