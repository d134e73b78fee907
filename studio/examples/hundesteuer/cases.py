"""Which invented citizens show that the dog tax works?"""

from __future__ import annotations

from datetime import date
from typing import Any

from studio.examples.building import Bench

_OWNER: dict[str, Any] = {
    "anrede": "frau",
    "vorname": "Mira",
    "familienname": "Beispiel",
    "geburtsdatum": "1988-04-12",
    "strasse": "Lindenweg",
    "hausnummer": "7",
    "plz": "12345",
    "ort": "Musterstadt",
    "email": "mira.beispiel@example.org",
    "grund": "anschaffung",
}
_REST: dict[str, Any] = {
    "vorteil": "nein",
    "zahlweise": "lastschrift",
    "kontoinhaber": "Mira Beispiel",
    "iban": "DE02120300000000202051",
    "mandat": "true",
    "zustellung": "postfach",
    "richtig": "true",
    "datenschutz": "true",
    "ergebnis_formell": "vollstaendig",
}
_DACKEL: dict[str, Any] = {
    "rufname": "Waldi",
    "art": "rasse",
    "rasse": "dackel",
    "geschlecht": "ruede",
    "wurfdatum": "2026-03-01",
    "fell": "braun, kurz",
    "gewicht": "9",
    "hoehe": "25",
    "chip": "276098100000001",
    "aufnahme": "2026-09-10",
    "vorbesitzer_name": "Tierheim Musterstadt",
    "vorbesitzer_anschrift": "Am Wald 1, 12345 Musterstadt",
    "versicherer": "Muster Versicherung",
}
_LABRADOR = _DACKEL | {
    "rufname": "Bruno",
    "rasse": "labrador",
    "gewicht": "32",
    "hoehe": "58",
    "chip": "276098100000002",
    "fell": "schwarz, kurz",
}
_ROTTWEILER = _DACKEL | {
    "rufname": "Rocko",
    "rasse": "rottweiler",
    "gewicht": "48",
    "hoehe": "64",
    "chip": "276098100000003",
    "fell": "schwarz, kurz",
}


def tell(b: Bench) -> None:
    """Ordinary dogs, large and listed ones, and what may happen on the way."""
    day = date(2026, 9, 20)
    b.example(
        "Ein Dackel aus dem Tierheim",
        day,
        _OWNER | {"hund": [_DACKEL]} | _REST | {"ergebnis_vorteil": "kein"},
        "e_angemeldet",
        "90",
        documents=("Steuerbescheid", "Hundemarke"),
    )
    b.example(
        "Ein großer Assistenzhund neben einem Dackel",
        day,
        _OWNER
        | {"hund": [_LABRADOR, _DACKEL]}
        | _REST
        | {"vorteil": "assistenz", "nachweis": "ausbildung.pdf", "ergebnis_vorteil": "ja"},
        "e_angemeldet",
        "165",
        documents=("Zahlungsbeleg", "Steuerbescheid", "Hundemarke"),
    )
    listed = {"erlaubnis_da": "nein", "sachkunde": "sachkunde.pdf", "ergebnis_vorteil": "kein"}
    b.example(
        "Ein Rottweiler mit Erlaubnis",
        day,
        _OWNER | {"hund": [_ROTTWEILER]} | _REST | listed | {"ergebnis_erlaubnis": "erteilt"},
        "e_angemeldet",
        "725",
        documents=("Zahlungsbeleg", "Erlaubnis", "Steuerbescheid", "Hundemarke"),
    )
    b.example(
        "Ein Rottweiler, dessen Halter die Erlaubnis nicht bekommt",
        day,
        _OWNER | {"hund": [_ROTTWEILER]} | _REST | listed | {"ergebnis_erlaubnis": "versagt"},
        "e_versagt",
        "25",
        documents=("Zahlungsbeleg", "Versagung der Erlaubnis"),
    )
    _tell_rates(b, day)
    _tell_courses(b, day)


def _tell_rates(b: Bench, day: date) -> None:
    """Every line of the tax."""
    no, yes = {"ergebnis_vorteil": "kein"}, {"ergebnis_vorteil": "ja", "nachweis": "nachweis.pdf"}
    listed = {"erlaubnis_da": "nein", "sachkunde": "sachkunde.pdf", "ergebnis_erlaubnis": "erteilt"}
    rates: tuple[tuple[str, list[dict[str, Any]], dict[str, Any], str], ...] = (
        ("Vier Dackel", [_DACKEL] * 4, no, "630"),
        ("Ein Wachhund", [_DACKEL], yes | {"vorteil": "wache"}, "45"),
        ("Ein Rettungshund", [_DACKEL], yes | {"vorteil": "rettung"}, "0"),
        ("Zwei Rottweiler", [_ROTTWEILER] * 2, no | listed, "1425"),
        ("Vier Rottweiler", [_ROTTWEILER] * 4, no | listed, "2825"),
    )
    for name, dogs, more, due in rates:
        answers = _OWNER | {"hund": dogs} | _REST | more
        b.example(name, day, answers, "e_angemeldet", due)


def _tell_courses(b: Bench, day: date) -> None:
    """The post, and what is asked for again: an answer comes, or the deadline passes."""
    answers = _OWNER | {"hund": [_DACKEL]} | _REST | {"ergebnis_vorteil": "kein"}
    b.example(
        "Ein Dackel, Bescheid mit der Post",
        day,
        answers | {"zustellung": "post"},
        "e_angemeldet",
        "90",
    )
    lacking = b.turn("o_formell", visit=1, ergebnis_formell="fehlt")
    b.example(
        "Angaben fehlen, die Antwort kommt",
        day,
        answers,
        "e_angemeldet",
        "90",
        turns=(lacking, b.turn("w_antwort", "event", "m_antwort")),
    )
    b.example(
        "Angaben fehlen, niemand antwortet",
        day,
        answers,
        "e_angemeldet",
        "90",
        turns=(lacking, b.turn("w_antwort", "event", "t_antwort")),
        expected_deadline=date(2026, 10, 5),
    )
