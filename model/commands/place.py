"""Put something new into the service."""

from __future__ import annotations

from typing import Any

from model.commands.connect import connect_steps, reconnect
from model.commands.giveway import widen_around
from model.commands.standing import stand_after, stand_between
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import Point
from model.grammar import TEMPLATES, Template, form_in_lane, may_hold
from model.graph import card_size
from model.language import tr
from model.records import (
    Field,
    FieldGroup,
    Flow,
    Node,
    Option,
    Placement,
    Pool,
    Role,
    Step,
    key_between,
    make,
)
from model.records.base import Child


def place_node(tx: Transaction, template: str, role: str, at: Point, *, name: str = "") -> Node:
    """A new card or sign in a lane, its centre at ``at``.

    A page outside the applicant's lane becomes an office step, and the other way round.

    Raises:
        NotAllowed: the lane cannot hold it.
    """
    may_hold(tx, role, template).require()
    kind = TEMPLATES[template]
    values = dict(kind.fields)
    if "form" in values:
        values["form"] = form_in_lane(values["form"], tx.the(role, Role).side)
    record = make(
        kind.kind,
        id=tx.new_id(kind.kind),
        name=name or _first_name(tx, kind),
        role=role,
        order=_last_key(tx, Node),
        **values,
    )
    node: Node = tx.add(record)
    _put_at(tx, node.id, at)
    return node


def _first_name(tx: Transaction, template: Template) -> str:
    """Signs need no name at first; cards get their kind's name, numbered when it is taken."""
    if template.kind in ("decision", "parallel"):
        return ""
    base = tr(f"template.{template.key}.name")
    taken = {node.name for node in tx.of(Node)}
    number, name = 2, base
    while name in taken:
        number, name = number + 1, f"{base} {number}"
    return name


def _put_at(tx: Transaction, node: str, centre: Point) -> None:
    width, height = card_size(tx, node)
    tx.add(
        Placement(
            id=tx.new_id("placement"),
            about=node,
            x=centre.x - width / 2,
            y=centre.y - height / 2,
            width=width,
            height=height,
        )
    )


def place_field(
    tx: Transaction, template: str, parent: str, *, before: str = "", label: str = ""
) -> Field | FieldGroup:
    """A new row in a page, an office step or a group, before another row or at the end.

    A choice gets its first answers.

    Raises:
        NotAllowed: the parent cannot hold it.
    """
    may_hold(tx, parent, template).require()
    kind = TEMPLATES[template]
    record = make(
        kind.kind,
        id=tx.new_id(kind.kind),
        parent=parent,
        order=row_key(tx, parent, before),
        label=label or tr(f"template.{template}.name"),
        **kind.fields,
    )
    row: Field | FieldGroup = tx.add(record)
    for answer in first_answers(template):
        add_option(tx, row.id, answer)
    return row


def first_answers(template: str) -> list[str]:
    """The answers a new choice begins with; none for other templates."""
    if template == "yesno":
        return [tr("option.yes"), tr("option.no")]
    if template in ("choice", "multi"):
        return [tr("option.first", n=number) for number in (1, 2)]
    return []


def place_field_as_page(
    tx: Transaction, template: str, role: str, at: Point, *, label: str = ""
) -> tuple[Step, Field | FieldGroup]:
    """A field dropped on empty canvas becomes a new page (or office step) with it."""
    form = "page" if tx.the(role, Role).side == "applicant" else "office"
    step = place_node(tx, form, role, at)
    row = place_field(tx, template, step.id, label=label)
    assert isinstance(step, Step)
    return step, row


def add_option(
    tx: Transaction, field: str, label: str, *, before: str = "", code: str = ""
) -> Option:
    """One more answer to choose; its code is made from the label.

    Raises:
        NotAllowed: nothing can be chosen there.
    """
    may_hold(tx, field, "option").require()
    siblings = tx.children(field, Option)
    return tx.add(
        Option(
            id=tx.new_id("option"),
            parent=field,
            order=_key_before(siblings, before),
            label=label,
            code=code or speakable(label, {option.code for option in siblings}),
        )
    )


