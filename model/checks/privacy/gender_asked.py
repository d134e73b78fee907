"""Finds questions on title or gender that nothing explains: most services need neither."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, name_of
from model.checks.reading import Reading
from model.commands import remove
from model.records import Field

_ASKED = frozenset({"anrede", "geschlecht", "ihr geschlecht", "ihre anrede"})


def asks_gender(field: Field) -> bool:
    """Does its name say that it asks for title or gender?"""
    return name_of(field).strip(" ?:").casefold() in _ASKED


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if field.purpose.strip() or not asks_gender(field):
        return ()
    repairs = (
        Repair("remove_question", partial(remove, ids=[field.id])),
        Repair("give_purpose", opens="purpose"),
    )
    return (Found(field.id, {"name": called(field)}, repairs),)


GENDER_ASKED = Check("gender_asked", "hint", (Field,), record=_find)
