"""What is asked about each item of the order?"""

from __future__ import annotations

from decimal import Decimal

from model.records import Expression, Value
from studio.examples.building import Bench
from studio.examples.form_words import YES_NO
from studio.examples.foundation import Words

_ONE = Value(number=Decimal(1))


def tell_items(b: Bench) -> None:
    """The page with the list of items, from one to three, and what they are for."""
    b.page("p_bestellung", ("Ihre Bestellung", "Your order"))
    b.rest_on("vermkatg11", "kosten")
    b.group(
        "position",
        "p_bestellung",
        ("Auftragsposition", "Item"),
        norms=("vermkatg11", "kosten"),
        minimum=1,
        maximum=3,
        help=("Für jeden Auszug einmal ausfüllen", "Fill in once for each extract"),
    )
    _item(b)
    _opened(b)
    b.choice(
        "zweck",
        "p_bestellung",
        ("Wofür brauchen Sie den Auszug?", "What do you need the extract for?"),
        {
            "bauantrag": ("Bauantrag", "Building application"),
            "finanzierung": ("Finanzierung", "Loan"),
            "notar": ("Notar", "Notary"),
            "sonstiges": ("Sonstiges", "Other"),
        },
        "Passenden Maßstab empfehlen",
        minimum=1,
        norms=("vermkatg11",),
    )
    _conditions(b)


def _item(b: Bench) -> None:
    b.choice(
        "produkt",
        "position",
        ("Produkt", "Product"),
        {
            "karte": ("Liegenschaftskarte", "Cadastral map"),
            "flurstueck": ("Flurstücksnachweis", "Parcel record"),
            "eigentuemer": ("Eigentümernachweis", "Owner record"),
        },
        "Auszug erzeugen",
        minimum=1,
        norms=("vermkatg11", "vermkatg14"),
    )
    b.choice(
        "massstab",
        "position",
        ("Maßstab", "Scale"),
        {"500": ("1:500", "1:500"), "1000": ("1:1000", "1:1000"), "2000": ("1:2000", "1:2000")},
        "Auszug erzeugen",
        visible=b.chosen("produkt.karte"),
        minimum=1,
    )
    b.code_list(
        "formate",
        "Papierformate",
        {size.lower(): (size, size) for size in ("A4", "A3", "A2", "A1", "A0")},
        urn="urn:de:musterstadt:papierformate",
        version="2026-01-01",
        issuer="Stadt Musterstadt",
    )
    b.field(
        "format",
        "choice",
        "position",
        ("Format", "Paper size"),
        "Auszug erzeugen, Gebühr bestimmen",
        minimum=1,
        code_list=b["formate"],
        norms=("geogebs3",),
    )
    b.choice("farbig", "position", ("Farbig?", "In colour?"), YES_NO, "Auszug erzeugen", minimum=1)
    b.field(
        "ausfertigungen",
        "integer",
        "position",
        ("Ausfertigungen", "Copies"),
        "Gebühr bestimmen",
        minimum=1,
        min_value=Decimal(1),
        max_value=Decimal(5),
        content="1",
        norms=("geogebs4", "kosten"),
    )
    b.field(
        "weitere",
        "integer",
        "position",
        ("weitere Ausfertigungen", "further copies"),
        "Gebühr bestimmen",
        field_kind="hidden",
        value=b.less(b.answer("ausfertigungen"), _ONE),
        norms=("geogebs4", "kosten"),
    )
    b.choice(
        "beglaubigt",
        "position",
        ("Beglaubigt?", "Certified?"),
        YES_NO,
        "Handarbeit erkennen",
        minimum=1,
        norms=("vwvfg33", "geogebs6"),
    )


def _opened(b: Bench) -> None:
    """Groups that an answer opens, each with its number to count."""
    _opens(
        b,
        "gross",
        b.among("format", ("a2", "a1", "a0"), "formate"),
        ("Großes Format", "Large size"),
        ("Mit Handarbeit kostet dieses Format 60 Euro.", "Made by hand this size costs 60 euros."),
        ("Auszüge über A3", "extracts above A3"),
        "geogebs3",
    )
    _opens(
        b,
        "beglaubigt_wie",
        b.chosen("beglaubigt.ja"),
        ("Beglaubigung", "Certification"),
        (
            "Beglaubigte Auszüge fertigt das Katasteramt. Sie kommen mit der Post.",
            "Certified extracts are made by the cadastre office. They come by post.",
        ),
        ("beglaubigte Auszüge", "certified extracts"),
        "vwvfg33",
        "geogebs6",
    )
    _opens(
        b,
        "eigentuemer",
        b.chosen("produkt.eigentuemer"),
        ("Angaben zu Eigentümern", "Information about owners"),
        (
            "Dafür brauchen Sie ein berechtigtes Interesse. Danach fragen wir auf der nächsten "
            "Seite.",
            "This needs a legitimate interest. We ask about it on the next page.",
        ),
        ("Eigentümernachweise", "owner records"),
        "vermkatg14",
    )


def _opens(
    b: Bench,
    key: str,
    when: Expression,
    label: Words,
    text: Words,
    counted: Words,
    *norms: str,
) -> None:
    b.group(key, "position", label, norms=norms, visible=when)
    b.note(f"h_{key}", key, ("Hinweis", "Note"), text, norms=norms)
    b.field(
        f"zahl_{key}",
        "integer",
        key,
        counted,
        "Gebühr und Bearbeitung bestimmen",
        field_kind="hidden",
        value=_ONE,
        norms=norms,
    )


def _conditions(b: Bench) -> None:
    page = "p_bestellung"
    b.rule(
        "r_beglaubigt_dabei",
        page,
        "condition",
        "Beglaubigung gewünscht",
        b.compare(b.total("zahl_beglaubigt_wie"), "ge", 1),
        None,
        "vwvfg33",
    )
    b.rule(
        "r_eigentuemer_dabei",
        page,
        "condition",
        "Eigentümernachweis dabei",
        b.compare(b.total("zahl_eigentuemer"), "ge", 1),
        None,
        "vermkatg14",
    )
    b.rule(
        "r_kopien",
        "position",
        "validation",
        "Höchstens vier weitere Ausfertigungen",
        b.compare(b.total("weitere"), "le", 4),
        (
            "Online sind höchstens vier weitere Ausfertigungen möglich.",
            "Four further copies at most can be ordered online.",
        ),
        "geogebs4",
    )
