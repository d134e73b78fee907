"""What does the resident fill in about vehicle, validity and declaration?"""

from __future__ import annotations

from decimal import Decimal

from model.records import Answer, DateShift, Today
from studio.examples.building import Bench
from studio.examples.form_words import YES_NO


def tell_vehicle(b: Bench) -> None:
    """The vehicle, and its keeper where that is somebody else."""
    _vehicle(b)
    _too_heavy(b)
    _keeper(b)


def tell_end(b: Bench) -> None:
    """From when, how long, which way; the declaration; what is handed in later."""
    _validity(b)
    _declaration(b)
    _later(b)


def _vehicle(b: Bench) -> None:
    b.page("p_fahrzeug", ("Ihr Fahrzeug", "Your vehicle"))
    b.rest_on("vwv45", "bewpvo2")
    b.group("fahrzeug", "p_fahrzeug", ("Fahrzeug", "Vehicle"), norms=("vwv45", "bewpvo2"))
    b.field(
        "kennzeichen",
        "text",
        "fahrzeug",
        ("Kennzeichen", "Number plate"),
        "Ausweis dem Fahrzeug zuordnen",
        minimum=1,
        layout="plate",
        max_length=12,
        pattern="[A-ZÄÖÜ]{1,3}-{1}[A-Z]{1,2} [1-9][0-9]{0,3}[EH]?",
        error_text="Bitte so schreiben: MS-AB 123",
        help=("Zum Beispiel MS-AB 123", "For example MS-AB 123"),
    )
    b.field(
        "kennzeichen_alt",
        "text",
        "fahrzeug",
        ("Bisheriges Kennzeichen", "Previous number plate"),
        "Bisherigen Ausweis ersetzen",
        layout="plate",
        max_length=12,
        visible=b.chosen("anlass.wechsel"),
    )
    b.field(
        "masse",
        "integer",
        "fahrzeug",
        ("Zulässige Gesamtmasse", "Maximum permissible mass"),
        "Grenze von 3,5 t prüfen",
        minimum=1,
        unit="kg",
        min_value=Decimal(100),
        max_value=Decimal(60000),
        norms=("bewpvo2",),
        help=(
            "Feld F.2 der Zulassungsbescheinigung Teil I",
            "Field F.2 of the registration certificate part I",
        ),
    )
    b.field(
        "zulassung",
        "file",
        "fahrzeug",
        ("Zulassungsbescheinigung Teil I", "Registration certificate part I"),
        "Halter und Gesamtmasse prüfen",
        minimum=1,
        max_size=10_000_000,
    )
    b.evidence(
        "n_zulassung",
        "zulassung",
        ("Zulassungsbescheinigung Teil I", "Registration certificate part I"),
        (
            "Sie belegt Kennzeichen, Halter und Gesamtmasse.",
            "It proves number plate, keeper and mass.",
        ),
        "vwv45",
        "bewpvo2",
        source_register="Zentrales Fahrzeugregister",
    )
    b.choice(
        "halter",
        "p_fahrzeug",
        ("Sind Sie Halter des Fahrzeugs?", "Are you the keeper of the vehicle?"),
        {"nein": ("Nein", "No"), "ja": ("Ja", "Yes")},
        "Anspruch auf das Fahrzeug prüfen",
        minimum=1,
    )
    heavy = b.compare("masse", "gt", 3500)
    b.rule("r_schwer", "masse", "condition", "Fahrzeug über 3,5 t", heavy, None, "bewpvo2")
    b.rule(
        "r_masse",
        "masse",
        "eligibility",
        "Höchstens 3,5 t",
        b.compare("masse", "le", 3500),
        (
            "Für Fahrzeuge über 3,5 t gibt es keinen Bewohnerparkausweis (§ 2 BewPVO Musterstadt).",
            "There is no resident parking permit for vehicles above 3.5 t (section 2 BewPVO "
            "Musterstadt).",
        ),
        "bewpvo2",
    )


def _too_heavy(b: Bench) -> None:
    b.page("p_schwer", ("Fahrzeug zu schwer", "Vehicle too heavy"))
    b.note(
        "h_schwer",
        "p_schwer",
        ("Warum es hier endet", "Why it ends here"),
        (
            "Der Ausweis ist auf Fahrzeuge bis 3,5 t begrenzt (§ 2 BewPVO Musterstadt). Wenn Sie "
            "einen Bescheid dazu möchten, schreiben Sie der Straßenverkehrsbehörde.",
            "The permit is limited to vehicles up to 3.5 t (section 2 BewPVO Musterstadt). If you "
            "want a formal decision, please write to the road traffic authority.",
        ),
        norms=("bewpvo2",),
    )
    b.cite("p_schwer", "bewpvo2")


