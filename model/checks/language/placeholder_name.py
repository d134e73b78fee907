"""Finds what still has the name it was placed with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.grammar.kinds import title_field
from model.records import Field, FieldGroup, Option, Record, Step, SubProcess, Timer

_GIVEN = (
    "Neues Textfeld|Neue Zahl|Neue Anzahl|Neuer Betrag|Neues Datum|Neue Ja-Nein-Frage|Neue Auswahl"
    "|Neue Mehrfachauswahl|Neuer Nachweis|Neuer Hinweistext|Neue Gruppe|Neue Liste|Neue Seite"
    "|Neuer Schritt|Neuer Teilprozess|Neue Frist|Neuer automatischer Schritt|Antwort \\d+"
)
_NAME = re.compile(rf"({_GIVEN})( \d+)?")


def _find(_view: Reading, record: Record) -> Iterable[Found]:
    name = name_of(record)
    if not name.startswith(("Neue", "Antwort ")) or not _NAME.fullmatch(name):
        return ()
    repair = Repair("give_name", opens=title_field(record))
    return (Found(record.id, {"name": name}, (repair,)),)


PLACEHOLDER_NAME = Check(
    "placeholder_name",
    "hint",
    (Field, FieldGroup, Option, Step, SubProcess, Timer),
    record=_find,
)
