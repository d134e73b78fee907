"""With which order may another layering begin?

fast-sugiyama orders small services well and knows nothing of lanes: its order is one more beginning
for our own sweeps. Its time depends on the shape (30 ms or 11 s for 5 000 nodes) and it cannot be
interrupted; so it is asked only where the shape is known to be cheap.
"""

from __future__ import annotations

from model.graph.net import Net
from model.graph.ordering import Order, order_by

_MOST_NODES = 400
_MOST_KNEES = 800


def layered_elsewhere(net: Net) -> list[Order]:
    """The order of fast-sugiyama; nothing when it is not there, fails, or would take long."""
    ways = {(link.source, link.target) for link in net.links}
    forward = sorted((a, b) for a, b in ways if net.column[a] < net.column[b])
    knees = sum(net.column[b] - net.column[a] - 1 for a, b in forward)
    if not forward or net.nodes > _MOST_NODES or knees > _MOST_KNEES:
        return []
    names = sorted({end for way in forward for end in way})
    number = {node: place for place, node in enumerate(names)}
    try:
        from fast_sugiyama import from_edges

        parts = list(from_edges([(number[a], number[b]) for a, b in forward]))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic in Rust is no Exception
        return []
    across = [0.0] * net.size
    for positions, *_ in parts:
        for place, (x, _) in positions:
            if int(place) < len(names):  # beyond: its own knees
                across[names[int(place)]] = float(x)
    for one, other, _ in net.joints:  # a knee stands where its way comes from
        if other >= net.nodes:
            across[other] = across[one]
    return [order_by(net, across)]
