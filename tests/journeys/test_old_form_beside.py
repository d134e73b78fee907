"""A clerk lays an old PDF form beside a new service and takes its questions over, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from model.records import Field, OldEntry, OldForm, Step
from tests.helpers.desk import LEFT, NO_KEY, Hand
from tests.helpers.dogform import dog_form
from tests.helpers.wordforms import parking_form
from widgets.shelf import Shelf

STEPS = 8


@pytest.fixture
def old_form(tmp_path: Path) -> Path:
    path = tmp_path / "Hundesteuer.pdf"
    path.write_bytes(dog_form())
    return path


def shelf(hand: Hand) -> Shelf:
    return hand.desk.panes.shelf


def line(hand: Hand, title: str) -> QModelIndex:
    rows = shelf(hand).list.rows
    return rows.index(next(p for p, row in enumerate(rows.rows) if row.title == title))


def drag(hand: Hand, titles: list[str], at: QPoint) -> None:
    data = shelf(hand).list.rows.mimeData([line(hand, title) for title in titles])
    hand.carry(data, at, ", ".join(titles))


def click(hand: Hand, title: str) -> None:
    view = shelf(hand).list
    view.scrollTo(line(hand, title))
    place = view.visualRect(line(hand, title)).center()
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, place)
    hand.settle()


def done(hand: Hand) -> tuple[int, int]:
    head = shelf(hand).list.rows.rows[0]
    return head.done, head.all


def test_two_fields_are_dragged_ticked_and_taken_back(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.settle()
    hand.desk.take_files([str(old_form)])  # dropped on the window
    hand.settle()
    assert hand.desk.docks.is_shown("shelf")
    assert done(hand) == (0, 41)

    lane = next(iter(hand.canvas.graph.lanes.values())).box.center()
    drag(hand, ["Familienname"], hand.canvas.mapFromScene(lane))
    (page,) = hand.sheet.view.of(Step)
    drag(hand, ["Geburtsdatum", "Telefon (tagsüber)"], hand.where(page.id) + QPoint(0, 2))

    labels = [field.label for field in hand.sheet.view.rows(page.id)]
    assert page.name == "Angaben zur Halterin oder zum Halter"
    assert sorted(labels) == ["Familienname", "Geburtsdatum", "Telefon (tagsüber)"]
    assert labels.index("Geburtsdatum") + 1 == labels.index("Telefon (tagsüber)")
    assert done(hand) == (3, 41)

    hand.desk.undo()
    hand.settle()
    assert done(hand) == (1, 41)

    hand.desk.redo()
    hand.settle()
    assert done(hand) == (3, 41)


def test_a_click_on_a_tick_chooses_the_field_and_deleting_it_opens_the_entry(
    hand: Hand, old_form: Path
) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    lane = next(iter(hand.canvas.graph.lanes.values())).box.center()
    drag(hand, ["Familienname", "Vorname"], hand.canvas.mapFromScene(lane))
    field = next(f for f in hand.sheet.view.of(Field) if f.label == "Familienname")

    click(hand, "Familienname")
    chosen = hand.canvas.selection.ids
    hand.desk.canvas_do("delete_selection")
    hand.settle()

    assert chosen == (field.id,)
    assert field.id not in hand.sheet.view
    assert done(hand) == (1, 41)


def test_without_the_mouse_enter_takes_one_after_the_other(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    assert hand.desk.window.focusWidget() is shelf(hand).list

    hand.key("Return")
    hand.key("Return")
    hand.key("Shift+Down")
    hand.key("Return")

    (page,) = hand.sheet.view.of(Step)
    labels = [row.label for row in hand.sheet.view.rows(page.id)]
    assert labels == ["Anrede", "Familienname", "Vorname", "Geburtsname"]
    assert hand.sheet.view.incoming(page.id)
    assert hand.desk.window.focusWidget() is shelf(hand).list
    assert shelf(hand).list.current is not None
    assert shelf(hand).list.current.title == "Geburtsdatum"


def test_all_that_is_left_becomes_pages_in_one_step(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()

    hand.press(hand.button(shelf(hand), "Alle übrigen als Seite übernehmen"))

    assert [step.name for step in hand.sheet.view.ordered(Step)] == [
        "Angaben zur Halterin oder zum Halter",
        "Angaben zum Hund",
        "Zahlung",
        "Anlagen und Erklärung",
    ]
    assert done(hand) == (41, 41)

    hand.desk.undo()
    hand.settle()
    assert hand.sheet.view.of(Step) == []
    assert done(hand) == (0, 41)


def test_without_a_service_the_old_form_opens_a_new_one(hand: Hand, old_form: Path) -> None:
    hand.desk.take_files([str(old_form)])
    hand.settle()

    assert [form.name for form in hand.sheet.view.of(OldForm)] == ["Hundesteuer.pdf"]
    assert len(hand.sheet.view.of(OldEntry)) == 41


def test_a_second_form_lies_below_and_has_the_keys(
    hand: Hand, old_form: Path, tmp_path: Path
) -> None:
    second = tmp_path / "Parken.docx"
    second.write_bytes(parking_form())
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.desk.filing.lay_beside(second)
    hand.settle()

    forms = {form.id: form.name for form in hand.sheet.view.of(OldForm)}

    assert sorted(forms.values()) == ["Hundesteuer.pdf", "Parken.docx"]
    assert forms[shelf(hand).form] == "Parken.docx"
    assert shelf(hand).open_number == 17


def test_a_refused_form_is_told_and_nothing_is_opened(hand: Hand, tmp_path: Path) -> None:
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7\nkaputt")

    hand.desk.take_files([str(broken)])
    hand.settle()

    assert hand.desk.sheet is None
    assert "beschädigt" in hand.desk.notice.text


def test_the_pane_is_there_only_where_an_old_form_lies(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.settle()
    before = hand.desk.docks.docks["shelf"].isVisible()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    beside = hand.desk.docks.docks["shelf"].isVisible()
    first = hand.sheet
    hand.desk.filing.new()
    hand.settle()
    elsewhere = hand.desk.docks.docks["shelf"].isVisible()
    hand.desk.sheets.show(first)
    hand.settle()

    assert (before, beside, elsewhere) == (False, True, False)
    assert hand.desk.docks.docks["shelf"].isVisible()


def test_the_menu_shows_an_empty_shelf_that_says_what_belongs_there(hand: Hand) -> None:
    hand.desk.filing.new()
    hand.settle()

    hand.menus.actions["view.shelf"].trigger()
    hand.settle()

    assert shelf(hand).isVisible()
    assert hand.desk.window.focusWidget() is shelf(hand).lay_button


def test_the_form_is_put_away_and_comes_back(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    hand.menus.refresh()

    hand.menus.actions["shelf.put_away"].trigger()
    hand.settle()
    away = hand.desk.docks.docks["shelf"].isVisible()
    hand.desk.undo()
    hand.settle()

    assert not away
    assert done(hand) == (0, 41)
    assert hand.desk.docks.docks["shelf"].isVisible()


def test_the_keys_of_the_toolkit_are_not_swallowed(hand: Hand, old_form: Path) -> None:
    """Arrow keys walk the list, Escape leads back to the canvas."""
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()

    hand.key("Down")
    walked = shelf(hand).list.current
    QTest.keyClick(shelf(hand).list, Qt.Key.Key_Escape)
    hand.settle()

    assert walked is not None
    assert walked.title == "Familienname"
    assert hand.desk.window.focusWidget() is hand.canvas


def test_larger_words_leave_every_pane_where_it_was(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    docks, window = hand.desk.docks.docks, hand.desk.window

    hand.desk.scale_text(1.5)
    hand.settle()
    hand.desk.docks.reset()
    hand.settle()

    assert window.tabifiedDockWidgets(docks["palette"]) == [docks["shelf"]]
    assert window.tabifiedDockWidgets(docks["outline"]) == []
    assert not docks["shelf"].visibleRegion().isEmpty()
    hand.desk.scale_text(1.0)


def test_the_menu_brings_the_palette_before_the_shelf(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()

    hand.menus.actions["view.palette"].trigger()
    hand.settle()

    assert hand.desk.docks.is_shown("palette")
    assert hand.desk.window.focusWidget() is hand.desk.panes.palette.list


@pytest.mark.xwindow
def test_an_entry_really_travels_by_mouse_onto_a_lane(hand: Hand, old_form: Path) -> None:
    hand.desk.filing.new()
    hand.desk.filing.lay_beside(old_form)
    hand.settle()
    view, canvas = shelf(hand).list, hand.canvas
    start = view.viewport().mapToGlobal(view.visualRect(line(hand, "Vorname")).center())
    lane = next(iter(canvas.graph.lanes.values())).box.center()
    end = canvas.viewport().mapToGlobal(canvas.mapFromScene(lane))
    window = hand.desk.window.windowHandle()

    def at(point: QPoint) -> QPoint:
        return window.mapFromGlobal(QPointF(point)).toPoint()

    def move(number: int) -> None:
        place = start + (end - start) * number / STEPS
        QCursor.setPos(place)
        QTest.mouseMove(window, at(place))

    # The loop of a drag blocks until the release; a timer does not fire again inside its own slot.
    for number in range(1, STEPS + 1):
        QTimer.singleShot(60 * number, lambda n=number: move(n))
    release = 60 * (STEPS + 2)
    QTimer.singleShot(release, lambda: QTest.mouseRelease(window, LEFT, NO_KEY, at(end)))
    QCursor.setPos(start)
    QTest.mousePress(window, LEFT, NO_KEY, at(start))
    hand.wait_for(lambda: bool(hand.sheet.view.of(Step)))

    assert [field.label for field in hand.sheet.view.of(Field)] == ["Vorname"]
    assert done(hand) == (1, 41)
