"""Do a Word form, an Excel table and a plain list tell what they ask?"""

from __future__ import annotations

from exporters.rawforms import read_raw
from model.commands import RawEntry
from tests.helpers.oldforms import (
    TICK,
    choice,
    control,
    excel,
    legacy,
    paragraph,
    run,
    table,
    word,
)
from tests.helpers.wordforms import allotment_table, parking_form


def docx(*blocks: str) -> list[RawEntry]:
    return list(read_raw(word(*blocks), "formular.docx").entries)


def xlsx(*rows: tuple[str, ...]) -> list[RawEntry]:
    return list(read_raw(excel({"Blatt1": rows}), "tabelle.xlsx").entries)


def text(words: str, name: str = "liste.txt") -> list[RawEntry]:
    return list(read_raw(words.encode(), name).entries)


def said(entries: list[RawEntry]) -> list[tuple[str, str]]:
    return [(entry.label, entry.template) for entry in entries]


# ------------------------------------------------------------------------------------------ word


def test_a_content_control_is_named_by_its_title_or_by_the_words_before_it() -> None:
    found = docx(
        paragraph(run("Kennzeichen: "), control(alias="Amtliches Kennzeichen")),
        paragraph(run("Farbe: "), control()),
        paragraph(control(tag="letztesFeld")),
    )

    assert [entry.label for entry in found] == ["Amtliches Kennzeichen", "Farbe", "Letztes Feld"]


def test_the_sort_of_a_control_tells_how_it_is_answered() -> None:
    found = docx(
        paragraph(run("Art: "), control(choice("Pkw", "Kraftrad"))),
        paragraph(run("Tag: "), control("<w:date/>")),
        paragraph(control(TICK), run(" Ich stimme zu")),
        paragraph(run("Gründe: "), control('<w:text w:multiLine="1"/>')),
    )

    assert said(found) == [
        ("Art", "choice"),
        ("Tag", "date"),
        ("Ich stimme zu", "yesno"),
        ("Gründe", "long_text"),
    ]
    assert found[0].options == ("Pkw", "Kraftrad")


def test_form_fields_of_the_old_kind_are_read_without_the_answer_they_hold() -> None:
    found = docx(
        paragraph(
            run("IBAN: "), legacy("Text1", '<w:textInput><w:maxLength w:val="34"/></w:textInput>')
        ),
        paragraph(
            run("Beginn: "), legacy("Text2", '<w:textInput><w:type w:val="date"/></w:textInput>')
        ),
        paragraph(legacy("Kontrollkästchen1", "<w:checkBox/>"), run(" Ich bin einverstanden")),
    )

    assert said(found) == [("IBAN", "iban"), ("Beginn", "date"), ("Ich bin einverstanden", "yesno")]
    assert found[0].max_length == 34


def test_lines_to_write_on_and_boxes_to_tick_ask_as_well() -> None:
    found = docx(
        paragraph(run("Telefon: ____________ E-Mail: ............")),
        paragraph(run("Antrieb: ☐ Benzin ☐ Strom")),
        paragraph(run("Das Fahrzeug gehört mir: ☐ Ja ☐ Nein")),
    )

    assert said(found) == [
        ("Telefon", "phone"),
        ("E-Mail", "email"),
        ("Antrieb", "choice"),
        ("Das Fahrzeug gehört mir", "yesno"),
    ]
    assert found[2].options == ("Benzin", "Strom")


def test_a_control_may_be_a_whole_cell_and_a_box_a_sign_of_a_font() -> None:
    cell = "<w:tc><w:p>" + run("Klicken Sie hier") + "</w:p></w:tc>"
    facts = "<w:sdtPr><w:date/></w:sdtPr>"
    row = f"<w:sdt>{facts}<w:sdtContent>{cell}</w:sdtContent></w:sdt>"
    name = f"<w:tc>{paragraph(run('Beginn'))}</w:tc>"
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'

    found = docx(
        f"<w:tbl><w:tr>{name}{row}</w:tr></w:tbl>",
        paragraph(run("Halter: "), box, run(" Ja "), box, run(" Nein")),
    )

    assert said(found) == [("Beginn", "date"), ("Halter", "yesno")]


def test_what_is_written_twice_for_older_programs_is_read_once() -> None:
    words = run("Name: ____")
    both = f"<mc:Choice>{words}</mc:Choice><mc:Fallback>{words}</mc:Fallback>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

    found = docx(f"<w:p><mc:AlternateContent {space}>{both}</mc:AlternateContent></w:p>")

    assert said(found) == [("Name", "text")]


