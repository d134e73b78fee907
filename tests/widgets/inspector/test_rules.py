"""Can conditions, rules and calculations be set in the inspector, each as one undo step?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.commands import add_rule, change_field_type, page_condition, set_condition
from model.document import Document
from model.language import say
from model.records import (
    Answer,
    Arithmetic,
    Chosen,
    Comparison,
    Evidence,
    Field,
    Flow,
    Named,
    Rule,
    Step,
    Value,
)
from tests.widgets.conditions.test_builder import pick
from tests.widgets.inspector.desk import Desk
from widgets.conditions import CalculationBuilder, ConditionBuilder
from widgets.inspector.conditions import ConditionEditor, ValueEditor
from widgets.inspector.form import MANY
from widgets.inspector.sections.rules import NamedSection, RulesSection
from widgets.panels.buttons import Chip


def do(document: Document, command, *args, **named):  # type: ignore[no-untyped-def]
    with document.transaction(say("undo.test")) as tx:
        return command(tx, *args, **named)


def choice_of(desk: Desk) -> tuple[Field, Chosen]:
    field = desk.the(Field, field_kind="select", code_list="")
    option = desk.document.snapshot().options(field.id)[0]
    return field, Chosen(field=field.id, option=option.id)


def builder_of(desk: Desk) -> ConditionBuilder:
    found = desk.inspector.findChild(ConditionBuilder)
    assert found is not None
    return found


def test_a_condition_gets_a_name_that_all_who_say_the_same_use(desk: Desk) -> None:
    _, said = choice_of(desk)
    one, two = [f for f in desk.document.snapshot().of(Field) if f.id != said.field][:2]
    for field in (one, two):
        do(desk.document, set_condition, field.id, said)
    desk.show(one)
    before = len(desk.history.done)
    editor = desk.editor("visible")
    assert isinstance(editor, ConditionEditor)

    editor.open_naming()
    assert editor.naming is not None
    assert editor.naming.everywhere.isChecked()
    editor.naming.line.setText("Besonderer Fall")
    editor.naming.take()

    rule = desk.the(Rule, name="Besonderer Fall")
    assert desk.now(one).visible == desk.now(two).visible == Named(rule=rule.id)
    assert len(desk.history.done) == before + 1
    assert not editor.name.isVisible()


def test_a_page_says_when_it_appears(desk: Desk) -> None:
    view = desk.document.snapshot()
    pages = [s for s in view.of(Step) if s.form == "page"]
    _, said = choice_of(desk)
    page = next(p for p in pages if view.incoming(p.id) and page_condition(view, p.id) is None)
    desk.show(page)

    editor = desk.editor("shown_if")
    editor.open_builder()  # type: ignore[attr-defined]
    row = next(builder_of(desk).group.rows())  # type: ignore[union-attr]
    pick(row.question, Answer(field=said.field))
    builder_of(desk).accept()

    assert page_condition(desk.document.snapshot(), page.id) == said
    assert editor.words.text().startswith("wenn ")  # type: ignore[attr-defined]
    desk.undo()
    assert desk.document.snapshot() == view


def test_a_rule_is_added_and_its_condition_is_asked_for_at_once(desk: Desk) -> None:
    field = desk.the(Field, data_type="num")
    desk.show(field)
    section = desk.section("rules")
    assert isinstance(section, RulesSection)

    section.add_rule("validation")
    row = next(builder_of(desk).group.rows())  # type: ignore[union-attr]
    pick(row.question, Answer(field=field.id))
    pick(row.relation, "le")
    row.value.typed.setText("40")
    builder_of(desk).accept()

    rule = desk.document.snapshot().children(field.id, Rule)[-1]
    assert rule.message == "Bitte prüfen Sie diese Angabe."
    assert isinstance(rule.expression, Comparison)
    assert rule.expression.left == Answer(field=field.id)


@pytest.mark.parametrize("kind", ["field", "group", "step.page", "service"])
def test_each_kind_offers_its_rules(desk: Desk, kind: str) -> None:
    view = desk.document.snapshot()
    record = next(r for r in view if kind in (r.kind, f"{r.kind}.{getattr(r, 'form', '')}"))
    desk.inspector.show_selection((record.id,) if kind != "service" else ())
    section = desk.section("rules")
    assert isinstance(section, RulesSection)

    for purpose in section.offered():
        section.add_rule(purpose)

    made = [r.purpose for r in desk.document.snapshot().children(record.id, Rule)]
    assert set(section.offered()) <= set(made)
    assert section.dot.isVisible()


def test_named_conditions_stand_at_the_service_with_their_users(desk: Desk) -> None:
    _, said = choice_of(desk)
    rule = do(desk.document, add_rule, "service_1", "condition", said, name="Besonderer Fall")
    field = next(f for f in desk.document.snapshot().of(Field) if f.id != said.field)
    do(desk.document, set_condition, field.id, Named(rule=rule.id))
    desk.inspector.show_selection(())
    section = desk.section("named")
    assert isinstance(section, NamedSection)

    section._dissolve(rule.id)

    assert rule.id not in desk.document.snapshot()
    assert desk.now(field).visible == said


def test_a_number_is_calculated_from_rows(desk: Desk) -> None:
    number = desk.the(Field, data_type="num")
    text = desk.the(Field, data_type="text", field_kind="input", layout="plain")
    desk.show(text)
    desk.inspector.focus_field("value")
    builder = desk.inspector.findChild(CalculationBuilder)
    assert builder is not None

    pick(builder.rows[0].left.base, Answer(field=number.id))
    pick(builder.rows[0].factor, "multiply")
    QTest.keyClicks(builder.rows[0].right.typed, "2,5")
    builder.accept()

    now = desk.now(text)
    assert isinstance(now.value, Arithmetic)
    assert now.value.parts[1] == Value(number=now.value.parts[1].number)
    assert now.field_kind == "locked"
    editor = desk.editor("value")
    assert isinstance(editor, ValueEditor)
    assert "× 2,5" in editor.words.text()


def test_a_question_with_several_answers_is_turned_to_one_inside_the_builder(desk: Desk) -> None:
    field, _ = choice_of(desk)
    do(desk.document, change_field_type, field.id, "multi")
    other = next(f for f in desk.document.snapshot().of(Field) if f.id != field.id)
    desk.show(other)
    desk.inspector.focus_field("visible")
    pick(next(builder_of(desk).group.rows()).question, Answer(field=field.id))  # type: ignore[union-attr]

    QTest.mouseClick(builder_of(desk)._single, Qt.MouseButton.LeftButton)

    assert desk.now(field).choices == "one"
    assert not builder_of(desk)._single.isVisible()


def test_the_answers_offer_to_allow_one_only_where_a_way_leaves_one(desk: Desk) -> None:
    view = desk.document.snapshot()
    way = next(f for f in view.of(Flow) if isinstance(f.condition, Chosen))
    field = view.the(way.condition.field, Field)  # type: ignore[union-attr]
    do(desk.document, change_field_type, field.id, "multi")
    desk.show(field)
    section = desk.section("options")
    assert section.asked_singly()  # type: ignore[attr-defined]

    section.allow_one()  # type: ignore[attr-defined]

    assert desk.now(field).choices == "one"
    assert desk.now(way) == way
    assert not section.asked_singly()  # type: ignore[attr-defined]


def test_a_repair_opens_the_lists_it_is_mended_with(desk: Desk) -> None:
    field = desk.the(Field, field_kind="input")
    desk.show(field)

    desk.inspector.focus_field("visible", field.id)

    assert builder_of(desk).isVisible()


def test_a_repair_goes_into_the_section_of_norms(desk: Desk) -> None:
    field = desk.the(Field, field_kind="input")
    desk.show(field)

    desk.inspector.focus_field("norms", field.id)

    focus = desk.inspector.window().focusWidget()
    assert focus is not None
    assert desk.section("norms").isAncestorOf(focus)


def test_a_document_that_is_needed_sometimes_says_so(desk: Desk) -> None:
    evidence = desk.the(Evidence)
    _, said = choice_of(desk)
    desk.inspector.show_selection((evidence.id,))

    desk.editor("needed").open_builder()  # type: ignore[attr-defined]
    row = next(builder_of(desk).group.rows())  # type: ignore[union-attr]
    pick(row.question, Answer(field=said.field))

    assert builder_of(desk).words.text().startswith("Nachweis „Lageplan“ ist nötig, wenn")
    builder_of(desk).accept()
    assert desk.now(evidence).needed == said


def test_many_things_are_folded_until_they_are_asked_for(desk: Desk) -> None:
    _, said = choice_of(desk)
    for number in range(MANY + 1):
        name = f"Fall {number}"
        do(desk.document, add_rule, "service_1", "condition", said, name=name)
    desk.inspector.show_selection(())
    section = desk.section("named")
    section.set_folded(True)
    assert section.forms == []

    QTest.mouseClick(section._folder(), Qt.MouseButton.LeftButton)

    assert len(section.forms) == MANY + 1
    section.set_folded(True)
    assert section.forms == []


def test_tab_goes_from_change_into_the_lists_and_on_to_the_next_fact(desk: Desk) -> None:
    step = next(s for s in desk.document.snapshot().of(Step) if s.form == "page")
    desk.show(step)
    editor = desk.editor("shown_if")
    editor.open_builder()  # type: ignore[attr-defined]
    editor.button.setFocus()  # type: ignore[attr-defined]
    window = desk.inspector.window()

    seen = []
    for _ in range(30):
        window.focusNextChild()
        seen.append(window.focusWidget())
        if seen[-1] is desk.editor("role").focusProxy():
            break

    builder = builder_of(desk)
    assert builder.isAncestorOf(seen[0])
    assert seen[-1] is desk.editor("role").focusProxy()
    assert all(builder.isAncestorOf(widget) for widget in seen[:-1])


def test_a_named_condition_tells_who_uses_it(desk: Desk, qtbot: QtBot) -> None:
    _, said = choice_of(desk)
    rule = do(desk.document, add_rule, "service_1", "condition", said, name="Besonderer Fall")
    field = next(f for f in desk.document.snapshot().of(Field) if f.id != said.field)
    do(desk.document, set_condition, field.id, Named(rule=rule.id))
    desk.show(rule)

    chip = next(c for c in desk.section("users").findChildren(Chip) if c.text() == field.label)

    with qtbot.waitSignal(desk.inspector.jumped) as jumped:
        chip.click()
    assert jumped.args == [field.id]
