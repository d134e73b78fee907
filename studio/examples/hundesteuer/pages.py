"""What does the dog owner fill in?"""

from __future__ import annotations

from typing import Any

from model.records import Today
from studio.examples.building import Bench
from studio.examples.form_words import YES_NO
from studio.examples.hundesteuer.dogs import tell_dogs

_KEEP = "10 Jahre nach dem Jahr der Abmeldung"


def tell(b: Bench) -> None:
    """Seven pages; the fourth only for listed breeds."""
    b.retention = _KEEP
    _owner(b)
    _occasion(b)
    tell_dogs(b)
    _permit(b)
    _reduction(b)
    _payment(b)
    _declaration(b)


def _owner(b: Bench) -> None:
    b.page("p_halter", ("Halterin oder Halter", "Dog owner"))
    b.rest_on("hsts2", "ao93")
    b.group("person", "p_halter", ("Person", "Person"), norms=("hsts2", "ao93"))
    b.choice(
        "anrede",
        "person",
        ("Anrede", "Form of address"),
        {"frau": ("Frau", "Ms"), "herr": ("Herr", "Mr"), "ohne": ("ohne Anrede", "none")},
        "Anrede im Bescheid",
    )
    name: dict[str, Any] = {
        "minimum": 1,
        "max_length": 120,
        "prefill": "optional",
        "element_type": "HAR",
    }
    b.field(
        "vorname", "text", "person", ("Vorname", "First name"), "Steuerpflichtige Person", **name
    )
    b.field(
        "familienname",
        "text",
        "person",
        ("Familienname", "Last name"),
        "Steuerpflichtige Person",
        **name,
    )
    b.field(
        "geburtsdatum",
        "date",
        "person",
        ("Geburtsdatum", "Date of birth"),
        "Verwechslungen ausschließen",
        minimum=1,
        prefill="optional",
        element_type="HAR",
    )
    b.rule(
        "r_geboren",
        "geburtsdatum",
        "validation",
        "Geburtsdatum liegt in der Vergangenheit",
        b.compare("geburtsdatum", "lt", Today()),
        ("Bitte geben Sie Ihr Geburtsdatum an.", "Please enter your date of birth."),
        "ao93",
    )
    b.group("anschrift", "p_halter", ("Anschrift", "Address"), norms=("hsts2", "ao93"))
    home: dict[str, Any] = {"minimum": 1, "prefill": "optional", "element_type": "HAR"}
    b.field(
        "strasse",
        "text",
        "anschrift",
        ("Straße", "Street"),
        "Bescheid und Marke zustellen",
        max_length=55,
        **home,
    )
    b.field(
        "hausnummer",
        "text",
        "anschrift",
        ("Hausnummer", "House number"),
        "Bescheid und Marke zustellen",
        max_length=9,
        **home,
    )
    b.field(
        "plz",
        "text",
        "anschrift",
        ("Postleitzahl", "Postcode"),
        "Bescheid und Marke zustellen",
        layout="postcode",
        pattern="[0-9]{5}",
        min_length=5,
        max_length=5,
        error_text="Bitte fünf Ziffern eingeben.",
        **home,
    )
    b.field(
        "ort",
        "text",
        "anschrift",
        ("Ort", "Town"),
        "Bescheid und Marke zustellen",
        max_length=44,
        **home,
    )
    b.group("kontakt", "p_halter", ("Erreichbarkeit", "Contact"), norms=("ao93",))
    b.field(
        "telefon",
        "phone",
        "kontakt",
        ("Telefon", "Telephone"),
        "Rückfragen",
        norms=("ao93",),
        help=("Freiwillig, nur für Rückfragen", "Optional, only for queries"),
    )
    b.field(
        "email",
        "email",
        "kontakt",
        ("E-Mail", "E-mail"),
        "Eingang bestätigen, Rückfragen",
        minimum=1,
        norms=("ao93",),
    )


