"""What is asked about each dog?"""

from __future__ import annotations

from decimal import Decimal

from model.records import Answer, DateShift, Today, Value
from studio.examples.building import Bench
from studio.examples.foundation import both, either

LISTED = ("pitbull", "amstaff", "staffbull", "bullterrier")
"""Dangerous dogs, § 3 Abs. 2 LHundG NRW."""

PERMIT_TOO = (
    "alano", "bulldog", "bullmastiff", "mastiff", "mastino", "fila", "dogo", "rottweiler", "tosa",
)  # fmt: skip
"""Dogs of certain breeds, § 10 Abs. 1 LHundG NRW."""

_BREEDS = {
    "alano": ("Alano", "Alano"),
    "bulldog": ("American Bulldog", "American Bulldog"),
    "amstaff": ("American Staffordshire Terrier", "American Staffordshire Terrier"),
    "beagle": ("Beagle", "Beagle"),
    "bullmastiff": ("Bullmastiff", "Bullmastiff"),
    "bullterrier": ("Bullterrier", "Bull Terrier"),
    "dackel": ("Dackel", "Dachshund"),
    "dogo": ("Dogo Argentino", "Dogo Argentino"),
    "fila": ("Fila Brasileiro", "Fila Brasileiro"),
    "retriever": ("Golden Retriever", "Golden Retriever"),
    "labrador": ("Labrador Retriever", "Labrador Retriever"),
    "mastiff": ("Mastiff", "Mastiff"),
    "mastino": ("Mastino Napoletano", "Neapolitan Mastiff"),
    "pitbull": ("Pitbull Terrier", "Pit Bull Terrier"),
    "pudel": ("Pudel", "Poodle"),
    "rottweiler": ("Rottweiler", "Rottweiler"),
    "schaeferhund": ("Deutscher Schäferhund", "German Shepherd"),
    "staffbull": ("Staffordshire Bullterrier", "Staffordshire Bull Terrier"),
    "tosa": ("Tosa Inu", "Tosa Inu"),
    "andere": ("andere Rasse", "other breed"),
}


def tell_dogs(b: Bench) -> None:
    """The page with the list of dogs, from one to four."""
    b.code_list(
        "rassen",
        "Hunderassen",
        _BREEDS,
        urn="urn:de:musterstadt:hunderassen",
        version="2026-01-01",
        issuer="Stadt Musterstadt",
    )
    b.page("p_hunde", ("Ihre Hunde", "Your dogs"))
    b.rest_on("hsts8")
    b.group(
        "hund",
        "p_hunde",
        ("Hund", "Dog"),
        norms=("hsts8",),
        minimum=1,
        maximum=4,
        help=("Für jeden Hund einmal ausfüllen", "Fill in once for each dog"),
    )
    _who(b)
    _body(b)
    _since(b)
    _previous_owner(b)
    _insurer(b)
    _large(b)
    _listed(b)


def _who(b: Bench) -> None:
    b.field(
        "rufname",
        "text",
        "hund",
        ("Name des Hundes", "Name of the dog"),
        "Hund bezeichnen",
        minimum=1,
        max_length=60,
    )
    b.choice(
        "art",
        "hund",
        ("Rassehund oder Mischling?", "Pure breed or crossbreed?"),
        {"rasse": ("Rassehund", "Pure breed"), "mischling": ("Mischling", "Crossbreed")},
        "Steuersatz und Erlaubnispflicht bestimmen",
        minimum=1,
        norms=("hsts5", "hsts8", "lhundg10"),
    )
    b.field(
        "rasse",
        "choice",
        "hund",
        ("Rasse", "Breed"),
        "Steuersatz und Erlaubnispflicht bestimmen",
        minimum=1,
        code_list=b["rassen"],
        norms=("hsts5", "hsts8", "lhundg3", "lhundg10"),
        help=(
            "Beim Mischling die stärker sichtbare Rasse",
            "For a crossbreed the breed that shows more",
        ),
    )
    b.field(
        "rasse2",
        "choice",
        "hund",
        ("Mischling mit", "Crossed with"),
        "Erlaubnispflicht bestimmen",
        code_list=b["rassen"],
        visible=b.chosen("art.mischling"),
        norms=("hsts5", "hsts8", "lhundg3", "lhundg10"),
    )
    b.choice(
        "geschlecht",
        "hund",
        ("Geschlecht", "Sex"),
        {"ruede": ("Rüde", "Male"), "huendin": ("Hündin", "Female")},
        "Hund bezeichnen",
        minimum=1,
    )
    b.field(
        "wurfdatum", "date", "hund", ("Wurfdatum", "Date of birth"), "Hund bezeichnen", minimum=1
    )
    b.field(
        "fell",
        "text",
        "hund",
        ("Fell", "Coat"),
        "Hund bezeichnen",
        minimum=1,
        max_length=60,
        help=(
            "Farbe und Länge, zum Beispiel schwarz, kurz",
            "Colour and length, for example black, short",
        ),
    )


def _body(b: Bench) -> None:
    size = ("lhundg11",)
    b.field(
        "gewicht",
        "integer",
        "hund",
        ("Gewicht", "Weight"),
        "Großen Hund erkennen",
        minimum=1,
        unit="kg",
        min_value=Decimal(1),
        max_value=Decimal(120),
        norms=size,
        help=("Ausgewachsen, in vollen Kilogramm", "Fully grown, in whole kilograms"),
    )
    b.field(
        "hoehe",
        "integer",
        "hund",
        ("Widerristhöhe", "Height at withers"),
        "Großen Hund erkennen",
        minimum=1,
        unit="cm",
        min_value=Decimal(10),
        max_value=Decimal(120),
        norms=size,
        help=("Vom Boden bis zur Schulter", "From the ground to the shoulder"),
    )
    b.field(
        "chip",
        "text",
        "hund",
        ("Chipnummer", "Microchip number"),
        "Hund zuordnen",
        minimum=1,
        pattern="[0-9]{15}",
        min_length=15,
        max_length=15,
        error_text="Die Chipnummer hat 15 Ziffern.",
        help=("15 Ziffern, sie steht im Heimtierausweis.", "15 digits, shown in the pet passport."),
    )


