"""Does an empty canvas say what to do, and fall silent at the first card?"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.commands import append_node
from model.language import say
from model.records import Start
from widgets.canvas import Canvas
from widgets.canvas.teaching import teaches


def test_only_an_empty_service_teaches(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    document = new_document()
    canvas.open(document)
    canvas.resize(900, 500)
    with qtbot.waitExposed(canvas):
        canvas.show()
    empty = canvas.grab().toImage()
    assert teaches(canvas.graph)

    with document.transaction(say("undo.edit")) as tx:
        append_node(tx, "page", tx.of(Start)[0].id)

    assert not teaches(canvas.graph)
    assert canvas.grab().toImage() != empty
