"""Does the JSON Schema accept right answers, refuse wrong ones, and tell what it cannot say?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from exporters.jsonschema.writer import write
from exporters.reading import read_foreign
from exporters.registry import TARGETS
from exporters.xmlkit import parse
from model.document import Snapshot
from model.language import use
from model.records import (
    Answer,
    Chosen,
    CodeList,
    Field,
    FieldGroup,
    Option,
    Record,
    Rule,
    Service,
    Step,
)
from model.storage import from_bytes
from resources import list_resources, open_resource, texts

jsonschema = pytest.importorskip("jsonschema", reason="a development dependency")

SAMPLES = list_resources("samples", ".fachwerk")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def schema_of(view: Snapshot) -> Any:
    schema = json.loads(write(view)[0][0].content)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def judge(*records: Record) -> Any:
    """A validator of the answers to one page that holds these rows."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    view = page_with(*records)
    return jsonschema.Draft202012Validator(schema_of(view), format_checker=checker)


def page_with(*records: Record) -> Snapshot:
    service = Service(id="s", name="Probe", extras=(("xdf:id", "S05000000001"),))
    page = Step(id="page", form="page", name="Ihre Angaben", extras=(("xdf:lose", "1"),))
    return Snapshot.of_records([service, page, *records])


def asked(number: int, **fields: Any) -> Field:
    values: dict[str, Any] = {
        "parent": "page",
        "order": f"a{number}",
        "label": f"Feld {number}",
        "fim_id": f"F0500000000{number}",
        "fim_version": "1.0.0",
    }
    return Field(id=f"f{number}", **(values | fields))


def key(number: int) -> str:
    return f"F0500000000{number}V1.0.0"


# ---------------------------------------------------------------------------------- single fields


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ({"min_length": 2, "max_length": 3}, ["ab", "äöü"], ["a", "abcd", 5]),
        ({"pattern": "[A-Z]{2}[0-9]"}, ["AB1"], ["AB12", "xAB1", "ab1"]),
        ({"layout": "postcode"}, ["01067"], ["1067", "0106A"]),
        ({"data_type": "date"}, ["2026-02-28"], ["28.02.2026", "2026-02-30"]),
        ({"data_type": "bool"}, [True, False], ["ja", 1]),
        ({"data_type": "num_int", "min_value": Decimal(1)}, [1, 7], [0, 1.5, "1"]),
        ({"data_type": "num", "max_value": Decimal("2.5")}, [2.5, -1], [2.6]),
        ({"data_type": "num_currency"}, [12.5], ["12,50 €"]),
        ({"data_type": "file"}, ["aW5oYWx0"], [12]),
    ],
)
def test_right_answers_are_accepted_and_wrong_ones_refused(
    field: dict[str, Any], right: list[Any], wrong: list[Any]
) -> None:
    validator = judge(asked(1, **field))

    assert [answer for answer in right if not validator.is_valid({key(1): answer})] == []
    assert [answer for answer in wrong if validator.is_valid({key(1): answer})] == []


def test_a_required_answer_may_not_be_missing_and_nothing_else_may_be_given() -> None:
    validator = judge(asked(1, minimum=1), asked(2))

    assert validator.is_valid({key(1): "da"})
    assert not validator.is_valid({key(2): "nur die zweite"})
    assert not validator.is_valid({key(1): "da", "fremd": 1})


def test_a_choice_knows_its_codes_alone() -> None:
    field = asked(1, field_kind="select")
    options = [Option(id=c, parent="f1", order=c, label=c.upper(), code=c) for c in ("ja", "nein")]

    validator = judge(field, *options)

    assert validator.is_valid({key(1): "ja"})
    assert not validator.is_valid({key(1): "JA"})


def test_a_code_list_gives_its_codes_and_one_without_entries_its_address() -> None:
    known = CodeList(id="c1", name="Rassen", urn="urn:de:rassen", version="2024-01-01")
    bare = CodeList(id="c2", name="Staaten", urn="urn:de:staaten")
    fields = [
        asked(1, field_kind="select", code_list="c1"),
        asked(2, field_kind="select", code_list="c2"),
    ]
    view = page_with(*fields, known, bare, Option(id="o", parent="c1", code="101", label="Pudel"))

    schema = schema_of(view)
    report = write(view)[1]

    assert schema["$defs"][key(1)]["enum"] == ["101"]
    assert schema["$defs"][key(2)]["$comment"] == "urn:de:staaten"
    assert [entry.record for entry in report.of("hint")] == ["f2"]


def test_several_answers_are_an_array_with_its_bounds() -> None:
    validator = judge(asked(1, minimum=1, maximum=2), asked(2, maximum=None))

    assert validator.is_valid({key(1): ["a"], key(2): []})
    assert not validator.is_valid({key(1): "a"})
    assert not validator.is_valid({key(1): []})
    assert not validator.is_valid({key(1): ["a", "b", "c"]})


