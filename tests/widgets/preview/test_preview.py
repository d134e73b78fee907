"""Does the preview show what a citizen will see?"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.commands import add_option, append_node, place_field, rename, set_required
from model.document import Document
from model.language import say
from model.records import Start, Step
from widgets.preview import Preview

LABEL = say("undo.edit", what="x")


def a_page(*templates: str) -> tuple[Document, Step]:
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Ihr Hund")
        for key in templates:
            field = place_field(tx, key, page.id, label=f"Frage {key}")
            set_required(tx, field.id, True)
    assert isinstance(page, Step)
    return document, page


def shown(qtbot: QtBot, document: Document, page: Step) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.open(document)
    preview.show_selection([page.id])
    return preview


def words(preview: Preview) -> set[str]:
    return {label.text() for label in preview.findChildren(QLabel)}


def test_each_kind_of_field_becomes_its_control(qtbot: QtBot) -> None:
    document, page = a_page("text", "long_text", "yesno", "multi", "number")

    preview = shown(qtbot, document, page)

    assert len(preview.findChildren(QRadioButton)) == 2
    assert len(preview.findChildren(QCheckBox)) == 2
    assert len(preview.findChildren(QPlainTextEdit)) == 1
    assert len(preview.findChildren(QLineEdit)) == 2
    assert {"Ihr Hund", "Frage text *", "Frage yesno *"} <= words(preview)


def test_a_long_list_of_answers_becomes_a_drop_down(qtbot: QtBot) -> None:
    document, page = a_page("choice")
    field = document.snapshot().rows(page.id)[0]
    with document.transaction(LABEL) as tx:
        for number in range(7):
            add_option(tx, field.id, f"Rasse {number}")

    preview = shown(qtbot, document, page)

    assert len(preview.findChildren(QComboBox)) == 1
    assert preview.findChildren(QRadioButton) == []


def test_it_follows_every_letter(qtbot: QtBot) -> None:
    document, page = a_page("text")
    preview = shown(qtbot, document, page)

    with document.transaction(LABEL) as tx:
        rename(tx, page.id, "Ihre Katze")

    assert "Ihre Katze" in words(preview)


def test_foreign_markup_stays_text(qtbot: QtBot) -> None:
    document, page = a_page("text")
    with document.transaction(LABEL) as tx:
        rename(tx, page.id, "<b>Ihr</b> & <img src=x>")

    preview = shown(qtbot, document, page)

    assert "<b>Ihr</b> & <img src=x>" in words(preview)


def test_without_a_page_it_says_what_to_do(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)

    preview.open(new_document("Leer"))

    assert any("Wählen Sie eine Seite" in text for text in words(preview))