def _keeper(b: Bench) -> None:
    b.page("p_halter", ("Halter des Fahrzeugs", "Keeper of the vehicle"))
    b.rest_on("vwv45")
    b.choice(
        "carsharing",
        "p_halter",
        ("Ist es ein Carsharing-Fahrzeug?", "Is it a car-sharing vehicle?"),
        YES_NO,
        "Dauerhafte Nutzung prüfen",
        minimum=1,
    )
    b.group(
        "fremdfahrzeug",
        "p_halter",
        ("Fremdes Fahrzeug", "Vehicle of somebody else"),
        norms=("vwv45",),
    )
    b.field(
        "anbieter",
        "text",
        "fremdfahrzeug",
        ("Anbieter", "Provider"),
        "Dauerhafte Nutzung prüfen",
        max_length=100,
        visible=b.chosen("carsharing.ja"),
        minimum=1,
    )
    b.group(
        "halterangaben",
        "fremdfahrzeug",
        ("Halter", "Keeper"),
        norms=("vwv45",),
        visible=b.chosen("carsharing.nein"),
    )
    b.field(
        "halter_name",
        "text",
        "halterangaben",
        ("Name", "Name"),
        "Halter feststellen",
        minimum=1,
        max_length=120,
    )
    b.field(
        "halter_anschrift",
        "text",
        "halterangaben",
        ("Anschrift", "Address"),
        "Halter feststellen",
        minimum=1,
        max_length=200,
    )
    b.field(
        "nutzung",
        "file",
        "fremdfahrzeug",
        ("Nutzungsbescheinigung", "Confirmation of use"),
        "Dauerhafte Nutzung prüfen",
        minimum=1,
        max_size=10_000_000,
    )
    b.evidence(
        "n_nutzung",
        "nutzung",
        ("Nutzungsbescheinigung", "Confirmation of use"),
        (
            "Bei fremden Fahrzeugen bestätigt der Halter oder Anbieter die dauerhafte Nutzung.",
            "For a vehicle of somebody else the keeper or provider confirms the permanent use.",
        ),
        "vwv45",
        needed=b.chosen("halter.nein"),
    )


def _validity(b: Bench) -> None:
    b.page("p_gueltig", ("Gültigkeit und Versand", "Validity and delivery"))
    b.rest_on("bewpvo4")
    b.group("gueltigkeit", "p_gueltig", ("Gültigkeit", "Validity"), norms=("bewpvo4",))
    b.field(
        "beginn",
        "date",
        "gueltigkeit",
        ("Gültig ab", "Valid from"),
        "Laufzeit bestimmen",
        minimum=1,
    )
    b.rule(
        "r_beginn",
        "beginn",
        "validation",
        "Beginn ab dem Tag des Antrags",
        b.compare("beginn", "ge", Today()),
        (
            "Der Ausweis kann frühestens ab heute gelten.",
            "The permit can be valid from today at the earliest.",
        ),
        "bewpvo4",
    )
    b.choice(
        "laufzeit",
        "gueltigkeit",
        ("Laufzeit", "Duration"),
        {"6": ("6 Monate", "6 months"), "12": ("12 Monate", "12 months")},
        "Gültigkeit und Gebühr bestimmen",
        minimum=1,
        norms=("bewpvo3", "bewpvo4"),
    )
    start = Answer(field=b["beginn"])
    for months in (6, 12):
        b.field(
            f"bis_{months}",
            "date",
            "gueltigkeit",
            (f"Gültig bis ({months} Monate)", f"Valid until ({months} months)"),
            "Ende der Gültigkeit",
            field_kind="locked",
            value=DateShift(base=start, length=months, unit="month"),
            visible=b.chosen(f"laufzeit.{months}"),
        )
    most = b.compare(b.answer("bis_12"), "le", DateShift(base=start, length=12, unit="month"))
    b.rule(
        "r_hoechstens",
        "bis_12",
        "validation",
        "Höchstens zwölf Monate",
        most,
        (
            "Der Ausweis gilt höchstens zwölf Monate.",
            "The permit is valid for twelve months at most.",
        ),
        "bewpvo4",
    )
    b.choice(
        "versand",
        "p_gueltig",
        ("Wie möchten Sie den Ausweis?", "How would you like to get the permit?"),
        {"ausdruck": ("Zum Ausdrucken", "To print it myself"), "post": ("Mit der Post", "By post")},
        "Ausweis zustellen",
        minimum=1,
        norms=("vwvfg41",),
    )


def _declaration(b: Bench) -> None:
    b.page("p_erklaerung", ("Zusammenfassung", "Summary"))
    b.note(
        "h_summe",
        "p_erklaerung",
        ("Ihre Angaben", "Your details"),
        (
            "Bitte prüfen Sie Ihre Angaben. Die Gebühr zeigen wir Ihnen vor dem Bezahlen.",
            "Please check your details. We show you the fee before you pay.",
        ),
        norms=("bewpvo3",),
    )
    b.consent(
        "richtig",
        "p_erklaerung",
        ("Angaben richtig", "Details correct"),
        (
            "Meine Angaben sind richtig. Ich habe keinen weiteren Bewohnerparkausweis.",
            "My details are correct. I have no other resident parking permit.",
        ),
        "Nur ein Ausweis je Bewohner",
        norms=("vwv45",),
    )
    b.consent(
        "datenschutz",
        "p_erklaerung",
        ("Datenschutz gelesen", "Privacy notice read"),
        ("Ich habe die Hinweise zum Datenschutz gelesen.", "I have read the privacy notice."),
        "Information nach Artikel 13 DSGVO belegen",
        norms=("dsgvo13",),
    )


def _later(b: Bench) -> None:
    b.page("p_nachreichen", ("Unterlagen nachreichen", "Hand in documents"))
    b.rest_on("vwvfg26")
    b.group("ergaenzung", "p_nachreichen", ("Ihre Ergänzung", "Your addition"), norms=("vwvfg26",))
    b.field(
        "ergaenzung_text",
        "long_text",
        "ergaenzung",
        ("Ihre Antwort", "Your answer"),
        "Antrag vervollständigen",
    )
    b.field(
        "ergaenzung_datei",
        "file",
        "ergaenzung",
        ("Unterlagen", "Documents"),
        "Antrag vervollständigen",
        minimum=1,
        maximum=5,
        max_size=10_000_000,
    )