def _since(b: Bench) -> None:
    b.field(
        "aufnahme",
        "date",
        "hund",
        ("Aufgenommen am", "Taken in on"),
        "Beginn der Steuerpflicht bestimmen",
        minimum=1,
        norms=("hsts3", "hsts8"),
    )
    b.rule(
        "r_aufnahme",
        "aufnahme",
        "validation",
        "Aufnahme nicht in der Zukunft",
        b.compare("aufnahme", "le", Today()),
        (
            "Der Tag der Aufnahme liegt in der Zukunft.",
            "The day you took the dog in lies in the future.",
        ),
        "hsts3",
    )
    late = b.compare(
        DateShift(base=Answer(field=b["aufnahme"]), length=14, unit="day"), "lt", Today()
    )
    b.rule(
        "r_spaet",
        "aufnahme",
        "notice",
        "Verspätete Anmeldung",
        late,
        (
            "Sie melden später als zwei Wochen nach der Aufnahme an. Die Steuer beginnt trotzdem "
            "mit dem Monat der Aufnahme.",
            "You register more than two weeks after taking in the dog. The tax still starts with "
            "the month you took it in.",
        ),
        "hsts8",
    )
    b.rule(
        "r_wurf",
        "wurfdatum",
        "validation",
        "Wurfdatum vor der Aufnahme",
        b.compare("wurfdatum", "le", b.answer("aufnahme")),
        (
            "Das Wurfdatum liegt nach der Aufnahme.",
            "The date of birth is after the day you took the dog in.",
        ),
        "hsts8",
    )


def _previous_owner(b: Bench) -> None:
    b.group(
        "vorbesitzer",
        "hund",
        ("Vorbesitzer", "Previous owner"),
        norms=("hsts8",),
        minimum=1,
        visible=b.chosen("grund.anschaffung"),
    )
    b.field(
        "vorbesitzer_name",
        "text",
        "vorbesitzer",
        ("Name", "Name"),
        "Abmeldung beim Vorbesitzer abgleichen",
        minimum=1,
        max_length=120,
    )
    b.field(
        "vorbesitzer_anschrift",
        "text",
        "vorbesitzer",
        ("Anschrift", "Address"),
        "Abmeldung beim Vorbesitzer abgleichen",
        minimum=1,
        max_length=200,
    )


def _insurer(b: Bench) -> None:
    b.field(
        "versicherer",
        "text",
        "hund",
        ("Versicherer", "Insurer"),
        "Versicherungspflicht prüfen",
        max_length=100,
        norms=("lhundg5",),
    )


def _large(b: Bench) -> None:
    big = either(b.compare("hoehe", "ge", 40), b.compare("gewicht", "ge", 20))
    b.rule("r_gross", "hund", "condition", "Großer Hund", big, None, "lhundg11")
    b.group(
        "grosser_hund",
        "hund",
        ("Großer Hund", "Large dog"),
        norms=("lhundg11",),
        visible=b.named("r_gross"),
    )
    b.note(
        "h_gross",
        "grosser_hund",
        ("Anzeige", "Notice"),
        (
            "Große Hunde sind dem Ordnungsamt anzuzeigen. Das geschieht mit dieser Anmeldung und "
            "kostet 25 Euro.",
            "Large dogs have to be reported to the public order office. This registration does "
            "it; the fee is 25 euros.",
        ),
        norms=("lhundg11",),
    )
    b.field(
        "zahl_gross",
        "integer",
        "grosser_hund",
        ("große Hunde", "large dogs"),
        "Gebühr für die Anzeige berechnen",
        field_kind="hidden",
        value=Value(number=Decimal(1)),
        norms=("lhundg11", "vwgebs4"),
    )


def _listed(b: Bench) -> None:
    breeds = (*LISTED, *PERMIT_TOO)
    own = b.among("rasse", breeds, "rassen")
    mixed = both(b.chosen("art.mischling"), b.among("rasse2", breeds, "rassen"))
    b.rule(
        "r_gelistet",
        "hund",
        "condition",
        "Gelistete Rasse",
        either(own, mixed),
        None,
        "lhundg3",
        "lhundg10",
    )
    b.group(
        "gelisteter_hund",
        "hund",
        ("Gelistete Rasse", "Listed breed"),
        norms=("lhundg3", "lhundg10"),
        visible=b.named("r_gelistet"),
    )
    b.note(
        "h_gelistet",
        "gelisteter_hund",
        ("Erlaubnis", "Permit"),
        (
            "Für diesen Hund brauchen Sie eine Erlaubnis. Danach fragen wir auf der nächsten "
            "Seite.",
            "This dog needs a permit. We ask about it on the next page.",
        ),
        norms=("lhundg10",),
    )
    b.field(
        "zahl_gelistet",
        "integer",
        "gelisteter_hund",
        ("gelistete Hunde", "listed dogs"),
        "Steuersatz und Erlaubnispflicht bestimmen",
        field_kind="hidden",
        value=Value(number=Decimal(1)),
        norms=("hsts5", "lhundg10"),
    )
