"""Finds hidden fields that must be answered although nothing fills them: the form never closes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import set_required
from model.document import Transaction
from model.records import Field


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if field.field_kind not in ("hidden", "locked") or not field.required:
        return ()
    if field.value is not None or field.content or field.prefill != "none":
        return ()
    repairs = (
        Repair("make_optional", partial(set_required, field=field.id, required=False)),
        Repair("make_visible", partial(_show, field=field.id)),
    )
    return (Found(field.id, {"name": called(field)}, repairs),)


def _show(tx: Transaction, field: str) -> None:
    tx.alter(field, field_kind="input")


HIDDEN_REQUIRED = Check("hidden_required", "error", (Field,), record=_find)
