"""Finds questions on what the law protects most (Art. 9 GDPR) without saying what for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, name_of
from model.checks.reading import Reading
from model.commands import remove
from model.records import Field

_WORDS = re.compile(
    r"religion|konfession|glaube(?!nd)|weltanschauung|gesundheit|erkrank|krankheit|diagnose"
    r"|schwerbehind|behinderung|pflegegrad|schwanger|gewerkschaft|ethnisch|herkunftsland"
    r"|sexuell|parteizugeh|biometri|fingerabdr|genetisch|vorstrafe",
    re.IGNORECASE,
)


def is_special(field: Field) -> bool:
    """Does its name say that it asks for what is specially protected?"""
    return field.field_kind != "label" and bool(_WORDS.search(name_of(field)))


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if field.purpose.strip() or not is_special(field):
        return ()
    repairs = (
        Repair("give_purpose", opens="purpose"),
        Repair("remove_question", partial(remove, ids=[field.id])),
    )
    return (Found(field.id, {"name": called(field)}, repairs),)


SPECIAL_CATEGORY = Check("special_category", "warning", (Field,), record=_find)
