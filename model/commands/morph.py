"""Make another kind of thing of what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from model.commands.giveway import make_room, taken
from model.commands.retype import change_field_type
from model.document.change import Change, ChangeSet
from model.document.document import Document
from model.document.transaction import Transaction
from model.geometry import Rect
from model.grammar.become import kind_now, may_become, template
from model.grammar.connect import NEVER_CHOOSES
from model.graph import card_size, way_line
from model.language import say
from model.records import (
    KINDS,
    DataObject,
    Deadline,
    Decision,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Placement,
    Record,
    Step,
    Timer,
    make,
)


def change_kind(tx: Transaction, record: str, key: str) -> Record:
    """A card, sign or row becomes what a template (or a variant of one) makes.

    Id, name, ways, norms and deadlines stay, rows where the new kind holds them, the place with its
    middle, on the way.

    Raises:
        NotAllowed: the grammar says why not.
    """
    before = tx[record]
    if kind_now(tx, before) == key:
        return before
    may_become(tx, record, key).require()
    if isinstance(before, Field):
        change_field_type(tx, record, key)
    elif isinstance(before, FieldGroup):
        tx.alter(record, maximum=template(key).fields.get("maximum", 1))
    elif isinstance(before, DataObject):
        tx.alter(record, **template(key).fields)
    elif isinstance(before, Node):
        _change_node(tx, before, key)
    return tx[record]


def losses(document: Document, record: str, key: str) -> list[Change]:
    """What would go with the change, or lose its condition; the document stays as it is.

    Raises:
        NotAllowed: the grammar says why not.
    """
    trial = Document(document.snapshot(), behaviors=document.behaviors, ids=document.ids)
    with trial.transaction(say("undo.change_kind")) as tx:
        change_kind(tx, record, key)
    assert tx.changeset is not None
    return list(_lost(tx.changeset, record))


def _lost(changeset: ChangeSet, record: str) -> Iterator[Change]:
    for change in changeset:
        before, after = change.before, change.after
        if change.id == record or before is None or isinstance(before, Placement):
            continue
        if after is None or (
            isinstance(before, Flow)
            and isinstance(after, Flow)
            and before.condition is not None
            and after.condition is None
        ):
            yield change


def _change_node(tx: Transaction, before: Node, key: str) -> None:
    kind = template(key)
    cls = KINDS[kind.kind]
    values = _carried(before, cls) | _form_of(before, cls) | dict(kind.fields)
    if issubclass(cls, Timer) and not values.get("deadline"):
        own = tx.children(before.id, Deadline)
        values["deadline"] = own[0].id if own else ""
    record = make(kind.kind, **values)
    assert isinstance(record, Node)
    for row in _without_room(tx, record):
        tx.remove(row.id)
    tx.replace(record)
    _lead_on(tx, record)
    _stand(tx, before, record)


def _carried(before: Node, cls: type[Record]) -> dict[str, Any]:
    """The fields both kinds know; what makes the old kind what it is begins anew."""
    own = type(before).model_fields
    shared = (name for name in cls.model_fields if name in own and name not in _MAKES_THE_KIND)
    extras = tuple(pair for pair in before.extras if pair[0] not in _TOLD_THE_KIND)
    return {name: getattr(before, name) for name in shared} | {"extras": extras}


def _form_of(before: Node, cls: type[Record]) -> dict[str, Any]:
    """A sort of task says nothing of who does it: a step keeps its form then."""
    return {"form": before.form} if isinstance(before, Step) and cls is Step else {}


_MAKES_THE_KIND = (
    "kind",
    "form",
    "basis",
    "mode",
    "direction",
    "trigger",
    "result",
    "task",
    "by_event",
)
_TOLD_THE_KIND = ("tag", "event")
"""Kept foreign names of what an imported element was."""


def _without_room(tx: Transaction, record: Node) -> Iterator[Record]:
    """Rows that the new kind cannot hold: an automatic step asks nothing, a page reads nothing, a
    sign has no rows.
    """
    for row in tx.rows(record.id):
        read = isinstance(row, FieldUse)
        homeless = {"automatic": not read, "page": read}.get(getattr(record, "form", ""), False)
        if homeless or not isinstance(record, Step):
            yield row


def _lead_on(tx: Transaction, node: Node) -> None:
    """Where nothing is chosen the ways lose their conditions; where one is, one way is "sonst"."""
    ways = tx.outgoing(node.id)
    never = isinstance(node, NEVER_CHOOSES) or (isinstance(node, Decision) and node.mode == "event")
    if never:
        for flow in ways:
            tx.replace(flow.replaced(condition=None, default=False))
    elif len(ways) > 1 and not any(flow.default for flow in ways):
        plain = [flow for flow in ways if flow.condition is None]
        if plain:
            tx.replace(plain[0].replaced(default=True))


def _stand(tx: Transaction, before: Node, after: Node) -> None:
    """It stays on its way, its middle where it was; what it would stand on then makes room.

    An imported card keeps its size.
    """
    place = tx.placement(after.id)
    if place is None:
        return
    both_cards = {before.kind, after.kind} <= {"step", "subprocess", "call"}
    if both_cards and any(name.startswith("bpmn:") for name, _ in before.extras):
        return
    width, height = card_size(tx, after.id)
    top = place.y + way_line(place.height) - way_line(height)
    box = Rect(place.box.center.x - width / 2, top, width, height)
    covered = {hit.about for hit in taken(tx, after.id, box)} if box != place.box else set()
    if covered:
        box = box._replace(x=place.x)
    tx.replace(place.replaced(x=box.x, y=box.y, width=width, height=height))
    if covered:
        before_it = {one.about for one in taken(tx, after.id, box) if one.x < box.x}
        make_room(tx, after.id, {after.id, *before_it})
