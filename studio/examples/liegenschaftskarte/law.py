"""On which law does the order rest, and how is the service described?"""

from __future__ import annotations

from datetime import date

from studio.examples.building import Bench

_CADASTRE = "Gesetz über die Landesvermessung und das Liegenschaftskataster NRW"
_COSTS = "Vermessungs- und Wertermittlungskostenordnung NRW"
_TOWN = "Gebührensatzung der Stadt Musterstadt für Geodaten"
_GII = "https://www.gesetze-im-internet.de/"


def tell(b: Bench) -> None:
    """The service, its lanes and its norms."""
    b.service(
        ("Auszug aus der Liegenschaftskarte bestellen", "Order an extract of the cadastral map"),
        (
            "Die amtliche Karte Ihres Grundstücks bestellen, bezahlen und als PDF abrufen. "
            "Auskünfte mit Eigentümern gibt es nur bei berechtigtem Interesse.",
            "Order the official map of a parcel, pay and fetch it as a PDF. Information about "
            "owners needs a legitimate interest.",
        ),
        short_name="Liegenschaftskarte",
        office="Stadt Musterstadt, Katasteramt",
        valid_from=date(2026, 1, 1),
        trust_level="basic",
        version="1.0.0",
        status=3,
    )
    b.role("antragsteller", ("Antragsteller", "Applicant"), "applicant")
    b.role("katasteramt", ("Katasteramt", "Cadastre office"), "office", "katasteramt")
    b.role("system", ("System", "System"), "system")
    _land(b)
    _town(b)
    _federal(b)
    b.cite("service", "vermkatg11", "vermkatg14", "kosten")
    for code, words in _MODULES.items():
        b.module(code, words)


def _land(b: Bench) -> None:
    b.norm(
        "vermkatg11",
        "act",
        "§ 11",
        "VermKatG NRW",
        _CADASTRE,
        wording="Das Liegenschaftskataster weist alle Flurstücke und Gebäude nach.",
    )
    b.norm(
        "vermkatg14",
        "act",
        "§ 14",
        "VermKatG NRW",
        _CADASTRE,
        wording="Angaben zu Eigentümern erhält, wer ein berechtigtes Interesse darlegt.",
    )
    b.norm(
        "kosten",
        "ordinance",
        "§ 1",
        "VermWertKostO NRW",
        _COSTS,
        valid_from=date(2020, 1, 1),
        wording="Weitere Ausfertigungen kosten einheitlich 10 Euro.",
    )
    b.state(
        "kosten.alt",
        "kosten",
        None,
        date(2019, 12, 31),
        law="VermWertGebO NRW",
        title="Vermessungs- und Wertermittlungsgebührenordnung NRW",
        wording="Weitere Ausfertigungen kosten je nach Format 1, 3 oder 10 Euro.",
    )


def _town(b: Bench) -> None:
    for paragraph, wording in (
        (
            "2",
            "Ein Auszug, den das System ohne Handarbeit erzeugt, kostet 15 Euro in jedem Format.",
        ),
        ("3", "Ein Auszug mit Handarbeit kostet 30 Euro in den Formaten A4 und A3, sonst 60 Euro."),
        ("4", "Jede weitere Ausfertigung kostet 10 Euro."),
        ("5", "Auszüge ohne Handarbeit sind vor der Lieferung zu bezahlen, andere nach Rechnung."),
        ("6", "Beglaubigte Auszüge werden mit der Post geliefert."),
    ):
        b.norm(
            f"geogebs{paragraph}",
            "bylaw",
            f"§ {paragraph}",
            "GeoGebS",
            _TOWN,
            wording=wording,
        )
    b.norm(
        "agb",
        "other",
        "Nummer 3",
        "Nutzungsbedingungen",
        "Nutzungsbedingungen des Katasteramts Musterstadt",
    )


