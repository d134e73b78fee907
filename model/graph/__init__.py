"""How do the parts hang together, and how does that look?

Order of reading, page numbers, the inner geometry of a card, the course of a way. networkx may be
imported here and nowhere else, and only inside a function that needs it: building its graph costs
82 ms at 10 000 nodes, and importing it 100 ms.

Why routing stands in the model (11/2026): canvas, picture and BPMN diagram must show the same way;
none of them may import another.
"""

from model.graph.card import CardRow, card_rows, card_size
from model.graph.obstacles import Obstacles
from model.graph.order import page_numbers, reading_order
from model.graph.route import route, route_between, routes

__all__ = [
    "CardRow",
    "Obstacles",
    "card_rows",
    "card_size",
    "page_numbers",
    "reading_order",
    "route",
    "route_between",
    "routes",
]
