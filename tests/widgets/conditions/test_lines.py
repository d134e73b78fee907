"""Is every condition that lines can say translated there and back without loss?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import FachwerkError
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
    Sum,
    Today,
    Value,
)
from model.records.expression import OptionRef
from tests.widgets.conditions.service import VIEW
from widgets.conditions import Group, Line, expression_of, lines_of
from widgets.conditions.lines import relation_words, relations
from widgets.conditions.subjects import subjects
from widgets.conditions.values import day_of, number_of

DOG, WEIGHT, BORN = Answer(field="dog"), Answer(field="weight"), Answer(field="born")
EIGHTEEN = DateShift(base=Today(), length=-18, unit="year")
TWO = Value(number=Decimal(2))


def both(field: str, *options: str) -> Membership:
    return Membership(field=field, options=tuple(OptionRef(option=o) for o in options))


TREES: list[Expression] = [
    Chosen(field="dog", option="yes"),
    Not(part=Chosen(field="dog", option="yes")),
    both("dog", "yes", "no"),
    Not(part=both("dog", "yes")),
    Present(field="name"),
    Not(part=Present(field="name")),
    Named(rule="adult"),
    Not(part=Named(rule="adult")),
    Comparison(relation="gt", left=WEIGHT, right=Value(number=Decimal("40.5"))),
    Comparison(relation="gt", left=WEIGHT, right=Answer(field="height")),
    Not(part=Comparison(relation="lt", left=WEIGHT, right=TWO)),
    Comparison(relation="eq", left=Answer(field="agreed"), right=Value(truth=True)),
    Not(part=Comparison(relation="eq", left=Answer(field="agreed"), right=Value(truth=False))),
    Comparison(relation="eq", left=Answer(field="name"), right=Value(text="Rex")),
    Comparison(relation="le", left=BORN, right=EIGHTEEN),
    Comparison(relation="lt", left=BORN, right=Value(day=date(2020, 12, 31))),
    Comparison(
        relation="lt",
        left=DateShift(base=Answer(field="taken"), length=14, unit="day"),
        right=Today(),
    ),
    Comparison(relation="gt", left=Count(group="dogs"), right=TWO),
    Comparison(relation="le", left=Sum(field="age"), right=Count(group="dogs")),
    Comparison(relation="ge", left=FeeAmount(fee="fee"), right=TWO),
]
DEEP = AllOf(
    parts=(
        Present(field="name"),
        AnyOf(
            parts=(
                Chosen(field="dog", option="yes"),
                AllOf(parts=(Named(rule="adult"), Present(field="dog"))),
            )
        ),
    )
)


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: type(tree).__name__)
def test_every_kind_of_line_comes_back_as_it_was(tree: Expression) -> None:
    group = lines_of(tree)

    assert group is not None
    assert isinstance(group.parts[0], Line)
    assert group.parts[0].relation in (
        *relations(VIEW, group.parts[0].about),
        "not_lt",
    )
    assert expression_of(VIEW, group) == tree


@pytest.mark.parametrize(
    ("join", "tree"),
    [
        ("all", AllOf(parts=tuple(TREES[:3]))),
        ("any", AnyOf(parts=tuple(TREES[:3]))),
        ("none", Not(part=AnyOf(parts=tuple(TREES[:3])))),
        ("not_all", Not(part=AllOf(parts=tuple(TREES[:3])))),
        ("all", DEEP),
    ],
)
def test_groups_in_groups_come_back_as_they_were(join: str, tree: Expression) -> None:
    group = lines_of(tree)

    assert group is not None
    assert group.join == join
    assert expression_of(VIEW, group) == tree


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        parts.map(lambda found: AllOf(parts=found)),
        parts.map(lambda found: AnyOf(parts=found)),
        inner.map(lambda part: Not(part=part)),
    )


@given(st.recursive(st.sampled_from(TREES), _joined, max_leaves=9))
def test_whatever_lines_show_means_the_same_when_taken_over(tree: Expression) -> None:
    group = lines_of(tree)

    if group is not None:
        assert plain(expression_of(VIEW, group)) == plain(tree)


def plain(tree: Expression | None) -> Expression | None:
    """A group of one is that one."""
    match tree:
        case AllOf(parts=(part,)) | AnyOf(parts=(part,)):
            return plain(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return type(tree)(parts=tuple(plain(part) for part in parts))
        case Not(part=part):
            return Not(part=plain(part))
    return tree


def test_no_line_means_always() -> None:
    assert expression_of(VIEW, Group()) is None
    assert lines_of(None) == Group()


@pytest.mark.parametrize(
    "tree",
    [
        Comparison(relation="lt", left=Arithmetic(operation="add", parts=(WEIGHT, TWO)), right=TWO),
        Comparison(relation="lt", left=TWO, right=WEIGHT),
        Not(part=Not(part=Present(field="name"))),
        AllOf(parts=(DEEP, AnyOf(parts=(DEEP, Present(field="name"))))),
        AllOf(parts=()),
    ],
)
def test_what_lines_cannot_say_is_not_garbled(tree: Expression) -> None:
    assert lines_of(tree) is None


@pytest.mark.parametrize("read", [number_of, day_of])
def test_a_wrong_value_is_refused_in_words(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FachwerkError) as refused:
        read("gestern")

    assert "gestern" in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "number"), [("1.234,5", "1234.5"), ("12", "12"), ("2.50", "2.50"), ("9 €", "9")]
)
def test_numbers_are_read_the_german_way(typed: str, number: str) -> None:
    assert number_of(typed) == Decimal(number)


def test_each_question_offers_what_can_be_asked_of_it() -> None:
    assert relations(VIEW, DOG)[:3] == ("is", "is_not", "member")
    assert relations(VIEW, WEIGHT)[0] == "eq"
    assert relations(VIEW, Answer(field="agreed")) == ("is", "is_not")
    assert relations(VIEW, Named(rule="adult")) == ("holds", "holds_not")
    assert "present" not in relations(VIEW, Count(group="dogs"))


def test_the_words_of_a_relation_fit_the_answer() -> None:
    assert relation_words(VIEW, BORN, "lt") == "liegt vor dem"
    assert relation_words(VIEW, WEIGHT, "lt") == "ist kleiner als"
    assert relation_words(VIEW, Answer(field="marks"), "is") == "enthält"
    assert relation_words(VIEW, WEIGHT, "not_lt") == "nicht: ist kleiner als"


def test_answers_lists_fees_and_named_conditions_can_be_asked_for() -> None:
    words = [said for _, said in subjects(VIEW, without="name")]

    assert {"Anzahl Hunde", "Summe Alter", "Hundesteuer", "Halter ist volljährig"} <= set(words)
    assert "Name" not in words
    assert words[-1] == "Tag des Antrags"
