"""Does a PDF form tell what it asks, where its own words and where only the page does?"""

from __future__ import annotations

from exporters.rawforms import read_raw
from model.commands import RawEntry
from tests.helpers.dogform import dog_form
from tests.helpers.oldforms import (
    COMBO,
    FILE,
    MANY,
    MULTILINE,
    PUSH,
    REQUIRED,
    PdfForm,
)

BOX = (100.0, 700.0, 300.0, 715.0)


def only(form: PdfForm) -> RawEntry:
    """The one entry of a form."""
    (entry,) = read_raw(form.bytes(), "formular.pdf").entries
    return entry


def field(**facts: object) -> RawEntry:
    """The entry of one field with these facts."""
    form = PdfForm()
    form.field("feld", BOX, tip="Frage", **facts)  # type: ignore[arg-type]
    return only(form)


def test_words_for_screen_readers_are_the_label() -> None:
    form = PdfForm()
    form.words(100, 720, "Text daneben")
    form.field("txt_1", BOX, tip="Familienname der Antragstellerin")

    assert only(form).label == "Familienname der Antragstellerin"


def test_words_for_screen_readers_that_explain_at_length_become_the_help() -> None:
    form = PdfForm()
    long = "Bitte geben Sie hier den Namen so an, wie er in Ihrem Ausweis oder " + "Reisepass " * 4
    long = long.strip()
    form.words(40, 703, "Name:")
    form.field("txt_1", BOX, tip=long)

    assert (only(form).label, only(form).help) == ("Name", long)


def test_without_them_the_words_before_the_box_are() -> None:
    form = PdfForm()
    form.words(40, 703, "Vorname:")
    form.words(100, 719, "Über dem Kasten")
    form.field("txt_1", BOX)

    assert only(form).label == "Vorname"


def test_or_the_words_above_it() -> None:
    form = PdfForm()
    form.words(100, 718, "Straße, Hausnummer", 8)
    form.words(100, 690, "Etwas darunter")
    form.field("txt_1", BOX)

    assert only(form).label == "Straße, Hausnummer"


def test_or_the_small_caption_in_the_box() -> None:
    form = PdfForm()
    form.words(40, 703, "davor")
    form.words(102, 722, "Postleitzahl, Ort", 6)
    form.field("txt_1", (100, 700, 300, 730))

    assert only(form).label == "Postleitzahl, Ort"


def test_words_behind_another_box_belong_to_that_one() -> None:
    form = PdfForm()
    form.words(20, 703, "Telefon:")
    form.field("eins", (80, 700, 180, 715))
    form.field("zweitesFeld", (200, 700, 300, 715))

    labels = [entry.label for entry in read_raw(form.bytes(), "a.pdf").entries]

    assert labels == ["Telefon", "Zweites Feld"]


def test_without_any_words_the_name_of_the_field_is_made_readable() -> None:
    form = PdfForm()
    form.field("topmostSubform[0].Page1[0].txtGeburtsOrt[0]", BOX)

    assert only(form).label == "Geburts Ort"


def test_the_flags_tell_what_must_be_answered_and_how() -> None:
    assert field(flags=REQUIRED).required
    assert not field().required
    assert field(flags=MULTILINE).template == "long_text"
    assert field(flags=FILE).template == "file"
    assert field(length=15).max_length == 15


def test_a_star_behind_the_words_means_that_it_must_be_answered() -> None:
    form = PdfForm()
    form.words(40, 703, "Vorname*:")
    form.field("txt_1", BOX)

    assert (only(form).label, only(form).required) == ("Vorname", True)


def test_a_script_that_formats_tells_the_kind_and_is_never_run() -> None:
    assert field(script='AFDate_FormatEx("dd.mm.yyyy");').template == "date"
    assert field(script='AFNumber_Format(2,3,0,0," €",true);').template == "amount"
    assert field(script="AFNumber_Format(0,3,0,0);").template == "number"
    assert field(script="app.launchURL('https://boese.example'); while(true){}").template == "text"