def test_an_empty_cell_asks_for_what_stands_before_it() -> None:
    found = docx(table(("Familienname*", ""), ("PLZ", "", "Ort", "")))

    assert said(found) == [("Familienname", "text"), ("PLZ", "text"), ("Ort", "text")]
    assert found[0].required


def test_headings_over_empty_lines_are_asked_once() -> None:
    found = docx(table(("Rufname", "Geburtsdatum"), ("", ""), ("", "")))

    assert said(found) == [("Rufname", "text"), ("Geburtsdatum", "date")]


def test_a_table_of_fields_says_kind_and_duty_of_each() -> None:
    found = docx(table(("Feld", "Art", "Pflicht"), ("Name", "Text", "x"), ("Tag", "Datum", "-")))

    assert said(found) == [("Name", "text"), ("Tag", "date")]
    assert [entry.required for entry in found] == [True, False]


def test_headings_part_the_form() -> None:
    found = docx(
        paragraph(run("1. Person"), style="berschrift1"),
        paragraph(run("Name: ____")),
        paragraph(run("Fahrzeug", bold=True)),
        paragraph(run("Farbe: ____")),
    )

    assert [entry.section for entry in found] == ["Person", "Fahrzeug"]


def test_a_file_with_nothing_to_fill_in_is_read_as_a_list() -> None:
    found = docx(
        paragraph(run("Wir brauchen von Ihnen")),
        paragraph(run("Name"), point=True),
        paragraph(run("Geburtsdatum*"), point=True),
    )

    assert said(found) == [("Name", "text"), ("Geburtsdatum", "date")]


def test_an_honest_form_of_an_office_is_understood_as_a_whole() -> None:
    found = read_raw(parking_form(), "parken.docx").entries

    assert len(found) == 17
    assert {entry.section for entry in found} == {
        "Antragstellerin oder Antragsteller",
        "Fahrzeug",
        "Zahlung",
        "Weitere Angaben",
    }
    assert "Unterschrift" not in {entry.label for entry in found}


# ----------------------------------------------------------------------------------------- excel


def test_a_sheet_of_fields_is_a_list_of_questions() -> None:
    found = xlsx(("Feld", "Art", "Pflicht"), ("Name", "Text", "ja"), ("Beginn", "Datum", ""))

    assert said(found) == [("Name", "text"), ("Beginn", "date")]
    assert found[0].required


def test_a_sheet_with_data_asks_by_its_columns() -> None:
    found = xlsx(
        ("Zähler", "Abgelesen am", "Stand", "Strom"),
        ("A 17", "@45000", "=1200.5", "ja"),
        ("B 3", "@45002", "=15", "nein"),
    )

    assert said(found) == [
        ("Zähler", "text"),
        ("Abgelesen am", "date"),
        ("Stand", "number"),
        ("Strom", "yesno"),
    ]


def test_words_that_stand_in_the_cells_themselves_are_read_as_well() -> None:
    found = read_raw(excel({"A": [("Name",), ("Anschrift",)]}, shared=False), "a.xlsx").entries

    assert [entry.label for entry in found] == ["Name", "Anschrift"]


def test_several_sheets_are_several_headings() -> None:
    found = read_raw(allotment_table(), "garten.xlsx").entries

    assert list(dict.fromkeys(entry.section for entry in found)) == ["Angaben", "Bestand"]
    assert len(found) == 8


# ------------------------------------------------------------------------------------------ lists


def test_each_line_of_a_text_is_a_question() -> None:
    assert said(text("Name\n- Geburtsdatum\n\n3. E-Mail\n")) == [
        ("Name", "text"),
        ("Geburtsdatum", "date"),
        ("E-Mail", "email"),
    ]


def test_commas_inside_a_line_of_text_part_nothing() -> None:
    assert [entry.label for entry in text("Straße, Hausnummer\nName\n")] == [
        "Straße, Hausnummer",
        "Name",
    ]


def test_a_list_with_columns_is_understood_whatever_parts_them() -> None:
    for sign in (";", "\t", "|"):
        lines = "Feld;Art;Pflicht\nName;Text;x\nBeginn;Datum;\n".replace(";", sign)

        assert said(text(lines, "liste.csv")) == [("Name", "text"), ("Beginn", "date")]


def test_umlauts_of_windows_are_understood() -> None:
    found = read_raw("Straße\nGröße\n".encode("cp1252"), "liste.txt").entries

    assert [entry.label for entry in found] == ["Straße", "Größe"]
