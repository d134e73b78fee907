"""Which knots and links are the nodes and ways of one level?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.document.queries import Queries
from model.geometry import Rect
from model.graph.card import card_rows, shows_rows, way_line
from model.graph.net import Knot, Link
from model.records import Chosen, Deadline, Decision, End, Event, Flow, Message, Node, Start, Timer

_NAME = 26.0
_HALF_EVENT = 18.0


class Sketch:
    """Nodes that stand side by side, as numbers for the layout.

    ``sizes``: their boxes; ``hung``: event -> the step it hangs at; ``words``: the width of the
    words on a way.
    """

    def __init__(
        self,
        view: Queries,
        nodes: Sequence[Node],
        sizes: Mapping[str, Rect],
        band: Mapping[str, int],
        hung: Mapping[str, str],
        words: Mapping[str, float],
    ) -> None:
        self._view, self._hung, self._words = view, hung, words
        self._number = {node.id: number for number, node in enumerate(nodes)}
        events = {step for event, step in hung.items() if event in sizes}
        self.knots = [
            self._knot(node, sizes[node.id], band[node.id], hosts=node.id in events)
            for node in nodes
        ]
        self.links = list(self._links(nodes))

    def _knot(self, node: Node, box: Rect, band: int, *, hosts: bool) -> Knot:
        line = way_line(box.height)
        above = _NAME if isinstance(node, Decision) and node.name else 0.0
        below = 0.0
        if isinstance(node, Start | End | Timer | Message | Event):
            below = _NAME if node.name else 0.0
        elif hosts:
            below = _HALF_EVENT + _NAME
        elif self._view.children(node.id, Deadline):
            below = _HALF_EVENT
        return Knot(box.width, box.height, line, above, below, band)

    def _links(self, nodes: Sequence[Node]) -> Iterator[Link]:
        for node in nodes:
            yield from self._from(node.id, node.id, hanging=False)
            for event in self._view.referring(node.id, Node):
                if self._hung.get(event.id) == node.id:
                    yield from self._from(event.id, node.id, hanging=True)

    def _from(self, source: str, knot: str, *, hanging: bool) -> Iterator[Link]:
        first = self._number[knot]
        for flow in self._view.outgoing(source):
            goal = self._hung.get(flow.target, flow.target)
            target = self._number.get(goal)
            if target is not None and target != first:
                port = 0.0 if hanging else self._port(flow, self.knots[first])
                yield Link(first, target, port, self._words.get(flow.id, 0.0), hanging)

    def _port(self, flow: Flow, knot: Knot) -> float:
        """How far below the title an answer's row stands."""
        chosen = flow.condition
        if not isinstance(chosen, Chosen) or not shows_rows(self._view, flow.source):
            return 0.0
        rows = card_rows(self._view, flow.source)
        row = next((row for row in rows if row.id == chosen.option), None)
        return row.middle - knot.line if row is not None else 0.0