def _occasion(b: Bench) -> None:
    b.page("p_grund", ("Anlass", "Occasion"))
    b.rest_on("hsts2", "hsts8")
    b.choice(
        "grund",
        "p_grund",
        ("Warum melden Sie an?", "Why do you register?"),
        {
            "anschaffung": ("Anschaffung", "New dog"),
            "zuzug": ("Zuzug", "Move to Musterstadt"),
            "geburt": ("Geburt im Haushalt", "Born in the household"),
            "pflege": ("Pflege über zwei Monate", "Care for more than two months"),
        },
        "Beginn der Steuerpflicht bestimmen",
        minimum=1,
        help=(
            "Auch wer einen Hund länger als zwei Monate pflegt, zahlt Hundesteuer.",
            "Dog tax is also due if you care for a dog for more than two months.",
        ),
    )


def _permit(b: Bench) -> None:
    b.page("p_erlaubnis", ("Erlaubnis", "Permit"))
    b.rest_on("lhundg4", "lhundg10")
    norms = ("lhundg3", "lhundg4", "lhundg10")
    b.group(
        "erlaubnis",
        "p_erlaubnis",
        ("Erlaubnis", "Permit"),
        norms=norms,
    )
    b.note(
        "h_erlaubnis",
        "erlaubnis",
        ("Warum eine Erlaubnis?", "Why a permit?"),
        (
            "Für mindestens einen Ihrer Hunde brauchen Sie eine Erlaubnis des Ordnungsamts. Wir "
            "leiten Ihre Angaben dorthin weiter.",
            "At least one of your dogs needs a permit from the public order office. We pass your "
            "details on to it.",
        ),
    )
    b.choice(
        "erlaubnis_da",
        "erlaubnis",
        ("Haben Sie die Erlaubnis schon?", "Do you hold the permit already?"),
        YES_NO,
        "Doppelte Prüfung vermeiden",
        minimum=1,
    )
    b.field(
        "aktenzeichen",
        "text",
        "erlaubnis",
        ("Aktenzeichen", "File number"),
        "Erlaubnis finden",
        max_length=30,
        visible=b.chosen("erlaubnis_da.ja"),
        minimum=1,
    )
    b.field(
        "sachkunde",
        "file",
        "erlaubnis",
        ("Nachweis der Sachkunde", "Certificate of competence"),
        "Sachkunde prüfen",
        visible=b.chosen("erlaubnis_da.nein"),
        max_size=10_000_000,
        minimum=1,
    )
    b.evidence(
        "n_sachkunde",
        "sachkunde",
        ("Sachkundenachweis", "Certificate of competence"),
        ("Die Erlaubnis setzt Sachkunde voraus.", "The permit requires competence."),
        "lhundg4",
        needed=b.chosen("erlaubnis_da.nein"),
    )


def _reduction(b: Bench) -> None:
    b.page("p_ermaessigung", ("Ermäßigung", "Reduction"))
    b.rest_on("hsts6", "hsts7")
    b.group(
        "ermaessigung",
        "p_ermaessigung",
        ("Ermäßigung", "Reduction"),
        norms=("hsts6", "hsts7"),
    )
    b.choice(
        "vorteil",
        "ermaessigung",
        ("Möchten Sie weniger Steuer zahlen?", "Do you apply for a lower tax?"),
        {
            "nein": ("Nein", "No"),
            "assistenz": ("Assistenzhund", "Assistance dog"),
            "rettung": ("Rettungshund", "Rescue dog"),
            "wache": ("Wachhund", "Guard dog"),
        },
        "Befreiung oder Ermäßigung gewähren",
        minimum=1,
        help=(
            "Assistenz- und Rettungshunde sind frei, für Wachhunde gilt der halbe Satz.",
            "Assistance and rescue dogs are exempt, guard dogs pay half the rate.",
        ),
    )
    asked = b.among("vorteil", ("assistenz", "rettung", "wache"))
    b.rule(
        "r_vorteil",
        "ermaessigung",
        "condition",
        "Ermäßigung beantragt",
        asked,
        None,
        "hsts6",
        "hsts7",
    )
    b.field(
        "nachweis",
        "file",
        "ermaessigung",
        ("Nachweis dazu", "Proof"),
        "Befreiung oder Ermäßigung prüfen",
        visible=b.named("r_vorteil"),
        max_size=10_000_000,
        minimum=1,
    )
    b.evidence(
        "n_vorteil",
        "nachweis",
        ("Nachweis der Ermäßigung", "Proof for the reduction"),
        (
            "Befreit wird nur, wer die Ausbildung oder den Zweck des Hundes belegt.",
            "The exemption is granted only if training or purpose of the dog is proved.",
        ),
        "hsts6",
        "hsts7",
        needed=b.named("r_vorteil"),
    )


