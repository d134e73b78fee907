"""Finds groups in groups in groups: nobody sees any more what belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import move_row
from model.document import Transaction
from model.records import FieldGroup

DEEPEST = 3


def _find(view: Reading, group: FieldGroup) -> Iterable[Found]:
    holders = _holders(view, group)
    if len(holders) < DEEPEST:
        return ()
    repair = Repair("move_up", partial(_move_up, group=group.id))
    return (Found(group.id, {"name": called(group), "n": len(holders) + 1}, (repair,)),)


def _holders(view: Reading, group: FieldGroup) -> list[FieldGroup]:
    found: list[FieldGroup] = []
    holder = view.get(group.parent, FieldGroup)
    while holder is not None and len(found) < 300:
        found.append(holder)
        holder = view.get(holder.parent, FieldGroup)
    return found


def _move_up(tx: Transaction, group: str) -> None:
    """Beside the group it stood in."""
    holder = tx.the(tx.the(group, FieldGroup).parent, FieldGroup)
    move_row(tx, group, holder.parent)


DEEP_GROUP = Check("deep_group", "hint", (FieldGroup,), record=_find)
