"""Does the shelf show what an old form asks, what was taken, and give it away by every hand?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.commands import RawEntry, RawForm, remove, shelve, take
from model.document import History
from model.records import OldEntry
from tests.helpers.building import Bench
from tests.helpers.speaking import speaking
from widgets.shelf import MIME, Shelf
from widgets.shelf.rows import Row

ASKED = (
    RawEntry("Familienname", required=True, section="Person"),
    RawEntry("Geburtsdatum", "date", section="Person", help="Wie im Ausweis"),
    RawEntry("Rasse", "choice", options=("Dackel", "Pudel"), section="Hund"),
    RawEntry("Bemerkung", "long_text", section="Hund"),
)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Desk(Bench):
    """A service with an old form, and its shelf."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.page = self.after(self.start, "page", "Ihre Angaben").id
        self.form: str = self.do(shelve, RawForm("Antrag.pdf", "pdf", ASKED)).id
        self.history = History(self.document)
        self.shelf = Shelf()
        qtbot.addWidget(self.shelf)
        self.shelf.resize(260, 700)
        self.shelf.open(self.document)
        with qtbot.waitExposed(self.shelf):
            self.shelf.show()

    def entry(self, place: int) -> str:
        return self.view.children(self.form, OldEntry)[place].id

    def take(self, *places: int) -> list[str]:
        return self.do(take, [self.entry(place) for place in places], self.page)

    @property
    def lines(self) -> list[Row]:
        return self.shelf.list.rows.rows

    def line(self, title: str) -> QModelIndex:
        place = next(p for p, row in enumerate(self.lines) if row.title == title)
        return self.shelf.list.rows.index(place)

    def click(self, title: str, key: Qt.KeyboardModifier = NO_KEY) -> None:
        view = self.shelf.list
        place = view.visualRect(self.line(title)).center()
        QTest.mouseClick(view.viewport(), LEFT, key, place)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_the_entries_stand_under_their_headings_below_the_name_of_the_file(desk: Desk) -> None:
    assert [(row.kind, row.title) for row in desk.lines] == [
        ("form", "Antrag.pdf"),
        ("group", "Person"),
        ("entry", "Familienname"),
        ("entry", "Geburtsdatum"),
        ("group", "Hund"),
        ("entry", "Rasse"),
        ("entry", "Bemerkung"),
    ]


def test_the_count_follows_the_document_and_undo(desk: Desk) -> None:
    (row,) = desk.take(0)
    taken = desk.lines[0].done, desk.lines[0].all
    desk.do(remove, [row])
    removed = desk.lines[0].done
    desk.history.undo()
    brought_back = desk.lines[0].done
    desk.history.undo()

    assert taken == (1, 4)
    assert (removed, brought_back, desk.lines[0].done) == (0, 1, 0)


def test_a_screen_reader_hears_kind_duty_and_state(desk: Desk) -> None:
    desk.take(1)
    role = Qt.ItemDataRole.AccessibleTextRole

    said = [desk.line(t).data(role) for t in ("Antrag.pdf", "Familienname", "Geburtsdatum")]

    assert said == [
        "Antrag.pdf, 1 von 4 übernommen",
        "Familienname, Text, Pflichtangabe, noch offen",
        "Geburtsdatum, Datum, übernommen",
    ]


def test_enter_takes_what_is_chosen_and_goes_on_to_the_next(desk: Desk, qtbot: QtBot) -> None:
    desk.shelf.list.setFocus()
    desk.shelf.list.select_first()

    with qtbot.waitSignal(desk.shelf.taken) as taken:
        QTest.keyClick(desk.shelf.list, Qt.Key.Key_Return)

    assert taken.args == [(desk.entry(0),)]
    desk.take(0)
    desk.shelf.list.go_on(desk.entry(0))
    assert desk.shelf.list.current is not None
    assert desk.shelf.list.current.title == "Geburtsdatum"


def test_a_double_click_takes_without_a_drag(desk: Desk, qtbot: QtBot) -> None:
    view = desk.shelf.list
    place = view.visualRect(desk.line("Rasse")).center()
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, place)

    with qtbot.waitSignal(desk.shelf.taken) as taken:
        QTest.mouseDClick(view.viewport(), LEFT, NO_KEY, place)

    assert taken.args == [(desk.entry(2),)]


def test_several_are_chosen_by_clicks_and_come_in_their_order(desk: Desk, qtbot: QtBot) -> None:
    desk.click("Bemerkung")
    desk.click("Familienname", Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(desk.shelf.taken) as taken:
        desk.shelf.take_button.click()

    assert taken.args == [(desk.entry(0), desk.entry(3))]


def test_a_heading_stands_for_what_is_open_below_it(desk: Desk) -> None:
    desk.take(2)

    desk.click("Hund")

    assert desk.shelf.chosen == (desk.entry(3),)


def test_a_drag_carries_the_ids_of_the_open_entries(desk: Desk) -> None:
    desk.take(0)
    model = desk.shelf.list.rows

    data = model.mimeData([desk.line("Rasse"), desk.line("Familienname"), desk.line("Bemerkung")])

    carried = bytes(data.data(MIME).data()).decode().split("\n")
    assert carried == [desk.entry(2), desk.entry(3)]
    assert not model.flags(desk.line("Familienname")) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_click_on_a_tick_leads_to_the_field(desk: Desk, qtbot: QtBot) -> None:
    (row,) = desk.take(0)

    with qtbot.waitSignal(desk.shelf.picked) as picked:
        desk.click("Familienname")

    assert picked.args == [row]


def test_the_search_finds_by_label_heading_and_answer(desk: Desk) -> None:
    def found(words: str) -> list[str]:
        desk.shelf.search.setText(words)
        return [row.title for row in desk.lines if row.kind == "entry"]

    assert found("geburt") == ["Geburtsdatum"]
    assert found("hund") == ["Rasse", "Bemerkung"]
    assert found("pudel") == ["Rasse"]
    assert found("gibt es nicht") == []


def test_the_buttons_are_alive_only_when_there_is_something_to_do(desk: Desk) -> None:
    desk.shelf.list.selectionModel().clear()
    nothing_chosen = desk.shelf.take_button.isEnabled()
    desk.take(0, 1, 2, 3)

    assert not nothing_chosen
    assert not desk.shelf.rest_button.isEnabled()


def test_an_empty_shelf_says_what_belongs_there(qtbot: QtBot) -> None:
    shelf = Shelf()
    qtbot.addWidget(shelf)
    shelf.open(Bench().document)
    with qtbot.waitExposed(shelf):
        shelf.show()

    with qtbot.waitSignal(shelf.lay_wanted):
        shelf.lay_button.click()

    assert shelf.form == ""
    assert not shelf.list.isVisible()


def test_the_line_stays_where_it_was_when_a_colleague_takes_another(desk: Desk) -> None:
    model = desk.shelf.list.selectionModel()
    model.setCurrentIndex(desk.line("Bemerkung"), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    desk.take(0)

    assert desk.shelf.list.current is not None
    assert desk.shelf.list.current.title == "Bemerkung"


def test_the_words_follow_the_language(desk: Desk) -> None:
    with speaking("en"):
        desk.shelf.retranslate()
        words = desk.shelf.take_button.text()

    assert words == "Take over"
