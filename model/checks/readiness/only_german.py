"""Finds services for people who read no German (§ 1 SDG regulation: an official language more)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.document import Transaction
from model.records import End, Service, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.begun and len(view.service.languages) < 2:
        yield Found(view.service.id, {}, (Repair("add_english", _add_english),))


def _add_english(tx: Transaction) -> None:
    """From now on each text that is missing in English is a finding of its own."""
    tx.alter(tx.service.id, languages=(*tx.service.languages, "en"))


ONLY_GERMAN = Check(
    "only_german", "hint", (Service, Step, End), whole=_find, heeds=frozenset({"form"})
)
