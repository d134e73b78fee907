"""How do the parts hang together, and how does that look?

Order of reading, page numbers, the inner geometry of a card, the course of a way, the places after
tidying up. networkx and fast-sugiyama may be imported here and nowhere else, and only inside a
function that needs them: building networkx's graph costs 82 ms at 10 000 nodes, and importing it
100 ms.

Why routing stands in the model (11/2026): canvas, picture and BPMN diagram must show the same way;
none of them may import another.

Why our own layout (11/2026): no library lays out lanes, and fast-sugiyama takes 30 ms or 85 s for
5 000 nodes, depending on the jumps back, and cannot be stopped. So jumps back are cut first
(``layers``), columns are ordered lane by lane (``ordering``) and lines are drawn straight
(``spread``): under a second for 5 000 nodes of any shape. fast-sugiyama's order is one more
beginning for the sweeps where the shape is cheap (``starts``); without it nothing is lost but that.
"""

from model.graph.card import FOLD_ABOVE, CardRow, card_rows, card_size, is_foldable, way_line
from model.graph.layout import Tidied, tidied
from model.graph.obstacles import Obstacles
from model.graph.order import page_numbers, reading_order
from model.graph.route import route, route_between, routes

__all__ = [
    "FOLD_ABOVE",
    "CardRow",
    "Obstacles",
    "Tidied",
    "card_rows",
    "card_size",
    "is_foldable",
    "page_numbers",
    "reading_order",
    "route",
    "route_between",
    "routes",
    "tidied",
    "way_line",
]
