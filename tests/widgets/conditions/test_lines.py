"""Is every condition that lines can say translated there and back without loss?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from model.document import Snapshot
from model.errors import FachwerkError
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Comparison,
    Expression,
    Field,
    Membership,
    Named,
    Not,
    Option,
    Present,
    Rule,
    Today,
    Value,
)
from widgets.conditions import Line, expression_of, lines_of
from widgets.conditions.builder import ConditionBuilder, LineRow
from widgets.conditions.lines import relations

VIEW = Snapshot.of_records(
    [
        Field(id="dog", label="Hund", field_kind="select"),
        Option(id="yes", parent="dog", label="Ja", code="ja"),
        Option(id="no", parent="dog", label="Nein", code="nein"),
        Field(id="weight", label="Gewicht", data_type="num"),
        Field(id="born", label="Geboren", data_type="date"),
        Field(id="agreed", label="Einverstanden", data_type="bool"),
        Field(id="name", label="Name"),
        Rule(id="adult", name="Antragsteller ist volljährig", expression=Present(field="born")),
    ]
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line("dog", "is", "yes"), Chosen(field="dog", option="yes")),
        (Line("dog", "is_not", "yes"), Not(part=Chosen(field="dog", option="yes"))),
        (Line("name", "present"), Present(field="name")),
        (Line("name", "absent"), Not(part=Present(field="name"))),
        (Line("adult", "holds"), Named(rule="adult")),
        (Line("adult", "holds_not"), Not(part=Named(rule="adult"))),
        (
            Line("weight", "gt", "1.234,5"),
            Comparison(
                relation="gt",
                left=Answer(field="weight"),
                right=Value(number=Decimal("1234.5")),
            ),
        ),
        (
            Line("agreed", "is", "true"),
            Comparison(relation="eq", left=Answer(field="agreed"), right=Value(truth=True)),
        ),
        (
            Line("name", "eq", "Rex"),
            Comparison(relation="eq", left=Answer(field="name"), right=Value(text="Rex")),
        ),
    ],
)
def test_a_line_becomes_a_tree(line: Line, expected: Expression) -> None:
    assert expression_of(VIEW, True, [line]) == expected


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize(
    "lines",
    [
        [Line("dog", "is", "yes")],
        [Line("adult", "holds_not"), Line("adult", "holds")],
        [Line("dog", "is_not", "no"), Line("weight", "le", "40"), Line("name", "present")],
        [Line("born", "lt", "31.12.2020"), Line("agreed", "is", "false")],
    ],
)
def test_lines_come_back_as_they_were(every: bool, lines: list[Line]) -> None:
    tree = expression_of(VIEW, every, lines)

    back = lines_of(tree)

    assert back is not None
    assert back[1] == lines
    assert back[0] is every or len(lines) == 1


def test_no_line_means_always() -> None:
    assert expression_of(VIEW, True, []) is None
    assert lines_of(None) == (True, [])


@pytest.mark.parametrize(
    "tree",
    [
        Membership(field="dog", options=()),
        AllOf(parts=(AnyOf(parts=(Present(field="name"),)), Present(field="dog"))),
        Comparison(relation="lt", left=Answer(field="born"), right=Today()),
    ],
)
def test_what_lines_cannot_say_is_not_garbled(tree: Expression) -> None:
    assert lines_of(tree) is None


@pytest.mark.parametrize(("field", "typed"), [("weight", "viel"), ("born", "gestern")])
def test_a_wrong_value_is_refused_in_words(field: str, typed: str) -> None:
    with pytest.raises(FachwerkError) as refused:
        expression_of(VIEW, True, [Line(field, "eq", typed)])

    assert typed in str(refused.value)


def test_each_question_offers_what_can_be_asked_of_it() -> None:
    assert relations(VIEW, "dog")[0] == "is"
    assert relations(VIEW, "weight")[0] == "eq"
    assert relations(VIEW, "agreed") == ("is", "is_not")
    assert relations(VIEW, "adult") == ("holds", "holds_not")
    assert relations(VIEW, "gone") == ("present", "absent")


def test_a_new_condition_begins_with_the_first_question_that_has_answers(qtbot: QtBot) -> None:
    builder = ConditionBuilder(VIEW, None)
    qtbot.addWidget(builder)

    row = builder.findChildren(LineRow)[0]

    assert row.line.field == "dog"
    assert row.line.value in ("yes", "no")
