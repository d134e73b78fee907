"""Finds help that says only what the question says already."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field, FieldGroup, Option


def _find(_view: Reading, row: Field | FieldGroup | Option) -> Iterable[Found]:
    if not row.help or row.help.strip(" .?!:").casefold() != row.label.strip(" .?!:").casefold():
        return ()
    repair = Repair("clear_help", partial(_clear, row=row.id))
    return (Found(row.id, {"name": called(row)}, (repair,)),)


def _clear(tx: Transaction, row: str) -> None:
    tx.alter(row, help="")


HELP_REPEATS_LABEL = Check("help_repeats_label", "hint", (Field, FieldGroup, Option), record=_find)
