"""Which old form does a German town hall really hand out? Forty fields on two pages."""

from __future__ import annotations

from tests.helpers.oldforms import COMBO, MULTILINE, PUSH, REQUIRED, PdfForm

LEFT, MIDDLE = 60.0, 320.0


def dog_form() -> bytes:
    """An application for a dog tax as a PDF form: captions above, beside and in the boxes, some
    with words for screen readers, most without.
    """
    form = PdfForm()
    form.words(LEFT, 790, "Anmeldung eines Hundes zur Hundesteuer", 16, bold=True)
    _person(form)
    _dog(form)
    form.page()
    _payment(form)
    _end(form)
    return form.bytes()


def _line(form: PdfForm, y: float, left: str, name: str, right: str = "", name2: str = "") -> None:
    """Captions above two boxes beside each other."""
    form.words(LEFT, y + 18, left, 8)
    form.field(name, (LEFT, y, LEFT + 240, y + 15))
    if right:
        form.words(MIDDLE, y + 18, right, 8)
        form.field(name2, (MIDDLE, y, MIDDLE + 220, y + 15))


def _person(form: PdfForm) -> None:
    form.words(LEFT, 760, "1. Angaben zur Halterin oder zum Halter", 12, bold=True)
    box = (LEFT + 80, 730, LEFT + 92, 742)
    other = (LEFT + 160, 730, LEFT + 172, 742)
    form.words(LEFT, 732, "Anrede:", 9)
    form.words(LEFT + 97, 732, "Frau", 9)
    form.words(LEFT + 177, 732, "Herr", 9)
    form.buttons("Anrede", [("1", box), ("2", other)])
    _line(form, 690, "Familienname*", "txtFamName", "Vorname*", "txtVorname")
    _line(form, 655, "Geburtsname", "txtGebName", "Geburtsdatum*", "txtGebDat")
    _line(form, 620, "Straße, Hausnummer*", "txtStr", "PLZ, Ort*", "txtOrt")
    _line(form, 585, "Telefon (tagsüber)", "txtTel", "E-Mail-Adresse", "txtMail")
    form.words(LEFT, 555, "Zugezogen am:", 9)
    form.field(
        "Textfeld1", (LEFT + 80, 552, LEFT + 180, 566), script='AFDate_FormatEx("dd.mm.yyyy");'
    )
    form.words(MIDDLE, 555, "aus Gemeinde:", 9)
    form.field("Textfeld2", (MIDDLE + 80, 552, MIDDLE + 220, 566))


def _dog(form: PdfForm) -> None:
    form.words(LEFT, 520, "2. Angaben zum Hund", 12, bold=True)
    _line(form, 480, "Rufname des Hundes", "hund.rufname", "Rasse*", "hund.rasse")
    form.words(LEFT, 452, "Geschlecht", 9)
    form.field(
        "hund_geschlecht", (LEFT + 80, 448, LEFT + 200, 463), "Ch", COMBO,
        options=("", "Rüde", "Hündin"),
    )  # fmt: skip
    form.words(MIDDLE, 452, "Wurftag", 9)
    form.field("wurf", (MIDDLE + 80, 448, MIDDLE + 220, 463), script="AFDate_Format(1);")
    form.field("chip", (LEFT, 415, LEFT + 240, 430), tip="Nummer des Chips (15 Stellen)", length=15)
    form.field("farbe", (MIDDLE, 415, MIDDLE + 220, 430), tip="Farbe des Fells")
    form.words(LEFT + 20, 388, "Der Hund ist als gefährlicher Hund eingestuft", 9)
    form.field("Kontrollkästchen3", (LEFT, 385, LEFT + 12, 397), "Btn")
    form.words(LEFT + 20, 368, "Der Hund ist ein Assistenzhund", 9)
    form.field("Kontrollkästchen4", (LEFT, 365, LEFT + 12, 377), "Btn")
    form.words(LEFT, 340, "Haben Sie bereits einen Hund?", 9)
    form.words(LEFT + 197, 340, "ja", 9)
    form.words(LEFT + 247, 340, "nein", 9)
    yes = (LEFT + 180, 338, LEFT + 192, 350)
    no = (LEFT + 230, 338, LEFT + 242, 350)
    form.buttons("weitererHund", [("ja", yes), ("nein", no)])
    _line(form, 300, "Beginn der Haltung*", "haltung_ab", "Anzahl der Hunde im Haushalt", "anz")
    _line(form, 265, "Name der bisherigen Halterin", "alt_name", "Deren Anschrift", "alt_anschrift")
    form.words(LEFT, 235, "Bemerkungen", 9)
    form.field("bemerkungen", (LEFT, 160, LEFT + 480, 230), flags=MULTILINE)
    _line(form, 115, "Schulterhöhe in cm", "hoehe", "Gewicht in kg", "gewicht")
    _line(form, 80, "Kassenzeichen (falls bekannt)", "kz", "Aktenzeichen", "az")


def _payment(form: PdfForm) -> None:
    form.words(LEFT, 790, "3. Zahlung", 12, bold=True)
    form.words(LEFT + 20, 765, "Ich erteile ein SEPA-Lastschriftmandat", 9)
    form.field("sepa", (LEFT, 762, LEFT + 12, 774), "Btn")
    _line(form, 720, "Kontoinhaberin oder Kontoinhaber", "konto", "IBAN", "iban")
    _line(form, 685, "Kreditinstitut", "bank", "BIC", "bic")
    form.words(LEFT, 655, "Jahresbetrag", 9)
    form.field(
        "betrag", (LEFT + 80, 652, LEFT + 180, 667), script='AFNumber_Format(2,3,0,0," €",true);'
    )


def _end(form: PdfForm) -> None:
    form.words(LEFT, 620, "4. Anlagen und Erklärung", 12, bold=True)
    for place, words in enumerate(("Kopie des Kaufvertrags", "Nachweis über die Ermäßigung")):
        y = 590 - 20 * place
        form.words(LEFT + 20, y + 3, words, 9)
        form.field(f"anlage{place}", (LEFT, y, LEFT + 12, y + 12), "Btn")
    form.words(LEFT, 540, "Grund der Ermäßigung", 9)
    form.field(
        "grund", (LEFT + 120, 536, LEFT + 300, 551), "Ch", COMBO,
        options=(("A", "Assistenzhund"), ("T", "Hund aus dem Tierheim"), ("S", "Sonstiges")),
    )  # fmt: skip
    form.field("wahr", (LEFT, 500, LEFT + 12, 512), "Btn", REQUIRED,
               tip="Ich versichere, dass meine Angaben richtig sind")  # fmt: skip
    _line(form, 450, "Ort", "ort_u", "Datum", "datum_u")
    form.field("unterschrift", (LEFT, 400, LEFT + 240, 430), "Sig")
    form.field("drucken", (MIDDLE, 400, MIDDLE + 80, 420), "Btn", PUSH)
