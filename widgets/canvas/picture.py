"""How does the graph look on paper or in a file?

Drawn straight from a snapshot with the same painters as the canvas, without a window; a
QGuiApplication is enough. Text stays text in SVG and PDF.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from model.document import Snapshot
from model.geometry import Rect, united
from model.graph import page_numbers, route
from model.language import tr
from model.records import Flow, MessageFlow, Node, Placement, SubProcess
from widgets.canvas.cells import Cells
from widgets.items.item import qrect
from widgets.items.looking import CARDS, drawn_lanes, flow_look, is_drawn, lane_look, node_look
from widgets.painters.flows import paint_flow, rounded, straight
from widgets.painters.ink import Ink, ink
from widgets.painters.lanes import paint_lane
from widgets.painters.looks import Detail, FlowLook, NodeLook
from widgets.painters.names import free_side, name_box
from widgets.painters.pills import flow_pill
from widgets.painters.table import painter_of

MARGIN = 24.0
FORMATS = ("svg", "png", "pdf")
PNG_SCALE = 2.0
LARGEST_PNG = 16_000
NEAR = 120.0


def render(
    snapshot: Snapshot, target: Path | str | QIODevice, theme: str = "light", form: str = ""
) -> None:
    """Draw the whole service. ``target``: a path (its ending says the format) or an open device
    with ``form``.

    Raises:
        ValueError: there is no such format.
        OSError: the file cannot be written.
    """
    path = None if isinstance(target, QIODevice) else Path(target)
    form = form or (path.suffix[1:].lower() if path is not None else "")
    if form not in FORMATS:
        raise ValueError(f"no such format: {form}")
    data = to_bytes(snapshot, form, theme)
    if path is not None:
        path.write_bytes(data)
    elif isinstance(target, QIODevice):
        target.write(QByteArray(data))


def to_bytes(snapshot: Snapshot, form: str, theme: str = "light") -> bytes:
    """The picture as the bytes of an SVG, PNG or PDF file."""
    picture = Picture(snapshot, theme)
    writer = {"svg": _svg, "png": _png, "pdf": _pdf}[form]
    return writer(picture)


class Picture:
    """A snapshot measured and ready to be painted any number of times."""

    def __init__(self, snapshot: Snapshot, theme: str = "light") -> None:
        self.view = snapshot
        self.ink: Ink = ink(theme)
        self._pages = page_numbers(snapshot)
        places = {p.about: p.box for p in snapshot.of(Placement) if p.view == "main"}
        self._lanes = [
            (lane, places[lane.id]) for lane in drawn_lanes(snapshot) if lane.id in places
        ]
        self._nodes = {
            node.id: (node, places[node.id])
            for node in snapshot.of(Node)
            if node.id in places and is_drawn(snapshot, node)
        }
        self._near = Cells()
        for one, (_, box) in self._nodes.items():
            self._near.add(one, box)
        self._flows = [
            flow_look(snapshot, flow, tuple(route(snapshot, flow, self._obstacles(flow))))
            for flow in snapshot.of(Flow)
            if flow.source in self._nodes and flow.target in self._nodes
        ]
        for message in snapshot.of(MessageFlow):
            points = straight(places.get(message.source), places.get(message.target))
            self._flows.append(flow_look(snapshot, message, points))
        self._ways_near = Cells()
        for look in self._flows:
            self._ways_near.add(look.id, _around(look))
        self._looks = {one: self._look(node, box) for one, (node, box) in self._nodes.items()}
        self.pills = self._placed_pills()

    @property
    def title(self) -> str:
        return self.view.service.name

    def extent(self) -> Rect:
        """Everything that is painted, with the words outside of signs and a margin."""
        boxes = [box for _, box in (*self._lanes, *self._nodes.values())]
        boxes += [_plain(box) for box in (*self._names().values(), *self.pills.values())]
        for look in self._flows:
            boxes += [Rect(p.x, p.y, 0, 0) for p in look.points]
        real = [box for box in boxes if box.width or box.height or box.x or box.y]
        return united(real).grown(MARGIN) if real else Rect(0, 0, 400, 200)

    def paint(self, painter: QPainter, detail: Detail = Detail.FULL) -> None:
        """Lanes, frames, ways, nodes, from bottom to top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(qrect(self.extent()), self.ink.brush("paper"))
        for lane, box in self._lanes:
            paint_lane(painter, self.ink, lane_look(lane), qrect(box), detail)
        frames = [pair for pair in self._nodes.values() if _is_frame(pair[0])]
        for node, box in frames:
            self._node(painter, node, box, detail)
        radius = self.ink.tokens.flow_corner
        for look in self._flows:
            path = rounded(look.points, radius)
            paint_flow(painter, self.ink, look, path, self.pills[look.id], detail)
        for node, box in self._nodes.values():
            if not _is_frame(node):
                self._node(painter, node, box, detail)

    def _node(self, painter: QPainter, node: Node, box: Rect, detail: Detail) -> None:
        look = self._looks[node.id]
        painter_of(look.shape)(painter, self.ink, look, qrect(box), detail)

    def _look(self, node: Node, box: Rect) -> NodeLook:
        """The look of a node; the name of a sign stands on a free side."""
        look = node_look(self.view, node, self._pages)
        if node.kind in CARDS or not look.title:
            return look
        near = self._ways_in(box.grown(1))
        ways = [way.points for way in near if node.id in self._ends(way)]
        boxes = self._standing(box.grown(NEAR))
        boxes.pop(node.id, None)
        side = free_side(self.ink, look, qrect(box), ways, list(boxes.values()))
        return replace(look, side=side)

    def _ways_in(self, area: Rect) -> list[FlowLook]:
        wanted = set(self._ways_near.near(area))
        return [look for look in self._flows if look.id in wanted]

    def _ends(self, way: FlowLook) -> tuple[str, str]:
        record = self.view[way.id]
        assert isinstance(record, Flow | MessageFlow)
        return record.source, record.target

    def _standing(self, area: Rect) -> dict[str, QRectF]:
        """The boxes in an area, without the frames on which others stand."""
        found = {one: self._nodes[one] for one in self._near.near(area)}
        return {one: qrect(box) for one, (node, box) in found.items() if not _is_frame(node)}

    def _names(self) -> dict[str, QRectF]:
        """Where the names of signs stand."""
        return {
            one: name_box(self.ink, self._looks[one], qrect(box))
            for one, (node, box) in self._nodes.items()
            if node.kind not in CARDS
        }

    def _placed_pills(self) -> dict[str, QRectF]:
        """Where the words of each way stand, so that none covers a card or other words."""
        names, found = self._names(), {look.id: QRectF() for look in self._flows}
        for way in self._flows:
            if way.label and way.points:
                area = _around(way).grown(NEAR)
                boxes = self._standing(area)
                others = [other for other in self._ways_in(area) if other is not way]
                taken = [*boxes.values(), *(names[one] for one in boxes if one in names)]
                taken += [found[other.id] for other in others]
                courses = [other.points for other in others]
                found[way.id] = flow_pill(self.ink, way, taken, courses)
        return found

    def _obstacles(self, flow: Flow) -> list[Rect]:
        source, target = self._nodes[flow.source], self._nodes[flow.target]
        area = united([source[1], target[1]]).grown(NEAR)
        near = [one for one in self._near.near(area) if one not in (flow.source, flow.target)]
        return [
            self._nodes[one][1] for one in near if self._nodes[one][0].parent == source[0].parent
        ]


