"""Finds answers that are refused by a pattern or a rule without saying what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field, Rule


def _find(_view: Reading, record: Field | Rule) -> Iterable[Found]:
    if isinstance(record, Field):
        if not record.pattern or record.error_text.strip():
            return ()
        repair = Repair("give_message", opens="error_text")
        return (Found(record.id, {"name": called(record)}, (repair,)),)
    if record.purpose not in ("validation", "eligibility", "notice") or record.message.strip():
        return ()
    repairs = [Repair("give_message", opens="message")]
    if record.name.strip():
        repairs.insert(0, Repair("say_the_name", partial(_say_name, rule=record.id)))
    return (Found(record.id, {"name": called(record)}, tuple(repairs), "rule"),)


def _say_name(tx: Transaction, rule: str) -> None:
    tx.alter(rule, message=tx.the(rule, Rule).name)


REFUSED_WITHOUT_WORD = Check("refused_without_word", "warning", (Field, Rule), record=_find)
