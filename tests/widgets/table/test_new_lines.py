"""Do new lines come by key, by copy and by paste, and go up and down?"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.document import Document, History
from model.language import say
from model.records import Node, Step
from tests.helpers.gridlines import KEY, go, named
from widgets.canvas.cliptext import MIME
from widgets.table import Table

LABEL = say("undo.edit", what="x")


# ---------------------------------------------------------------------------------------- new lines


def test_enter_on_the_last_line_makes_a_new_step_to_be_named(
    table: Table, document: Document
) -> None:
    before = len(document.snapshot().of(Node))
    last = table.lines.index(table.lines.rowCount() - 1, 1)
    table.grid.collapse(last.siblingAtColumn(0))
    table.grid.setCurrentIndex(last)

    QTest.keyClick(table.grid, KEY.Key_Return)

    assert len(document.snapshot().of(Node)) == before + 1
    assert table.grid.is_editing()


def test_insert_makes_a_line_of_the_same_kind_below(table: Table, document: Document) -> None:
    go(table, named(document, "Gefährlich?"))

    QTest.keyClick(table.grid, KEY.Key_Insert)

    view = document.snapshot()
    rows = view.rows(named(document, "Ihr Hund"))
    assert [view.options(row.id) != [] for row in rows] == [True, True, False]


def test_a_new_step_stands_in_the_lane_of_the_line_and_on_its_way(
    table: Table, document: Document
) -> None:
    step = named(document, "Erlaubnis")
    go(table, step)

    table.add_step()

    view = document.snapshot()
    (way,) = view.outgoing(step)
    made = view.the(way.target, Step)
    assert made.role == view.the(step, Step).role
    assert view.outgoing(made.id)[0].target == named(document, "Steuer festsetzen")


def test_alt_down_moves_a_question_and_of_a_step_says_why_not(
    table: Table, document: Document, qtbot: QtBot
) -> None:
    page = named(document, "Ihr Hund")
    go(table, named(document, "Gefährlich?"))

    QTest.keyClick(table.grid, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    labels = [getattr(row, "label", "") for row in document.snapshot().rows(page)]
    go(table, page)
    with qtbot.waitSignal(table.refused) as refused:
        QTest.keyClick(table.grid, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert labels == ["Rasse", "Gefährlich?"]
    assert "folgt den Wegen" in str(refused.args[0])


# --------------------------------------------------------------------------------------- clipboard


def test_copied_lines_are_tabs_and_html(table: Table, document: Document) -> None:
    go(table, named(document, "Ihr Hund"))

    QTest.keyClick(table.grid, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0].startswith("Wer\tWas\tAngaben")
    assert "Rasse" in data.text()
    assert "<table>" in data.html()


def test_pasted_lines_come_after_the_current_one_as_one_undo_step(
    table: Table, document: Document, qtbot: QtBot
) -> None:
    history = History(document)
    data = QMimeData()
    data.setText("Wer\tWas\tFrist\nAmt\tAnhören\t14 Tage\nAmt\tEntscheiden\tnie\n")
    QGuiApplication.clipboard().setMimeData(data)
    go(table, named(document, "Erlaubnis"))

    with qtbot.waitSignal(table.told) as told:
        QTest.keyClick(table.grid, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "2 Zeilen eingefügt" in told.args[0]
    assert "Zeile 3, Frist" in told.args[0]
    assert {"Anhören", "Entscheiden"} <= {n.name for n in document.snapshot().of(Node)}
    history.undo()
    assert "Anhören" not in {n.name for n in document.snapshot().of(Node)}


def test_copied_lines_hold_the_elements_themselves_too(
    table: Table, document: Document, qtbot: QtBot
) -> None:
    go(table, named(document, "Rasse"))
    QTest.keyClick(table.grid, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(table.elements_wanted):
        QTest.keyClick(table.grid, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().mimeData().hasFormat(MIME)
