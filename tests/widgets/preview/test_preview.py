"""Does the preview show what a citizen will see?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from model.behaviors import new_document, open_document
from model.commands import (
    add_option,
    append_node,
    connect_steps,
    place_field,
    place_node,
    rename,
    set_condition,
    set_required,
)
from model.document import Document
from model.geometry import Point
from model.records import Answer, Arithmetic, Chosen, Role, Start, Step, Text, Value
from model.storage import from_bytes
from resources import open_resource
from tests.widgets.preview.pages import LABEL, a_page, question, shown
from widgets.look import theme
from widgets.look.tokens import tokens
from widgets.preview import Preview
from widgets.preview.preview import PHONE


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

    assert preview.form is not None
    assert len(preview.form.findChildren(QComboBox)) == 1
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


# ------------------------------------------------------------------------------- filling it in


def press(preview: Preview, words_: str) -> None:
    buttons = preview.findChildren(QAbstractButton)
    button = next(b for b in buttons if b.text() == words_ and not b.isHidden())
    button.click()


def write(preview: Preview, label: str, text: str) -> None:
    line = question(preview, label).control.parts[0]
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.textEdited.emit(text)


def a_branching_form() -> tuple[Document, dict[str, str]]:
    """A with a choice: Ja leads to B, sonst to C, which ends the form."""
    document = new_document("Wege")
    with document.transaction(LABEL) as tx:
        applicant = next(role.id for role in tx.of(Role) if role.side == "applicant")
        a = append_node(tx, "page", tx.of(Start)[0].id, name="A")
        choice = place_field(tx, "yesno", a.id, label="B nötig?")
        set_required(tx, choice.id, True)
        c = append_node(tx, "page", a.id, name="C")
        name = place_field(tx, "text", c.id, label="Name")
        set_required(tx, name.id, True)
        b = place_node(tx, "page", applicant, Point(900, 300), name="B")
        connect_steps(tx, a.id, b.id, option=tx.options(choice.id)[0].id)
        connect_steps(tx, b.id, c.id)
    return document, {"a": a.id, "b": b.id, "c": c.id, "choice": choice.id, "name": name.id}


def test_what_was_typed_survives_an_edit_of_the_service(qtbot: QtBot) -> None:
    document, page = a_page("text")
    preview = shown(qtbot, document, page)
    write(preview, "Frage text", "Rex")

    with document.transaction(LABEL) as tx:
        rename(tx, page.id, "Ihre Katze")

    line = question(preview, "Frage text").control.parts[0]
    assert isinstance(line, QLineEdit)
    assert line.text() == "Rex"


def test_what_was_typed_never_reaches_the_service(qtbot: QtBot) -> None:
    document, page = a_page("text")
    before = document.snapshot()
    preview = shown(qtbot, document, page)

    write(preview, "Frage text", "Rex")

    assert document.snapshot() is before


def test_an_answer_shows_the_question_that_hangs_on_it(qtbot: QtBot) -> None:
    document, page = a_page("yesno", "text")
    view = document.snapshot()
    choice, text = view.rows(page.id)
    with document.transaction(LABEL) as tx:
        yes = tx.options(choice.id)[0].id
        set_condition(tx, text.id, Chosen(field=choice.id, option=yes))
    preview = shown(qtbot, document, page)
    hidden = question(preview, "Frage text").isHidden()

    button = question(preview, "Frage yesno").control.parts[0]
    assert isinstance(button, QRadioButton)
    button.click()

    assert hidden
    assert not question(preview, "Frage text").isHidden()


def test_weiter_says_what_is_wrong_at_the_top_and_at_the_question(qtbot: QtBot) -> None:
    document, page = a_page("email")
    preview = shown(qtbot, document, page)
    write(preview, "Frage email", "niemand")

    press(preview, "Antrag absenden")

    asked = question(preview, "Frage email")
    assert "E-Mail-Adresse" in asked.fault.text()
    assert "Fehler" in asked.control.parts[0].accessibleDescription()
    assert any("noch nicht in Ordnung" in text for text in words(preview))
    write(preview, "Frage email", "name@beispiel.de")
    assert asked.fault.isHidden()


def test_the_whole_application_follows_the_answers(qtbot: QtBot) -> None:
    document, ids = a_branching_form()
    preview = Preview()
    qtbot.addWidget(preview)
    titles: list[str] = []
    preview.headed.connect(titles.append)
    preview.open(document)

    press(preview, "Ganzer Antrag")
    first = titles[-1]
    question(preview, "B nötig?").control.parts[0].click()  # type: ignore[attr-defined]
    longer = titles[-1]
    press(preview, "Weiter")
    second = preview.form.page.id if preview.form else ""
    press(preview, "Zurück")

    assert (first, longer) == ("Vorschau · Seite 1 von 2", "Vorschau · Seite 1 von 3")
    assert second == ids["b"]
    assert preview.form is not None
    assert preview.form.page.id == ids["a"]


def test_after_the_last_page_everything_is_told_once_more(qtbot: QtBot) -> None:
    document, ids = a_branching_form()
    preview = shown(qtbot, document, document.snapshot().the(ids["c"], Step))
    write(preview, "Name", "Erika")

    press(preview, "Antrag absenden")

    assert "Antrag vollständig" in words(preview)
    assert "Name: Erika" in words(preview)
    press(preview, "Zurück")
    assert preview.form is not None


def test_entries_of_a_list_come_and_go(qtbot: QtBot) -> None:
    document, page = a_page("repeated")
    group = document.snapshot().rows(page.id)[0]
    with document.transaction(LABEL) as tx:
        place_field(tx, "text", group.id, label="Rufname")
    preview = shown(qtbot, document, page)
    write(preview, "Rufname", "Rex")

    press(preview, "Weiterer Eintrag: Frage repeated")
    assert preview.form is not None
    entries = [q.entry for q in preview.form.questions]
    press(preview, "entfernen")

    assert entries == [0, 1]
    assert [q.entry for q in preview.form.questions] == [0]
    assert preview.answers[group.id] == [{}]


def test_what_is_calculated_is_shown_at_once(qtbot: QtBot) -> None:
    document, page = a_page("number", "amount")
    number, amount = document.snapshot().rows(page.id)
    parts = (Answer(field=number.id), Value(number=Decimal(60)))
    with document.transaction(LABEL) as tx:
        tx.alter(amount.id, value=Arithmetic(operation="multiply", parts=parts))
    preview = shown(qtbot, document, page)

    write(preview, "Frage number", "3")

    assert "180 €" in words(preview)


def test_a_screen_reader_hears_that_an_answer_is_required(qtbot: QtBot) -> None:
    document, page = a_page("text", "yesno", "long_text")
    preview = shown(qtbot, document, page)

    assert preview.form is not None
    names = [part.accessibleName() for part in preview.form.all_parts()]
    assert all("Pflichtangabe" in name for name in names)
    assert all(names)


def test_another_language_speaks_and_marks_what_is_missing(qtbot: QtBot) -> None:
    document, page = a_page("text")
    row = document.snapshot().rows(page.id)[0].id
    with document.transaction(LABEL) as tx:
        tx.add(Text(id="t", parent=row, slot="label", language="en", text="Your dog"))
    preview = shown(qtbot, document, page)

    box = preview.switches.languages
    box.setCurrentIndex(box.findData("en"))
    box.activated.emit(box.currentIndex())

    said = words(preview)
    assert "Your dog *" in said
    assert "Ihr Hund (nicht übersetzt)" in said
    assert any("1 Text dieser Ansicht" in text for text in said)
    assert any(b.text() == "Send application" for b in preview.findChildren(QAbstractButton))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["hundesteuer", "bewohnerparkausweis", "liegenschaftskarte"])
def test_no_page_of_a_sample_is_wider_than_a_phone(qtbot: QtBot, name: str, scale: float) -> None:
    document = open_document(from_bytes(open_resource(f"samples/{name}.fachwerk")).records)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.scale_text(app, scale)
    try:
        preview = Preview()
        qtbot.addWidget(preview)
        preview.resize(384, 700)
        preview.open(document)
        preview.switches.set_on("phone", True)
        with qtbot.waitExposed(preview):
            preview.show()
        for step in document.snapshot().of(Step):
            if step.form == "page":
                preview.show_selection([step.id])
                assert preview.form is not None
                assert preview.form.minimumSizeHint().width() <= PHONE, step.name
    finally:
        theme.scale_text(app, 1.0)


def test_high_contrast_is_worn_by_the_form_alone(qtbot: QtBot) -> None:
    document, page = a_page("text")
    preview = shown(qtbot, document, page)

    press(preview, "Kontrast")

    assert preview.form is not None
    window = preview.form.palette().color(QPalette.ColorRole.WindowText)
    assert window.name() == tokens("contrast").text.lower()
    assert preview.palette().color(QPalette.ColorRole.WindowText) != window


def test_the_switches_stand_in_two_rows_that_end_where_the_form_ends(qtbot: QtBot) -> None:
    document, page = a_page("text")
    with document.transaction(LABEL) as tx:
        row = tx.rows(page.id)[0].id
        tx.add(Text(id="t", parent=row, slot="label", language="en", text="Your dog"))
    preview = shown(qtbot, document, page)
    preview.resize(330, 500)
    with qtbot.waitExposed(preview):
        preview.show()
    switches = preview.switches

    first = [switches.buttons["page"], switches.buttons["whole"], switches.languages]
    second = [*(switches.buttons[name] for name in ("phone", "contrast", "faults")), switches.empty]

    for row_of in (first, second):
        middles = {one.geometry().center().y() for one in row_of}
        assert max(middles) - min(middles) <= 1
    assert switches.languages.geometry().right() == switches.empty.geometry().right()
    assert first[0].x() == second[0].x()
