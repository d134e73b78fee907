"""Finds conditions on an answer that is asked for only later: they are decided without it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.reading import Reading
from model.checks.structure.reach import after, reached
from model.commands import set_condition
from model.records import Field, FieldGroup, Flow, Node, Record
from model.records.base import Fact, references_of

_NEAR = 3


def _find(view: Reading) -> Iterator[Found]:
    seen: set[str] | None = None
    beyond: dict[str, set[str]] = {}
    for record, here, condition in _asking(view):
        for card in dict.fromkeys(_cards(view, condition)):
            if card == here or _just_before(view, card, here):
                continue
            seen = reached(view) if seen is None else seen
            if card not in seen or here not in seen:
                continue
            if here not in beyond.setdefault(card, after(view, card)):
                yield _found(view, record, card)
                break


def _asking(view: Reading) -> Iterator[tuple[Flow | Field | FieldGroup, str, Fact]]:
    """Whatever has a condition, and the card at which it is decided."""
    for flow in view.of(Flow):
        if flow.condition is not None:
            yield flow, flow.source, flow.condition
    rows: list[Field | FieldGroup] = [*view.of(Field), *view.of(FieldGroup)]
    for row in rows:
        if row.visible is not None:
            card = view.card_of(row.id)
            if card is not None:
                yield row, card.id, row.visible


def _cards(view: Reading, condition: Fact) -> Iterator[str]:
    """The cards on which the questions are asked that a condition names."""
    for record_id in references_of(condition):
        if isinstance(view.get(record_id), Field | FieldGroup):
            card = view.card_of(record_id)
            if card is not None:
                yield card.id


def _just_before(view: Reading, card: str, here: str) -> bool:
    """Quickly: does the card stand a few steps before?"""
    back = [here]
    for _ in range(_NEAR):
        back = [flow.source for node in back[:4] for flow in view.incoming(node)]
        if card in back:
            return True
    return False


def _found(view: Reading, record: Flow | Field | FieldGroup, card: str) -> Found:
    place = called_at(view.get(card))
    if isinstance(record, Flow):
        values = {"name": called_at(view.get(record.source)), "place": place}
        return Found(record.id, values, (Repair("say_condition", opens="condition"),), "way")
    repair = Repair("show_always", partial(set_condition, record=record.id, expression=None))
    return Found(record.id, {"name": called(record), "place": place}, (repair,))


def _may_matter(record: Record) -> bool:
    return not isinstance(record, Field | FieldGroup) or record.visible is not None


ANSWER_COMES_LATER = Check(
    "answer_comes_later",
    "error",
    (Node, Flow, Field, FieldGroup),
    whole=_find,
    heeds=frozenset({"source", "target", "condition", "visible", "parent", "attached_to"}),
    stirred_by=_may_matter,
)
