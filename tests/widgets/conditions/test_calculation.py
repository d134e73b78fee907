"""Can a number or a day be calculated without a formula?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.records import (
    Answer,
    Arithmetic,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Sum,
    Today,
    Value,
)
from tests.widgets.conditions.service import VIEW
from tests.widgets.conditions.test_builder import pick
from widgets.conditions import CalculationBuilder, calculation_sentence

SIXTY, DOGS = Value(number=Decimal(60)), Count(group="dogs")
TIMES = Arithmetic(operation="multiply", parts=(DOGS, SIXTY))
CALCULATIONS: list[Expression] = [
    TIMES,
    SIXTY,
    FeeAmount(fee="fee"),
    Arithmetic(operation="add", parts=(TIMES, Sum(field="age"), Answer(field="weight"))),
    Arithmetic(operation="subtract", parts=(TIMES, SIXTY, FeeAmount(fee="fee"))),
    Arithmetic(
        operation="subtract",
        parts=(Arithmetic(operation="add", parts=(TIMES, SIXTY)), Sum(field="age")),
    ),
    Today(),
    DateShift(base=Answer(field="born"), length=12, unit="month"),
    Answer(field="name"),
    Answer(field="born"),
]


@pytest.fixture
def build(qtbot: QtBot):  # type: ignore[no-untyped-def]
    def made(expression: Expression | None = None) -> CalculationBuilder:
        builder = CalculationBuilder(VIEW, expression, about="tax")
        qtbot.addWidget(builder)
        builder.resize(300, 600)
        builder.show()
        return builder

    return made


@pytest.mark.parametrize("tree", CALCULATIONS, ids=lambda tree: type(tree).__name__)
def test_what_is_shown_is_taken_over_unchanged(build, tree: Expression) -> None:  # type: ignore[no-untyped-def]
    assert build(tree).calculation() == tree


def test_so_many_dogs_times_sixty(build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = builder.rows[0]

    pick(row.left.base, DOGS)
    pick(row.factor, "multiply")
    QTest.keyClicks(row.right.typed, "60")

    assert builder.calculation() == TIMES
    assert builder.words.text() == "Steuer = Anzahl Hunde × 60 €"


def test_rows_are_added_and_taken_off(build) -> None:  # type: ignore[no-untyped-def]
    builder = build(TIMES)

    row = builder.add_row()
    pick(row.sign, "subtract")
    pick(row.left.base, Answer(field="weight"))

    parts = (TIMES, Answer(field="weight"))
    assert builder.calculation() == Arithmetic(operation="subtract", parts=parts)
    row.gone.emit()
    assert builder.calculation() == TIMES


def test_a_missing_number_is_said_and_not_taken(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    pick(builder.rows[0].left.base, "")

    with qtbot.waitSignal(builder.refused) as refused:
        builder.accept()

    assert "fehlt" in refused.args[0]


def test_what_rows_cannot_show_is_told_and_stays(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    deep = Arithmetic(operation="max", parts=(TIMES, SIXTY))
    builder = build(deep)

    assert "größter Wert" in builder.words.text()
    with qtbot.waitSignal(builder.left):
        builder.left.emit()


def test_a_field_that_is_not_calculated_says_so() -> None:
    assert calculation_sentence(VIEW, "tax", None) == "„Steuer“ wird nicht berechnet."
