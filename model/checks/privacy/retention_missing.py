"""Finds answers of which nobody says how long they are kept (Art. 5 Abs. 1 e GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.privacy.asked import asked
from model.checks.reading import Reading
from model.document import Transaction
from model.records import End, Field, FieldGroup, Step


def _find(view: Reading) -> Iterator[Found]:
    if not view.begun:
        return
    fields = asked(view)
    silent = [field for field in fields if not field.retention.strip()]
    if not silent:
        return
    values = {"n": len(silent), "all": len(fields)}
    kept = {field.retention for field in fields if field.retention.strip()}
    repairs = [Repair("give_retention", opens="retention")]
    if len(kept) == 1:
        ids = tuple(field.id for field in silent)
        keep = partial(_keep, fields=ids, retention=kept.pop())
        repairs.insert(0, Repair("keep_like_others", keep))
    yield Found(silent[0].id, values, tuple(repairs))


def _keep(tx: Transaction, fields: tuple[str, ...], retention: str) -> None:
    for field in fields:
        tx.alter(field, retention=retention)


RETENTION_MISSING = Check("retention_missing", "hint", (Field, FieldGroup, Step, End), whole=_find)
