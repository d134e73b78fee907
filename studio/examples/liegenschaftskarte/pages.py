"""What does the customer fill in?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from studio.examples.building import Bench
from studio.examples.form_words import YES_NO
from studio.examples.liegenschaftskarte.items import tell_items

_DISTRICTS = {
    "050101": ("Musterstadt-Altstadt", "Musterstadt-Altstadt"),
    "050102": ("Musterstadt-Neustadt", "Musterstadt-Neustadt"),
    "050103": ("Birkenfeld", "Birkenfeld"),
    "050104": ("Hohenau", "Hohenau"),
    "050105": ("Lindental", "Lindental"),
    "050106": ("Mühlbach", "Mühlbach"),
    "050107": ("Oberwald", "Oberwald"),
    "050108": ("Steinbruch", "Steinbruch"),
}


def tell(b: Bench) -> None:
    """Five pages; the third only for information about owners."""
    b.retention = "10 Jahre (Rechnung), sonst 1 Jahr nach der Lieferung"
    _search(b)
    tell_items(b)
    _interest(b)
    _customer(b)
    _closing(b)


def _search(b: Bench) -> None:
    b.code_list(
        "gemarkungen",
        "Gemarkungen",
        _DISTRICTS,
        urn="urn:de:musterstadt:gemarkungen",
        version="2026-01-01",
        issuer="Stadt Musterstadt",
    )
    b.page("p_suche", ("Welches Grundstück?", "Which parcel?"))
    b.rest_on("vermkatg11")
    b.choice(
        "suche",
        "p_suche",
        ("Wie möchten Sie suchen?", "How do you want to search?"),
        {
            "adresse": ("Mit der Adresse", "By address"),
            "kataster": ("Mit der Katasterbezeichnung", "By cadastral number"),
        },
        "Flurstück finden",
        minimum=1,
    )
    b.group(
        "adresse",
        "p_suche",
        ("Adresse", "Address"),
        norms=("vermkatg11",),
        visible=b.chosen("suche.adresse"),
    )
    b.field(
        "gemeinde",
        "text",
        "adresse",
        ("Gemeinde", "Municipality"),
        "Flurstück finden",
        minimum=1,
        max_length=60,
        content="Musterstadt",
    )
    b.field(
        "strasse",
        "text",
        "adresse",
        ("Straße", "Street"),
        "Flurstück finden",
        minimum=1,
        max_length=55,
    )
    b.field(
        "hausnummer",
        "text",
        "adresse",
        ("Hausnummer", "House number"),
        "Flurstück finden",
        minimum=1,
        max_length=9,
    )
    b.group(
        "kataster",
        "p_suche",
        ("Katasterbezeichnung", "Cadastral number"),
        norms=("vermkatg11",),
        visible=b.chosen("suche.kataster"),
        help=(
            "Sie steht zum Beispiel im Grundbuchauszug.",
            "You find it for example in the land register extract.",
        ),
    )
    b.field(
        "gemarkung",
        "choice",
        "kataster",
        ("Gemarkung", "Cadastral district"),
        "Flurstück finden",
        code_list=b["gemarkungen"],
        minimum=1,
    )
    whole: dict[str, Any] = {"min_value": Decimal(1)}
    b.field(
        "flur",
        "integer",
        "kataster",
        ("Flur", "Section"),
        "Flurstück finden",
        minimum=1,
        max_value=Decimal(999),
        **whole,
    )
    b.field(
        "zaehler",
        "integer",
        "kataster",
        ("Flurstück (Zähler)", "Parcel (numerator)"),
        "Flurstück finden",
        minimum=1,
        max_value=Decimal(99999),
        **whole,
    )
    b.field(
        "nenner",
        "integer",
        "kataster",
        ("Flurstück (Nenner)", "Parcel (denominator)"),
        "Flurstück finden",
        max_value=Decimal(9999),
        **whole,
        help=(
            "Nur wenn vorhanden, zum Beispiel die 3 in 128/3",
            "Only if there is one, for example the 3 in 128/3",
        ),
    )
    b.field(
        "flurbereinigung",
        "text",
        "p_suche",
        ("Gebiet der Flurbereinigung", "Area of land consolidation"),
        "Handarbeit erkennen",
        data_type="bool",
        field_kind="hidden",
        content="false",
    )


def _interest(b: Bench) -> None:
    b.page("p_interesse", ("Berechtigtes Interesse", "Legitimate interest"))
    b.rest_on("vermkatg14")
    b.group(
        "interesse",
        "p_interesse",
        ("Ihr Interesse", "Your interest"),
        norms=("vermkatg14",),
        help=(
            "Der Wunsch, das Grundstück zu kaufen, genügt nicht.",
            "The wish to buy the parcel is not enough.",
        ),
    )
    b.field(
        "begruendung",
        "long_text",
        "interesse",
        ("Warum brauchen Sie die Angaben?", "Why do you need the information?"),
        "Berechtigtes Interesse prüfen",
        minimum=1,
    )
    b.field(
        "interesse_datei",
        "file",
        "interesse",
        ("Nachweis", "Proof"),
        "Berechtigtes Interesse prüfen",
        maximum=3,
        max_size=10_000_000,
        help=(
            "Zum Beispiel Vollmacht, Titel oder Vertrag",
            "For example power of attorney, title or contract",
        ),
    )
    b.evidence(
        "n_interesse",
        "interesse_datei",
        ("Nachweis des berechtigten Interesses", "Proof of the legitimate interest"),
        ("Angaben zu Eigentümern sind geschützt.", "Information about owners is protected."),
        "vermkatg14",
        needed=b.named("r_eigentuemer_dabei"),
    )


def _customer(b: Bench) -> None:
    b.page("p_besteller", ("Bestellung und Lieferung", "Customer and delivery"))
    b.rest_on("geogebs5")
    b.group("besteller", "p_besteller", ("Besteller", "Customer"), norms=("geogebs5",))
    known: dict[str, Any] = {"minimum": 1, "prefill": "optional"}
    b.field(
        "name",
        "text",
        "besteller",
        ("Name oder Firma", "Name or company"),
        "Rechnung und Lieferung",
        max_length=120,
        **known,
    )
    b.field(
        "anschrift",
        "text",
        "besteller",
        ("Anschrift", "Address"),
        "Rechnung und Lieferung",
        max_length=200,
        **known,
    )
    b.field(
        "email",
        "email",
        "besteller",
        ("E-Mail", "E-mail"),
        "Lieferung ankündigen, Rückfragen",
        **known,
    )
    b.choice(
        "andere_rechnung",
        "p_besteller",
        ("Geht die Rechnung an eine andere Anschrift?", "Is the invoice for another address?"),
        YES_NO,
        "Rechnung zustellen",
        minimum=1,
    )
    b.group(
        "rechnung",
        "p_besteller",
        ("Rechnungsanschrift", "Invoice address"),
        norms=("geogebs5",),
        visible=b.chosen("andere_rechnung.ja"),
    )
    b.field(
        "rechnung_name",
        "text",
        "rechnung",
        ("Rechnung an", "Invoice to"),
        "Rechnung zustellen",
        minimum=1,
        max_length=120,
    )
    b.field(
        "rechnung_anschrift",
        "text",
        "rechnung",
        ("Anschrift für die Rechnung", "Address for the invoice"),
        "Rechnung zustellen",
        minimum=1,
        max_length=200,
    )
    b.choice(
        "lieferweg",
        "p_besteller",
        ("Wie möchten Sie den Auszug?", "How would you like to get the extract?"),
        {
            "download": ("Zum Herunterladen", "Download"),
            "postfach": ("In mein Postfach", "To my mailbox"),
            "post": ("Mit der Post", "By post"),
        },
        "Auszug liefern",
        minimum=1,
        norms=("geogebs6", "vwvfg41"),
    )
    b.rule(
        "r_lieferweg",
        "lieferweg",
        "validation",
        "Beglaubigtes nur mit der Post",
        b.if_then(b.named("r_beglaubigt_dabei"), b.chosen("lieferweg.post")),
        (
            "Beglaubigte Auszüge kommen immer mit der Post. Bitte wählen Sie „Mit der Post“.",
            "Certified extracts always come by post. Please choose 'By post'.",
        ),
        "geogebs6",
    )


def _closing(b: Bench) -> None:
    b.page("p_abschluss", ("Abschluss", "Closing"))
    b.note(
        "h_preis",
        "p_abschluss",
        ("Was es kostet", "What it costs"),
        (
            "Auszüge ohne Handarbeit: 15 Euro. Mit Handarbeit: 30 Euro bis A3, sonst 60 Euro. "
            "Jede weitere Ausfertigung: 10 Euro.",
            "Extracts made by the system: 15 euros. Made by hand: 30 euros up to A3, otherwise 60 "
            "euros. Each further copy: 10 euros.",
        ),
        norms=(
            "geogebs2",
            "geogebs3",
            "geogebs4",
        ),
    )
    b.consent(
        "agb_ja",
        "p_abschluss",
        ("Bedingungen gelesen", "Terms read"),
        ("Ich stimme den Nutzungsbedingungen zu.", "I agree to the terms of use."),
        "Nutzung der Karte regeln",
        norms=("agb",),
    )
    b.consent(
        "datenschutz",
        "p_abschluss",
        ("Datenschutz gelesen", "Privacy notice read"),
        ("Ich habe die Hinweise zum Datenschutz gelesen.", "I have read the privacy notice."),
        "Information nach Artikel 13 DSGVO belegen",
        norms=("dsgvo13",),
    )
