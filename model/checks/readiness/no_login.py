"""Finds services that do not say how sure one must be of who applies (eIDAS)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.document import Transaction
from model.records import End, Service, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.begun and not view.service.trust_level:
        repairs = (
            Repair("without_login", partial(_trust, level="none")),
            Repair("say_login", opens="trust_level"),
        )
        yield Found(view.service.id, {}, repairs)


def _trust(tx: Transaction, level: str) -> None:
    tx.alter(tx.service.id, trust_level=level)


NO_LOGIN = Check("no_login", "hint", (Service, Step, End), whole=_find, heeds=frozenset({"form"}))
