"""Finds plain texts whose name says that a date, an IBAN or an address for messages is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.commands import change_field_type
from model.grammar import TEMPLATES
from model.records import Field

_MEANT = (
    ("iban", re.compile(r"\biban\b", re.IGNORECASE)),
    ("email", re.compile(r"\be-?mail(-?adresse)?\b", re.IGNORECASE)),
    ("phone", re.compile(r"\b(telefon|handy|mobil)(nummer)?\b", re.IGNORECASE)),
    ("date", re.compile(r"(\b|geburts|beginn|ablauf|einzugs|ausstellungs)datum\b", re.IGNORECASE)),
)


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    plain = field.field_kind == "input" and field.data_type == "text" and field.layout == "plain"
    if not plain or field.pattern:
        return ()
    name = name_of(field)
    for template, meant in _MEANT:
        if meant.search(name):
            title = TEMPLATES[template].title
            change = partial(change_field_type, field_id=field.id, template=template)
            repair = Repair(f"ask_for_{template}", change)
            return (Found(field.id, {"name": name, "type": title}, (repair,)),)
    return ()


BETTER_TYPE = Check("better_type", "hint", (Field,), record=_find)
