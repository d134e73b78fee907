"""Finds services that say "Sie" here and "du" there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.language.texts import WRITTEN, texts_of
from model.checks.naming import called
from model.checks.reading import Reading
from model.records import Record

_DU = re.compile(r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(e|en|em|er|es)?)\b")
_SIE = re.compile(r"(?<=[a-zäöüß,;–] )(Sie|Ihnen|Ihr(e|en|em|er|es)?)\b")


def _find(view: Reading) -> Iterator[Found]:
    """At the first text that says the rarer of the two."""
    familiar, formal = [], []
    for kind in WRITTEN:
        for record in view.of(kind):
            for slot, text in texts_of(record):
                if " " not in text:
                    continue
                if _DU.search(text):
                    familiar.append((record, slot))
                if _SIE.search(text):
                    formal.append((record, slot))
    if familiar and formal:
        rarer = min(familiar, formal, key=len)
        record, slot = rarer[0]
        values = {"name": called(record), "familiar": len(familiar), "formal": len(formal)}
        yield Found(record.id, values, (Repair("reword", opens=slot),))


def _addresses(record: Record) -> bool:
    return any(_DU.search(text) or _SIE.search(text) for _, text in texts_of(record))


MIXED_ADDRESS = Check(
    "mixed_address",
    "hint",
    WRITTEN,
    whole=_find,
    heeds=frozenset({"label", "help", "content", "error_text", "message", "text", "name", "form"}),
    stirred_by=_addresses,
)
