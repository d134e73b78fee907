"""How does a test play a gesture without a window?

A ``BareStage`` is a Stage on a real document; ``play`` sends a list of pointers through the tool.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from model.document import Document, History
from model.errors import FachwerkError
from model.geometry import Point, Rect
from model.graph import card_rows, route
from model.language import Message
from model.records import Flow, Node
from widgets.tools.pointer import Hit, Phase, Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture
from widgets.tools.tool import Tool

REACH = 12.0


class BareStage:
    """What the canvas answers to gestures, computed straight from the document."""

    def __init__(self, document: Document, zoom: float = 1.0) -> None:
        self.document = document
        self.history = History(document)
        self.zoom = zoom
        self.grid = False
        self.selected: tuple[str, ...] = ()
        self.focus = ""
        self.ghosts: list[Ghost | None] = []
        self.renamed: list[str] = []
        self.refused: list[FachwerkError] = []
        self.hints: list[Message | None] = []

    def box(self, node: str) -> Rect | None:
        place = self.document.snapshot().placement(node)
        return place.box if place is not None else None

    def course(self, flow: str) -> tuple[Point, ...]:
        view = self.document.snapshot()
        record = view.get(flow, Flow)
        return tuple(route(view, record)) if record is not None else ()

    def boxes_near(self, area: Rect) -> dict[str, Rect]:
        view = self.document.snapshot()
        found = {node.id: self.box(node.id) for node in view.of(Node)}
        return {one: box for one, box in found.items() if box is not None and box.intersects(area)}

    def flow_near(self, point: Point) -> str:
        view = self.document.snapshot()
        for flow in view.of(Flow):
            points = route(view, flow)
            for a, b in pairwise(points):
                left, right = sorted((a.x, b.x))
                top, bottom = sorted((a.y, b.y))
                if Rect(left, top, right - left, bottom - top).grown(REACH).contains(point):
                    return flow.id
        return ""

    def hit(self, point: Point) -> Hit:
        view = self.document.snapshot()
        for node, box in self.boxes_near(Rect(point.x, point.y, 0.01, 0.01)).items():
            for row in card_rows(view, node):
                if row.top <= point.y - box.y < row.top + row.height:
                    return Hit("option" if row.kind == "option" else "row", row.id, node)
            return Hit("node", node, node)
        flow = self.flow_near(point)
        return Hit("flow", flow) if flow else Hit()

    def select(self, ids: Iterable[str], focus: str = "") -> None:
        self.selected = tuple(dict.fromkeys(ids))
        self.focus = focus or (self.selected[-1] if self.selected else "")

    def preview(self, ghost: Ghost | None) -> None:
        self.ghosts.append(ghost)

    def rename(self, record_id: str) -> None:
        self.renamed.append(record_id)

    def refuse(self, error: FachwerkError) -> None:
        self.refused.append(error)

    def hint(self, words: Message | None) -> None:
        self.hints.append(words)

    # ------------------------------------------------------------------------ what a test asks

    @property
    def last_ghost(self) -> Ghost:
        """The last picture that was shown before it was cleared."""
        return next(ghost for ghost in reversed(self.ghosts) if ghost is not None)

    @property
    def cleared(self) -> bool:
        """True when no picture is left behind."""
        return not self.ghosts or self.ghosts[-1] is None

    def centre(self, record_id: str) -> Point:
        """The middle of a node or of a row."""
        view = self.document.snapshot()
        box = self.box(record_id)
        if box is not None:
            return Point(box.center.x, box.y + 18) if box.height > 60 else box.center
        card = view.card_of(record_id)
        assert card is not None
        home = self.box(card.id)
        assert home is not None
        row = next(row for row in card_rows(view, card.id) if row.id == record_id)
        return Point(home.center.x, home.y + row.middle)


def pointer(
    stage: BareStage, phase: Phase, point: Point, *keys: str, hit: Hit | None = None
) -> Pointer:
    """A pointer with what really lies there."""
    return Pointer(phase, point, hit or stage.hit(point), frozenset(keys))


def drag(
    stage: BareStage,
    start: Point,
    end: Point,
    *keys: str,
    hit: Hit | None = None,
    tool: Tool | None = None,
) -> Tool:
    """Press, three moves, release."""
    tool = tool or Tool(stage)
    tool.send(pointer(stage, "press", start, *keys, hit=hit))
    for part in (0.3, 0.7, 1.0):
        x, y = start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part
        tool.send(pointer(stage, "move", Point(x, y), *keys))
    tool.send(pointer(stage, "release", end, *keys))
    return tool


def click(stage: BareStage, at: Point, *keys: str, hit: Hit | None = None) -> Tool:
    """Press and release at one place."""
    tool = Tool(stage)
    tool.send(pointer(stage, "press", at, *keys, hit=hit))
    tool.send(pointer(stage, "release", at, *keys))
    return tool


def carry(stage: BareStage, gesture: Gesture, end: Point, *keys: str) -> None:
    """Run a gesture that no press began (a drop, an armed template) to its end."""
    tool = Tool(stage)
    tool.start(gesture)
    tool.send(pointer(stage, "move", end, *keys))
    tool.send(pointer(stage, "release", end, *keys))