def _federal(b: Bench) -> None:
    title, link = "Verwaltungsverfahrensgesetz", f"{_GII}vwvfg/"
    for paragraph, key in (
        ("§ 26 Abs. 2", "26"),
        ("§ 28", "28"),
        ("§ 31", "31"),
        ("§ 33", "33"),
        ("§ 39", "39"),
        ("§ 41", "41"),
    ):
        b.norm(f"vwvfg{key}", "act", paragraph, "VwVfG", title, f"{link}__{key}.html")
    b.norm("vwgo70", "act", "§ 70", "VwGO", "Verwaltungsgerichtsordnung", f"{_GII}vwgo/__70.html")
    b.norm("egovg4", "act", "§ 4", "EGovG", "E-Government-Gesetz", f"{_GII}egovg/__4.html")
    b.norm("dsgvo13", "eu", "Artikel 13", "DSGVO", "Datenschutz-Grundverordnung")


_MODULES = {
    "02": ("Liegenschaftskarte Auszug", "Cadastral map, extract"),
    "03": ("Auszug aus der Liegenschaftskarte bestellen", "Order an extract of the cadastral map"),
    "05": (
        "Die amtliche Karte Ihres Grundstücks als PDF, meist in wenigen Minuten.",
        "The official map of your parcel as a PDF, usually within minutes.",
    ),
    "06": (
        "Die Liegenschaftskarte zeigt Grenzen, Flurstücke und Gebäude. Sie brauchen sie zum "
        "Beispiel für einen Bauantrag oder einen Kredit.  "
        "Karten und Flurstücksnachweise gibt es für alle. Angaben zu Eigentümern bekommen Sie nur "
        "mit einem berechtigten Interesse. Der bloße Wunsch zu kaufen genügt nicht.",
        "The cadastral map shows borders, parcels and buildings. You need it for example for a "
        "building application or a loan.  "
        "Maps and parcel records are open to all. Information about owners needs a legitimate "
        "interest. The mere wish to buy is not enough.",
    ),
    "07": (
        "§§ 11 und 14 VermKatG NRW; VermWertKostO NRW; GeoGebS Musterstadt",
        "Sections 11 and 14 VermKatG NRW; VermWertKostO NRW; GeoGebS Musterstadt",
    ),
    "08": (
        "Keine. Nur für Angaben zu Eigentümern: ein Nachweis Ihres berechtigten Interesses.",
        "None. Only for information about owners: proof of your legitimate interest.",
    ),
    "09": (
        "Für Karten keine. Für Angaben zu Eigentümern ein berechtigtes Interesse.",
        "None for maps. A legitimate interest for information about owners.",
    ),
    "11": (
        "1. Sie suchen das Grundstück und bestellen. 2. Sie bezahlen online. 3. Das System erzeugt "
        "den Auszug. 4. Sie laden ihn herunter, finden ihn im Postfach oder erhalten ihn mit der "
        "Post.  "
        "Beglaubigungen, Angaben zu Eigentümern und Gebiete der Flurbereinigung bearbeitet das "
        "Katasteramt von Hand.",
        "1. You find the parcel and order. 2. You pay online. 3. The system creates the extract. "
        "4. You download it, find it in your mailbox or receive it by post.  "
        "Certified copies, information about owners and areas of land consolidation are handled "
        "by the cadastre office.",
    ),
    "14": ("Online-Bestellung, Schriftform nicht nötig", "Online order, no signature needed"),
    "16": (
        "Die Karte ersetzt keine Vermessung vor Ort.",
        "The map does not replace a survey on site.",
    ),
    "22": ("Stadt Musterstadt, Katasteramt", "City of Musterstadt, cadastre office"),
    "24": ("Karte vom Grundstück? Hier bestellen.", "Map of a parcel? Order it here."),
    "25": (
        "Widerspruch innerhalb eines Monats nach Bekanntgabe der Ablehnung",
        "Objection within one month after the refusal has been served",
    ),
}
