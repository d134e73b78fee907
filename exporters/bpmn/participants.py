"""How large are lanes and pools in the picture?

Lanes of a pool are equally wide and hold their cards; a pool wraps its lanes with room for its
name at the left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from exporters.bpmn.description import Description, Lane, Node, Pool
from model.document import Snapshot
from model.geometry import Rect, united

HEAD = 30.0
_MARGIN = 40.0
_EMPTY_LANE = 120.0
_BLACK_BOX = 60.0


def take_lanes_and_pools(description: Description, view: Snapshot) -> None:
    """Boxes of all lanes and pools, from their placements or from what they hold."""
    children: dict[str, list[Lane]] = defaultdict(list)
    for lane in description.lanes.values():
        children[lane.parent].append(lane)
    inside: dict[str, list[Node]] = defaultdict(list)
    for node in description.nodes.values():
        inside[node.lane].append(node)
    for lane in _deepest_first(children, list(description.pools)):
        placement = view.placement(lane.record)
        held = [child.box for child in children[lane.id]]
        nodes = [node.box for node in inside[lane.id]]
        if placement is not None and placement.width:
            lane.box = placement.box
        elif held:
            lane.box = _with_head(united(held))
        elif nodes:
            lane.box = united(nodes).grown(_MARGIN)
    for pool in description.pools.values():
        _take_pool(pool, children, description, view)
    _take_black_boxes(description, view)


def _deepest_first(children: dict[str, list[Lane]], pools: Sequence[str]) -> list[Lane]:
    ordered: list[Lane] = []
    waiting = list(pools)
    seen: set[str] = set()
    while waiting:
        for lane in children.get(waiting.pop(), ()):
            if lane.id not in seen:
                seen.add(lane.id)
                ordered.append(lane)
                waiting.append(lane.id)
    return ordered[::-1]


def _take_pool(
    pool: Pool, children: dict[str, list[Lane]], description: Description, view: Snapshot
) -> None:
    if not pool.process:
        return
    nodes = [n.box for n in description.nodes.values() if n.process == pool.process]
    lanes = children[pool.id]
    placement = view.placement(pool.record) if pool.record else None
    if lanes:
        _stack_empty(lanes)
        _align(lanes, nodes, children)
        pool.box = _with_head(united([lane.box for lane in lanes]))
    elif placement is not None and placement.width:
        pool.box = placement.box
    else:
        pool.box = _with_head(united(nodes).grown(_MARGIN))


def _stack_empty(lanes: Sequence[Lane]) -> None:
    """A lane that nobody placed and that holds nothing goes below the others."""
    bottom = united([lane.box for lane in lanes if lane.box.width]).bottom
    for lane in lanes:
        if not lane.box.width:
            lane.box = Rect(0, bottom, 1, _EMPTY_LANE)
            bottom += _EMPTY_LANE


def _align(lanes: Sequence[Lane], nodes: Sequence[Rect], children: dict[str, list[Lane]]) -> None:
    wide = [lane.box for lane in lanes if lane.box.width > 1]
    left = min([box.x for box in wide] + [box.x - HEAD - 10 for box in nodes], default=0.0)
    right = max([box.right for box in wide] + [box.right + 20 for box in nodes], default=600.0)
    for lane in lanes:
        _span(lane, left, right, children)


def _span(lane: Lane, left: float, right: float, children: dict[str, list[Lane]]) -> None:
    waiting = [(lane, left)]
    while waiting:
        one, x = waiting.pop()
        one.box = Rect(x, one.box.y, right - x, one.box.height)
        waiting.extend((child, x + HEAD) for child in children.get(one.id, ()))


def _with_head(box: Rect) -> Rect:
    return Rect(box.x - HEAD, box.y, box.width + HEAD, box.height)


def _take_black_boxes(description: Description, view: Snapshot) -> None:
    """Black boxes stand where they were placed, else one above the other over the picture."""
    whole = united(
        [pool.box for pool in description.pools.values() if pool.process]
        or [node.box for node in description.nodes.values()]
    )
    top = whole.y
    for pool in description.pools.values():
        if pool.process:
            continue
        placement = view.placement(pool.record)
        if placement is not None and placement.width:
            pool.box = placement.box
        else:
            top -= _BLACK_BOX + _MARGIN
            pool.box = Rect(whole.x, top, max(whole.width, 300.0), _BLACK_BOX)
