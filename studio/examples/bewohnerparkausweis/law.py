"""On which law does the parking permit rest, and how is the service described?"""

from __future__ import annotations

from datetime import date

from studio.examples.building import Bench

_STVO = "Straßenverkehrs-Ordnung"
_TOWN = "Verordnung der Stadt Musterstadt über das Bewohnerparken"
_GII = "https://www.gesetze-im-internet.de/"


def tell(b: Bench) -> None:
    """The service, its lanes and its norms as they stand today."""
    b.service(
        ("Bewohnerparkausweis ausstellen", "Issue a resident parking permit"),
        (
            "Wer in einem Parkgebiet von Musterstadt mit Hauptwohnung gemeldet ist, kann für ein "
            "Fahrzeug einen Bewohnerparkausweis bekommen.",
            "Anyone whose main residence is in a parking zone of Musterstadt can get a resident "
            "parking permit for one vehicle.",
        ),
        short_name="Bewohnerparkausweis",
        leika_key="99108001000000",
        office="Stadt Musterstadt, Straßenverkehrsbehörde",
        valid_from=date(2026, 1, 1),
        trust_level="substantial",
        version="4.0.0",
        status=3,
    )
    b.role("antragsteller", ("Antragsteller", "Applicant"), "applicant")
    b.role(
        "behoerde",
        ("Straßenverkehrsbehörde", "Road traffic authority"),
        "office",
        "strassenverkehr",
    )
    b.role("system", ("System", "System"), "system")
    _federal(b)
    _town(b)
    _procedure(b)
    b.cite("service", "stvo45", "stvo46", "stvg6a", "gebost265")
    for code, words in _MODULES.items():
        b.module(code, words)


def _federal(b: Bench) -> None:
    b.norm(
        "stvo45",
        "ordinance",
        "§ 45 Abs. 1b Satz 1 Nr. 2a, Satz 2 und 3",
        "StVO",
        _STVO,
        f"{_GII}stvo_2013/__45.html",
    )
    b.norm(
        "stvo46",
        "ordinance",
        "§ 46 Abs. 1 Satz 1 Nr. 11, Abs. 5",
        "StVO",
        _STVO,
        f"{_GII}stvo_2013/__46.html",
    )
    b.norm(
        "stvg6a",
        "act",
        "§ 6a Abs. 5a",
        "StVG",
        "Straßenverkehrsgesetz",
        f"{_GII}stvg/__6a.html",
        valid_from=date(2020, 6, 29),
        wording=(
            "Die Länder dürfen Gebühren für das Ausstellen von Parkausweisen für Bewohner selbst "
            "festsetzen und dies weiter übertragen (Gesetz vom 29. Juni 2020)."
        ),
    )
    b.norm(
        "gebost265",
        "ordinance",
        "Nr. 265",
        "GebOSt",
        "Gebührenordnung für Maßnahmen im Straßenverkehr",
        f"{_GII}stgebo_2011/",
        wording="Parkausweis für Bewohner: 10,20 bis 30,70 Euro je Jahr.",
    )
    b.norm(
        "vwv45",
        "directive",
        "zu § 45",
        "VwV-StVO",
        "Allgemeine Verwaltungsvorschrift zur StVO, zu § 45 Abs. 1 bis 1e, Abschnitt X",
        wording=(
            "Jeder Bewohner erhält nur einen Parkausweis für ein auf ihn zugelassenes oder "
            "dauerhaft von ihm genutztes Fahrzeug."
        ),
    )


def _town(b: Bench) -> None:
    law = "BewPVO"
    b.norm(
        "bewpvo1",
        "ordinance",
        "§ 1",
        law,
        _TOWN,
        wording="Die Parkgebiete A und B ergeben sich aus dem Straßenverzeichnis.",
    )
    b.norm(
        "bewpvo2",
        "ordinance",
        "§ 2",
        law,
        _TOWN,
        wording="Anspruch auf einen Ausweis für ein Fahrzeug bis 3,5 t zulässiger Gesamtmasse.",
    )
    b.norm(
        "bewpvo3",
        "ordinance",
        "§ 3",
        law,
        _TOWN,
        valid_from=date(2023, 6, 13),
        wording=(
            "Die Gebühr richtet sich nach Parkgebiet und Laufzeit und bleibt im Rahmen der Nr. "
            "265 GebOSt. Wird nur das Kennzeichen geändert, ist der niedrigste Satz zu zahlen. "
            "Nur eine Rechtsverordnung darf sie regeln (BVerwG, Urteil vom 13. Juni 2023, "
            "9 CN 2.22)."
        ),
    )
    b.norm(
        "bewpvo4",
        "ordinance",
        "§ 4",
        law,
        _TOWN,
        wording=(
            "Der Ausweis gilt sechs oder zwölf Monate. Die Stadt erinnert vier Wochen vor Ablauf."
        ),
    )


