"""How is each kind of field said in form-js?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.records import (
    CodeList,
    Field,
    Option,
)
from tests.exporters.forms.drawn import drawn, one

OPTIONS = tuple(Option(id=f"o{n}", parent="f", order=f"a{n}", label=f"L{n}") for n in range(6))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {"type": "textfield", "label": "Feld"}),
        ({"minimum": 1}, {"validate": {"required": True}}),
        ({"max_length": 9, "min_length": 2}, {"validate": {"minLength": 2, "maxLength": 9}}),
        ({"layout": "long"}, {"type": "textarea"}),
        ({"layout": "email"}, {"validate": {"validationType": "email"}}),
        ({"data_type": "num_int"}, {"type": "number", "decimalDigits": 0, "increment": "1"}),
        ({"data_type": "num", "min_value": Decimal("0.5")}, {"validate": {"min": 0.5}}),
        ({"data_type": "num_currency"}, {"appearance": {"suffixAdorner": "EUR"}}),
        ({"data_type": "date"}, {"type": "datetime", "subtype": "date", "dateLabel": "Feld"}),
        (
            {"data_type": "time"},
            {"timeLabel": "Feld", "timeSerializingFormat": "no_timezone", "use24h": True},
        ),
        ({"data_type": "datetime"}, {"dateLabel": "Feld", "timeLabel": "Uhrzeit"}),
        ({"data_type": "bool"}, {"type": "checkbox", "defaultValue": False}),
        (
            {"data_type": "file", "media_types": ("application/pdf", "image/jpeg")},
            {"type": "filepicker", "accept": ".pdf,.jpg,.jpeg", "multiple": False},
        ),
        ({"data_type": "file", "maximum": None}, {"multiple": True}),
        ({"field_kind": "locked", "content": "fest"}, {"readonly": True, "defaultValue": "fest"}),
        ({"help": "Wie im Ausweis"}, {"description": "Wie im Ausweis"}),
        ({"fim_id": "F60000227"}, {"properties": {"fim": "F60000227"}}),
        ({"data_type": "num", "content": "2.50"}, {"defaultValue": 2.5}),
    ],
)
def test_each_kind_of_field_has_its_component(
    values: dict[str, Any], expected: dict[str, Any]
) -> None:
    component = one(Field(id="f", parent="p", label="Feld", **values))

    assert {name: component.get(name) for name in expected} == expected


def test_a_date_has_no_label_of_its_own() -> None:
    assert "label" not in one(Field(id="f", parent="p", label="Feld", data_type="date"))


def test_a_number_of_fim_is_never_shown_to_the_citizen() -> None:
    component = one(Field(id="f", parent="p", label="Feld", fim_id="F60000227"))

    assert "description" not in component


@pytest.mark.parametrize(
    ("number", "choices", "kind"),
    [
        (2, "one", "radio"),
        (5, "one", "radio"),
        (6, "one", "select"),
        (2, "many", "checklist"),
        (6, "many", "taglist"),
    ],
)
def test_few_answers_are_shown_at_once_many_in_a_list(number: int, choices: str, kind: str) -> None:
    field = Field(id="f", parent="p", label="Feld", field_kind="select", choices=choices)  # type: ignore[arg-type]

    component = one(field, *OPTIONS[:number])

    assert component["type"] == kind
    assert [v["value"] for v in component["values"]] == [f"L{n}" for n in range(number)]


def test_a_question_of_yes_or_no_stores_text() -> None:
    field = Field(id="f", parent="p", label="Feld", data_type="bool", minimum=1)
    options = (
        Option(id="a", parent="f", order="a0", label="Ja"),
        Option(id="b", parent="f", order="a1", label="Nein"),
    )

    component = one(field, *options)

    assert component["type"] == "radio"
    assert [v["value"] for v in component["values"]] == ["true", "false"]


def test_an_empty_code_list_comes_from_outside() -> None:
    field = Field(id="f", parent="p", label="Rasse", field_kind="select", code_list="l")

    components, report = drawn(field, CodeList(id="l", name="Rassen"))

    assert components[0]["valuesKey"] == "rasse_liste"
    assert report.of("hint")[0].message.key == "platforms.form.outside_list"


@pytest.mark.parametrize(
    ("layout", "good", "bad"),
    [
        ("phone", ["030 123456", "+49 351 1", "(030) 12-34/5"], ["", "abc", "12"]),
        ("iban", ["DE02 1203 0000 0000 2020 51", "AT611904300234573201"], ["12", "de02"]),
        ("postcode", ["01067"], ["1067", "010677", "D-01067"]),
        ("plate", ["B-AB 123", "MÜ XY 1E"], ["B", "b-ab 1"]),
    ],
)
def test_everyday_shapes_are_checked_by_a_pattern_with_a_german_word(
    layout: str, good: list[str], bad: list[str]
) -> None:
    import re

    checks = one(Field(id="f", parent="p", label="Feld", layout=layout))["validate"]  # type: ignore[arg-type]

    assert all(re.search(checks["pattern"], text) for text in good)
    assert not any(re.search(checks["pattern"], text) for text in bad)
    assert checks["patternErrorMessage"].startswith("Bitte geben Sie")


def test_the_own_pattern_is_anchored_and_says_its_own_error() -> None:
    field = Field(id="f", parent="p", label="F", pattern="[0-9]{15}|x", error_text="15 Ziffern")

    checks = one(field)["validate"]

    assert checks == {"pattern": "^(?:[0-9]{15}|x)$", "patternErrorMessage": "15 Ziffern"}


@pytest.mark.parametrize("pattern", [r"\p{L}+", r"\i\c*", "[a-z-[aeiou]]", "(", r"(?i)a"])
def test_a_pattern_that_browsers_misread_is_reported_not_written(pattern: str) -> None:
    components, report = drawn(Field(id="f", parent="p", label="F", pattern=pattern))

    assert "validate" not in components[0]
    assert [e.message.key for e in report.of("lost")] == ["platforms.form.pattern_foreign"]


def test_a_text_is_shown_without_markdown() -> None:
    note = Field(id="n", parent="p", label="N", field_kind="label", content="# 5 *Euro* ${x}")

    components, report = drawn(note)

    assert components[0]["text"] == "\\# 5 \\*Euro\\* $ {x}"
    assert [e.code for e in report.of("substituted")] == ["C05"]


@pytest.mark.parametrize(
    ("field", "kind", "key"),
    [
        ({"maximum": None}, "lost", "platforms.form.several"),
        ({"prefill": "mandatory"}, "hint", "platforms.form.prefill"),
        ({"data_type": "file", "max_size": 5}, "lost", "platforms.form.file_size"),
        ({"data_type": "obj"}, "lost", "platforms.form.object"),
        ({"layout": "long", "pattern": "a"}, "lost", "platforms.form.pattern_long"),
        ({"data_type": "num", "content": "viel"}, "lost", "platforms.form.preset"),
        ({"field_kind": "select"}, "failed", "platforms.form.no_options"),
    ],
)
def test_nothing_of_a_field_is_lost_in_silence(field: dict[str, Any], kind: Any, key: str) -> None:
    _, report = drawn(Field(id="f", parent="p", label="Feld", **field))

    assert [(e.record, e.message.key) for e in report.of(kind)] == [("f", key)]
