"""Which invented residents show that the permit works?"""

from __future__ import annotations

from datetime import date
from typing import Any

from studio.examples.building import Bench

_CLEAR: dict[str, Any] = {
    "anlass": "neu",
    "vertretung": "nein",
    "vorname": "Jonas",
    "familienname": "Muster",
    "geburtsdatum": "1991-02-03",
    "email": "jonas.muster@example.org",
    "strasse": "marktplatz",
    "hausnummer": "4",
    "plz": "12345",
    "ort": "Musterstadt",
    "gemeldet": "true",
    "kennzeichen": "MS-AB 123",
    "masse": "1850",
    "zulassung": "zulassung.pdf",
    "halter": "ja",
    "beginn": "2026-12-01",
    "laufzeit": "12",
    "versand": "ausdruck",
    "richtig": "true",
    "datenschutz": "true",
}


def tell(b: Bench) -> None:
    """A clear case, car sharing, and the ways to no permit."""
    day = date(2026, 11, 16)
    b.example(
        "Klarer Fall im Gebiet A", day, _CLEAR, "e_erteilt", "30.70", documents=("Parkausweis",)
    )
    shared = {
        "halter": "nein",
        "carsharing": "ja",
        "anbieter": "Muster-Mobil",
        "nutzung": "nutzung.pdf",
        "strasse": "lindenstrasse",
        "hausnummer": "77",
        "laufzeit": "6",
    }
    b.example(
        "Carsharing im Gebiet B, von der Behörde geprüft",
        day,
        _CLEAR | shared | {"ergebnis": "anspruch"},
        "e_erteilt",
        "10.20",
        documents=("Parkausweis",),
    )
    changed = {
        "anlass": "wechsel",
        "ausweisnummer": "A-12345",
        "kennzeichen_alt": "MS-XY 9",
        "versand": "post",
    }
    b.example(
        "Neues Kennzeichen", day, _CLEAR | changed, "e_erteilt", "10.20", documents=("Parkausweis",)
    )
    b.example(
        "Wohnung außerhalb der Parkgebiete",
        day,
        _CLEAR | {"strasse": "waldweg"},
        "e_ausserhalb",
        "0",
    )
    b.example("Wohnmobil über 3,5 t", day, _CLEAR | {"masse": "4200"}, "e_schwer", "0")
    refused = {
        "halter": "nein",
        "carsharing": "nein",
        "halter_name": "Erika Muster",
        "halter_anschrift": "Waldweg 2, 12345 Musterstadt",
        "nutzung": "nutzung.pdf",
        "ergebnis": "ablehnen",
    }
    b.example(
        "Fahrzeug wird nur gelegentlich genutzt",
        day,
        _CLEAR | refused,
        "e_abgelehnt",
        "0",
        documents=("Ablehnungsbescheid",),
    )
    _tell_rates(b, day)
    _tell_papers(b, day, _CLEAR | shared | {"ergebnis": "anspruch"})


def _tell_rates(b: Bench, day: date) -> None:
    """Every line of the fee, and the renewal."""
    zone_b = {"strasse": "lindenstrasse", "hausnummer": "77"}
    rates: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("Gebiet A, 6 Monate", {"laufzeit": "6"}, "15.40"),
        ("Gebiet B, 12 Monate", zone_b, "20.40"),
        ("Gebiet B, 6 Monate", zone_b | {"laufzeit": "6"}, "10.20"),
        ("Gebiet A, mit der Post", {"versand": "post"}, "30.70"),
    )
    for name, more, due in rates:
        b.example(name, day, _CLEAR | more, "e_erteilt", due, documents=("Parkausweis",))


def _tell_papers(b: Bench, day: date, answers: dict[str, Any]) -> None:
    """What is asked for comes, or it does not."""
    lacking = b.turn("o_pruefen", visit=1, ergebnis="fehlt")
    b.example(
        "Unterlagen fehlen und werden nachgereicht",
        day,
        answers | {"ergaenzung_datei": "fahrzeugschein.pdf"},
        "e_erteilt",
        "10.20",
        documents=("Parkausweis",),
        turns=(lacking,),
    )
    b.example(
        "Unterlagen fehlen und bleiben aus",
        day,
        answers,
        "e_abgelehnt",
        "0",
        documents=("Ablehnungsbescheid",),
        turns=(lacking, b.turn("p_nachreichen", "event", "t_nachreichen")),
        expected_deadline=date(2026, 11, 30),
    )
