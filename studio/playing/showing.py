"""How is a path shown that a proof found?

It is a path of ways, without answers: the Akte goes along it, sign by sign.
"""

from __future__ import annotations

from model.document import Snapshot
from model.language import tr
from model.records import Flow, Node
from studio.playing.course import name_of
from widgets.play import Course, Line, Place, Sight


class Showing:
    """The nodes of a path, and how far one has gone (``place`` counts from 0)."""

    def __init__(self, view: Snapshot, path: tuple[str, ...]) -> None:
        self.path = path
        self.place = 0
        self.nodes = [one for one in path if isinstance(view.get(one), Node)]

    @property
    def at(self) -> str:
        """Where the Akte stands."""
        return self.nodes[self.place] if self.nodes else ""

    @property
    def over(self) -> bool:
        """Is there nothing left of it?"""
        return self.place + 1 >= len(self.nodes)

    def go(self, step: int) -> None:
        """So many nodes on, or back."""
        self.place = max(0, min(self.place + step, len(self.nodes) - 1))

    def where(self, view: Snapshot) -> str:
        """Where one stands, in words."""
        if not self.nodes:
            return tr("playing.path.gone")
        return tr(
            "playing.path.at", n=self.place + 1, of=len(self.nodes), name=name_of(view, self.at)
        )

    def course(self, view: Snapshot) -> Course:
        """The path as a log: every node is a place to go to."""
        lines = tuple(
            Line(name_of(view, node), "", node, number, "done")
            for number, node in enumerate(self.nodes[: self.place + 1])
        )
        return Course((Place(self.where(view), self.at),), (), (), lines, self.place)

    def sight(self, view: Snapshot, *, travelling: bool) -> Sight:
        """What the canvas shows of it."""
        gone = frozenset(self.nodes[: self.place + 1])
        ways = [flow for one in self.path if (flow := view.get(one, Flow)) is not None]
        passed = [way.id for way in ways if self._card(view, way.target) in gone]
        last = [way for way in passed if self._card(view, view.the(way, Flow).target) == self.at]
        return Sight(
            stands=(self.at,) if self.at else (),
            nodes=gone,
            ways=frozenset(passed),
            troubles=(self.at,) if self.over and self.at else (),
            travels=(tuple(last[-1:]),) if travelling and last else (),
        )

    def _card(self, view: Snapshot, end: str) -> str:
        card = view.card_of(end)
        return card.id if card is not None else ""
