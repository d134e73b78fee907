"""German words, the light theme and a small service for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.commands import append_node, connect_steps, place_field, place_node
from model.document import Document
from model.geometry import Point
from model.language import say
from model.records import Role, Start
from tests.helpers.speaking import speaking
from widgets.canvas.selection import Selection
from widgets.look import theme
from widgets.table import Table


@pytest.fixture(autouse=True)
def _german_and_light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    with speaking("de"):
        yield


LABEL = say("undo.edit", what="x")


@pytest.fixture
def document() -> Document:
    """Start, the page "Ihr Hund" with a choice and a text, two steps after it, an end."""
    made = new_document("Hund")
    with made.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Ihr Hund")
        choice = place_field(tx, "yesno", page.id, label="Gefährlich?")
        place_field(tx, "text", page.id, label="Rasse")
        office = next(role.id for role in tx.of(Role) if role.side == "office")
        usual = append_node(tx, "office", page.id, role=office, name="Steuer festsetzen")
        strict = place_node(tx, "office", office, Point(900, 700), name="Erlaubnis")
        connect_steps(tx, page.id, strict.id, option=tx.options(choice.id)[0].id)
        connect_steps(tx, strict.id, usual.id)
    return made


@pytest.fixture
def table(qtbot: QtBot, document: Document) -> Table:
    made = Table(Selection())
    qtbot.addWidget(made)
    made.selection.setParent(made)
    made.resize(1200, 600)
    made.open(document)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.grid.setFocus()
    return made
