"""Finds services without the key by which portals find them, or with one that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import End, Service, Step

_KEY = re.compile(r"\d{14}")


def _find(view: Reading) -> Iterator[Found]:
    key = view.service.leika_key.strip()
    if _KEY.fullmatch(key) or not (key or view.begun):
        return
    repair = Repair("give_key", opens="leika_key")
    yield Found(view.service.id, {"key": key}, (repair,), "wrong" if key else "")


NO_KEY = Check("no_key", "hint", (Service, Step, End), whole=_find, heeds=frozenset({"form"}))
