"""A page with questions, and its preview."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.commands import append_node, place_field, set_required
from model.document import Document
from model.language import say
from model.records import Start, Step
from widgets.preview import Preview
from widgets.preview.questions import Question

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


def question(preview: Preview, label: str) -> Question:
    assert preview.form is not None
    return next(q for q in preview.form.questions if q.field.label == label)
