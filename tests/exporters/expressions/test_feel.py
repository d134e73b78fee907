"""How is each part of an expression said in FEEL?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from exporters.expressions import CannotSay, Names, feel, feel_hide, feel_truth
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Membership,
    Named,
    Not,
    Present,
    Rule,
    Sum,
    Today,
    Value,
)
from model.records.expression import OptionRef
from tests.exporters.platforms.dogs import BLIND, DANGEROUS, HEAVY, compared, dogs, number

OLD = Comparison(
    relation="lt",
    left=Answer(field="since"),
    right=DateShift(base=Today(), length=-2, unit="year"),
)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (DANGEROUS, 'gefaehrlicher_hund = "ja"'),
        (BLIND, '(merkmale != null and list contains(merkmale, "blind"))'),
        (Not(part=DANGEROUS), 'not(gefaehrlicher_hund = "ja")'),
        (Not(part=HEAVY), "not((gewicht > 20) = true)"),
        (HEAVY, "gewicht > 20"),
        (compared("weight", "ne", "2.50"), "gewicht != 2.5"),
        (AllOf(parts=(DANGEROUS, HEAVY)), 'gefaehrlicher_hund = "ja" and gewicht > 20'),
        (
            AllOf(parts=(AnyOf(parts=(DANGEROUS, HEAVY)), HEAVY)),
            '(gefaehrlicher_hund = "ja" or gewicht > 20) and gewicht > 20',
        ),
        (AllOf(parts=()), "true"),
        (AnyOf(parts=()), "false"),
        (Present(field="weight"), "gewicht != null"),
        (Present(field="name"), '(name != null and name != "")'),
        (
            Membership(field="danger", options=(OptionRef(option="yes"), OptionRef(option="no"))),
            'list contains(["ja", "nein"], gefaehrlicher_hund)',
        ),
        (OLD, 'date(halter_seit) < today() - duration("P2Y")'),
        (Value(day=date(2026, 1, 2)), 'date("2026-01-02")'),
        (Value(text='a "b" \\'), '"a \\"b\\" \\\\"'),
        (Value(number=Decimal("1E+3")), "1000"),
        (Count(group="more"), "(if weitere_hunde = null then 0 else count(weitere_hunde))"),
        (
            Sum(field="age"),
            "(if weitere_hunde = null then 0 else "
            "sum(append(weitere_hunde[alter != null].alter, 0)))",
        ),
        (FeeAmount(fee="tax"), "steuersatz"),
        (
            Arithmetic(operation="max", parts=(Answer(field="weight"), number(3))),
            "max(gewicht, 3)",
        ),
        (
            Arithmetic(operation="add", parts=(Answer(field="weight"), number(3))),
            "(gewicht + 3)",
        ),
        (Answer(field="sure"), "ich_bestaetige"),
    ],
)
def test_each_part_has_its_feel(expression: Expression, text: str) -> None:
    assert feel(expression, Names(dogs())) == text


def test_a_condition_is_never_null() -> None:
    names = Names(dogs())

    assert feel_truth(HEAVY, names) == "(gewicht > 20) = true"
    assert feel_truth(DANGEROUS, names) == 'gefaehrlicher_hund = "ja"'


def test_hidden_is_the_negation_of_visible() -> None:
    assert feel_hide(DANGEROUS, Names(dogs())) == '=not(gefaehrlicher_hund = "ja")'


def test_a_named_condition_is_said_whole() -> None:
    rule = Rule(id="r", parent="service", name="Gefährlich", expression=DANGEROUS)

    assert feel(Named(rule="r"), Names(dogs(rule))) == 'gefaehrlicher_hund = "ja"'


@pytest.mark.parametrize(
    "expression",
    [
        Named(rule="circle"),
        Named(rule="nobody"),
        Chosen(field="danger", option="gone"),
        Chosen(field="gone", option="yes"),
        compared("call", "eq", 1),
    ],
)
def test_what_cannot_be_said_is_refused(expression: Expression) -> None:
    rule = Rule(id="circle", parent="service", expression=Not(part=Named(rule="circle")))

    with pytest.raises(CannotSay):
        feel(expression, Names(dogs(rule)))


def test_a_condition_that_is_compared_stands_in_brackets() -> None:
    both = Rule(id="r", parent="service", expression=AllOf(parts=(DANGEROUS, HEAVY)))
    held = [
        Comparison(relation="eq", left=side, right=Value(truth=True))
        for side in (Named(rule="r"), Present(field="weight"))
    ]

    said = [feel(comparison, Names(dogs(both))) for comparison in held]

    assert said == [
        '(gefaehrlicher_hund = "ja" and gewicht > 20) = true',
        "(gewicht != null) = true",
    ]
