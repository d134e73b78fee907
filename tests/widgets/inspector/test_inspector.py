"""Does the inspector show every kind, and is every change one undo step?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.expressions import sentence
from model.records import KINDS, Answer, Chosen, Deadline, Field, Flow, Norm, Option, Step
from tests.widgets.conditions.test_builder import pick
from tests.widgets.inspector.desk import Desk, type_over
from widgets.conditions import ConditionBuilder
from widgets.inspector.form import Form, Section
from widgets.inspector.inspector import kind_of
from widgets.inspector.specs import FIRST, MORE


def test_every_record_of_a_service_can_be_shown(desk: Desk) -> None:
    for record in desk.document.snapshot():
        desk.show(record)
        assert desk.inspector.record == record
        assert desk.inspector.findChildren(Form) or record.kind not in FIRST


def test_every_kind_has_at_most_five_facts_first() -> None:
    assert {kind: len(specs) for kind, specs in FIRST.items() if len(specs) > 5} == {}


def test_every_fact_named_is_a_field_of_its_record() -> None:
    made_up = {"template", "shown_if"}
    for table in (FIRST, MORE):
        for kind, specs in table.items():
            fields = KINDS[kind.split(".")[0]].model_fields
            assert {s.field for s in specs} - set(fields) - made_up == set(), kind


def test_nothing_selected_shows_the_service(desk: Desk) -> None:
    service = desk.document.snapshot().service

    assert desk.inspector.record == service
    assert kind_of(service) == "service"


def test_typing_is_one_undo_step_until_the_focus_leaves(desk: Desk) -> None:
    step = desk.the(Step, form="page")
    desk.show(step)
    line = desk.editor("name").line  # type: ignore[attr-defined]

    type_over(line, "Halter")
    desk.inspector.editing.close_step()
    QTest.keyClicks(line, "in")

    assert desk.now(step).name == "Halterin"
    assert len(desk.history.done) == 2
    desk.undo()
    assert desk.now(step).name == "Halter"
    desk.undo()
    assert desk.now(step) == step
    assert line.text() == step.name


def test_a_key_of_the_service_that_is_too_short_is_said_quietly(desk: Desk) -> None:
    editor = desk.editor("leika_key")

    type_over(editor.line, "9910")  # type: ignore[attr-defined]

    assert editor.hint.isVisible()  # type: ignore[attr-defined]
    assert "4 statt 14" in editor.hint.text()  # type: ignore[attr-defined]


def test_required_is_a_tick(desk: Desk) -> None:
    field = desk.the(Field, minimum=0, field_kind="input")
    desk.show(field)
    box = desk.editor("minimum").box  # type: ignore[attr-defined]

    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, pos=box.rect().topLeft() + box.rect().center() * 0
    )
    box.click()

    assert desk.now(field).required


def test_another_kind_of_answer_keeps_question_and_brings_answers(desk: Desk) -> None:
    field = desk.the(Field, data_type="text", field_kind="input", layout="plain")
    desk.show(field)

    desk.editor("template").picked("yesno")  # type: ignore[attr-defined]

    changed = desk.now(field)
    labels = [o.label for o in desk.document.snapshot().options(field.id)]
    assert (changed.label, changed.field_kind, labels) == (field.label, "select", ["Ja", "Nein"])
    assert len(desk.history.done) == 1
    desk.undo()
    assert desk.now(field) == field
    assert desk.document.snapshot().options(field.id) == []


@pytest.mark.parametrize("key", ["number", "date", "file", "iban", "multi", "note", "text"])
def test_every_kind_of_answer_can_follow_every_other(desk: Desk, key: str) -> None:
    field = desk.the(Field, field_kind="select")
    desk.show(field)

    desk.editor("template").picked(key)  # type: ignore[attr-defined]

    assert desk.editor("template").current() == key  # type: ignore[attr-defined]


def test_a_norm_is_typed_assigned_and_taken_away(desk: Desk) -> None:
    field = desk.the(Field, field_kind="input")
    desk.show(field)
    section = desk.section("norms")
    before = desk.document.snapshot()

    section.take("§ 3 Abs. 1 HStS")  # type: ignore[attr-defined]

    norm = desk.document.snapshot().norms(field.id)[-1]
    assert (norm.paragraph, norm.law) == ("§ 3 Abs. 1", "HStS")
    assert len(desk.history.done) == 1
    section.take("§ 3 Abs. 1 HStS")  # type: ignore[attr-defined]
    assert len(desk.document.snapshot().of(Norm)) == len(before.of(Norm)) + 1
    desk.undo()
    assert desk.document.snapshot() == before


def test_answers_are_added_moved_and_named(desk: Desk) -> None:
    field = desk.the(Field, field_kind="select", code_list="")
    desk.show(field)
    section = desk.section("options")
    labels = [o.label for o in desk.document.snapshot().options(field.id)]

    section.added()
    new = desk.document.snapshot().options(field.id)[-1]
    section.put(new.id, -1)  # type: ignore[attr-defined]
    line = section.lines[-2].editor.line  # type: ignore[attr-defined]
    type_over(line, "Vielleicht")

    now = [o.label for o in desk.document.snapshot().options(field.id)]
    assert now == [*labels[:-1], "Vielleicht", labels[-1]]


def test_an_answer_leads_elsewhere_and_back(desk: Desk) -> None:
    view = desk.document.snapshot()
    flow = next(f for f in view.of(Flow) if isinstance(f.condition, Chosen))
    option = view.the(flow.condition.option, Option)  # type: ignore[union-attr]
    desk.show(option)
    editor = desk.editor("id")
    other = next(t for t, _ in editor.offers() if t not in ("", flow.target))  # type: ignore[attr-defined]

    editor.picked(other)  # type: ignore[attr-defined]

    assert desk.now(flow).target == other
    assert desk.now(flow).condition == flow.condition
    editor.picked("")  # type: ignore[attr-defined]
    assert flow.id not in desk.document.snapshot()


def test_a_condition_is_picked_and_read_as_a_sentence(desk: Desk) -> None:
    view = desk.document.snapshot()
    choice = desk.the(Field, field_kind="select", code_list="")
    field = desk.the(Field, field_kind="input", visible=None)
    desk.show(field)
    editor = desk.editor("visible")
    QTest.mouseClick(editor.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    builder = desk.inspector.findChild(ConditionBuilder)
    assert builder is not None
    assert builder.group is not None

    pick(next(builder.group.rows()).question, Answer(field=choice.id))
    builder.accept()

    expected = Chosen(field=choice.id, option=view.options(choice.id)[0].id)
    assert desk.now(field).visible == expected
    assert sentence(desk.document.snapshot(), expected) in editor.words.text()  # type: ignore[attr-defined]
    desk.undo()
    assert desk.now(field) == field


def test_a_deadline_comes_with_a_usual_length_and_can_be_changed(desk: Desk) -> None:
    step = next(
        s
        for s in desk.document.snapshot().of(Step)
        if s.form == "office" and not desk.document.snapshot().children(s.id, Deadline)
    )
    desk.show(step)

    desk.section("deadline").added()
    desk.editor("unit").picked("week")  # type: ignore[attr-defined]
    length = desk.editor("length").line  # type: ignore[attr-defined]
    type_over(length, "3")
    QTest.keyClick(length, Qt.Key.Key_Return)

    deadline = desk.document.snapshot().children(step.id, Deadline)[0]
    assert (deadline.length, deadline.unit) == (3, "week")


@pytest.mark.parametrize(
    ("typed", "expected"), [("1.234,50", Decimal("1234.50")), ("12", Decimal(12)), ("", None)]
)
def test_numbers_are_read_the_german_way(desk: Desk, typed: str, expected: Decimal | None) -> None:
    field = desk.the(Field, data_type="num")
    desk.show(field)
    more = next(s for s in desk.inspector.findChildren(Section) if hasattr(s, "toggle"))
    if not more.opened:  # type: ignore[attr-defined]
        more.toggle()
    line = desk.editor("max_value").line  # type: ignore[attr-defined]

    type_over(line, typed or "x")
    if not typed:
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert desk.now(field).max_value == expected


def test_what_is_no_number_is_refused_and_the_old_one_stays(desk: Desk, qtbot: QtBot) -> None:
    step = next(
        s
        for s in desk.document.snapshot().of(Step)
        if desk.document.snapshot().children(s.id, Deadline)
    )
    desk.show(step)
    deadline = desk.document.snapshot().children(step.id, Deadline)[0]
    line = desk.editor("length").line  # type: ignore[attr-defined]
    type_over(line, "bald")

    with qtbot.waitSignal(desk.inspector.refused) as refused:
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert "bald" in refused.args[0]
    assert desk.now(deadline) == deadline
    assert line.text() == str(deadline.length)


def test_the_default_way_cannot_be_switched_off(desk: Desk, qtbot: QtBot) -> None:
    flow = desk.the(Flow, default=True)
    desk.show(flow)

    with qtbot.waitSignal(desk.inspector.refused):
        desk.editor("default").put(False)

    assert desk.now(flow) == flow


def test_a_deleted_record_leaves_the_inspector_quiet(desk: Desk) -> None:
    from model.commands import remove
    from model.language import say

    step = desk.the(Step, form="page")
    desk.show(step)

    with desk.document.transaction(say("undo.remove")) as tx:
        remove(tx, [step.id])

    assert desk.inspector.record is None
