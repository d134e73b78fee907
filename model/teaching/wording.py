"""How does a script read in a language?

German stands in the records themselves. Every other language stands in ``Text`` records whose slot
is the path to the wording: ``name``, ``hint``, ``deeds.0.name``, ``goals.1.at_name``.
"""

from __future__ import annotations

from typing import Any, TypeVar

from model.document.queries import Queries
from model.records import Script, Stop, Text
from model.records.base import Fact

S = TypeVar("S", Script, Stop)
OWN = "de"
WORDS = ("name", "about", "text", "notes", "hint", "solution", "at_name", "to_name", "answer")
"""The fields that hold words, of a script, a stop, a deed or a goal."""


def scripts(view: Queries) -> list[Script]:
    """All scripts of a document, in their order."""
    return view.ordered(Script)


def stops_of(view: Queries, script: str) -> list[Stop]:
    """The stops of a script, in their order."""
    return view.children(script, Stop)


def worded(view: Queries, record: S, language: str) -> S:
    """The same script or stop in another language; what was not translated stays German."""
    if language == OWN:
        return record
    spoken = record
    for text in view.children(record.id, Text):
        if text.language == language and text.text:
            spoken = _said(spoken, text.slot.split("."), text.text)
    return spoken


def slots(record: Script | Stop) -> list[str]:
    """The paths to all wordings of a record that say something."""
    return list(_slots(record, ""))


def _slots(fact: Fact, front: str) -> list[str]:
    found: list[str] = []
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if name in WORDS and isinstance(value, str) and value:
            found.append(front + name)
        elif isinstance(value, tuple):
            for place, part in enumerate(value):
                if isinstance(part, Fact):
                    found += _slots(part, f"{front}{name}.{place}.")
    return found


def _said(fact: Any, path: list[str], text: str) -> Any:
    """The fact with one wording exchanged; a path that leads nowhere changes nothing."""
    name, rest = path[0], path[1:]
    if name not in type(fact).model_fields:
        return fact
    value = getattr(fact, name)
    if not rest:
        return _with(fact, name, text) if name in WORDS else fact
    if not isinstance(value, tuple) or not rest[0].isdecimal() or len(rest) < 2:
        return fact
    place = int(rest[0])
    if place >= len(value) or not isinstance(value[place], Fact):
        return fact
    parts = (*value[:place], _said(value[place], rest[1:], text), *value[place + 1 :])
    return _with(fact, name, parts)


def _with(fact: Any, name: str, value: object) -> Any:
    return fact.model_copy(update={name: value})
