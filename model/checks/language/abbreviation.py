"""Finds abbreviations that a screen reader spells and learners of German do not know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.language.texts import WRITTEN, texts_of
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Record

_LONG = {
    "bzw.": "beziehungsweise",
    "ggf.": "gegebenenfalls",
    "evtl.": "eventuell",
    "z. B.": "zum Beispiel",
    "z.B.": "zum Beispiel",
    "u. a.": "unter anderem",
    "u.a.": "unter anderem",
    "d. h.": "das heißt",
    "d.h.": "das heißt",
    "i. d. R.": "in der Regel",
    "i.d.R.": "in der Regel",
    "u. U.": "unter Umständen",
    "inkl.": "einschließlich",
    "zzgl.": "zuzüglich",
    "o. Ä.": "oder Ähnliches",
    "o.Ä.": "oder Ähnliches",
    "usw.": "und so weiter",
}
_SHORT = re.compile("|".join(rf"(?<!\w){re.escape(short)}" for short in _LONG))


def _find(_view: Reading, record: Record) -> Iterable[Found]:
    for _, text in texts_of(record):
        found = _SHORT.search(text) if "." in text else None
        if found is not None:
            values = {"name": called(record), "short": found[0], "long": _LONG[found[0]]}
            repair = Repair("spell_out", partial(_spell_out, record=record.id))
            return (Found(record.id, values, (repair,)),)
    return ()


def _spell_out(tx: Transaction, record: str) -> None:
    for slot, text in texts_of(tx[record]):
        tx.alter(record, **{slot: _SHORT.sub(lambda found: _LONG[found[0]], text)})


ABBREVIATION = Check("abbreviation", "hint", WRITTEN, record=_find)
