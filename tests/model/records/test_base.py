"""Facts are replaced, not altered, and know whom they name."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from model.records import (
    KINDS,
    LEGAL_FIELD_TYPES,
    AllOf,
    Chosen,
    Field,
    Flow,
    Membership,
    Not,
    Present,
    Step,
    make,
    record_adapter,
)
from model.records.expression import OptionRef


def test_a_record_cannot_be_altered_in_place() -> None:
    step = Step(id="a", name="Prüfen")

    with pytest.raises(ValidationError):
        step.name = "anders"  # type: ignore[misc]

    assert step.replaced(name="anders").name == "anders"
    assert step.name == "Prüfen"


def test_replacing_validates() -> None:
    with pytest.raises(ValidationError):
        Step(id="a").replaced(form="Unsinn")


def test_a_record_lists_whom_it_names_also_deep_in_its_condition() -> None:
    condition = AllOf(
        parts=(
            Chosen(field="f1", option="o1"),
            Not(part=Membership(field="f2", options=(OptionRef(option="o2"),))),
            Present(field="f3"),
        )
    )
    flow = Flow(id="w", parent="sub", source="a", target="b", condition=condition)

    assert list(flow.references()) == ["sub", "a", "b", "f1", "o1", "f2", "o2", "f3"]


def test_foreign_data_takes_part_in_equality() -> None:
    step = Step(id="a")

    assert step.with_extra("vendor:colour", "red") != step
    assert step.with_extra("vendor:colour", "red").extra("vendor:colour") == "red"
    assert step.with_extra("vendor:colour", "red").with_extra("vendor:colour", "") == step


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_survives_its_line_in_the_file(kind: str) -> None:
    required = {"source": "a", "target": "b", "field": "f", "norm": "n", "about": "x"}
    needed = {n: v for n, v in required.items() if n in KINDS[kind].model_fields}
    record = make(kind, id="x1", **needed)

    line = record.__pydantic_serializer__.to_json(record)

    assert record_adapter().validate_json(line) == record
    assert line.startswith(b'{"kind":"' + kind.encode())


@pytest.mark.parametrize("field_kind", sorted(LEGAL_FIELD_TYPES))
def test_only_legal_pairs_of_feldart_and_datentyp_can_be_made(field_kind: str) -> None:
    every = set(LEGAL_FIELD_TYPES["input"])

    for data_type in every:
        pair = {"field_kind": field_kind, "data_type": data_type}
        if data_type in LEGAL_FIELD_TYPES[field_kind]:
            assert Field(id="f", **pair).data_type == data_type
        else:
            with pytest.raises(ValidationError):
                Field(id="f", **pair)
