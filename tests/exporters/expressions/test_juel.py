"""How is each part of a condition said in JUEL?"""

from __future__ import annotations

import pytest

from exporters.expressions import CannotSay, Derived, Names, juel
from exporters.platforms.gates_ways import is_our_juel
from model.records import (
    AllOf,
    Answer,
    Arithmetic,
    Comparison,
    Expression,
    Field,
    Named,
    Not,
    Present,
    Today,
    Value,
)
from tests.exporters.platforms.dogs import BLIND, DANGEROUS, HEAVY, MORE_DOGS, dogs, number

V = "execution.getVariable('{}')".format


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (DANGEROUS, f"{V('gefaehrlicher_hund')} == 'ja'"),
        (Not(part=HEAVY), f"!({V('gewicht')} > 20)"),
        (
            AllOf(parts=(DANGEROUS, HEAVY)),
            f"{V('gefaehrlicher_hund')} == 'ja' && {V('gewicht')} > 20",
        ),
        (BLIND, f"{V('merkmale_blindenhund')} == true"),
        (MORE_DOGS, f"{V('weitere_hunde_anzahl')} > 0"),
        (Answer(field="sure"), f"{V('ich_bestaetige')} == true"),
        (Present(field="weight"), f"{V('gewicht')} != null"),
        (
            Comparison(relation="eq", left=Answer(field="name"), right=Value(text="O'Neil \\")),
            f"{V('name')} == 'O\\'Neil \\\\'",
        ),
        (
            Comparison(
                relation="ge",
                left=Arithmetic(operation="multiply", parts=(Answer(field="weight"), number(2))),
                right=number(9),
            ),
            f"({V('gewicht')} != null && ({V('gewicht')} * 2) >= 9)",
        ),
        (
            Comparison(relation="lt", left=Answer(field="since"), right=Today()),
            f"{V('halter_seit_bedingung')} == true",
        ),
    ],
)
def test_each_part_has_its_juel(expression: Expression, text: str) -> None:
    names = Names(dogs())

    said = juel(expression, names, Derived(names))

    assert said == "${" + text + "}"
    assert is_our_juel(said[2:-1])


def test_what_only_a_form_can_compute_is_asked_of_the_form() -> None:
    names = Names(dogs())
    derived = Derived(names)

    juel(AllOf(parts=(BLIND, BLIND, MORE_DOGS)), names, derived)

    assert [(v.name, v.type) for v in derived.of("page2")] == [
        ("merkmale_blindenhund", "boolean"),
        ("weitere_hunde_anzahl", "number"),
    ]
    assert derived.of("page") == []


def test_a_calculation_over_two_pages_is_refused() -> None:
    day = Field(id="day", parent="page", order="a9", label="Tag", data_type="date")
    names = Names(dogs(day))
    later = Comparison(
        relation="lt",
        left=Arithmetic(operation="max", parts=(Answer(field="day"), Answer(field="since"))),
        right=Today(),
    )

    with pytest.raises(CannotSay):
        juel(later, names, Derived(names))


def test_a_rule_that_is_gone_is_refused() -> None:
    names = Names(dogs())

    with pytest.raises(CannotSay):
        juel(Named(rule="nobody"), names, Derived(names))