def test_the_label_tells_the_kind_where_nothing_else_does() -> None:
    form = PdfForm()
    form.field("a", BOX, tip="Geburtsdatum")
    form.field("b", (100, 600, 300, 615), tip="IBAN")

    templates = [entry.template for entry in read_raw(form.bytes(), "a.pdf").entries]

    assert templates == ["date", "iban"]


def test_a_list_to_choose_from_keeps_its_words_in_their_order() -> None:
    entry = field(kind="Ch", flags=COMBO, options=("", ("r", "Rüde"), ("h", "Hündin")))

    assert (entry.template, entry.options) == ("choice", ("Rüde", "Hündin"))
    assert field(kind="Ch", flags=MANY, options=("a", "b")).template == "multi"


def test_buttons_of_one_name_are_one_choice_with_the_words_behind_them() -> None:
    form = PdfForm()
    form.words(40, 703, "Familienstand:")
    form.words(150, 703, "ledig")
    form.words(230, 703, "verheiratet")
    boxes = (130.0, 700.0, 142.0, 712.0), (210.0, 700.0, 222.0, 712.0)
    form.buttons("stand", [("1", boxes[0]), ("2", boxes[1])])

    entry = only(form)

    assert (entry.label, entry.template) == ("Familienstand", "choice")
    assert entry.options == ("ledig", "verheiratet")


def test_ja_and_nein_are_a_question_of_their_own_kind() -> None:
    form = PdfForm()
    boxes = (130.0, 700.0, 142.0, 712.0), (210.0, 700.0, 222.0, 712.0)
    form.buttons("hund", [("ja", boxes[0]), ("nein", boxes[1])], tip="Haben Sie einen Hund?")

    assert (only(form).template, only(form).options) == ("yesno", ())


def test_a_box_to_tick_is_named_by_what_stands_behind_it() -> None:
    form = PdfForm()
    form.words(40, 703, "davor")
    form.words(118, 703, "Ich stimme zu")
    form.field("Kontrollkästchen1", (100, 700, 112, 712), "Btn")

    assert (only(form).label, only(form).template) == ("Ich stimme zu", "yesno")


def test_what_asks_for_nothing_is_left_out() -> None:
    form = PdfForm()
    form.field("name", BOX, tip="Name")
    form.field("drucken", (0, 0, 50, 20), "Btn", PUSH)
    form.field("signatur", (0, 30, 50, 50), "Sig")
    form.field("u", (0, 60, 50, 80), tip="Unterschrift")

    assert [entry.label for entry in read_raw(form.bytes(), "a.pdf").entries] == ["Name"]


def test_the_entries_come_in_the_order_in_which_the_page_is_read() -> None:
    form = PdfForm()
    form.field("c", (50, 500, 90, 515), tip="unten")
    form.field("b", (300, 701, 340, 716), tip="oben rechts")
    form.field("a", (50, 700, 90, 715), tip="oben links")
    form.page()
    form.field("d", (50, 800, 90, 815), tip="zweite Seite")

    found = read_raw(form.bytes(), "a.pdf").entries

    assert [entry.label for entry in found] == [
        "oben links",
        "oben rechts",
        "unten",
        "zweite Seite",
    ]
    assert [entry.page for entry in found] == [1, 1, 1, 2]


def test_fields_that_hold_others_hand_their_name_on() -> None:
    form = PdfForm()
    form.group("halter", [form.field("vorname", BOX)])

    assert only(form).origin == "halter.vorname"


def test_larger_words_are_headings_without_their_numbers() -> None:
    form = PdfForm()
    form.words(40, 760, "1. Angaben zur Person", 14)
    form.field("a", BOX, tip="Name")
    form.words(40, 650, "II. Zahlung", 14)
    for row in range(8):
        form.words(100, 630 - 30 * row, f"Frage {row}", 9)
        form.field(f"b{row}", (100, 610 - 30 * row, 300, 625 - 30 * row))
    form.page()
    form.field("c", BOX, tip="IBAN")

    sections = [entry.section for entry in read_raw(form.bytes(), "a.pdf").entries]

    assert sections[:2] == ["Angaben zur Person", "Zahlung"]
    assert sections[-1] == "Zahlung"


