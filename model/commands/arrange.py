"""Move things on the canvas."""

from __future__ import annotations

from collections.abc import Container, Iterable

from model.commands.course import hold_course
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import Point
from model.grammar import form_in_lane
from model.records import DataFlow, FieldUse, Flow, MessageFlow, Node, Placement, Role, Step


def lane_at(view: Queries, point: Point) -> Role | None:
    """The lane a point lies in, or None."""
    for role in view.ordered(Role):
        place = view.placement(role.id)
        if place is not None and place.box.contains(point):
            return role
    return None


def nearest_lane(view: Queries, point: Point) -> Role | None:
    """The lane a point lies in, or the one that is nearest above or below it."""
    inside = lane_at(view, point)
    if inside is not None:
        return inside
    placed = [(r, p) for r in view.ordered(Role) if (p := view.placement(r.id)) is not None]
    if not placed:
        return None
    return min(placed, key=lambda pair: max(pair[1].y - point.y, point.y - pair[1].box.bottom))[0]


def move(
    tx: Transaction, ids: Iterable[str], dx: float, dy: float, *, keep_lanes: bool = False
) -> None:
    """Move nodes (and bend points of flows between them).

    What hangs on them or stands in them goes along. Who lands in another lane belongs to it, but
    for ``keep_lanes``.
    """
    chosen = list(dict.fromkeys(i for i in ids if i in tx))
    nodes = with_what_hangs_on(tx, [i for i in chosen if isinstance(tx[i], Node)])
    for node in nodes:
        place = tx.placement(node)
        if place is not None:
            tx.replace(place.replaced(x=place.x + dx, y=place.y + dy))
            if not keep_lanes:
                _join_lane(tx, node)
    lines_follow(tx, nodes, dx, dy)
    between = [f.id for n in nodes for f in tx.outgoing(n) if f.target in nodes]
    between += [i for i in chosen if isinstance(tx[i], Flow)]
    for flow in dict.fromkeys(between):
        place = tx.placement(flow)
        if place is not None and place.bends:
            tx.replace(place.replaced(bends=tuple((x + dx, y + dy) for x, y in place.bends)))


def lines_follow(tx: Transaction, moved: Container[str], dx: float, dy: float) -> None:
    """Lines of messages and of data keep their bends when both their ends moved; else they find
    their own course.
    """
    lines: list[MessageFlow | DataFlow] = [*tx.of(MessageFlow), *tx.of(DataFlow)]
    for line in lines:
        place = tx.placement(line.id)
        ends = (line.source in moved, line.target in moved)
        if place is None or not place.bends or not any(ends):
            continue
        bends = tuple((x + dx, y + dy) for x, y in place.bends) if all(ends) else ()
        tx.replace(place.replaced(bends=bends))


def with_what_hangs_on(tx: Transaction, chosen: list[str]) -> dict[str, None]:
    """The chosen nodes, with exceptions at them and what stands in them, however deep."""
    nodes, pending = dict.fromkeys(chosen), list(chosen)
    while pending:
        step = pending.pop()
        hanging = [n.id for n in tx.referring(step, Node) if _hangs_on(n, step)]
        pending += [i for i in hanging if i not in nodes]
        nodes |= dict.fromkeys(hanging)
    return nodes


def _hangs_on(node: Node, step: str) -> bool:
    return getattr(node, "attached_to", "") == step or node.parent == step


def move_to(tx: Transaction, node: str, centre: Point) -> None:
    """Put the centre of one node at a place."""
    place = tx.placement(node)
    if place is not None:
        middle = place.box.center
        move(tx, [node], centre.x - middle.x, centre.y - middle.y)


def pin(tx: Transaction, ids: Iterable[str], pinned: bool) -> None:
    """Nodes and ways that tidying up leaves where they are, or no longer.

    A way that is pinned keeps the bends it has now.
    """
    for record in dict.fromkeys(ids):
        if pinned and isinstance(tx.get(record), Flow):
            hold_course(tx, record)
        place = tx.placement(record)
        if place is not None:
            tx.replace(place.replaced(pinned=pinned))


def _join_lane(tx: Transaction, node: str) -> None:
    """A card takes the lane it stands in.

    A page that leaves the applicant becomes an office step, and back.
    """
    place = tx.placement(node)
    role = lane_at(tx, place.box.center) if isinstance(place, Placement) else None
    record = tx.the(node, Node)
    if role is None or role.id == record.role:
        return
    tx.replace(record.replaced(role=role.id, **_form_in(tx, record, role)))


def _form_in(view: Queries, record: Node, role: Role) -> dict[str, str]:
    if not isinstance(record, Step):
        return {}
    uses = view.children(record.id, FieldUse)
    asks = len(view.rows(record.id)) > len(uses)
    return {"form": form_in_lane(record.form, role.side, asks=asks, reads=bool(uses))}
