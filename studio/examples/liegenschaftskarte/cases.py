"""Which invented customers show that the order works?"""

from __future__ import annotations

from datetime import date
from typing import Any

from studio.examples.building import Bench

_ORDER: dict[str, Any] = {
    "suche": "adresse",
    "gemeinde": "Musterstadt",
    "strasse": "Lindenweg",
    "hausnummer": "7",
    "flurbereinigung": "false",
    "zweck": "bauantrag",
    "name": "Aylin Beispiel",
    "anschrift": "Lindenweg 7, 12345 Musterstadt",
    "email": "aylin.beispiel@example.org",
    "andere_rechnung": "nein",
    "lieferweg": "download",
    "agb_ja": "true",
    "datenschutz": "true",
}
_MAP: dict[str, Any] = {
    "produkt": "karte",
    "massstab": "500",
    "format": "a3",
    "farbig": "ja",
    "ausfertigungen": "1",
    "beglaubigt": "nein",
}
_OWNER: dict[str, Any] = {
    "produkt": "eigentuemer",
    "format": "a4",
    "farbig": "nein",
    "ausfertigungen": "1",
    "beglaubigt": "nein",
}


def tell(b: Bench) -> None:
    """Maps at once and by hand, owner data given and refused, and what may happen on the way."""
    day = date(2026, 11, 16)
    b.example(
        "Karte für den Bauantrag",
        day,
        _ORDER | {"position": [_MAP]},
        "e_geliefert",
        "15",
        documents=("Liegenschaftskarte",),
    )
    certified = {
        "position": [_MAP | {"beglaubigt": "ja", "ausfertigungen": "3"}, _MAP | {"format": "a1"}],
        "lieferweg": "post",
        "zweck": "notar",
        "ergebnis": "frei",
    }
    b.example(
        "Beglaubigte Karten für den Notar",
        day,
        _ORDER | certified,
        "e_geliefert",
        "110",
        documents=("Liegenschaftskarte, beglaubigt", "Rechnung"),
    )
    moved = {
        "suche": "kataster",
        "gemarkung": "050104",
        "flur": "12",
        "zaehler": "128",
        "nenner": "3",
        "flurbereinigung": "true",
        "position": [_MAP],
        "lieferweg": "postfach",
        "ergebnis": "frei",
    }
    kept = {
        key: value
        for key, value in _ORDER.items()
        if key not in ("gemeinde", "strasse", "hausnummer")
    }
    b.example(
        "Flurstück in der Flurbereinigung",
        day,
        kept | moved,
        "e_geliefert",
        "30",
        documents=("Liegenschaftskarte", "Rechnung"),
    )
    wish = {
        "position": [_OWNER],
        "zweck": "sonstiges",
        "begruendung": "Ich möchte das Grundstück kaufen.",
        "ergebnis": "versagen",
    }
    b.example(
        "Eigentümer erfragt, nur um zu kaufen",
        day,
        _ORDER | wish,
        "e_abgelehnt",
        "0",
        documents=("Ablehnungsbescheid",),
    )
    _tell_rates(b, day)
    _tell_interest(b, day, _ORDER | wish)


def _tell_rates(b: Bench, day: date) -> None:
    """Every line of both fees."""
    hand = {"flurbereinigung": "true", "ergebnis": "frei"}
    large = _MAP | {"format": "a1"}
    rates: tuple[tuple[str, list[dict[str, Any]], dict[str, Any], str], ...] = (
        ("Drei Karten sofort", [_MAP] * 3, {}, "45"),
        ("Eine Karte in fünf Ausfertigungen", [_MAP | {"ausfertigungen": "5"}], {}, "55"),
        ("Eine Karte mit der Post", [_MAP], {"lieferweg": "post"}, "15"),
        ("Drei Karten von Hand", [_MAP] * 3, hand, "90"),
        ("Drei große Karten von Hand", [large] * 3, hand, "180"),
        ("Fünf Ausfertigungen von Hand", [_MAP | {"ausfertigungen": "5"}], hand, "70"),
    )
    for name, maps, more, due in rates:
        answers = _ORDER | {"position": maps} | more
        b.example(name, day, answers, "e_geliefert", due)


def _tell_interest(b: Bench, day: date, answers: dict[str, Any]) -> None:
    """The interest is told later, or it is not."""
    lacking = b.turn("o_bearbeiten", visit=1, ergebnis="fehlt")
    b.example(
        "Interesse wird nachgereicht",
        day,
        answers | {"ergebnis": "frei"},
        "e_geliefert",
        "30",
        turns=(lacking,),
    )
    b.example(
        "Auf die Nachforderung kommt nichts",
        day,
        answers,
        "e_abgelehnt",
        "0",
        turns=(lacking, b.turn("w_antwort", "event", "t_antwort")),
        expected_deadline=date(2026, 11, 30),
    )
