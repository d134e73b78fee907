"""Does the picture of the process show everything?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exporters.bpmn.vocabulary import BPMNDI, DC, DI
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, tag_of
from model.geometry import Rect


def complete(finished: Finished) -> Iterator[Fault]:
    """C10: a shape with bounds per node, an edge with two points per way; overlaps are a hint."""
    shapes: dict[str, Rect] = {}
    edges: dict[str, int] = {}
    for root in finished.models:
        for shape in root.iter(f"{{{BPMNDI}}}BPMNShape"):
            box = _bounds(shape)
            if box is not None:
                shapes[shape.get("bpmnElement", "")] = box
        for edge in root.iter(f"{{{BPMNDI}}}BPMNEdge"):
            edges[edge.get("bpmnElement", "")] = len(edge.findall(f"{{{DI}}}waypoint"))
    for name in finished.nodes:
        if name not in shapes:
            yield Fault("C10", "no_shape", name)
    for name in finished.flows:
        if edges.get(name, 0) < 2:
            yield Fault("C10", "no_edge", name)
    yield from _overlaps(finished, shapes)


def _bounds(shape: Any) -> Rect | None:
    bounds = shape.find(f"{{{DC}}}Bounds")
    try:
        box = Rect(*(float(bounds.get(name)) for name in ("x", "y", "width", "height")))
    except (AttributeError, TypeError, ValueError):
        return None
    return box if box.width > 0 and box.height > 0 else None


def _overlaps(finished: Finished, shapes: dict[str, Rect]) -> Iterator[Fault]:
    """Two cards of one level on top of each other; an exception sits on its step on purpose."""
    levels: dict[str, list[tuple[Rect, str]]] = {}
    for name, node in finished.nodes.items():
        if name in shapes and tag_of(node) != "boundaryEvent":
            level = node.getparent().get("id", "")
            levels.setdefault(level, []).append((shapes[name], name))
    for cards in levels.values():
        open_cards: list[tuple[Rect, str]] = []
        for box, name in sorted(cards):
            open_cards = [(other, at) for other, at in open_cards if other.right > box.x]
            for other, at in open_cards:
                if box.intersects(other):
                    yield Fault("C10", "overlap", name, at, "hint")
            open_cards.append((box, name))
