"""How did the law of the fee change, and what would the Land and the town lay over it?

Four states: until 2020 one frame for all of Germany; from 29 June 2020 the Länder may decide; from
1 April 2022 a bylaw by vehicle length with a reduction (after Freiburg's); since the judgment of
13 June 2023 only an ordinance, without social graduation.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from studio.examples.building import Bench
from studio.examples.foundation import both, not_

OPENED = date(2020, 6, 29)
BYLAW = date(2022, 4, 1)
JUDGED = date(2023, 6, 13)


def tell(b: Bench) -> None:
    """Dated states of norm and fee, then the two layers."""
    _norm(b)
    _fee(b)
    with b.layer(
        "l_land", "Land: Gebühren auf die Gemeinden übertragen", "state", valid_from=OPENED
    ):
        _land(b)
    with b.layer(
        "l_satzung",
        "Kommune: Satzung vom 14.12.2021 nach Freiburger Muster",
        "municipality",
        below="l_land",
        valid_from=BYLAW,
        valid_until=date(2023, 6, 12),
    ):
        _municipality(b)
    b.remark(
        "m_alt",
        "g_ausweis",
        "Anträge aus der Zeit der Satzung, über die am 13.06.2023 noch nicht entschieden war: "
        "nach welchem Recht? Bitte vor der Freigabe klären.",
        "Rechtsamt",
        "2026-11-02T09:00:00",
    )


def _norm(b: Bench) -> None:
    frame: dict[str, Any] = {
        "law": "GebOSt",
        "paragraph": "Nr. 265",
        "title": "Gebührenordnung für Maßnahmen im Straßenverkehr",
        "level": "ordinance",
    }
    b.state(
        "bewpvo3.1",
        "bewpvo3",
        None,
        date(2020, 6, 28),
        **frame,
        wording="10,20 bis 30,70 Euro je Jahr, gleich in ganz Deutschland.",
    )
    b.state(
        "bewpvo3.2",
        "bewpvo3",
        OPENED,
        date(2022, 3, 31),
        **frame,
        wording=(
            "Die Länder dürfen eigene Gebühren festsetzen (§ 6a Abs. 5a StVG). Wo ein Land nichts "
            "regelt, gilt der Rahmen von 10,20 bis 30,70 Euro weiter."
        ),
    )
    b.state(
        "bewpvo3.3",
        "bewpvo3",
        BYLAW,
        date(2023, 6, 12),
        level="bylaw",
        law="BewPS",
        paragraph="§ 3",
        title="Satzung der Stadt Musterstadt über Bewohnerparkgebühren vom 14.12.2021",
        wording=(
            "240, 360 oder 480 Euro je Jahr nach der Länge des Fahrzeugs (bis 4,20 m, bis 4,70 m, "
            "darüber); 60, 90 oder 120 Euro bei Sozialleistungen oder einem Grad der Behinderung "
            "ab 50; frei mit blauem Parkausweis."
        ),
    )


def _fee(b: Bench) -> None:
    frame: dict[str, Any] = {"form": "frame", "per": "Jahr"}
    b.state("g_ausweis.1", "g_ausweis", None, date(2020, 6, 28), **frame)
    b.state("g_ausweis.2", "g_ausweis", OPENED, date(2022, 3, 31), **frame)
    b.state(
        "g_ausweis.3",
        "g_ausweis",
        BYLAW,
        date(2023, 6, 12),
        form="table",
        per="Jahr",
        minimum=None,
        maximum=None,
    )
    b.tx.alter(b["g_ausweis"], valid_from=JUDGED)


def _land(b: Bench) -> None:
    """The Land hands its power on; the federal frame no longer binds."""
    b.norm(
        "parkgebvo",
        "ordinance",
        "§ 1",
        "ParkgebVO BW",
        "Parkgebührenverordnung des Landes Baden-Württemberg",
        valid_from=OPENED,
        wording=(
            "Die örtlichen und unteren Straßenverkehrsbehörden dürfen die Gebühren für "
            "Bewohnerparkausweise festsetzen."
        ),
    )
    b.tx.alter(b["g_ausweis"], minimum=None, maximum=None)
    b.cite("g_ausweis", "parkgebvo")


def _municipality(b: Bench) -> None:
    """Vehicle length and reduction: two questions, two documents, one rule, a new tariff."""
    days: dict[str, Any] = {"valid_from": BYLAW, "valid_until": date(2023, 6, 12)}
    b.rest_on("bewpvo3")
    b.field(
        "laenge",
        "number",
        "fahrzeug",
        ("Länge des Fahrzeugs", "Length of the vehicle"),
        "Gebühr bestimmen",
        minimum=1,
        unit="m",
        min_value=Decimal(1),
        max_value=Decimal(20),
        help=(
            "Feld 18 der Zulassungsbescheinigung Teil I",
            "Field 18 of the registration certificate part I",
        ),
        **days,
    )
    b.evidence(
        "n_laenge",
        "laenge",
        ("Zulassungsbescheinigung Teil I, Feld 18", "Registration certificate part I, field 18"),
        ("Die Gebühr richtet sich nach der Länge.", "The fee depends on the length."),
        "bewpvo3",
        upload=b["zulassung"],
        **days,
    )
    b.choice(
        "ermaessigung",
        "p_person",
        ("Beantragen Sie eine Ermäßigung?", "Do you apply for a reduction?"),
        {
            "nein": ("Nein", "No"),
            "sozial": ("Sozialleistungen", "Social benefits"),
            "gdb": ("Grad der Behinderung ab 50", "Degree of disability 50 or more"),
            "blau": ("Blauer Parkausweis", "Blue parking permit"),
        },
        "Gebühr ermäßigen",
        minimum=1,
        **days,
    )
    asked = not_(b.chosen("ermaessigung.nein"))
    b.rule(
        "r_ermaessigt",
        "ermaessigung",
        "condition",
        "Ermäßigung beantragt",
        asked,
        None,
        "bewpvo3",
        **days,
    )
    b.field(
        "ermaessigung_datei",
        "file",
        "p_person",
        ("Nachweis der Ermäßigung", "Proof for the reduction"),
        "Ermäßigung prüfen",
        visible=b.named("r_ermaessigt"),
        **days,
    )
    b.evidence(
        "n_ermaessigung",
        "ermaessigung_datei",
        (
            "Bescheid oder Schwerbehindertenausweis",
            "Benefit notice or disability card",
        ),
        (
            "Nur wer die Voraussetzung belegt, zahlt weniger.",
            "Only who proves the condition pays less.",
        ),
        "bewpvo3",
        needed=b.named("r_ermaessigt"),
        **days,
    )
    _tariff(b)


def _tariff(b: Bench) -> None:
    fee = "g_ausweis.3"
    b.tariff(fee, "Blauer Parkausweis", "0", b.chosen("ermaessigung.blau"), "exemption")
    short, middle = (
        b.compare("laenge", "le", Decimal("4.20")),
        b.compare("laenge", "le", Decimal("4.70")),
    )
    reduced = b.among("ermaessigung", ("sozial", "gdb"))
    for label, when, amount in (("bis 4,20 m", short, "60"), ("bis 4,70 m", middle, "90")):
        b.tariff(fee, f"Ermäßigt, {label}", amount, both(reduced, when))
    b.tariff(fee, "Ermäßigt, über 4,70 m", "120", reduced)
    b.tariff(fee, "Bis 4,20 m", "240", short)
    b.tariff(fee, "Bis 4,70 m", "360", middle)
    b.tariff(fee, "Über 4,70 m", "480")
