"""Which wording of a fee and of its table holds on a day?"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from model.document.queries import Queries
from model.records import Fee, Record, TariffRow

R = TypeVar("R", bound=Record)


def at(view: Queries, record: R, when: date | None) -> R | None:
    """The dated state of a record that holds on a day; None when none does.

    Of several the one that begins last, so that a new state ends the earlier one by itself. Without
    a day: the record as it is.
    """
    if when is None:
        return record
    states = [s for s in view.states(record.id) if isinstance(s, type(record))]
    holding = [state for state in (record, *states) if _holds(state, when)]
    return max(holding, key=lambda s: s.valid_from or date.min, default=None)


def rows_at(view: Queries, fee: Fee, when: date | None) -> list[TariffRow]:
    """The rows that hold on a day, in their order. A state of a fee without rows of its own has
    those of the first.
    """
    rows = view.children(fee.id, TariffRow) or view.children(fee.of, TariffRow)
    ids = {row.id for row in rows}
    first = [row for row in rows if row.of not in ids]
    return [state for row in first if (state := at(view, row, when)) is not None]


def _holds(record: Record, when: date) -> bool:
    begun = record.valid_from is None or record.valid_from <= when
    return begun and (record.valid_until is None or when <= record.valid_until)