def test_the_form_of_a_real_town_hall_is_understood_as_a_whole() -> None:
    form = read_raw(dog_form(), "hund.pdf")
    found = {entry.label: entry for entry in form.entries}

    assert len(form.entries) == 41
    assert len({entry.label for entry in form.entries}) == 41
    assert found["Anrede"].options == ("Frau", "Herr")
    assert found["Geburtsdatum"].template == "date"
    assert found["Haben Sie bereits einen Hund?"].template == "yesno"
    assert found["Nummer des Chips (15 Stellen)"].max_length == 15
    assert found["Jahresbetrag"].template == "amount"
    assert list(dict.fromkeys(entry.section for entry in form.entries)) == [
        "Angaben zur Halterin oder zum Halter",
        "Angaben zum Hund",
        "Zahlung",
        "Anlagen und Erklärung",
    ]


def test_the_same_file_gives_the_same_form() -> None:
    assert read_raw(dog_form(), "hund.pdf") == read_raw(dog_form(), "hund.pdf")


def test_a_file_whose_table_of_objects_is_wrong_is_still_read() -> None:
    broken = dog_form().replace(b"startxref\n", b"startxref\n99")

    assert read_raw(broken, "hund.pdf") == read_raw(dog_form(), "hund.pdf")


def test_a_page_drawn_with_too_many_strokes_costs_the_words_and_not_the_form() -> None:
    form = PdfForm()
    form.words(40, 703, "Vorname:")
    form.pages[-1][0].extend(["0 0 m 1 1 l S"] * 100_000)
    form.field("txtName", BOX)

    assert only(form).label == "Name"


# -------------------------------------------------------------------------------------------- XFA

XFA = b"""<?xml version="1.0" encoding="UTF-8"?>
<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">
 <subform name="form1">
  <pageSet><pageArea name="Page1"/></pageSet>
  <subform name="Seite1">
   <subform name="AngabenZurPerson">
    <field name="txtName"><ui><textEdit/></ui>
     <caption><value><text>Familienname:</text></value></caption>
     <value><text maxChars="40"/></value><validate nullTest="error"/></field>
    <field name="datGeb"><ui><dateTimeEdit/></ui>
     <assist><toolTip>Tag der Geburt</toolTip></assist></field>
    <exclGroup name="anrede"><caption><value><text>Anrede</text></value></caption>
     <field name="f"><ui><checkButton/></ui>
      <caption><value><text>Frau</text></value></caption></field>
     <field name="m"><ui><checkButton/></ui>
      <caption><value><text>Herr</text></value></caption></field>
    </exclGroup>
    <field name="Land"><ui><choiceList/></ui>
     <items><text>Deutschland</text><text>Frankreich</text></items>
     <items save="1" presence="hidden"><text>D</text><text>F</text></items></field>
    <field name="geheim" presence="hidden"><ui><textEdit/></ui></field>
    <field name="summe" access="readOnly"><ui><numericEdit/></ui></field>
    <field name="drucken"><ui><button/></ui>
     <event activity="click"><script>xfa.host.print();</script></event></field>
   </subform>
  </subform>
 </subform>
</template>"""


def xfa(packet: bytes) -> bytes:
    form = PdfForm()
    number = form.stream(packet)
    return form.bytes(form=f"/XFA [(template) {number} 0 R]")


def test_a_form_that_pdf_knows_no_field_of_is_read_from_its_xml() -> None:
    found = read_raw(xfa(XFA), "a.pdf").entries

    assert [(entry.label, entry.template) for entry in found] == [
        ("Familienname", "text"),
        ("Tag der Geburt", "date"),
        ("Anrede", "choice"),
        ("Land", "choice"),
    ]
    assert (found[0].required, found[0].max_length) == (True, 40)
    assert found[2].options == ("Frau", "Herr")
    assert found[3].options == ("Deutschland", "Frankreich")
    assert {entry.section for entry in found} == {"Angaben zur Person"}


def test_what_lies_behind_the_end_of_the_file_costs_nothing() -> None:
    behind = dog_form() + b"1 0 obj\n<<>>\nendobj\n" * 400_000

    assert read_raw(behind, "hund.pdf") == read_raw(dog_form(), "hund.pdf")