def insert_on_flow(tx: Transaction, template: str, flow: str, *, name: str = "") -> Node:
    """A new node on a way: the way leads to it, a new one leads on; what follows makes room.

    Raises:
        NotAllowed: the lane cannot hold it, or no way may lead to it or on from it.
    """
    way = tx.the(flow, Flow)
    target = tx.the(way.target, Node)
    node = place_node(tx, template, target.role, Point(0, 0), name=name)
    node = _beside(tx, target, node)
    stand_between(tx, way, node.id)
    reconnect(tx, flow, target=node.id)
    connect_steps(tx, node.id, target.id)
    return node


def _beside(tx: Transaction, neighbour: Node, node: Node) -> Node:
    """A newcomer stands in the same sub-process as the node it was put beside."""
    return tx.replace(node.replaced(parent=neighbour.parent))


def append_node(
    tx: Transaction,
    template: str,
    after: str,
    *,
    role: str = "",
    name: str = "",
    option: str = "",
) -> Node:
    """A new node to the right of another (or at the start of a further lane), connected with it.

    One more way out leads to a node below those that are there.
    """
    before = tx.the(after, Node)
    node = place_node(tx, template, role or before.role, Point(0, 0), name=name)
    node = _beside(tx, before, node)
    stand_after(tx, before, node)
    widen_around(tx, node)
    connect_steps(tx, after, node.id, option=option)
    return node


def add_role(tx: Transaction, name: str, side: str) -> Role:
    """A further lane below the others."""
    pools = tx.ordered(Pool)
    lanes = [p for role in tx.ordered(Role) if (p := tx.placement(role.id)) is not None]
    role = tx.add(
        Role(
            id=tx.new_id("role"),
            parent=pools[0].id if pools else "",
            name=name,
            side=side,  # type: ignore[arg-type]
            order=_last_key(tx, Role),
        )
    )
    bottom = max((p.box.bottom for p in lanes), default=0.0)
    width = max((p.width for p in lanes), default=1200.0)
    left = min((p.x for p in lanes), default=0.0)
    tx.add(
        Placement(
            id=tx.new_id("placement"),
            about=role.id,
            x=left,
            y=bottom,
            width=width,
            height=LANE_HEIGHT,
        )
    )
    return role


LANE_HEIGHT = 180.0
"""Height of an empty lane; it grows with what stands in it."""


def row_key(view: Queries, parent: str, before: str = "") -> str:
    """An order key for a row before another one, or at the end."""
    rows = [row for row in view.rows(parent) if isinstance(row, Child)]
    return _key_before(rows, before)


def _key_before(siblings: list[Any], before: str) -> str:
    keys = [sibling.order for sibling in siblings]
    places = [i for i, sibling in enumerate(siblings) if sibling.id == before]
    if not places:
        return key_between(keys[-1] if keys else "", "")
    place = places[0]
    previous = keys[place - 1] if place else ""
    # Equal keys (two people inserted at once) leave no room: stand at the same key, the id decides.
    return key_between(previous, keys[place]) if previous < keys[place] else keys[place]


def _last_key(view: Queries, kind: type[Child]) -> str:
    keys = [record.order for record in view.of(kind)]
    return key_between(max(keys, default=""), "")


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def speakable(label: str, taken: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """A short technical word made from a label.

    Lower case ASCII letters, digits and _; numbered when it is taken.

    >>> speakable("Über 3,5 t")
    'ueber_3_5_t'
    """
    plain = label.strip().lower().translate(_LETTERS)
    word = "".join(c if c.isascii() and c.isalnum() else "_" for c in plain).strip("_")
    while "__" in word:
        word = word.replace("__", "_")
    word = (word or "x")[:40].strip("_")
    number, name = 2, word
    while name in taken:
        number, name = number + 1, f"{word}_{number}"
    return name
