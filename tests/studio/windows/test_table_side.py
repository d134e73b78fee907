"""Do picture and table change places, with the same selection, undo and findings?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from model.commands.tabling import COLUMNS
from model.records import Field, Step
from tests.helpers.desk import Hand
from widgets.panels.buttons import FlatButton
from widgets.table import Table


def a_field(hand: Hand) -> Field:
    """A question of a page."""
    view = hand.sheet.view
    pages = {step.id for step in view.of(Step) if step.form == "page"}
    return next(f for f in view.of(Field) if f.parent in pages and f.field_kind == "input")


def table_of(hand: Hand) -> Table:
    table = hand.sheet.table
    assert table is not None
    return table


def to_table(hand: Hand) -> None:
    """F7, as soon as the menus have heard of the document."""
    hand.wait_for(lambda: hand.menus.actions["view.table"].isEnabled())
    hand.key("F7")


def chosen_lines(table: Table) -> list[str]:
    return [table.lines.id_at(index) for index in table.grid.selectionModel().selectedRows()]


def test_F7_shows_the_table_and_the_picture_again_with_the_same_selection(at_work: Hand) -> None:
    field = a_field(at_work)
    at_work.canvas.show_element(field.id)

    to_table(at_work)
    table = table_of(at_work)
    in_table, focus = chosen_lines(table), QApplication.focusWidget()
    at_work.key("F7")

    assert in_table == [field.id]
    assert focus is table.grid
    assert not at_work.sheet.shows_table
    assert at_work.canvas.selection.ids == (field.id,)
    assert QApplication.focusWidget() is at_work.canvas


def test_the_buttons_of_the_tool_bar_say_which_side_is_shown(at_work: Hand) -> None:
    at_work.wait_for(lambda: at_work.menus.actions["view.table"].isEnabled())
    at_work.press(at_work.button(at_work.desk.window, "Tabelle F7"))
    shown = at_work.button(at_work.desk.window, "Tabelle F7").isChecked()
    at_work.press(at_work.button(at_work.desk.window, "Bild"))

    assert shown
    assert at_work.button(at_work.desk.window, "Bild").isChecked()
    assert not at_work.sheet.shows_table


def test_what_is_typed_in_the_table_is_undone_with_the_same_undo(at_work: Hand) -> None:
    field = a_field(at_work)
    at_work.canvas.show_element(field.id)
    to_table(at_work)
    table = table_of(at_work)
    index = table.lines.index_of(field.id, COLUMNS.index("what"))
    table.grid.setCurrentIndex(index)

    at_work.key("F2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("Ganz anders")
    at_work.key("Return")
    renamed = at_work.sheet.view.the(field.id, Field).label
    table.grid.setFocus()
    at_work.wait_for(lambda: at_work.menus.actions["edit.undo"].isEnabled())
    at_work.key("Ctrl+Z")

    assert renamed == "Ganz anders"
    assert at_work.sheet.view.the(field.id, Field).label == field.label


def test_a_finding_leads_into_the_table_while_it_is_shown(at_work: Hand) -> None:
    at_work.wait_for_check()
    to_table(at_work)

    at_work.key("F8")

    assert at_work.sheet.shows_table
    assert len(chosen_lines(table_of(at_work))) <= 1
    assert at_work.canvas.selection.ids


def test_a_building_block_becomes_a_line_behind_the_current_one(at_work: Hand) -> None:
    field = a_field(at_work)
    at_work.canvas.show_element(field.id)
    to_table(at_work)

    at_work.block("date")

    rows = [row.id for row in at_work.sheet.view.rows(field.parent)]
    made = at_work.canvas.selection.focus
    assert at_work.sheet.view.the(made, Field).data_type == "date"
    assert rows.index(made) == rows.index(field.id) + 1
    assert table_of(at_work).grid.is_editing()


def test_deleting_a_line_deletes_it_in_the_picture(at_work: Hand) -> None:
    field = a_field(at_work)
    at_work.canvas.show_element(field.id)
    to_table(at_work)
    at_work.block("date")
    at_work.key("Return")
    made = at_work.canvas.selection.focus
    table_of(at_work).show_line(made)

    at_work.wait_for(lambda: at_work.menus.actions["edit.delete"].isEnabled())
    at_work.key("Del")

    assert made not in at_work.sheet.view
    assert field.id in at_work.sheet.view


def test_the_table_speaks_the_language_of_the_window(at_work: Hand) -> None:
    to_table(at_work)

    at_work.desk.speak("en")
    header = table_of(at_work).lines.headerData(0, Qt.Orientation.Horizontal, 0)
    at_work.desk.speak("de")

    assert header == "Who"


def test_every_control_of_the_table_has_a_name(at_work: Hand) -> None:
    to_table(at_work)

    table = table_of(at_work)
    controls = [*table.findChildren(QLineEdit), *table.findChildren(FlatButton)]
    assert controls
    assert all(control.accessibleName() for control in controls)


def test_a_narrow_window_shows_the_preview_as_a_tab(at_work: Hand) -> None:
    window, docks = at_work.desk.window, at_work.desk.docks.docks
    apart = window.tabifiedDockWidgets(docks["inspector"])

    window.resize(1200, 800)
    at_work.settle()
    together = window.tabifiedDockWidgets(docks["inspector"])
    window.resize(1440, 900)
    at_work.settle()

    assert apart == []
    assert together == [docks["preview"]]
    assert window.tabifiedDockWidgets(docks["inspector"]) == []


def test_a_question_of_the_preview_leads_to_its_facts(at_work: Hand) -> None:
    field = a_field(at_work)

    at_work.desk.panes.preview.picked.emit(field.id)
    at_work.settle()

    assert at_work.canvas.selection.ids == (field.id,)
    assert at_work.desk.panes.inspector.isAncestorOf(QApplication.focusWidget())


def test_what_needs_the_picture_says_so_in_the_table(at_work: Hand) -> None:
    at_work.canvas.show_element(a_field(at_work).id)
    to_table(at_work)

    at_work.desk.canvas_do("start_connect")

    assert "F7" in at_work.desk.notice.text


def test_several_chosen_lines_stay_chosen_when_the_picture_comes_back(at_work: Hand) -> None:
    pages = tuple(step.id for step in at_work.sheet.view.of(Step))[:2]
    at_work.canvas.select(pages)
    to_table(at_work)

    at_work.key("F7")

    assert at_work.canvas.selection.ids == pages
