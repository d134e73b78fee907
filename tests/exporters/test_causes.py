"""Is one cause one line, and does the line still know everything it is about?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exporters.causes import grouped, singles
from exporters.report import Entry, ExportReport
from model.document import Snapshot
from model.language import say, speaking
from model.records import Field, Service, Step
from resources import texts

NAMES = ["IBAN", "Vorname", "Ort", "Straße", "Hausnummer"]
VIEW = Snapshot.of_records(
    [
        Service(id="s", name="Hundesteuer"),
        Step(id="p", name="Ihr Hund", form="page"),
        *(Field(id=f"f{n}", parent="p", label=name) for n, name in enumerate(NAMES)),
    ]
)


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    with speaking("de", texts("de")):
        yield


def told(*records: str, key: str = "fim.1103", **values: object) -> ExportReport:
    """The same remark about each of these records."""
    report = ExportReport()
    for record in records:
        name = VIEW.the(record, Field).label
        report.hint(record, say(key, name=name, **values), "1103")
    return report


def test_one_record_keeps_its_id_its_words_and_its_number() -> None:
    report = told("f0")

    (line,) = grouped(report, VIEW).entries

    assert line == report.entries[0]
    assert line.records == ("f0",)
    assert "„IBAN“" in str(line.message)


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (2, "„IBAN“ und „Vorname“"),
        (3, "„IBAN“, „Vorname“ und „Ort“"),
        (4, "„IBAN“, „Vorname“ und 2 weitere"),
        (5, "„IBAN“, „Vorname“, „Ort“ und 2 weitere"),
    ],
)
def test_a_cause_that_hits_many_is_one_line_with_number_and_up_to_three_names(
    number: int, names: str
) -> None:
    ids = [f"f{n}" for n in range(number)]

    (line,) = grouped(told(*ids), VIEW).entries

    assert str(line.message) == f"{number} Felder sollten einen Wertebereich haben: {names}."
    assert (line.kind, line.code, line.record) == ("hint", "1103", "")
    assert line.records == tuple(ids)


def test_no_single_remark_is_lost_in_a_line() -> None:
    report = told("f0", "f1", "f2", "f3")

    lines = grouped(report, VIEW)

    assert tuple(singles(lines)) == report.entries
    assert grouped(lines, VIEW).entries == lines.entries


def test_facts_without_a_place_share_one_sentence_with_their_numbers() -> None:
    report = ExportReport()
    for record, fact in (("f0", "retention"), ("f1", "retention"), ("f1", "unit")):
        report.lost(record, say(f"fim.unsaid.{fact}", name="x"))

    (line,) = grouped(report, VIEW).entries

    assert str(line.message) == (
        "Das Datenschema hat keinen Platz für die Aufbewahrung (2 Felder) und die Einheit (1 Feld)."
    )
    assert line.records == ("f0", "f1")
    assert len(line.parts) == 3


def test_several_facts_of_one_record_lead_to_it() -> None:
    report = ExportReport()
    report.lost("f0", say("fim.unsaid.retention", name="IBAN"))
    report.lost("f0", say("fim.unsaid.unit", name="IBAN"))

    (line,) = grouped(report, VIEW).entries

    assert line.record == "f0"


def test_what_the_sentence_says_besides_the_name_keeps_causes_apart() -> None:
    once = told("f0", "f1", key="fim.multiplicity", times="0:1")
    often = told("f2", "f3", key="fim.multiplicity", times="0:*")

    lines = grouped(ExportReport([*once.entries, *often.entries]), VIEW).entries

    assert [line.records for line in lines] == [("f0", "f1"), ("f2", "f3")]
    assert "0:*" in str(lines[1].message)


def test_a_remark_without_words_for_many_is_said_once_for_all() -> None:
    report = told("f0", "f1", "f2", key="fim.1109")

    (line,) = grouped(report, VIEW).entries

    assert str(line.message) == (
        "„IBAN“ ist ein Hinweis ohne Text. Dasselbe gilt für „Vorname“ und „Ort“."
    )


def test_a_remark_that_names_nobody_names_all() -> None:
    report = ExportReport()
    for record in ("f0", "f1"):
        report.failed(record, say("platforms.form.no_options"), "C11")

    lines = grouped(report, VIEW)

    assert str(lines.entries[0].message) == (
        "Das Auswahlfeld hat keine Antworten. Das betrifft „IBAN“ und „Vorname“."
    )
    assert lines.blocked


def test_remarks_about_the_whole_export_stay_as_they_are() -> None:
    report = ExportReport([Entry("lost", "", say("bpmn.lost.role", n=n)) for n in (1, 2)])

    assert grouped(report, VIEW).entries == report.entries


def test_a_line_speaks_the_language_of_the_moment() -> None:
    (line,) = grouped(told("f0", "f1", "f2", "f3"), VIEW).entries

    with speaking("en", texts("en")):
        assert str(line.message) == (
            "4 fields should have a range of values: “IBAN”, “Vorname” and 2 others."
        )


def test_texts_for_many_only_ask_for_what_the_single_text_knows() -> None:
    known = texts("de")
    slots = {"n", "names", "items"}

    for key in (key for key in known if key.endswith(".many")):
        single = str(known[key.removesuffix(".many")])
        entry = known[key]
        forms = entry.values() if isinstance(entry, dict) else (entry,)
        asked = {word.split("}")[0] for form in forms for word in form.split("{")[1:]}
        assert all(f"{{{slot}}}" in single for slot in asked - slots), key
