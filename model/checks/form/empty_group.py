"""Finds groups of questions without a question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import place_field, remove
from model.records import FieldGroup


def _find(view: Reading, group: FieldGroup) -> Iterable[Found]:
    if view.rows(group.id):
        return ()
    add = Repair("add_field", partial(place_field, template="text", parent=group.id))
    out = Repair("remove_group", partial(remove, ids=[group.id]))
    return (Found(group.id, {"name": called(group)}, (add, out)),)


EMPTY_GROUP = Check("empty_group", "warning", (FieldGroup,), record=_find)
