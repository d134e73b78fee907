"""Finds forms whose answers no step can read, because there is no step besides the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.privacy.asked import asked
from model.checks.reading import Reading
from model.commands import append_node, connect_steps, use_field
from model.document import Transaction
from model.errors import NotAllowed
from model.graph import reading_order
from model.language import say
from model.records import Field, FieldGroup, Role, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.foreign or not view.readerless:
        return
    fields = asked(view)
    if fields:
        ids = tuple(field.id for field in fields)
        repair = Repair("add_reader", partial(_add, fields=ids))
        yield Found(fields[0].id, {"n": len(fields)}, (repair,))


def _add(tx: Transaction, fields: tuple[str, ...]) -> None:
    """An office step behind the last page reads everything.

    Raises:
        NotAllowed: no office has a lane, or the last page has several ways on.
    """
    pages = [i for i in reading_order(tx) if (s := tx.get(i, Step)) is not None and not s.parent]
    offices = [role for role in tx.ordered(Role) if role.side == "office"]
    ways = tx.outgoing(pages[-1]) if pages else []
    if not pages or not offices or len(ways) > 1 or any(way.condition for way in ways):
        raise NotAllowed(say("check.nobody_reads.why_not"))
    for way in ways:
        tx.remove(way.id)
    step = append_node(tx, "office", pages[-1], role=offices[0].id)
    for way in ways:
        connect_steps(tx, step.id, way.target)
    for field in fields:
        use_field(tx, step.id, field)


NOBODY_READS = Check(
    "nobody_reads",
    "hint",
    (Step, Field, FieldGroup),
    whole=_find,
    heeds=frozenset({"form", "field_kind", "parent"}),
)
