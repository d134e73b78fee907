"""Can every condition be picked, and is it read as a sentence while one picks?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import BaseModel
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from model.records import (
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    Membership,
    Present,
    Today,
    Value,
)
from model.records.expression import OptionRef
from tests.widgets.conditions.service import VIEW
from tests.widgets.conditions.test_lines import DEEP, TREES
from widgets.conditions import ConditionBuilder
from widgets.conditions.groups import GroupBox
from widgets.conditions.rows import LineRow
from widgets.conditions.subjects import token_of


@pytest.fixture
def build(qtbot: QtBot):  # type: ignore[no-untyped-def]
    def made(expression: Expression | None = None, about: str = "name") -> ConditionBuilder:
        builder = ConditionBuilder(VIEW, expression, about=about, mends=True)
        qtbot.addWidget(builder)
        builder.resize(300, 600)
        builder.show()
        return builder

    return made


def pick(box: QComboBox, data: object) -> None:
    """Choose an entry as a person does."""
    wanted = token_of(data) if isinstance(data, BaseModel) else data
    row = box.findData(wanted)
    assert row >= 0, data
    box.setCurrentIndex(row)
    box.activated.emit(row)


def taken(qtbot: QtBot, builder: ConditionBuilder) -> Expression | None:
    with qtbot.waitSignal(builder.accepted) as accepted:
        builder.accept()
    found: Expression | None = accepted.args[0]
    return found


def first(builder: ConditionBuilder) -> LineRow:
    assert builder.group is not None
    return next(builder.group.rows())


@pytest.mark.parametrize("tree", [*TREES, DEEP], ids=lambda tree: type(tree).__name__)
def test_what_is_shown_is_taken_over_unchanged(qtbot: QtBot, build, tree: Expression) -> None:  # type: ignore[no-untyped-def]
    builder = build(tree)

    assert taken(qtbot, builder) == tree


def test_a_new_condition_begins_with_the_first_question_that_has_answers(build) -> None:  # type: ignore[no-untyped-def]
    row = first(build())

    assert row.line.about == Answer(field="dog")
    assert row.line.options == ("yes",)


def test_the_sentence_is_said_again_with_every_pick(build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)

    pick(row.options.single, "no")

    assert builder.words.text() == "Feld „Name“ erscheint, wenn Hund = Nein."


def test_one_of_several_answers_is_ticked(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)

    pick(row.relation, "member")
    row.options.ticks[1].click()

    refs = (OptionRef(option="yes"), OptionRef(option="no"))
    assert taken(qtbot, builder) == Membership(field="dog", options=refs)


def test_no_ticked_answer_is_said_and_not_taken(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)
    pick(row.relation, "member")
    row.options.ticks[0].click()

    with qtbot.waitSignal(builder.refused) as refused:
        builder.accept()

    assert "mindestens eine" in refused.args[0]


def test_at_least_eighteen_on_the_day_of_application(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)

    pick(row.question, Answer(field="born"))
    pick(row.relation, "le")
    pick(row.value.base, Today())
    row.value.shift.length.setValue(18)
    pick(row.value.shift.unit, "year")
    pick(row.value.shift.way, -1)

    shifted = DateShift(base=Today(), length=-18, unit="year")
    expected = Comparison(relation="le", left=Answer(field="born"), right=shifted)
    assert taken(qtbot, builder) == expected
    assert "Geburtsdatum ≤ Tag des Antrags − 18 Jahre" in builder.words.text()


def test_a_fixed_day_is_picked_from_a_calendar(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)

    pick(row.question, Answer(field="born"))
    row.value.day.setDate(QDate(2008, 1, 31))

    day = Value(day=date(2008, 1, 31))
    assert taken(qtbot, builder) == Comparison(relation="eq", left=Answer(field="born"), right=day)


def test_more_than_two_dogs(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)

    pick(row.question, Count(group="dogs"))
    pick(row.relation, "gt")
    QTest.keyClicks(row.value.typed, "2")

    two = Value(number=Decimal(2))
    assert taken(qtbot, builder) == Comparison(relation="gt", left=Count(group="dogs"), right=two)


def test_a_group_inside_is_joined_the_other_way(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build(Present(field="name"))
    assert builder.group is not None

    inner = builder.group.add_group()
    inner.add_line()
    pick(list(inner.rows())[1].options.single, "no")

    yes, no = Chosen(field="dog", option="yes"), Chosen(field="dog", option="no")
    tree = taken(qtbot, builder)
    assert tree.parts == (Present(field="name"), AnyOf(parts=(yes, no)))  # type: ignore[union-attr]


def test_lines_and_groups_can_be_removed_again(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build(DEEP)
    assert builder.group is not None
    inner = next(part for part in builder.group.parts if isinstance(part, GroupBox))

    inner.gone.emit()
    for row in list(builder.group.rows()):
        row.gone.emit()

    assert taken(qtbot, builder) is None


def test_what_lines_cannot_show_is_told_and_stays_until_one_begins_anew(  # type: ignore[no-untyped-def]
    qtbot: QtBot, build
) -> None:
    weight, two = Answer(field="weight"), Value(number=Decimal(2))
    sums = Arithmetic(operation="multiply", parts=(weight, two))
    builder = build(Comparison(relation="gt", left=sums, right=two))

    assert builder.group is None
    assert "Gewicht × 2 > 2" in builder.words.text()
    with qtbot.waitSignal(builder.left):
        builder.accept()
    builder.begin_anew()
    assert taken(qtbot, builder) == Chosen(field="dog", option="yes")


def test_a_question_with_several_answers_offers_to_allow_one_only(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    assert not builder._single.isVisible()

    pick(first(builder).question, Answer(field="marks"))

    assert builder._single.isVisible()
    with qtbot.waitSignal(builder.single_wanted) as wanted:
        QTest.mouseClick(builder._single, Qt.MouseButton.LeftButton)
    assert wanted.args == ["marks"]


def test_enter_takes_it_over_from_any_line(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)
    pick(row.question, Answer(field="weight"))
    QTest.keyClicks(row.value.typed, "40")

    for control in (row.value.typed, row.relation):
        with qtbot.waitSignal(builder.accepted):
            QTest.keyClick(control, Qt.Key.Key_Return)


def test_escape_gives_up(qtbot: QtBot, build) -> None:  # type: ignore[no-untyped-def]
    builder = build()

    with qtbot.waitSignal(builder.left):
        QTest.keyClick(builder, Qt.Key.Key_Escape)


def test_every_control_has_a_name_and_is_high_enough(build) -> None:  # type: ignore[no-untyped-def]
    builder = build(DEEP)

    controls = [box for box in builder.findChildren(QComboBox) if box.isVisible()]
    assert len(controls) > 5
    assert all(box.accessibleName() and box.height() >= 24 for box in controls)


def test_scrolling_past_changes_nothing(build) -> None:  # type: ignore[no-untyped-def]
    builder = build()
    row = first(builder)
    before = row.line
    pick(row.question, Answer(field="born"))
    day = row.value.day.date()
    pick(row.question, Answer(field="dog"))

    for control in (row.question, row.relation, row.options.single, row.value.day):
        at = QPointF(control.rect().center())
        wheel = QWheelEvent(
            at,
            QPointF(control.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, wheel)

    assert row.line == before
    assert row.value.day.date() == day


def test_tab_goes_down_the_lines_and_ends_at_the_buttons(build) -> None:  # type: ignore[no-untyped-def]
    builder = build(DEEP)
    builder.activateWindow()
    assert builder.group is not None
    builder.group.add_line()
    builder.focus_first()

    names = []
    for _ in range(60):
        focus = builder.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or focus.text())
        if names[-1] == "Abbrechen":
            break
        builder.focusNextChild()

    assert names[:3] == ["Frage", "Vergleich", "Bedingung entfernen"]
    assert names.count("Frage") == 5
    assert names[-2:] == ["Übernehmen", "Abbrechen"]
    assert names.index("Übernehmen") > max(i for i, n in enumerate(names) if n == "Frage")
