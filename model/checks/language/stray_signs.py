"""Finds names with spaces too many or a colon at the end: a form sets its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.commands import rename
from model.document import Transaction
from model.records import Field, FieldGroup, Option, Record, Role, Step

_SPACES = re.compile(r"\s+")


def _find(_view: Reading, record: Record) -> Iterable[Found]:
    name = name_of(record)
    if not name.strip() or _tidy(name) == name:
        return ()
    repair = Repair("tidy_name", partial(_rename, record=record.id))
    return (Found(record.id, {"name": _tidy(name)}, (repair,)),)


def _tidy(name: str) -> str:
    if "\n" not in name:
        name = _SPACES.sub(" ", name) if "  " in name else name
    return name.strip().removesuffix(":").rstrip() or name


def _rename(tx: Transaction, record: str) -> None:
    rename(tx, record, _tidy(name_of(tx[record])))


STRAY_SIGNS = Check("stray_signs", "hint", (Field, FieldGroup, Option, Step, Role), record=_find)
