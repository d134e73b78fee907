"""Change what is there."""

from __future__ import annotations

from typing import Any

from model.commands.place import row_key
from model.document.transaction import Transaction
from model.grammar import may_hold
from model.records import (
    Citation,
    Deadline,
    Field,
    FieldGroup,
    FieldUse,
    Node,
    Norm,
    Option,
    key_between,
)
from model.records.base import Child
from model.records.names import title_field


def rename(tx: Transaction, record: str, text: str) -> None:
    """Give a record another name or label."""
    tx.alter(record, **{title_field(tx[record]): text})


def use_field(tx: Transaction, step: str, field: str, mode: str = "reads") -> FieldUse:
    """A step reads, checks or decides by an answer that is given elsewhere.

    A second time only the mode changes.

    Raises:
        NotAllowed: the step cannot use answers.
        UnknownRecord: there is no such answer.
    """
    for use in tx.uses(tx[field].id):
        if use.parent == step:
            return tx.replace(use.replaced(mode=mode))
    use = FieldUse(
        id=tx.new_id("use"),
        parent=step,
        field=field,
        mode=mode,  # type: ignore[arg-type]
        order=row_key(tx, step),
    )
    tx.add(use)
    may_hold(tx, step, use.id).require()
    return use


def cite(tx: Transaction, record: str, norm: str, passage: str = "") -> Citation:
    """A record rests on a norm.

    Raises:
        UnknownRecord: the record or the norm is not there.
    """
    tx.the(norm, Norm)
    before = tx.children(tx[record].id, Citation)
    for citation in before:
        if citation.norm == norm:
            return tx.replace(citation.replaced(passage=passage))
    return tx.add(
        Citation(
            id=tx.new_id("citation"),
            parent=record,
            norm=norm,
            passage=passage,
            order=key_between(before[-1].order if before else "", ""),
        )
    )


def uncite(tx: Transaction, record: str, norm: str) -> None:
    """A record no longer rests on a norm; the norm stays in the catalogue."""
    for citation in tx.children(record, Citation):
        if citation.norm == norm:
            tx.remove(citation.id)


def set_required(tx: Transaction, field: str, required: bool) -> None:
    """Whether a field (or at least one repetition of a group) must be filled in."""
    row = tx.get(field, Field) or tx.the(field, FieldGroup)
    tx.alter(field, minimum=max(1, row.minimum) if required else 0)


def move_row(tx: Transaction, row: str, parent: str, *, before: str = "") -> None:
    """Move a row to another place or card.

    Raises:
        NotAllowed: it cannot stand there.
    """
    may_hold(tx, parent, row).require()
    if before == row:
        return
    record = tx.the(row, Child)
    tx.replace(record.replaced(parent=parent, order=_key_among_others(tx, row, parent, before)))


def _key_among_others(tx: Transaction, row: str, parent: str, before: str) -> str:
    siblings = tx.children(parent, Option) if isinstance(tx[row], Option) else tx.rows(parent)
    others = [r for r in siblings if r.id != row and isinstance(r, Child)]
    places = [i for i, other in enumerate(others) if other.id == before]
    if not places:
        return key_between(others[-1].order if others else "", "")
    after = others[places[0]].order
    previous = others[places[0] - 1].order if places[0] else ""
    return key_between(previous, after) if previous < after else after


def deadline_for(
    tx: Transaction, node: str, length: int | None, unit: str = "day", **fields: Any
) -> Deadline:
    """The deadline of a step or timer: a new one, or its length changed."""
    awaited = tx.get(getattr(tx.the(node, Node), "deadline", ""), Deadline)
    present = [awaited] if awaited is not None else tx.children(node, Deadline)
    if present:
        return tx.replace(present[0].replaced(length=length, unit=unit, **fields))
    return tx.add(
        Deadline(id=tx.new_id("deadline"), parent=node, length=length, unit=unit, **fields)  # type: ignore[arg-type]
    )
