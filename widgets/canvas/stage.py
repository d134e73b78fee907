"""What do the gestures see of this canvas?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.document import Document
from model.errors import FachwerkError
from model.geometry import Point, Rect
from model.language import Message
from widgets.canvas.ground import Ground
from widgets.canvas.hitting import REACH, hit_at, nearest_flow
from widgets.canvas.telling import announce
from widgets.items.flow import FlowItem
from widgets.items.item import qrect, rect
from widgets.painters.looks import TITLE_BELOW
from widgets.tools.pointer import Hit
from widgets.tools.preview import Ghost


class CanvasStage:
    """The Stage of the tools, on a real canvas. ``rename`` opens the line for a name."""

    def __init__(self, canvas: Ground, rename: Callable[[str], None]) -> None:
        self._canvas = canvas
        self._rename = rename

    @property
    def document(self) -> Document:
        return self._canvas.document

    @property
    def selected(self) -> tuple[str, ...]:
        return self._canvas.selection.ids

    @property
    def zoom(self) -> float:
        return self._canvas.zoom

    def hit(self, point: Point) -> Hit:
        rows = self.zoom >= TITLE_BELOW
        return hit_at(self._canvas.graph, point, self.zoom, self.selected, rows=rows)

    @property
    def grid(self) -> bool:
        return self._canvas.grid

    def box(self, node: str) -> Rect | None:
        item = self._canvas.graph.item_of(node)
        if item is None or isinstance(item, FlowItem):
            return None
        return rect(item.placed)

    def course(self, flow: str) -> tuple[Point, ...]:
        item = self._canvas.graph.flows.get(flow)
        return item.look.points if item is not None else ()

    def boxes_near(self, area: Rect) -> dict[str, Rect]:
        return self._canvas.graph.boxes_near(area)

    def flow_near(self, point: Point) -> str:
        reach = REACH / self.zoom
        area = Rect(point.x, point.y, 0.01, 0.01).grown(reach)
        found = self._canvas.graph.items(qrect(area))
        flows = [item for item in found if isinstance(item, FlowItem)]
        nearest = nearest_flow(flows, point, reach)
        return nearest.record_id if nearest is not None else ""

    def select(self, ids: Iterable[str], focus: str = "") -> None:
        self._canvas.selection.set(ids, focus)

    def preview(self, ghost: Ghost | None) -> None:
        self._canvas.show_ghost(ghost)

    def rename(self, record_id: str) -> None:
        self._rename(record_id)

    def refuse(self, error: FachwerkError) -> None:
        self._canvas.refuse(error)

    def hint(self, words: Message | None) -> None:
        self._canvas.hinted.emit(words or self._canvas.lasting)
        if words is not None:
            announce(self._canvas, str(words))