def _procedure(b: Bench) -> None:
    title, link = "Verwaltungsverfahrensgesetz", f"{_GII}vwvfg/"
    b.norm("vwvfg14", "act", "§ 14", "VwVfG", title, f"{link}__14.html")
    b.norm("vwvfg26", "act", "§ 26 Abs. 2", "VwVfG", title, f"{link}__26.html")
    b.norm("vwvfg28", "act", "§ 28", "VwVfG", title, f"{link}__28.html")
    b.norm("vwvfg31", "act", "§ 31", "VwVfG", title, f"{link}__31.html")
    b.norm("vwvfg39", "act", "§ 39", "VwVfG", title, f"{link}__39.html")
    b.norm("vwvfg41", "act", "§ 41", "VwVfG", title, f"{link}__41.html")
    b.norm("vwgo70", "act", "§ 70", "VwGO", "Verwaltungsgerichtsordnung", f"{_GII}vwgo/__70.html")
    b.norm("bmg38", "act", "§ 38", "BMG", "Bundesmeldegesetz", f"{_GII}bmg/__38.html")
    b.norm("egovg4", "act", "§ 4", "EGovG", "E-Government-Gesetz", f"{_GII}egovg/__4.html")
    b.norm("dsgvo13", "eu", "Artikel 13", "DSGVO", "Datenschutz-Grundverordnung")


_MODULES = {
    "02": ("Bewohnerparkausweis Ausstellung", "Resident parking permit, issue"),
    "03": ("Bewohnerparkausweis beantragen", "Apply for a resident parking permit"),
    "05": (
        "Mit dem Bewohnerparkausweis parken Sie in Ihrem Parkgebiet ohne Parkschein.",
        "With a resident parking permit you can park in your zone without a ticket.",
    ),
    "06": (
        "Wohnen Sie in einem Parkgebiet? Dann können Sie online einen Bewohnerparkausweis "
        "beantragen. Ist alles klar, bezahlen Sie und bekommen den Ausweis sofort als PDF.  "
        "Sonst prüft die Straßenverkehrsbehörde Ihren Antrag. Jeder Bewohner bekommt einen "
        "Ausweis. Der Ausweis gibt kein Recht auf einen bestimmten Platz.",
        "Do you live in a parking zone? Then you can apply for a resident parking permit online. "
        "If everything is clear, you pay and receive the permit as a PDF at once.  "
        "Otherwise the road traffic authority examines your application. Every resident gets one "
        "permit. The permit does not reserve a certain space.",
    ),
    "07": (
        "§ 45 Abs. 1b und § 46 StVO; § 6a Abs. 5a StVG; Nr. 265 GebOSt; BewPVO Musterstadt",
        "Sections 45 (1b) and 46 StVO; section 6a (5a) StVG; no. 265 GebOSt; BewPVO Musterstadt",
    ),
    "08": (
        "Ausweis (entfällt bei Anmeldung mit BundID), Zulassungsbescheinigung Teil I. Nur wenn "
        "das Fahrzeug jemand anderem gehört: Nutzungsbescheinigung. Nur wenn Sie für andere "
        "handeln: Vollmacht.",
        "Identity document (not needed if you log in with BundID), vehicle registration "
        "certificate part I. Only if the vehicle belongs to somebody else: confirmation of use. "
        "Only if you act for somebody else: power of attorney.",
    ),
    "09": (
        "Ihre Hauptwohnung liegt in einem Parkgebiet. Das Fahrzeug ist auf Sie zugelassen oder "
        "Sie nutzen es dauerhaft, auch als Carsharing. Es wiegt höchstens 3,5 t.",
        "Your main residence is in a parking zone. The vehicle is registered to you or you use it "
        "permanently, car sharing included. Its maximum permissible mass is 3.5 t.",
    ),
    "11": (
        "1. Sie stellen den Antrag. 2. Parkgebiet und Wohnsitz werden automatisch geprüft. 3. In "
        "klaren Fällen bezahlen Sie und erhalten den Ausweis sofort. 4. Sonst prüft die Behörde "
        "und fragt nach, wenn etwas fehlt. 5. Vier Wochen vor Ablauf erinnern wir Sie.",
        "1. You apply. 2. Parking zone and residence are checked automatically. 3. In clear cases "
        "you pay and get the permit at once. 4. Otherwise the authority examines the case and "
        "asks if something is missing. 5. We remind you four weeks before it expires.",
    ),
    "14": ("Online-Antrag, Schriftform nicht nötig", "Online application, no signature needed"),
    "16": (
        "Melden Sie uns, wenn Sie umziehen oder das Fahrzeug wechseln.",
        "Tell us when you move or change the vehicle.",
    ),
    "22": (
        "Stadt Musterstadt, Straßenverkehrsbehörde",
        "City of Musterstadt, road traffic authority",
    ),
    "24": (
        "In Ihrer Straße parken? Hier geht es zum Ausweis.",
        "Park in your street? Get your permit here.",
    ),
    "25": (
        "Widerspruch innerhalb eines Monats nach Bekanntgabe des Bescheids",
        "Objection within one month after the decision has been served",
    ),
}
