"""Deadline and fee are reckoned for an example right where they are described."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.language import say
from model.records import (
    Count,
    Deadline,
    ExampleAnswer,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Record,
    Step,
    TariffRow,
)
from tests.widgets.inspector.desk import Desk, type_over
from widgets.inspector.sections.reckoned import DeadlineExample, Example, FeeExample
from widgets.inspector.sections.units import UnitsEditor

E = TypeVar("E", bound=Example)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    Example._remembered.clear()
    yield
    Example._remembered.clear()


def deadline_example(desk: Desk, **fields: object) -> DeadlineExample:
    step = desk.the(Step, form="office")
    with desk.document.transaction(say("undo.deadline")) as tx:
        for old in tx.children(step.id, Deadline):
            tx.remove(old.id)
        tx.add(Deadline(id="frist", parent=step.id, length=1, unit="month").replaced(**fields))
    desk.show(step)
    return shown_one(desk, DeadlineExample)


def fee_example(desk: Desk, fee: Fee, *more: Record) -> FeeExample:
    with desk.document.transaction(say("undo.fee")) as tx:
        for old in list(tx.of(Fee)):
            tx.remove(old.id)
        tx.add(fee.replaced(parent=tx.service.id))
        for record in more:
            tx.add(record)
    desk.show(desk.document.snapshot().service)
    return shown_one(desk, FeeExample)


def shown_one(desk: Desk, kind: type[E]) -> E:
    return next(e for e in desk.inspector.findChildren(kind) if e.isVisibleTo(desk.inspector))


def choose(example: Example, words: str) -> None:
    row = example.choice.findText(words)
    assert row >= 0
    example.choice.setCurrentIndex(row)
    example.choice.activated.emit(row)


def test_typing_a_day_shows_the_end_with_its_reasons(desk: Desk) -> None:
    example = deadline_example(desk)

    type_over(example.day_line, "31.01.2026")

    assert example.result is not None
    assert example.result.text() == "Endet am Montag, 02.03.2026"
    assert "§\u00a0188 Abs. 3 BGB" in example.reasons.text()
    assert "ein Samstag" in example.reasons.text()


def test_dragging_the_day_moves_the_end_and_stores_nothing(desk: Desk) -> None:
    example = deadline_example(desk)
    type_over(example.day_line, "04.05.2026")
    before = desk.document.snapshot()

    QTest.keyClick(example.slider, Qt.Key.Key_Right)

    assert example.day == date(2026, 5, 5)
    assert example.day_line.text() == "05.05.2026"
    assert example.result is not None and "05.06.2026" in example.result.text()
    assert desk.document.snapshot() == before


def test_the_land_decides_about_its_holidays(desk: Desk) -> None:
    example = deadline_example(desk, length=14, unit="day")
    type_over(example.day_line, "21.05.2026")

    choose(example, "Nordrhein-Westfalen")

    assert example.result is not None and "05.06.2026" in example.result.text()
    assert "Fronleichnam" in example.reasons.text()


def test_the_end_follows_what_is_changed_above_it(desk: Desk) -> None:
    example = deadline_example(desk)
    type_over(example.day_line, "15.01.2026")

    with desk.document.transaction(say("undo.deadline")) as tx:
        tx.alter("frist", counting="begin", weekend="stays")

    assert example.result is not None and "Samstag, 14.02.2026" in example.result.text()


def test_a_day_that_is_none_is_said(desk: Desk) -> None:
    example = deadline_example(desk)

    type_over(example.day_line, "31.02.2026")

    assert example.result is not None and "Schreiben Sie einen Tag" in example.result.text()


def test_a_fee_is_reckoned_for_an_example_citizen(desk: Desk) -> None:
    group = FieldGroup(id="hunde", label="Hunde", maximum=None, parent=desk.the(Step).id)
    name = Field(id="rufname", label="Rufname", parent="hunde")
    answers = tuple(ExampleAnswer(field="rufname", value="Bello", repetition=n) for n in (0, 1))
    case = ExampleCase(id="fall", name="Zwei Hunde", answers=answers)
    fee = Fee(id="g", form="table", times=Count(group="hunde"))
    row = TariffRow(id="r", parent="g", label="Hund", amount=Decimal(90))
    example = fee_example(desk, fee, group, name, case, row)

    choose(example, "Zwei Hunde")

    assert example.result is not None
    assert example.result.text() == "Zu zahlen: 180,00 EUR"
    assert "Hund: 90,00 EUR" in example.reasons.text()


def test_a_frame_says_what_an_officer_must_still_set(desk: Desk) -> None:
    frame = Fee(id="g", form="frame", minimum=Decimal(10), maximum=Decimal(30))

    example = fee_example(desk, frame)

    assert example.result is not None and example.result.text() == "Noch nicht festgesetzt"
    assert "zwischen 10,00 und 30,00 EUR" in example.reasons.text()


def test_the_number_of_entries_is_picked_in_one_undo_step(desk: Desk) -> None:
    group = FieldGroup(id="hunde", label="Hunde", maximum=None, parent=desk.the(Step).id)
    fee_example(desk, Fee(id="g", amount=Decimal(15)), group)
    editor = next(e for e in desk.inspector.findChildren(UnitsEditor) if e.spec.field == "times")

    editor.picked("count:hunde")
    picked = desk.document.snapshot().the("g", Fee).times
    desk.undo()

    assert picked == Count(group="hunde")
    assert desk.document.snapshot().the("g", Fee).times is None


def test_everything_in_the_example_has_a_name_for_the_screen_reader(desk: Desk) -> None:
    example = deadline_example(desk)

    reached: list[QWidget] = [example.day_line, example.slider, example.choice]

    assert all(widget.accessibleName() for widget in reached)


def test_a_deadline_shown_on_its_own_is_counted_and_reckoned_too(desk: Desk) -> None:
    deadline_example(desk)

    desk.show(desk.document.snapshot().the("frist", Deadline))
    example = shown_one(desk, DeadlineExample)
    type_over(example.day_line, "31.01.2026")

    assert example.result is not None
    assert example.result.text() == "Endet am Montag, 02.03.2026"
    assert [desk.editor(f).wanted for f in ("counting", "delivery", "weekend")] == [True] * 3


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("fixed", ["minimum", "maximum", "round_to", "rounding", "each", "times", "months"]),
        ("table", ["minimum", "maximum", "round_to", "rounding", "each", "times", "months"]),
        ("frame", ["minimum", "maximum"]),
        ("free", []),
    ],
)
def test_a_fee_shown_on_its_own_is_reckoned_too(desk: Desk, form: str, fields: list[str]) -> None:
    fee = Fee(id="g", amount=Decimal(15)).replaced(form=form)
    fee_example(desk, fee)

    desk.show(desk.document.snapshot().the("g", Fee))

    assert shown_one(desk, FeeExample).record_id == "g"
    shown = [e.spec.field for e in desk.section("reckoning").forms[0].editors] if fields else []
    assert shown == fields


def test_a_row_of_a_table_shown_on_its_own_says_what_it_is_multiplied_by(desk: Desk) -> None:
    group = FieldGroup(id="hunde", label="Hunde", maximum=None)
    fee_example(desk, Fee(id="g", form="table"), group, TariffRow(id="r", parent="g"))

    desk.show(desk.document.snapshot().the("r", TariffRow))
    editor = desk.editor("times")
    assert isinstance(editor, UnitsEditor)
    editor.picked("count:hunde")

    assert desk.document.snapshot().the("r", TariffRow).times == Count(group="hunde")
    assert desk.editor("percent").wanted
