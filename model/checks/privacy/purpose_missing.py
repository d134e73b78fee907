"""Finds questions of which nobody says what they are for (Art. 5 Abs. 1 b GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.privacy.asked import asked
from model.checks.privacy.gender_asked import asks_gender
from model.checks.privacy.special_category import is_special
from model.checks.reading import Reading
from model.document import Transaction
from model.records import End, Field, FieldGroup, Step


def _find(view: Reading) -> Iterator[Found]:
    if not view.begun:
        return
    fields = asked(view)
    silent = [f for f in fields if not f.purpose.strip() and not _told_elsewhere(f)]
    if not silent:
        return
    values = {"n": len(silent), "all": len(fields)}
    said = {field.purpose for field in fields if field.purpose.strip()}
    repairs = [Repair("give_purpose", opens="purpose")]
    if len(said) == 1:
        ids = tuple(field.id for field in silent)
        same = partial(_say, fields=ids, purpose=said.pop())
        repairs.insert(0, Repair("purpose_like_others", same))
    yield Found(silent[0].id, values, tuple(repairs))


def _say(tx: Transaction, fields: tuple[str, ...], purpose: str) -> None:
    for field in fields:
        tx.alter(field, purpose=purpose)


def _told_elsewhere(field: Field) -> bool:
    """One cause, one line: these have a finding of their own."""
    return is_special(field) or asks_gender(field)


PURPOSE_MISSING = Check("purpose_missing", "hint", (Field, FieldGroup, Step, End), whole=_find)
