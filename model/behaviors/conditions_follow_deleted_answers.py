"""A condition never names an answer, field, rule or fee that is gone."""

from __future__ import annotations

from collections.abc import Container, Iterator

from model.behaviors.leaving import has_left
from model.document import Change, Transaction
from model.expressions import without
from model.records import Chosen, Field, Flow, Membership, Record, Rule, TariffRow
from model.records.base import Fact, nested_fields


def conditions_follow_deleted_answers(tx: Transaction, change: Change) -> None:
    """The part of a condition that names what is gone is taken out.

    A way, a rule or a row of a fee table left without any condition leaves too (it would hold for
    everybody), unless the way is the only one or the rule is told in words. Gone are also the
    answers of a list that a field no longer offers. A renamed answer needs nothing: conditions name
    ids.
    """
    if has_left(tx, change):
        _forget(tx, change.id, {change.id})
    elif isinstance(change.before, Field) and isinstance(change.after, Field):
        field = tx.get(change.id, Field)
        if field is not None and _offers(change.before) != _offers(change.after):
            offered = {option.id for option in tx.options(field.id)}
            offered = offered if field.field_kind == "select" else set()
            _forget(tx, field.id, _chosen(tx, field.id) - offered, of=field.id)


def _offers(field: Field) -> tuple[str, str]:
    return field.field_kind, field.code_list


def _chosen(tx: Transaction, field: str) -> set[str]:
    """The answers to a field that conditions name."""
    return {i for record in tx.referring(field) for i in _chosen_in(record, field)}


def _chosen_in(fact: Fact, field: str) -> Iterator[str]:
    if isinstance(fact, Chosen) and fact.field == field:
        yield fact.option
    if isinstance(fact, Membership) and fact.field == field:
        yield from (ref.option for ref in fact.options)
    for name in nested_fields(type(fact)):
        value = getattr(fact, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Fact):
                yield from _chosen_in(part, field)


def _forget(tx: Transaction, named: str, gone: Container[str], of: str = "") -> None:
    for record in tx.referring(named):
        for name in nested_fields(type(record)):
            expression = getattr(record, name)
            if expression is not None and not isinstance(expression, tuple):
                _repair(tx, record, name, without(expression, gone, of))


def _repair(tx: Transaction, record: Record, name: str, left: object) -> None:
    if left == getattr(record, name) or record.id not in tx:
        return
    alone = isinstance(record, Flow) and len(tx.outgoing(record.source)) < 2
    told = isinstance(record, Rule) and bool(record.description)
    if left is None and isinstance(record, Flow | Rule | TariffRow) and not (alone or told):
        tx.remove(record.id)
    else:
        tx.alter(record.id, **{name: left})
