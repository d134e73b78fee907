"""Finds limits that no answer can keep: the least is more than the most."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field, FieldGroup

_PAIRS = (("min_value", "max_value"), ("min_length", "max_length"), ("minimum", "maximum"))


def _find(_view: Reading, row: Field | FieldGroup) -> Iterable[Found]:
    pairs = _PAIRS if isinstance(row, Field) else _PAIRS[2:]
    for low, high in pairs:
        least, most = getattr(row, low), getattr(row, high)
        if least is not None and most is not None and least > most:
            repair = Repair("swap_bounds", partial(_swap, row=row.id, low=low, high=high))
            return (Found(row.id, {"name": called(row), "low": least, "high": most}, (repair,)),)
    return ()


def _swap(tx: Transaction, row: str, low: str, high: str) -> None:
    record = tx[row]
    tx.alter(row, **{low: getattr(record, high), high: getattr(record, low)})


BOUNDS_CROSSED = Check("bounds_crossed", "error", (Field, FieldGroup), record=_find)
