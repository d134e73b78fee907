"""What does one record say to a person?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from model.document.queries import Queries
from model.expressions import sentence
from model.grammar import kind_title
from model.language import say, tr
from model.records import (
    Deadline,
    Fee,
    Flow,
    MessageFlow,
    Norm,
    OldEntry,
    OldForm,
    Option,
    Placement,
    Record,
    TariffRow,
    Unknown,
)
from model.records.base import Fact, nested_fields

NAME, WORDS, MORE, EXPERT, ID = range(5)
"""How near to the heart of a record a saying is: its name, what people read, what lies below, what
only experts ask for, its id.
"""


class Saying(NamedTuple):
    """A text of a record. ``slot`` names where it stands (``reading.slot.<slot>``)."""

    slot: str
    text: str
    rank: int = WORDS


_SLOTS: dict[str, int] = {
    "label": NAME,
    "name": NAME,
    "text": NAME,
    "cited_as": NAME,
    "short_name": WORDS,
    "help": WORDS,
    "documentation": WORDS,
    "content": WORDS,
    "description": WORDS,
    "message": WORDS,
    "message_name": WORDS,
    "title": WORDS,
    "office": WORDS,
    "reason": WORDS,
    "passage": WORDS,
    "wording": WORDS,
    "error_text": MORE,
    "purpose": MORE,
    "retention": MORE,
    "source_register": MORE,
    "document_type": MORE,
    "effect": MORE,
    "starts": MORE,
    "unit": MORE,
    "per": MORE,
    "issuer": MORE,
    "called": MORE,
    "group": MORE,
    "leika_key": EXPERT,
    "fim_id": EXPERT,
    "urn": EXPERT,
    "code": EXPERT,
    "link": EXPERT,
}
_CHOSEN_WORDS = {
    ("rule", "purpose"),
    ("tariff_row", "effect"),
    ("deadline", "unit"),
    ("fee", "form"),
}
"""Fields of that name that hold one of a few words of the program, not of a person."""


def sayings(view: Queries, record: Record) -> Iterator[Saying]:
    """Everything a record says, the most important first; nothing for places, foreign lines, and
    old forms, which lie beside the service and are searched on their shelf.
    """
    if isinstance(record, Placement | Unknown | OldForm | OldEntry):
        return
    for slot in _slots(type(record)):
        text = getattr(record, slot)
        if text and not text.isspace():
            yield Saying(slot, text, _SLOTS[slot])
    for slot in nested_fields(type(record)):
        condition = getattr(record, slot)
        if isinstance(condition, Fact):
            yield Saying(slot, sentence(view, condition))  # type: ignore[arg-type]
    if amount := measured(record):
        yield Saying("measure", amount)
    yield Saying("id", record.id, ID)


@cache
def _slots(of: type[Record]) -> tuple[str, ...]:
    """The texts a class of records can hold."""
    kind = of.model_fields["kind"].default
    own = (slot for slot in _SLOTS if (kind, slot) not in _CHOSEN_WORDS)
    return tuple(s for s in own if s in of.model_fields or isinstance(getattr(of, s, 0), property))


def measured(record: Record) -> str:
    """How long, how much: "14 Tage", "30,70 EUR je Jahr"."""
    if isinstance(record, Deadline) and record.length is not None:
        return tr(f"unit.{record.unit}", n=record.length)
    if isinstance(record, Fee):
        return _fee(record)
    if isinstance(record, TariffRow):
        return tr("reading.amount", amount=record.amount)
    return ""


def _fee(fee: Fee) -> str:
    per = tr("reading.per", unit=fee.per) if fee.per else ""
    if fee.form == "frame":
        low, high = fee.minimum or 0, fee.maximum or 0
        return tr("reading.frame", low=low, high=high, currency=fee.currency) + per
    if fee.form == "fixed" and fee.amount is not None:
        return tr("reading.fixed", amount=fee.amount, currency=fee.currency) + per
    return tr("reading.free") if fee.form == "free" else ""


def holder(view: Queries, record: Record) -> Record | None:
    """What a person would look at to see this record: its card, question, fee; None for the
    service.
    """
    one: Record | None = record
    for _ in range(300):
        if one is None or one.family in ("node", "row", "flow", "aside") or one.kind == "role":
            break
        one = view.get(getattr(one, "parent", "")) or view.get(one.of)
    if isinstance(one, Option) and view.card_of(one.id) is None:
        one = next(iter(view.referring(one.parent)), None)  # an answer of a list: who offers it
    if one is None:
        one = _user(view, record)
    return one


def _user(view: Queries, record: Record) -> Record | None:
    """The first thing that rests on a norm, charges a fee, waits for a deadline, uses a rule."""
    if isinstance(record, Norm):
        return next((r for r in view.resting_on(record.id) if r.family != "other"), None)
    named = record.id if record.kind in ("fee", "deadline", "rule", "code_list") else ""
    named = named or getattr(record, "parent", "")
    users = (r for r in view.referring(named) if r.family in ("node", "row", "flow"))
    return next(users, None) if named else None


def way_title(view: Queries, way: Flow | MessageFlow) -> str:
    """What a person calls a way: from where to where."""
    ends = [view.get(way.source), view.get(way.target)]
    names = [str(getattr(end, "name", "")) or _kind(end) for end in ends]
    return str(say("reading.way", source=names[0], target=names[1]))


def _kind(record: Record | None) -> str:
    return str(kind_title(record)) if record is not None else ""
