"""Who hears Esc and Strg+Z in a line, and what happens to several things at once?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from model.records import Chosen, Citation, DescriptionModule, Field, Role, Step, Text
from tests.widgets.inspector.desk import Desk, type_over
from widgets.inspector.several import SeveralForm


def offered_to_line(line: QWidget, key: Qt.Key) -> bool:
    """Does the line claim a key before the shortcuts of the window hear it?"""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


@pytest.mark.parametrize("field", ["name", "documentation"])
def test_undo_belongs_to_the_line_while_something_was_typed_there(desk: Desk, field: str) -> None:
    step = desk.the(Step, form="office")
    desk.show(step)
    editor = desk.editor(field)
    line = editor.focusProxy()
    assert line is not None
    line.setFocus()
    assert not offered_to_line(line, Qt.Key.Key_Z)

    QTest.keyClicks(line, "x")

    assert offered_to_line(line, Qt.Key.Key_Z)
    assert not offered_to_line(line, Qt.Key.Key_Y)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.now(step) == step
    assert not offered_to_line(line, Qt.Key.Key_Z)


def test_what_was_typed_before_the_focus_left_is_the_documents_to_undo(desk: Desk) -> None:
    step = desk.the(Step, form="page")
    desk.show(step)
    line = desk.editor("name").line  # type: ignore[attr-defined]
    type_over(line, "Halter")

    desk.editor("documentation").setFocus()
    line.setFocus()

    assert not offered_to_line(line, Qt.Key.Key_Z)
    desk.undo()
    assert desk.now(step) == step
    assert line.text() == step.name


@pytest.mark.parametrize("field", ["name", "documentation"])
def test_escape_brings_back_what_stood_in_the_line(desk: Desk, field: str) -> None:
    step = desk.the(Step, form="office")
    desk.show(step)
    line = desk.editor(field).focusProxy()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "anders")
    assert desk.now(step) != step

    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert desk.now(step) == step
    assert desk.history.done == ()


def test_a_number_that_is_half_typed_is_given_up_by_escape(desk: Desk) -> None:
    field = desk.the(Field, data_type="num")
    desk.show(field)
    desk.inspector.focus_field("max_value")
    line = desk.editor("max_value").line  # type: ignore[attr-defined]
    before = line.text()
    type_over(line, "99999")

    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert line.text() == before
    assert desk.now(field) == field


def test_undo_while_the_focus_is_in_a_long_text_shows_the_old_words(desk: Desk) -> None:
    step = desk.the(Step, form="office")
    desk.show(step)
    line = desk.editor("documentation").focusProxy()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "neu")
    desk.inspector.editing.close_step()

    desk.undo()

    assert line.toPlainText() == step.documentation  # type: ignore[attr-defined]


# --------------------------------------------------------------------------------------- several


def several(desk: Desk, records: list) -> SeveralForm:  # type: ignore[type-arg]
    desk.inspector.show_selection(tuple(r.id for r in records))
    form = desk.inspector.findChild(SeveralForm)
    assert form is not None
    return form


def test_several_fields_become_mandatory_in_one_step(desk: Desk) -> None:
    fields = [f for f in desk.document.snapshot().of(Field) if f.field_kind == "input"][:4]
    form = several(desk, fields)

    form.set_required(True)

    assert all(desk.now(field).required for field in fields)
    assert len(desk.history.done) == 1
    assert form.required.checkState() == Qt.CheckState.Checked


def test_a_mixed_tick_says_so(desk: Desk) -> None:
    fields = desk.document.snapshot().of(Field)
    mixed = [next(f for f in fields if f.required), next(f for f in fields if not f.required)]

    assert several(desk, mixed).required.checkState() == Qt.CheckState.PartiallyChecked


def test_several_steps_move_into_a_lane_and_rest_on_a_norm(desk: Desk) -> None:
    view = desk.document.snapshot()
    steps = [s for s in view.of(Step) if s.form == "office"][:2]
    lane = next(r for r in view.ordered(Role) if r.side == "system")
    form = several(desk, steps)

    form.set_lane(lane.id)
    form.cite("§ 1 Probe")

    now = desk.document.snapshot()
    assert all(now.the(s.id, Step).role == lane.id for s in steps)
    assert all("§ 1 Probe" in [n.cited_as for n in now.norms(s.id)] for s in steps)
    assert len(desk.history.done) == 2


def test_several_fields_get_one_condition(desk: Desk) -> None:
    view = desk.document.snapshot()
    choice = desk.the(Field, field_kind="select", code_list="")
    said = Chosen(field=choice.id, option=view.options(choice.id)[0].id)
    fields = [f for f in view.of(Field) if f.id != choice.id][:3]
    form = several(desk, fields)

    form.open_builder()
    form.set_condition(said)

    assert {desk.now(field).visible for field in fields} == {said}
    desk.undo()
    assert desk.document.snapshot() == view


def test_nothing_can_be_set_for_a_field_and_a_step_but_their_norm(desk: Desk) -> None:
    field, step = desk.the(Field), desk.the(Step)

    form = several(desk, [field, step])

    assert not hasattr(form, "required")
    assert not hasattr(form, "lane")
    form.cite("§ 1 Probe")
    assert len([c for c in desk.document.snapshot().of(Citation) if c.parent == step.id]) >= 1


# -------------------------------------------------------------------------- texts, modules, norms


def test_texts_are_written_per_language(desk: Desk) -> None:
    with desk.document.transaction(_label()) as tx:
        tx.alter("service_1", languages=("de", "en", "de-LS"))
    field = desk.the(Field, field_kind="input")
    desk.show(field)
    section = desk.section("texts")

    section.enter("de-LS")
    line = section.lines[0].focusProxy()  # type: ignore[attr-defined]
    QTest.keyClicks(line, "Ihr Name")

    texts = desk.document.snapshot().children(field.id, Text)
    found = [(t.slot, t.text) for t in texts if t.language == "de-LS"]
    assert found == [("label", "Ihr Name")]
    assert "Leichte Sprache" in line.accessibleName()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert [t for t in desk.document.snapshot().of(Text) if t.language == "de-LS"] == []


def test_a_text_of_the_service_is_added_once(desk: Desk) -> None:
    desk.inspector.show_selection(())
    section = desk.section("modules")

    section.add_module("09")  # type: ignore[attr-defined]
    QTest.keyClicks(desk.inspector.window().focusWidget(), "Wohnsitz")

    module = next(m for m in desk.document.snapshot().of(DescriptionModule) if m.code == "09")
    assert module.text == "Wohnsitz"


def test_a_passage_is_named_at_the_citation(desk: Desk) -> None:
    citation = desk.the(Citation)
    desk.inspector.show_selection((citation.parent,))
    section = desk.section("norms")

    section.open_citation(citation)  # type: ignore[attr-defined]
    type_over(desk.editor("passage").line, "Satz 2")  # type: ignore[attr-defined]
    type_over(desk.editor("law").line, "NEU")  # type: ignore[attr-defined]

    now = desk.document.snapshot()
    assert now.the(citation.id, Citation).passage == "Satz 2"
    assert now.norms(citation.parent)[0].law == "NEU"
    chips = section._chips  # type: ignore[attr-defined]
    assert "NEU" in next(iter(chips.values())).text()


def _label():  # type: ignore[no-untyped-def]
    from model.language import say

    return say("undo.test")
