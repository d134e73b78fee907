"""Does the pane of the cases teach, judge in words, and say what was pressed?"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from model.commands import make_case, place_field
from model.document import Document
from model.play.changed import rehearse
from model.records import ExampleAnswer, ExampleCase, FieldGroup
from tests.helpers.building import Bench
from widgets.cases import CasesPanel


class Desk:
    """A page with a name, a birthday and a list of dogs; two cases."""

    def __init__(self) -> None:
        self.bench = bench = Bench()
        page = bench.after(bench.start, "page", "Angaben")
        self.name = bench.field("text", page.id, "Name").id
        self.day = bench.field("date", page.id, "Geburtstag").id
        self.group = bench.field("repeated", page.id, "Hunde").id
        self.breed = bench.do(place_field, "text", self.group, label="Rasse").id
        bench.do(lambda tx: tx.alter(self.group, minimum=0))
        self.end = bench.after(page.id, "end", "Erledigt").id
        self.good = bench.do(make_case, None, "Guter Fall").id
        self.bad = bench.do(make_case, None, "Schlechter Fall").id
        bench.do(lambda tx: tx.alter(self.good, expected_end=self.end))
        bench.do(lambda tx: tx.alter(self.bad, expected_end=self.end, expected_fee=5))

    @property
    def document(self) -> Document:
        return self.bench.document

    def case(self, case: str) -> ExampleCase:
        return self.document.snapshot().the(case, ExampleCase)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> CasesPanel:
    panel = CasesPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 320)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.open(desk.document)
    show(panel, desk)
    return panel


def show(panel: CasesPanel, desk: Desk) -> None:
    view = desk.document.snapshot()
    panel.show_cases(view, rehearse(view))


def said(widget: QWidget) -> str:
    QApplication.processEvents()  # what was laid out just now is shown
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_an_empty_pane_says_what_a_case_is_and_how_to_get_one(qtbot: QtBot) -> None:
    panel = CasesPanel()
    qtbot.addWidget(panel)
    panel.show()

    panel.open(Bench().document)

    assert "erfundener Antrag" in said(panel)
    assert "Wege abdecken" in said(panel)


def test_each_case_has_a_sign_and_a_word_and_a_screen_reader_hears_both(panel: CasesPanel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [panel.rows.data(panel.rows.index(row, 0), role) for row in range(2)]

    assert heard == ["Guter Fall, stimmt", "Schlechter Fall, weicht ab: Gebühr"]


def test_what_was_expected_and_what_came_stand_there_in_sentences(
    panel: CasesPanel, desk: Desk
) -> None:
    panel.choose([desk.bad])

    assert "Erwartet waren 5,00 Euro, fällig sind 0,00 Euro." in said(panel.result)
    assert "Ende: „Erledigt“, wie erwartet." in said(panel.result)


def test_an_answer_is_kept_as_a_case_keeps_it(panel: CasesPanel, desk: Desk) -> None:
    panel.choose([desk.good])
    panel.turn_to("answers")
    line: Any = panel.answers.controls[desk.day, 0]

    line.line.setText("17.05.1990")
    line.line.textEdited.emit("17.05.1990")

    kept = [(a.field, a.value) for a in desk.case(desk.good).answers]
    assert kept == [(desk.day, "1990-05-17")]
    show(panel, desk)
    assert line.line.text() == "17.05.1990"


def test_entries_of_a_list_are_added_and_taken_away(panel: CasesPanel, desk: Desk) -> None:
    assert isinstance(desk.document.snapshot()[desk.group], FieldGroup)
    answer = (ExampleAnswer(field=desk.breed, value="Mops"),)
    desk.bench.do(lambda tx: tx.alter(desk.good, answers=answer))
    show(panel, desk)
    panel.choose([desk.good])
    panel.turn_to("answers")

    panel.answers._add(desk.group)
    show(panel, desk)

    assert {key for key in panel.answers.controls if key[0] == desk.breed} == {
        (desk.breed, 0),
        (desk.breed, 1),
    }
    panel.answers._remove(desk.group, 0)
    assert len(desk.case(desk.good).answers) == 1


def test_a_case_without_a_name_is_refused_in_words(qtbot: QtBot, panel: CasesPanel) -> None:
    with qtbot.waitSignal(panel.refused) as heard:
        panel.rows.setData(panel.rows.index(0, 0), "  ")

    assert heard.args == ["Ein Beispielfall braucht einen Namen."]


@pytest.mark.parametrize(
    ("key", "wish"), [(Qt.Key.Key_Delete, "remove"), (Qt.Key.Key_Return, "play")]
)
def test_keys_on_the_list_say_what_is_wanted(
    qtbot: QtBot, panel: CasesPanel, key: Qt.Key, wish: str
) -> None:
    with qtbot.waitSignal(panel.wanted) as heard:
        qtbot.keyClick(panel.list, key)

    assert heard.args == [wish]


def test_two_cases_stand_beside_each_other_and_say_what_they_answer_differently(
    panel: CasesPanel, desk: Desk
) -> None:
    answer = (ExampleAnswer(field=desk.name, value="Mira"),)
    desk.bench.do(lambda tx: tx.alter(desk.good, answers=answer))
    show(panel, desk)
    panel.choose([desk.good, desk.bad])

    panel.compare()

    assert "Beide gehen denselben Weg." in said(panel.comparing)
    assert "Name: Mira / nicht beantwortet" in said(panel.comparing)
    panel.choose([desk.good])
    assert panel.result.isVisible()


def test_every_button_has_a_name_and_what_cannot_be_done_is_grey(panel: CasesPanel) -> None:
    buttons = panel.head.buttons

    assert all(button.accessibleName() for button in buttons.values())
    assert not buttons["compare"].isEnabled()
    assert buttons["play"].isEnabled()
    assert buttons["keep"].isHidden()
