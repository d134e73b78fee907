"""Finds sentences of which nobody remembers the beginning at the end (more than 25 words)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from model.checks.finding import Check, Found, Repair
from model.checks.language.texts import WRITTEN, texts_of
from model.checks.naming import called
from model.checks.reading import Reading
from model.records import Record

LONGEST = 25
_END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÄÖÜ„])|\n+|;\s")


def _find(_view: Reading, record: Record) -> Iterable[Found]:
    for slot, text in texts_of(record):
        if len(text) < 4 * LONGEST or slot in ("label", "name"):
            continue  # a long name has a finding of its own
        longest = max(len(sentence.split()) for sentence in _END.split(text))
        if longest > LONGEST:
            repair = Repair("shorten", opens=slot)
            return (Found(record.id, {"name": called(record), "n": longest}, (repair,)),)
    return ()


LONG_SENTENCE = Check("long_sentence", "hint", WRITTEN, record=_find)
