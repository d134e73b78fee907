"""Does the outline tell the service in reading order, lazily and in both directions?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.commands import place_field, remove, rename
from model.document import Document
from model.graph import reading_order
from model.language import say
from model.records import Field, Step
from tests.helpers.musterleistung import musterleistung
from widgets.outline import Outline

LABEL = say("undo.edit", what="x")


@pytest.fixture
def document() -> Document:
    return open_document(musterleistung())


@pytest.fixture
def outline(qtbot: QtBot, document: Document) -> Outline:
    made = Outline()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.open(document)
    return made


def top(outline: Outline) -> list[str]:
    lines = outline.lines
    return [lines.id_at(lines.index(row, 0)) for row in range(lines.rowCount())]


def test_cards_stand_in_reading_order(outline: Outline, document: Document) -> None:
    assert top(outline) == reading_order(document.snapshot())


def test_pages_bear_their_number_and_required_rows_a_star(outline: Outline) -> None:
    view = outline.lines.view
    page = next(s for s in view.of(Step) if s.form == "page")
    field = next(f for f in view.of(Field) if f.required and f.parent == page.id)

    assert outline.lines.index_of(page.id).data() == f"1 {page.name}"
    assert outline.lines.index_of(field.id).data() == f"{field.label} *"


def test_every_line_has_a_name_and_cards_say_where_they_lead(outline: Outline) -> None:
    named, described = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    indexes = [outline.lines.index(row, 0) for row in range(outline.lines.rowCount())]

    assert all(index.data(named) for index in indexes)
    assert any("führt zu" in (index.data(described) or "") for index in indexes)


def test_choosing_a_line_says_so(outline: Outline, qtbot: QtBot) -> None:
    field = outline.lines.view.of(Field)[0]

    with qtbot.waitSignal(outline.selected) as selected:
        outline.tree.setCurrentIndex(outline.lines.index_of(field.id))

    assert selected.args == [(field.id,)]


def test_a_selection_from_elsewhere_says_nothing_back(outline: Outline, qtbot: QtBot) -> None:
    field = outline.lines.view.of(Field)[0]

    with qtbot.assertNotEmitted(outline.selected):
        outline.show_selection([field.id])

    assert outline.tree.currentIndex().data() == outline.lines.index_of(field.id).data()


def test_it_follows_names_rows_and_deletions(outline: Outline, document: Document) -> None:
    page = next(s for s in document.snapshot().of(Step) if s.form == "page")

    with document.transaction(LABEL) as tx:
        rename(tx, page.id, "Anders")
        row = place_field(tx, "text", page.id, label="Neu dabei")
    renamed, added = outline.lines.index_of(page.id).data(), outline.lines.index_of(row.id)
    with document.transaction(LABEL) as tx:
        remove(tx, [page.id])

    assert (renamed, added.isValid()) == ("1 Anders", True)
    assert page.id not in top(outline)


def test_opened_lines_and_the_selection_survive_a_change(
    outline: Outline, document: Document
) -> None:
    page = next(s for s in document.snapshot().of(Step) if s.form == "page")
    outline.tree.collapseAll()
    outline.tree.expand(outline.lines.index_of(page.id))
    outline.show_selection([page.id])

    with document.transaction(LABEL) as tx:
        place_field(tx, "text", page.id)

    assert outline.tree.isExpanded(outline.lines.index_of(page.id))
    chosen = outline.tree.selectionModel().selectedIndexes()
    assert [outline.lines.id_at(index) for index in chosen] == [page.id]


def test_rows_are_asked_for_only_when_a_card_is_opened(qtbot: QtBot, document: Document) -> None:
    made = Outline()
    qtbot.addWidget(made)
    made.lines.open(document)

    assert all(line.children is None for line in made.lines._top)
