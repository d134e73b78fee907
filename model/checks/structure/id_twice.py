"""Finds elements that bear the id of another one in the file they were imported from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import DataObject, Flow, Node, Pool, Record, Role

REPEATED: Final = "repeated"
"""The kept text that names the id which stood twice."""


def _find(_: Reading, record: Record) -> Iterable[Found]:
    twice = record.extra(REPEATED)
    if not twice:
        return ()
    repair = Repair("keep_own_id", partial(_keep, record=record.id))
    return (Found(record.id, {"name": called(record), "id": twice}, (repair,)),)


def _keep(tx: Transaction, record: str) -> None:
    """It keeps the id it was given here, and no more is said of it; the file stays as it is."""
    tx.replace(tx.the(record, Record).with_extra(REPEATED, ""))


ID_TWICE = Check("id_twice", "warning", (Node, Flow, DataObject, Pool, Role), record=_find)
