"""Finds names in capitals: hard to read, and a screen reader may spell them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.commands import rename
from model.document import Transaction
from model.records import Field, FieldGroup, Option, Step

_LETTERS = 8


def _find(_view: Reading, record: Field | FieldGroup | Option | Step) -> Iterable[Found]:
    name = name_of(record)
    if not name.isupper() or sum(letter.isalpha() for letter in name) < _LETTERS:
        return ()
    repair = Repair("write_small", partial(_write, record=record.id))
    return (Found(record.id, {"name": name}, (repair,)),)


def _write(tx: Transaction, record: str) -> None:
    """Each word with a capital at its beginning only; short ones are likely abbreviations."""
    words = name_of(tx[record]).split(" ")
    rename(tx, record, " ".join(w if len(w) < 4 else w.capitalize() for w in words))


SHOUTING = Check("shouting", "hint", (Field, FieldGroup, Option, Step), record=_find)