def _payment(b: Bench) -> None:
    b.page("p_zahlung", ("Zahlung und Zustellung", "Payment and delivery"))
    b.rest_on("hsts10", "kag12")
    b.choice(
        "zahlweise",
        "p_zahlung",
        ("Wie möchten Sie zahlen?", "How do you want to pay?"),
        {
            "lastschrift": ("Lastschrift", "Direct debit"),
            "ueberweisung": ("Überweisung", "Bank transfer"),
        },
        "Steuer einziehen",
        minimum=1,
    )
    debit = b.chosen("zahlweise.lastschrift")
    b.group(
        "sepa_mandat",
        "p_zahlung",
        ("SEPA-Mandat", "SEPA mandate"),
        visible=debit,
        norms=("hsts10", "sepa"),
    )
    b.rest_on("hsts10", "sepa")
    b.field(
        "kontoinhaber",
        "text",
        "sepa_mandat",
        ("Kontoinhaber", "Account holder"),
        "Mandat zuordnen",
        minimum=1,
        max_length=70,
    )
    b.field(
        "iban",
        "iban",
        "sepa_mandat",
        ("IBAN", "IBAN"),
        "Steuer einziehen",
        minimum=1,
        pattern="[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}",
        error_text="Bitte prüfen Sie die IBAN.",
        help=("Sie steht auf Ihrer Bankkarte.", "You find it on your bank card."),
    )
    b.rule(
        "r_iban",
        "iban",
        "validation",
        "IBAN hat eine richtige Prüfziffer",
        None,
        ("Diese IBAN kann nicht stimmen.", "This IBAN cannot be right."),
        "sepa",
        description="Die ersten vier Zeichen ans Ende stellen, Buchstaben durch Zahlen ersetzen "
        "(A = 10 bis Z = 35); der Rest bei Teilung durch 97 muss 1 sein (ISO 13616).",
    )
    b.consent(
        "mandat",
        "sepa_mandat",
        ("Einzug erlaubt", "Debit allowed"),
        (
            "Ich ermächtige die Stadt, die Steuer einzuziehen.",
            "I authorise the city to collect the tax.",
        ),
        "Einzug erlauben",
    )
    b.choice(
        "zustellung",
        "p_zahlung",
        ("Wie soll der Bescheid kommen?", "How shall we send the notice?"),
        {
            "postfach": ("In mein Postfach", "To my online mailbox"),
            "post": ("Mit der Post", "By post"),
        },
        "Bescheid bekannt geben",
        minimum=1,
        norms=("ao122a",),
    )


def _declaration(b: Bench) -> None:
    b.page("p_erklaerung", ("Erklärung", "Declaration"))
    b.note(
        "h_summe",
        "p_erklaerung",
        ("Ihre Angaben", "Your details"),
        (
            "Bitte prüfen Sie Ihre Angaben. Die Anmeldung ist kostenfrei; für die Anzeige eines "
            "großen Hundes zahlen Sie jetzt 25 Euro.",
            "Please check your details. Registration is free; for a large dog you pay 25 euros "
            "now.",
        ),
        norms=(
            "hsts8",
            "vwgebs4",
        ),
    )
    b.consent(
        "richtig",
        "p_erklaerung",
        ("Angaben richtig", "Details correct"),
        ("Meine Angaben sind richtig und vollständig.", "My details are correct and complete."),
        "Belehrung über Wahrheitspflicht belegen",
        norms=("ao93",),
    )
    b.consent(
        "datenschutz",
        "p_erklaerung",
        ("Datenschutz gelesen", "Privacy notice read"),
        ("Ich habe die Hinweise zum Datenschutz gelesen.", "I have read the privacy notice."),
        "Information nach Artikel 13 DSGVO belegen",
        norms=("dsgvo13",),
    )
