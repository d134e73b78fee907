"""Does a question of the form lead to its facts, and stay in its place?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.preview.pages import LABEL, a_page, question, shown


def test_the_chosen_row_is_marked_and_can_be_edited_from_here(qtbot: QtBot) -> None:
    document, page = a_page("text", "number")
    row = document.snapshot().rows(page.id)[1].id
    preview = shown(qtbot, document, page)

    preview.show_selection([row])
    asked = question(preview, "Frage number")
    with qtbot.waitSignal(preview.picked) as picked:
        asked.edit.click()

    assert not asked.edit.isHidden()
    assert picked.args == [row]


def test_nothing_moves_away_from_under_the_mouse(qtbot: QtBot) -> None:
    document, page = a_page("yesno", "text")
    long = "Handeln Sie für eine andere Person oder für einen Verein?"
    with document.transaction(LABEL) as tx:
        tx.alter(tx.rows(page.id)[0].id, label=long)
    preview = shown(qtbot, document, page)
    preview.resize(330, 500)
    with qtbot.waitExposed(preview):
        preview.show()
    asked = question(preview, long)
    before = asked.control.mapTo(preview, QPoint(0, 0)), asked.height()

    QApplication.sendEvent(asked, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    QApplication.processEvents()

    assert asked.edit.isVisible()
    assert (asked.control.mapTo(preview, QPoint(0, 0)), asked.height()) == before
