"""What may have been meant, when a way was drawn?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from model.commands.retype import change_field_type
from model.commands.showing import reached_from
from model.document.change import Change, ChangeSet
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.grammar import title
from model.language import Message, say, tr
from model.records import Chosen, Field, Flow, Step


@dataclass(frozen=True)
class Offer:
    """One sentence and one button; ``work`` is one undo step named ``label``."""

    words: Message
    button: Message
    label: Message
    work: Callable[[Transaction], Any]


def offer_after(view: Queries, changeset: ChangeSet) -> Offer | None:
    """What a person may want now: one answer only where a way leaves one of several, a name for a
    way back, or the other order. None when nothing comes to mind.
    """
    led = [c.after for c in changeset if isinstance(c.after, Flow) and _is_led(c)]
    for way in led if len(led) <= FEW else ():
        if way.id in view:
            found = _one_answer(view, way) or _way_back(view, way)
            if found is not None:
                return found
    return None


FEW = 3
"""More ways than these were not drawn by hand (paste, import): nothing is offered."""


def _is_led(change: Change) -> bool:
    """A new way, or one that leads elsewhere or asks something else now."""
    before, after = change.before, change.after
    if not isinstance(before, Flow) or not isinstance(after, Flow):
        return before is None
    return (before.target, before.condition) != (after.target, after.condition)


def _one_answer(view: Queries, way: Flow) -> Offer | None:
    if not isinstance(way.condition, Chosen):
        return None
    field = view.get(way.condition.field, Field)
    if field is None or field.choices != "many":
        return None
    asked = title(field)
    return Offer(
        say("offer.one_answer", question=asked),
        say("offer.one_answer.button"),
        say("undo.one_answer"),
        lambda tx: change_field_type(tx, field.id, "choice"),
    )


def _way_back(view: Queries, way: Flow) -> Offer | None:
    source, target = view.get(way.source, Step), view.get(way.target, Step)
    if source is None or target is None or target.form != "page" or source.form != "page":
        return None
    if source.id not in reached_from(view, target.id):
        return None
    names = {"source": title(source), "target": title(target)}
    if way.condition is None and may_swap(view, target.id, source.id, way.id):
        return Offer(
            say("offer.order", **names),
            say("offer.order.button"),
            say("undo.swap_pages"),
            lambda tx: _other_order(tx, way.id),
        )
    if way.name:
        return None
    return Offer(
        say("offer.back", **names),
        say("offer.back.button"),
        say("undo.name_way_back"),
        lambda tx: tx.alter(way.id, name=tr("offer.back.name")),
    )


def may_swap(view: Queries, earlier: str, later: str, without: str = "") -> bool:
    """True when two pages can change places: no answer of either leads anywhere."""
    ways = [*view.outgoing(earlier), *view.outgoing(later)]
    return all(way.condition is None for way in ways if way.id != without)


def swap_pages(tx: Transaction, earlier: str, later: str) -> None:
    """Two pages change places, in the order and on the canvas.

    Raises:
        NotAllowed: an answer on one of them leads somewhere; that way cannot leave the other.
    """
    if not may_swap(tx, earlier, later):
        names = {"one": title(tx[earlier]), "other": title(tx[later])}
        raise NotAllowed(say("offer.order.refused", **names), todo=say("offer.order.refused.todo"))
    other = {earlier: later, later: earlier}
    ways = {way.id: way for page in other for way in (*tx.incoming(page), *tx.outgoing(page))}
    for way in ways.values():
        source, target = other.get(way.source, way.source), other.get(way.target, way.target)
        tx.replace(way.replaced(source=source, target=target))
        course = tx.placement(way.id)
        if course is not None:
            tx.remove(course.id)
    one, two = tx.placement(earlier), tx.placement(later)
    if one is not None and two is not None:
        tx.replace(one.replaced(x=two.x, y=two.y))
        tx.replace(two.replaced(x=one.x, y=one.y))


def _other_order(tx: Transaction, way: str) -> None:
    """The page the way began at comes first; the way itself was only the wish."""
    drawn = tx.the(way, Flow)
    tx.remove(way)
    swap_pages(tx, drawn.target, drawn.source)