def _is_frame(node: Node) -> bool:
    return isinstance(node, SubProcess) and node.expanded


def _around(way: FlowLook) -> Rect:
    """The box of a course; never empty, so that it is found."""
    return united([Rect(p.x, p.y, 0.01, 0.01) for p in way.points])


def _plain(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())


def _svg(picture: Picture) -> bytes:
    area = picture.extent()
    buffer = _buffer()
    writer = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    writer.setOutputDevice(buffer)
    writer.setResolution(96)
    writer.setSize(QSize(round(area.width), round(area.height)))
    writer.setViewBox(QRectF(0, 0, round(area.width), round(area.height)))
    writer.setTitle(picture.title)
    writer.setDescription(tr("canvas.name"))
    painter = QPainter(writer)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def _png(picture: Picture) -> bytes:
    area = picture.extent()
    scale = min(PNG_SCALE, LARGEST_PNG / max(area.width, area.height))
    image = QImage(
        round(area.width * scale), round(area.height * scale), QImage.Format.Format_RGB32
    )
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _pdf(picture: Picture) -> bytes:
    """One page as large as the picture; printing shrinks it onto the paper."""
    area = picture.extent()
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.title)
    writer.setResolution(96)
    size = QSizeF(area.width * 72 / 96, area.height * 72 / 96)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
