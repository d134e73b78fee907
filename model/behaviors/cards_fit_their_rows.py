"""A card is as tall as its rows need."""

from __future__ import annotations

from collections.abc import Iterator

from model.document import Change, Transaction
from model.graph import card_size
from model.records import (
    Chosen,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Placement,
    Record,
    Step,
)
from model.records.base import Child

_ROWS = (Field, FieldGroup, FieldUse, Option)


def cards_fit_their_rows(tx: Transaction, change: Change) -> None:
    """When a row comes or goes, its card grows or shrinks at its lower edge.

    As tall as the folded card: so also when a way begins or ends at an answer, which a folded card
    shows then or no longer. Cards of imported models keep their size: they show title and counts
    only.
    """
    record = change.record
    if isinstance(record, Flow):
        _fit_folded(tx, change)
    if isinstance(record, Step) and change.before is not None and change.after is not None:
        if getattr(change.before, "fee", "") != record.fee:
            _fit(tx, record.id)
    elif isinstance(record, _ROWS):
        for card in dict.fromkeys(_cards(tx, change)):
            _fit(tx, card)


def _fit_folded(tx: Transaction, change: Change) -> None:
    for way in (change.before, change.after):
        if not isinstance(way, Flow) or not isinstance(way.condition, Chosen):
            continue
        place = tx.placement(way.source)
        if place is not None and place.height < card_size(tx, way.source, unfolded=True)[1]:
            _fit(tx, way.source)


def _cards(tx: Transaction, change: Change) -> Iterator[str]:
    for record in (change.before, change.after):
        if isinstance(record, Child):
            card: Record | None = tx.card_of(record.parent)
            if card is not None:
                yield card.id


def _fit(tx: Transaction, card: str) -> None:
    place = tx.placement(card)
    if not isinstance(place, Placement) or _keeps_its_size(tx, card):
        return
    width, height = card_size(tx, card)
    if (place.width, place.height) != (width, height):
        tx.replace(place.replaced(width=width, height=height))
        _take_events_along(tx, place, height - place.height)


def _take_events_along(tx: Transaction, card: Placement, by: float) -> None:
    """What hangs at the lower edge stays at it."""
    for node in tx.referring(card.about, Node):
        place = tx.placement(node.id)
        hangs = getattr(node, "attached_to", "") == card.about
        if hangs and place is not None and place.box.bottom >= card.box.bottom:
            tx.replace(place.replaced(y=place.y + by))


def _keeps_its_size(tx: Transaction, card: str) -> bool:
    return any(name.startswith("bpmn:") for name, _ in tx[card].extras)
