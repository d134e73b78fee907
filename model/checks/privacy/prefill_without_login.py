"""Finds fields that are filled in from an account although nobody needs to log in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field


def _find(view: Reading, field: Field) -> Iterable[Found]:
    if field.prefill == "none" or view.service.trust_level not in ("", "none"):
        return ()
    repairs = (
        Repair("ask_for_login", _ask_for_login),
        Repair("no_prefill", partial(_leave_empty, field=field.id)),
    )
    return (Found(field.id, {"name": called(field)}, repairs),)


def _ask_for_login(tx: Transaction) -> None:
    tx.alter(tx.service.id, trust_level="basic")


def _leave_empty(tx: Transaction, field: str) -> None:
    tx.alter(field, prefill="none")


PREFILL_WITHOUT_LOGIN = Check("prefill_without_login", "warning", (Field,), record=_find)
