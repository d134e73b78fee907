"""Does a list from a text or a table become the fields that a person meant?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.commands import (
    lines_of,
    parse_html,
    parse_list,
    paste_answers,
    paste_list,
    paste_list_as_page,
)
from model.commands.lists import MOST, Planned
from model.errors import NotAllowed
from model.geometry import Point
from model.language import say
from model.records import Field
from tests.helpers.parking import parking


def test_each_line_of_a_text_becomes_a_field_without_its_bullet() -> None:
    text = "• Name*\n2. Anschrift:\n\n- Geburtsdatum (Pflicht)\nc) E-Mail\n– Sind Sie Halter?\n"

    assert parse_list(text) == [
        Planned("Name", "text", required=True),
        Planned("Anschrift", "text"),
        Planned("Geburtsdatum", "date", required=True),
        Planned("E-Mail", "email"),
        Planned("Sind Sie Halter?", "yesno"),
    ]


def test_the_second_column_says_the_kind_and_lists_answers() -> None:
    text = (
        "Antrag vom\tDatum\nFarbe\tAuswahl: rot; blau; rot\nHund gefährlich\tja/nein\nGewicht\tZahl"
    )

    found = parse_list(text)

    assert [one.template for one in found] == ["date", "choice", "yesno", "number"]
    assert found[1].options == ("rot", "blau")


def test_a_line_of_headings_names_the_columns_in_any_order() -> None:
    text = "Pflicht\tArt\tFrage\tHilfe\nx\tBetrag\tKaltmiete\tohne Heizung\n\tDatum\tEinzug\t\n"

    assert parse_list(text) == [
        Planned("Kaltmiete", "amount", required=True, help="ohne Heizung"),
        Planned("Einzug", "date"),
    ]


def test_a_word_that_is_no_kind_is_kept_as_help() -> None:
    (field,) = parse_list("Name\twie im Ausweis")

    assert (field.template, field.help) == ("text", "wie im Ausweis")


def test_a_kind_in_brackets_belongs_to_the_kind_and_other_brackets_to_the_label() -> None:
    found = parse_list("Einzug (Datum)\nName (Geburtsname)")

    assert found == [Planned("Einzug", "date"), Planned("Name (Geburtsname)", "text")]


def test_a_number_at_the_beginning_that_is_no_number_of_the_list_stays() -> None:
    assert [one.label for one in parse_list("3,5 t oder mehr\n18. Geburtstag")] == [
        "3,5 t oder mehr",
        "Geburtstag",
    ]


def test_tables_and_lists_of_a_web_page_are_read() -> None:
    table = "<html><style>td{}</style><table><tr><th>Feld</th><th>Typ</th></tr><tr><td><p>Name<br>"
    table += "des Hundes</p></td><td>Text</td></tr></table>"
    points = "<ul><li>Rasse *</li><li>Größe&nbsp;in cm<ul><li>Schulter</li></ul></li></ul>"

    assert parse_html(table) == [Planned("Name des Hundes", "text")]
    assert [one.label for one in parse_html(points)] == ["Rasse", "Größe in cm", "Schulter"]
    assert parse_html("<p>Nur ein Satz.</p>") == []


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    fields = parse_list(text)
    parse_html(text)
    lines_of(text)

    assert all(one.label.strip() for one in fields)


def test_a_pasted_list_becomes_rows_with_answers_and_required_marks() -> None:
    service = parking()
    fields = parse_list("Kennzeichen*\nFarbe\tAuswahl: rot; blau\nHinweis\tHinweis")

    with service.document.transaction(say("clip.undo.list")) as tx:
        new = paste_list(tx, fields, service.details, before=service.street)

    view = service.document.snapshot()
    rows = [row.id for row in view.rows(service.details)]
    assert rows == [service.name, *new, service.street]
    assert view.the(new[0], Field).required
    assert [option.label for option in view.options(new[1])] == ["rot", "blau"]
    assert view.the(new[2], Field).field_kind == "label"


def test_on_empty_ground_the_list_becomes_a_page() -> None:
    service = parking()

    with service.document.transaction(say("clip.undo.list")) as tx:
        page, rows = paste_list_as_page(tx, parse_list("A\nB"), Point(1300, 100))

    view = service.document.snapshot()
    assert view.the(page.id, type(page)).form == "page"
    assert [row.id for row in view.rows(page.id)] == rows


def test_lines_on_a_choice_become_answers_and_none_twice() -> None:
    service = parking()
    lines = lines_of("• Vielleicht\n• option.yes\n• Weiß nicht\n• Vielleicht")

    with service.document.transaction(say("clip.undo.answers")) as tx:
        new = paste_answers(tx, lines, service.holder)

    labels = [option.label for option in service.document.snapshot().options(service.holder)]
    assert labels == ["option.yes", "option.no", "Vielleicht", "Weiß nicht"]
    assert len(new) == 2


def test_a_book_is_no_list() -> None:
    service = parking()
    before = service.document.snapshot()

    with pytest.raises(NotAllowed), service.document.transaction(say("clip.undo.list")) as tx:
        paste_list(tx, [Planned("x")] * (MOST + 1), service.details)

    assert service.document.snapshot() == before