def test_a_label_is_no_question() -> None:
    view = page_with(asked(1, field_kind="label"))

    assert schema_of(view)["properties"] == {}


# ---------------------------------------------------------------------------------------- groups


def _group(**fields: Any) -> FieldGroup:
    values: dict[str, Any] = {"parent": "page", "order": "a0", "label": "Hund"}
    return FieldGroup(id="g", fim_id="G05000000001", fim_version="1.0.0", **(values | fields))


def test_a_repeatable_group_is_an_array_of_objects() -> None:
    group = _group(minimum=1, maximum=None)
    validator = judge(group, asked(1, parent="g", minimum=1))
    dogs = "G05000000001V1.0.0"

    assert validator.is_valid({dogs: [{key(1): "Rex"}, {key(1): "Bello"}]})
    assert not validator.is_valid({dogs: [{}]})
    assert not validator.is_valid({dogs: []})


def test_of_a_choice_group_exactly_one_part_is_answered() -> None:
    validator = judge(_group(either=True), asked(1, parent="g"), asked(2, parent="g"))
    group = "G05000000001V1.0.0"

    assert validator.is_valid({group: {key(1): "a"}})
    assert not validator.is_valid({group: {key(1): "a", key(2): "b"}})
    assert not validator.is_valid({group: {}})


def test_the_same_element_at_two_places_stands_once() -> None:
    first = asked(1, parent="g")
    second = asked(2, fim_id=first.fim_id, label=first.label)

    schema = schema_of(page_with(_group(), first, second))

    assert list(schema["$defs"]) == [key(1), "G05000000001V1.0.0"]
    assert schema["properties"][key(1)] == {"$ref": f"#/$defs/{key(1)}"}


def test_one_id_with_two_meanings_keeps_both() -> None:
    first = asked(1, parent="g", max_length=5)
    second = asked(2, fim_id=first.fim_id, label=first.label, max_length=9)

    schema = schema_of(page_with(_group(), first, second))

    lengths = {name: one.get("maxLength") for name, one in schema["$defs"].items()}
    assert lengths[key(1)] == 5
    assert lengths[f"{key(1)}_2"] == 9
    assert schema["properties"][key(1)] == {"$ref": f"#/$defs/{key(1)}_2"}


# ------------------------------------------------------------------------------------ the report


def test_what_is_asked_under_a_condition_may_be_missing_and_is_told() -> None:
    condition = Chosen(field="f1", option="ja")
    view = page_with(asked(1), asked(2, minimum=1, visible=condition))

    schema, report = schema_of(view), write(view)[1]

    assert "required" not in schema
    assert [(entry.record, entry.message.key) for entry in report.of("lost")] == [
        ("f2", "jsonschema.lost.condition")
    ]


def test_rules_calculations_and_odd_patterns_are_told() -> None:
    view = page_with(
        asked(1, pattern=r"\p{L}+"),
        asked(2, data_type="file", max_size=5),
        asked(3, value=Answer(field="f1")),
        Rule(id="r", parent="f1", name="Frist", purpose="validation"),
    )

    told = {
        (entry.record, entry.message.key.rpartition(".")[2]) for entry in write(view)[1].entries
    }

    assert told == {("f1", "pattern"), ("f2", "file"), ("f3", "value"), ("r", "rule")}


# ----------------------------------------------------------------------------------- whole works


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_gives_a_valid_schema_with_the_ids_of_its_data_schema(name: str) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}")).records)

    schema = schema_of(view)
    data_schema = parse(TARGETS["xdatenfelder3"].write(view)[0][0].content).root

    groups = {node.findtext("{*}id") for node in data_schema.iter("{*}identifikation")}
    used = {definition.partition("V")[0] for definition in schema["$defs"]}
    assert used <= groups
    assert schema["$id"].partition("V")[0] in groups
    assert write(view)[0] == write(view)[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_an_empty_application_is_refused_by_the_schema_of_a_sample(name: str) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}")).records)

    validator = jsonschema.Draft202012Validator(schema_of(view))

    assert not validator.is_valid({})
    assert not validator.is_valid([])


def test_real_data_schemas_give_valid_json_schemas(shared: Path) -> None:
    folder = shared / "fim" / "samples"
    files = [
        *(folder / "xdatenfelder-2.0").rglob("*xdf2.xml"),
        *(folder / "xdatenfelder-2.0").glob("*.xml"),
        *(folder / "xdatenfelder-3.0.0").glob("*.xml"),
    ]

    found = {
        file.name: schema_of(
            Snapshot.of_records(read_foreign(file.read_bytes(), file.name).records)
        )
        for file in files
    }

    assert len(found["S00000121V1.0_BlaueKarte.xml"]["$defs"]) > 80
    assert len(found) == len(files) >= 9
