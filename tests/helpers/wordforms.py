"""Which old forms made with Word and Excel does an office have in its drawer?"""

from __future__ import annotations

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


def parking_form() -> bytes:
    """An application for a resident's parking permit, in Word: content controls, old form fields,
    lines to write on, boxes to tick, and a table with empty cells.
    """
    return word(
        paragraph(run("Antrag auf einen Bewohnerparkausweis"), style="Titel"),
        paragraph(run("Bitte füllen Sie das Formular vollständig aus.")),
        paragraph(run("1. Antragstellerin oder Antragsteller"), style="berschrift1"),
        table(
            ("Familienname*", ""),
            ("Vorname*", ""),
            ("Geburtsdatum", ""),
            ("Straße, Hausnummer", "", "PLZ, Ort", ""),
        ),
        paragraph(run("Telefon: ______________ E-Mail: ______________")),
        paragraph(run("2. Fahrzeug"), style="berschrift1"),
        paragraph(run("Amtliches Kennzeichen: "), control(alias="Amtliches Kennzeichen")),
        paragraph(run("Fahrzeugart: "), control(choice("Pkw", "Wohnmobil", "Kraftrad"))),
        paragraph(run("Erstzulassung: "), control("<w:date/>")),
        paragraph(run("Das Fahrzeug gehört mir: ☐ Ja  ☐ Nein")),
        paragraph(run("Antrieb: ☐ Benzin ☐ Diesel ☐ Elektro")),
        paragraph(control(TICK), run(" Ich nutze ein Fahrzeug meines Arbeitgebers")),
        paragraph(run("3. Zahlung"), style="berschrift1"),
        paragraph(
            run("IBAN: "),
            legacy("Text1", '<w:textInput><w:maxLength w:val="34"/></w:textInput>'),
        ),
        paragraph(
            run("Zahlungsweise: "),
            legacy("Liste", '<w:ddList><w:listEntry w:val="Lastschrift"/>'
                   '<w:listEntry w:val="Überweisung"/></w:ddList>'),
        ),
        paragraph(run("Weitere Angaben"), style="berschrift2"),
        paragraph(control('<w:text w:multiLine="1"/>', tag="bemerkungen")),
        paragraph(run("Ort, Datum: ....................  Unterschrift: ....................")),
    )  # fmt: skip


def allotment_table() -> bytes:
    """What a garden association asks of its members, in Excel: a list of fields with their kinds
    on one sheet, a table with data on another.
    """
    return excel(
        {
            "Angaben": (
                ("Feld", "Art", "Pflicht", "Auswahl"),
                ("Name des Mitglieds", "Text", "x", ""),
                ("Eintritt", "Datum", "x", ""),
                ("Parzelle", "Auswahl", "", "Nord; Süd; West"),
                ("Jahresbeitrag", "Betrag", "", ""),
            ),
            "Bestand": (
                ("Zähler", "Abgelesen am", "Stand", "Strom vorhanden"),
                ("A 17", "@45000", "=1200.5", "ja"),
                ("A 18", "@45001", "=800", "nein"),
                ("B 3", "@45002", "=15", "ja"),
            ),
        }
    )
