"""Does the report name the official number of what the author can mend?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporters.xdatenfelder.writer_v3 import write
from model.records import Citation, Field, FieldGroup, Norm, Option, Record, Rule
from resources import texts
from tests.exporters.xdatenfelder.forms import a_form

F = {"id": "f", "parent": "p"}
CHOICE = Field(**F, label="A", field_kind="select", content="z")
NUMBER = {**F, "label": "A", "data_type": "num"}

CASES: list[tuple[str, tuple[Record, ...]]] = [
    ("1002", (Field(**F),)),
    ("1006", (Field(**F, label="A"),)),
    ("1012", (Field(**F, label="A", field_kind="label", max_length=3),)),
    ("1014", (Field(**F, label="A", element_type="ABS"),)),
    ("1015", (Field(**F, label="A", data_type="date", max_length=3),)),
    ("1016", (Field(**F, label="A", max_value=Decimal(3)),)),
    ("1018", (Field(**F, label="A", field_kind="select"),)),
    ("1023", (FieldGroup(**F, label="G"),)),
    ("1024", (Rule(id="r1", parent="s", name="Leer"),)),
    ("1039", (Field(**F, label="A", fim_id="4711"),)),
    ("1041", (Rule(id="r1", parent="s", name="A", description="F60000001 fehlt"),)),
    ("1044", (CHOICE, Option(id="o", parent="f", label="X", code="x"))),
    ("1056", (Field(**F, label="A", max_size=3),)),
    ("1059", (Field(**F, label="A", min_length=-3),)),
    ("1060", (Field(**F, label="A", max_length=0),)),
    ("1061", (Field(**F, label="A", min_length=3, max_length=2),)),
    ("1064", (Field(**NUMBER, min_value=Decimal(3), max_value=Decimal(2)),)),
    ("1069", (Field(**NUMBER, content="drei"),)),
    ("1069", (Field(**NUMBER, content="NaN"),)),
    ("1071", (Field(**F, label="A", data_type="date", content="1.2.2026"),)),
    ("1072", (Field(**NUMBER, content="1", min_value=Decimal(2)),)),
    ("1073", (Field(**NUMBER, content="4", max_value=Decimal(2)),)),
    ("1074", (Field(**F, label="A", content="a", min_length=2),)),
    ("1075", (Field(**F, label="A", content="abc", max_length=2),)),
    ("1077", (Field(**F, label="A", data_type="bool", content="ja"),)),
    ("1083", (Field(**F, label="A", data_type="datetime", content="x"),)),
    ("1084", (Field(**F, label="A", data_type="time", content="x"),)),
    ("1085", (CHOICE, Option(id="o", parent="f", label="X", code="x"))),
    ("1098", (Field(**F, label="A", help="A"),)),
    ("1099", (Field(**F, label="B", name="A", help="A"),)),
    ("1100", (Field(**F, label="A", data_type="file", content="x"),)),
    ("1101", (Field(**F, label="A", element_type="HAR"),)),
    ("1102", (Field(**F, label="A"),)),
    ("1103", (Field(**NUMBER),)),
    ("1109", (Field(**F, label="A", field_kind="label"),)),
    ("1120", (Field(**F, label="A", data_type="file", pattern="x"),)),
    ("1132", (Norm(id="n", law="A; B"), Citation(id="c", parent="s", norm="n"))),
    ("1131", (Field(**F, label="漢字"),)),
    ("1136", (Field(**F, label="A" * 300),)),
]


@pytest.mark.parametrize(("number", "rows"), CASES)
def test_a_fault_is_reported_with_its_number(number: str, rows: tuple[Record, ...]) -> None:
    _, report = write(a_form(*rows))  # type: ignore[arg-type]

    assert number in [entry.code for entry in report.entries]


def test_a_careful_field_has_nothing_to_report() -> None:
    field = Field(
        **F, label="Rufname", help="Wie Sie ihn rufen", min_length=1, max_length=40, content="Bello"
    )
    law = (Norm(id="n", paragraph="§ 1", law="HundG"), Citation(id="c", parent="f", norm="n"))

    _, report = write(a_form(field, *law, office="Stadt Musterstadt"))  # type: ignore[arg-type]

    assert [entry for entry in report.entries if "f" in entry.records] == []


def test_every_sentence_of_the_room_exists_in_both_languages() -> None:
    german = {key: entry for key, entry in texts("de").items() if key.startswith("fim.")}
    english = {key: entry for key, entry in texts("en").items() if key.startswith("fim.")}

    assert german.keys() == english.keys()
    for key in german:
        assert _places(german[key]) == _places(english[key]), key


def _places(entry: object) -> set[str]:
    import re

    return set(re.findall(r"\{(\w+)\}", str(entry).replace("{'", "").replace("'}", "")))


def test_every_number_of_the_report_is_official(shared) -> None:  # type: ignore[no-untyped-def]
    table = (shared / "fim" / "rules" / "xdfm_1.8.tsv").read_text("utf-8")
    official = {line.split("\t")[0] for line in table.splitlines()}

    numbers = {key.removeprefix("fim.") for key in texts("de") if key[4:].isdecimal()}

    assert numbers <= official
