"""Does a difference read like what an office would say about it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from model.compare import difference
from model.document import Snapshot
from model.records import (
    Chosen,
    Citation,
    Deadline,
    Decision,
    ExampleAnswer,
    ExampleCase,
    Fee,
    Field,
    Flow,
    Norm,
    Option,
    Placement,
    Record,
    Rule,
    Service,
    Step,
    TariffRow,
    Text,
)
from tests.helpers.speaking import speaking

RECORDS: list[Record] = [
    Service(id="service", name="Hundesteuer"),
    Step(id="page", name="Ihr Hund", form="page"),
    Field(id="breed", parent="page", order="a0", label="Rasse"),
    Field(id="born", parent="page", order="a1", label="Geburtsdatum", data_type="date"),
    Field(id="bad", parent="page", order="a2", label="Gefährlich", field_kind="select"),
    Option(id="yes", parent="bad", order="a0", label="Ja", code="ja"),
    Option(id="no", parent="bad", order="a1", label="Nein", code="nein"),
    Decision(id="gate", name="Gefährlich?"),
    Step(id="office", name="Ordnungsamt"),
    Step(id="tax", name="Steueramt"),
    Step(id="paper", name="Bescheid erstellen", form="automatic", basis="document"),
    Flow(id="way1", source="page", target="gate"),
    Flow(id="way2", source="gate", target="tax", default=True),
    Flow(id="way3", source="tax", target="paper"),
    Norm(id="norm", law="HStS", paragraph="§ 5"),
    Fee(id="fee", parent="service", name="Ausstellung", amount=Decimal("25.00")),
    TariffRow(id="row", parent="fee", label="Ersthund", amount=Decimal(90)),
    Deadline(id="term", parent="tax", length=14),
    Rule(
        id="rule",
        parent="service",
        name="gefährlicher Hund",
        expression=Chosen(field="bad", option="yes"),
    ),
    ExampleCase(id="case", name="Frau A", answers=(ExampleAnswer(field="breed", value="Pudel"),)),
    Text(id="text", parent="breed", slot="help", text="Which breed?"),
    Placement(id="place", about="page", x=10),
]


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def told(*changed: Record, without: tuple[str, ...] = ()) -> list[str]:
    """The lines on what is different after these records were put in."""
    after = {record.id: record for record in [*RECORDS, *changed] if record.id not in without}
    found = difference(Snapshot.of_records(RECORDS), Snapshot.of_records(after.values()))
    return [str(entry.what) for entry in found.entries]


def now(record_id: str, **fields: object) -> Record:
    return next(r for r in RECORDS if r.id == record_id).replaced(**fields)


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (now("born", minimum=1), "Feld „Geburtsdatum“ ist jetzt Pflichtangabe"),
        (now("fee", amount=Decimal(30)), "Gebühr „Ausstellung“: 30,00 € statt 25,00 €"),
        (now("row", amount=Decimal(96)), "Tarifzeile „Ersthund“: 96,00 € statt 90,00 €"),
        (now("breed", label="Hunderasse"), "Feld „Rasse“ heißt jetzt „Hunderasse“"),
        (
            now("breed", help="Siehe Impfpass"),
            "Feld „Rasse“: Hilfetext jetzt „Siehe Impfpass“",
        ),
        (
            now("breed", visible=Chosen(field="bad", option="no")),
            "Feld „Rasse“: Sichtbar wenn Gefährlich = Nein statt immer",
        ),
        (
            now("breed", parent="office"),
            "Feld „Rasse“ steht jetzt in „Ordnungsamt“ statt in „Ihr Hund“",
        ),
        (now("term", length=21), "Frist in „Steueramt“: Dauer 21 Tage statt 14 Tage"),
        (
            now("way3", target="office"),
            "Weg von „Steueramt“ zu „Bescheid erstellen“ führt jetzt zu „Ordnungsamt“"
            " statt zu „Bescheid erstellen“",
        ),
        (
            now("fee", valid_from=date(2027, 1, 1)),
            "Gebühr „Ausstellung“: Gültig ab jetzt 01.01.2027",
        ),
        (
            now("case", answers=(ExampleAnswer(field="breed", value="Dackel"),)),
            "Beispielfall „Frau A“: Antworten: „Rasse“ = „Dackel“ statt „Rasse“ = „Pudel“",
        ),
        (
            now("text", text="Which kind?"),
            "Übersetzung (en, Hilfetext) von „Rasse“: Text „Which kind?“ statt „Which breed?“",
        ),
        (
            Flow(
                id="n", source="gate", target="office", condition=Chosen(field="bad", option="yes")
            ),
            "Neuer Weg: Gefährlich = Ja führt zu „Ordnungsamt“ (von „Gefährlich?“)",
        ),
        (
            Citation(id="n", parent="born", norm="norm"),
            "„Geburtsdatum“ beruht jetzt auf „§ 5 HStS“",
        ),
        (Field(id="n", parent="page", label="Chip"), "Neu: Feld „Chip“ in „Ihr Hund“"),
        (
            Fee(id="n", of="fee", valid_from=date(2027, 1, 1), amount=Decimal(30)),
            "Neu: Stand ab 01.01.2027 von Gebühr „Ausstellung“",
        ),
    ],
)
def test_one_change_is_one_line(changed: Record, line: str) -> None:
    assert told(changed) == [line]


def test_what_goes_is_told_under_what_it_stood_in() -> None:
    gone = ("page", "breed", "born", "bad", "yes", "no", "text", "place", "way1")
    after = Snapshot.of_records(r for r in RECORDS if r.id not in gone)

    found = difference(Snapshot.of_records(RECORDS), after)

    lines = [(e.chapter, bool(e.within), str(e.what)) for e in found.entries]
    assert lines[0] == ("page", False, "Entfällt: Seite „Ihr Hund“")
    assert lines[1] == ("page", True, "Entfällt: Feld „Rasse“ in „Ihr Hund“")
    assert ("page", True, "Entfällt: Antwort „Ja“ zu „Gefährlich“") in lines
    assert lines[-1] == ("text", True, "Entfällt: Übersetzung (en, Hilfetext) von „Rasse“")


def test_a_long_text_is_shown_where_it_differs() -> None:
    law = "Der Hund ist anzumelden. " * 10
    before = Snapshot.of_records([Norm(id="n", law="HStS", wording=law + "Binnen zwei Wochen.")])
    after = Snapshot.of_records([Norm(id="n", law="HStS", wording=law + "Binnen vier Wochen.")])

    (entry,) = difference(before, after).entries

    line = str(entry.what)
    assert "Binnen vier Wochen." in line
    assert "Binnen zwei Wochen." in line
    assert len(line) < 220


def test_side_effects_are_counted_through_rules() -> None:
    used = [
        *RECORDS,
        Flow(
            id="way4", source="gate", target="office", condition=Chosen(field="bad", option="yes")
        ),
    ]
    before = Snapshot.of_records(used)
    after = Snapshot.of_records([r for r in used if r.id != "bad"] + [now("bad", help="?")])

    found = difference(before, after)

    assert str(found.effects(found.entries[0])) == "betrifft 1 Weg, 1 Regel"


def test_a_new_key_without_a_new_order_is_only_layout() -> None:
    after = [now("breed", order="Z0"), now("born", order="b0"), now("bad", order="b1")]
    records = {record.id: record for record in [*RECORDS, *after]}

    found = difference(Snapshot.of_records(RECORDS), Snapshot.of_records(records.values()))

    assert not found
    assert len(found.layout) == 3


def test_only_who_moved_is_told_to_have_moved() -> None:
    assert told(now("breed", order="a3")) == ["Feld „Rasse“ steht jetzt nach „Gefährlich“"]
    assert told(now("bad", order="Zz")) == ["Feld „Gefährlich“ steht jetzt an erster Stelle"]


def test_places_are_folded_away() -> None:
    records = [*RECORDS[:-1], Placement(id="place", about="page", x=99)]

    found = difference(Snapshot.of_records(RECORDS), Snapshot.of_records(records))

    assert found.entries == ()
    assert [entry.change.id for entry in found.layout] == ["place"]


def test_the_same_line_has_the_same_id() -> None:
    before = Snapshot.of_records(RECORDS)
    after = Snapshot.of_records([*RECORDS, Field(id="n", parent="page", label="Chip")])

    ids = [entry.id for entry in difference(before, after).entries]

    assert ids == [entry.id for entry in difference(before, after).entries] == ["n::0"]


def test_english_is_spoken_from_the_same_difference() -> None:
    records = [*RECORDS[:3], now("born", minimum=1), *RECORDS[4:]]
    found = difference(Snapshot.of_records(RECORDS), Snapshot.of_records(records))

    with speaking("en"):
        line = str(found.entries[0].what)

    assert line == "Field “Geburtsdatum” is now required"
