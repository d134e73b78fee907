"""Where do the cards of a file go that draws nothing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from exporters.bpmn.identity import Identity
from exporters.bpmn.layout import layered
from exporters.bpmn.vocabulary import DRAWN_ONLY
from model.geometry import Rect, united
from model.records import (
    Decision,
    End,
    Event,
    Flow,
    ForeignNode,
    Message,
    Node,
    Parallel,
    Placement,
    Record,
    Role,
    Start,
    Timer,
)

_MARGIN = 40.0
_EMPTY = 120.0


def arranged(
    records: Mapping[str, Record], placed: set[str], identity: Identity
) -> Iterator[Placement]:
    """Places for all nodes that have none, and for lanes when nothing at all is drawn.

    The inside of a sub-process is drawn in a view of its own, which bears its id.
    """
    missing: dict[str, list[Node]] = defaultdict(list)
    for record in records.values():
        if isinstance(record, Node) and record.id not in placed:
            missing[record.parent].append(record)
    if not missing:
        return
    ways = [(r.source, r.target) for r in records.values() if isinstance(r, Flow)]
    roles = [r for r in records.values() if isinstance(r, Role)]
    bands = {role.id: number for number, role in enumerate(roles)}
    bottom = max((_bottom(r) for r in records.values()), default=0.0)
    for parent, nodes in missing.items():
        boxes = layered(
            {node.id: _size(node) for node in nodes},
            ways,
            {node.id: bands.get(node.role, len(bands)) for node in nodes},
            top=bottom + 100 if not parent else 100,
        )
        view = parent if parent and parent not in placed else "main"
        for node in nodes:
            yield _place(node.id, boxes[node.id], view, identity)
        if not parent and not placed and roles:
            yield from _lanes(roles, nodes, boxes, identity)


def _bottom(record: Record) -> float:
    return record.y + record.height if isinstance(record, Placement) else 0.0


def _size(node: Node) -> tuple[float, float]:
    if isinstance(node, Start | End | Timer | Message | Event):
        return 36.0, 36.0
    if isinstance(node, Decision | Parallel):
        return 50.0, 50.0
    if isinstance(node, ForeignNode) and (node.tag.endswith("Event") or node.tag in DRAWN_ONLY):
        return 36.0, 36.0
    return 100.0, 80.0


def _place(about: str, box: Rect, view: str, identity: Identity) -> Placement:
    return Placement(
        id=identity.free(f"{about}_place"),
        about=about,
        view=view,
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
    )


def _lanes(
    roles: list[Role], nodes: list[Node], boxes: Mapping[str, Rect], identity: Identity
) -> Iterator[Placement]:
    """Innermost lanes as bands around their cards, outer lanes around those."""
    whole = united(boxes.values()).grown(_MARGIN)
    inside: dict[str, list[Rect]] = defaultdict(list)
    for node in nodes:
        inside[node.role].append(boxes[node.id])
    bottom = whole.bottom
    for role in reversed(roles):
        own = inside[role.id]
        if own:
            box = united(own)
            box = Rect(whole.x, box.y - 30, whole.width, box.height + 60)
        else:
            box = Rect(whole.x, bottom, whole.width, _EMPTY)
            bottom += _EMPTY
        inside[role.parent].append(Rect(box.x, box.y + 30, box.width, box.height - 60))
        yield _place(role.id, box, "main", identity)
