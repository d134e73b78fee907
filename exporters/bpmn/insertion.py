"""How does an engine's writer put one more node before another?"""

from __future__ import annotations

from exporters.bpmn.description import Description, Flow, Node
from exporters.bpmn.diagram import room_before


def insert_before(description: Description, node: str, new: Node, *, flow_id: str = "") -> Node:
    """Put a new node on all ways to a node; the picture makes room for it.

    The new node takes process, parent and lane from its neighbour; its size is 100 x 80 unless
    ``box`` says another.
    """
    following = description.nodes[node]
    new.process, new.parent, new.lane = following.process, following.parent, following.lane
    ways = description.incoming(node)
    for way in ways:
        way.target = new.id
    description.nodes[new.id] = new
    between = Flow(
        id=flow_id or f"{new.id}_next",
        source=new.id,
        target=node,
        process=new.process,
        parent=new.parent,
    )
    description.flows[between.id] = between
    room_before(description, new, following, [*ways, between])
    return new
