"""What does the resident fill in about person, residence and errand?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from studio.examples.bewohnerparkausweis.streets import STREETS, ZONE_A, ZONE_B
from studio.examples.bewohnerparkausweis.vehicle import tell_end, tell_vehicle
from studio.examples.building import Bench
from studio.examples.form_words import YES_NO
from studio.examples.foundation import both, either, not_


def tell(b: Bench) -> None:
    """Seven pages, two that tell why it ends here, one to hand in what is missing."""
    b.retention = "2 Jahre nach Ablauf des Ausweises"
    _errand(b)
    _person(b)
    _residence(b)
    _outside(b)
    tell_vehicle(b)
    tell_end(b)


def _errand(b: Bench) -> None:
    b.page("p_anliegen", ("Ihr Anliegen", "Your request"))
    b.rest_on("stvo45", "bewpvo2")
    b.choice(
        "anlass",
        "p_anliegen",
        ("Worum geht es?", "What is it about?"),
        {
            "neu": ("Neuer Ausweis", "New permit"),
            "verlaengerung": ("Verlängerung", "Renewal"),
            "wechsel": ("Kennzeichenwechsel", "New number plate"),
        },
        "Art des Ausweises und Gebühr bestimmen",
        minimum=1,
        norms=("stvo45", "bewpvo3"),
    )
    b.field(
        "ausweisnummer",
        "text",
        "p_anliegen",
        ("Ausweisnummer", "Permit number"),
        "Bisherigen Ausweis finden",
        max_length=12,
        visible=b.among("anlass", ("verlaengerung", "wechsel")),
        pattern="[A-Z]-{1}[0-9]{4,10}",
        error_text="Beispiel: A-12345",
        help=(
            "Sie steht oben rechts auf dem Ausweis, zum Beispiel A-12345.",
            "You find it at the top right of the permit, for example A-12345.",
        ),
    )
    b.choice(
        "vertretung",
        "p_anliegen",
        ("Handeln Sie für eine andere Person?", "Do you act for another person?"),
        YES_NO,
        "Vertretung prüfen",
        minimum=1,
        norms=("vwvfg14",),
    )
    b.rest_on("vwvfg14")
    b.group(
        "vertreter",
        "p_anliegen",
        ("Vertretung", "Representation"),
        norms=("vwvfg14",),
        visible=b.chosen("vertretung.ja"),
    )
    b.field(
        "vertreter_name",
        "text",
        "vertreter",
        ("Ihr Name", "Your name"),
        "Vertretung prüfen",
        minimum=1,
        max_length=120,
    )
    b.field(
        "vollmacht",
        "file",
        "vertreter",
        ("Vollmacht", "Power of attorney"),
        "Vertretung prüfen",
        minimum=1,
        max_size=10_000_000,
    )
    b.evidence(
        "n_vollmacht",
        "vollmacht",
        ("Vollmacht", "Power of attorney"),
        (
            "Wer für andere handelt, weist das auf Verlangen schriftlich nach.",
            "Whoever acts for others proves it in writing on request.",
        ),
        "vwvfg14",
        needed=b.chosen("vertretung.ja"),
    )


def _person(b: Bench) -> None:
    b.page("p_person", ("Über Sie", "About you"))
    b.rest_on("stvo45", "vwv45")
    b.group(
        "person",
        "p_person",
        ("Person", "Person"),
        norms=("stvo45", "vwv45"),
    )
    known: dict[str, Any] = {"minimum": 1, "prefill": "optional", "element_type": "HAR"}
    b.field(
        "vorname",
        "text",
        "person",
        ("Vorname", "First name"),
        "Anspruch der Person zuordnen",
        max_length=120,
        **known,
    )
    b.field(
        "familienname",
        "text",
        "person",
        ("Familienname", "Last name"),
        "Anspruch der Person zuordnen",
        max_length=120,
        **known,
    )
    b.field(
        "geburtsdatum",
        "date",
        "person",
        ("Geburtsdatum", "Date of birth"),
        "Abfrage des Melderegisters",
        norms=("bmg38",),
        **known,
    )
    b.field(
        "email",
        "email",
        "person",
        ("E-Mail", "E-mail"),
        "Ausweis senden, Rückfragen, Erinnerung",
        minimum=1,
        norms=("bewpvo4",),
    )
    b.evidence(
        "n_ausweis",
        "p_person",
        ("Personalausweis oder Pass", "Identity card or passport"),
        (
            "Nur wer selbst Bewohner ist, bekommt den Ausweis; mit der BundID ist das schon "
            "belegt.",
            "Only residents get the permit; logging in with BundID proves it.",
        ),
        "stvo45",
        "vwv45",
        source_register="Nutzerkonto (BundID)",
    )


def _residence(b: Bench) -> None:
    b.code_list(
        "strassen",
        "Straßenverzeichnis Musterstadt",
        STREETS,
        urn="urn:de:musterstadt:strassenverzeichnis",
        version="2026-01-01",
        issuer="Stadt Musterstadt",
    )
    b.page("p_wohnsitz", ("Ihr Hauptwohnsitz", "Your main residence"))
    b.rest_on("stvo45", "bewpvo1")
    b.group(
        "wohnsitz", "p_wohnsitz", ("Hauptwohnsitz", "Main residence"), norms=("stvo45", "bewpvo1")
    )
    home: dict[str, Any] = {"prefill": "optional", "element_type": "HAR"}
    b.field(
        "strasse",
        "choice",
        "wohnsitz",
        ("Straße", "Street"),
        "Parkgebiet bestimmen",
        code_list=b["strassen"],
        minimum=1,
        **home,
    )
    b.field(
        "hausnummer",
        "integer",
        "wohnsitz",
        ("Hausnummer", "House number"),
        "Parkgebiet bestimmen",
        minimum=1,
        min_value=Decimal(1),
        max_value=Decimal(999),
        **home,
    )
    b.field(
        "zusatz",
        "text",
        "wohnsitz",
        ("Zusatz", "Addition"),
        "Post zustellen",
        max_length=5,
        **home,
    )
    b.field(
        "plz",
        "text",
        "wohnsitz",
        ("Postleitzahl", "Postcode"),
        "Post zustellen",
        layout="postcode",
        minimum=1,
        pattern="[0-9]{5}",
        min_length=5,
        max_length=5,
        error_text="Bitte fünf Ziffern eingeben.",
        **home,
    )
    b.field(
        "ort",
        "text",
        "wohnsitz",
        ("Ort", "Town"),
        "Post zustellen",
        minimum=1,
        max_length=44,
        **home,
    )
    b.field(
        "gemeldet",
        "text",
        "wohnsitz",
        ("Meldung bestätigt", "residence confirmed"),
        "Anspruch ohne Nachweis prüfen",
        data_type="bool",
        field_kind="hidden",
        prefill="mandatory",
        content="false",
        norms=("bmg38", "stvo45"),
    )
    _zones(b)


def _zones(b: Bench) -> None:
    odd = both(b.chosen("strassen.lindenstrasse", "strasse"), b.compare("hausnummer", "le", 40))
    rest = both(b.chosen("strassen.lindenstrasse", "strasse"), b.compare("hausnummer", "gt", 40))
    b.rule(
        "r_gebiet_a",
        "wohnsitz",
        "condition",
        "Parkgebiet A",
        either(b.among("strasse", ZONE_A, "strassen"), odd),
        None,
        "bewpvo1",
    )
    b.rule(
        "r_gebiet_b",
        "wohnsitz",
        "condition",
        "Parkgebiet B",
        either(b.among("strasse", ZONE_B, "strassen"), rest),
        None,
        "bewpvo1",
    )
    inside = either(b.named("r_gebiet_a"), b.named("r_gebiet_b"))
    b.rule(
        "r_ausserhalb",
        "p_wohnsitz",
        "condition",
        "Wohnung außerhalb",
        not_(inside),
        None,
        "bewpvo1",
    )
    b.rule(
        "r_anspruch",
        "p_wohnsitz",
        "eligibility",
        "Wohnung in einem Parkgebiet",
        inside,
        (
            "Ihre Wohnung liegt in keinem Parkgebiet. Ein Bewohnerparkausweis ist dort nicht "
            "möglich.",
            "Your residence is not in a parking zone. A resident parking permit is not possible "
            "there.",
        ),
        "stvo45",
        "bewpvo1",
    )
    b.group("parkgebiet", "p_wohnsitz", ("Ihr Parkgebiet", "Your parking zone"), norms=("bewpvo1",))
    b.rule(
        "r_parkgebiet",
        "parkgebiet",
        "calculation",
        "Parkgebiet aus Straße und Hausnummer",
        None,
        None,
        "bewpvo1",
        description=(
            "Das Parkgebiet folgt aus Straße und Hausnummer nach dem Straßenverzeichnis: A "
            "Innenstadt, B Nordstadt. Lindenstraße 1 bis 40 gehört zu A, ab 41 zu B."
        ),
    )
    b.note(
        "h_gebiet_a",
        "parkgebiet",
        ("Gebiet A", "Zone A"),
        ("Sie wohnen im Parkgebiet A (Innenstadt).", "You live in parking zone A (city centre)."),
        visible=b.named("r_gebiet_a"),
    )
    b.note(
        "h_gebiet_b",
        "parkgebiet",
        ("Gebiet B", "Zone B"),
        ("Sie wohnen im Parkgebiet B (Nordstadt).", "You live in parking zone B (north)."),
        visible=b.named("r_gebiet_b"),
    )


def _outside(b: Bench) -> None:
    b.page("p_ausserhalb", ("Kein Parkgebiet", "No parking zone"))
    b.note(
        "h_ausserhalb",
        "p_ausserhalb",
        ("Warum es hier endet", "Why it ends here"),
        (
            "Bewohnerparkausweise gibt es nur für Wohnungen in den Parkgebieten A und B (§ 1 "
            "BewPVO Musterstadt). Ihre Adresse liegt außerhalb. Es entstehen keine Kosten.",
            "Resident parking permits exist only for residences in zones A and B (section 1 "
            "BewPVO Musterstadt). Your address is outside. There is no charge.",
        ),
    )
    b.cite("p_ausserhalb", "bewpvo1", "stvo45")
