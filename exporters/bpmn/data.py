"""How is what a step works with said in BPMN, and where is it drawn?

A document is a data object with the reference that is drawn, a register a data store with its
reference, what comes from or goes to the world outside an input or output of the process. Reading
and writing are data associations inside the step.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from exporters.bpmn.asides import line_between
from exporters.bpmn.description import NOWHERE, DataWay, Description, Node, Thing
from exporters.bpmn.lines import docked
from exporters.bpmn.naming import Names
from exporters.report import ExportReport
from model.document import Snapshot
from model.geometry import Point, Rect
from model.language import say, tr
from model.records import DataFlow, DataObject, Placement

SIZES: Final = {"store": (50.0, 50.0)}
SIZE: Final = (36.0, 50.0)
_GAP = 40.0
_READERS: Final = ("endEvent", "intermediateThrowEvent")
_WRITERS: Final = ("startEvent", "intermediateCatchEvent", "boundaryEvent")


def may_read(tag: str) -> bool:
    """Activities, and events that announce something, may read."""
    return tag in _READERS or not tag.endswith(("Event", "Gateway"))


def may_write(tag: str) -> bool:
    """Activities, and events that receive something, may write."""
    return tag in _WRITERS or not tag.endswith(("Event", "Gateway"))


def take_data(description: Description, view: Snapshot, names: Names, report: ExportReport) -> None:
    """All things and who reads or writes them; boxes are those of the canvas."""
    for record in view.ordered(DataObject):
        thing = thing_of(record, names)
        holder = description.nodes.get(names[record.parent]) if record.parent else None
        inside = holder is not None and record.form in ("object", "store")
        thing.parent = holder.id if holder is not None and inside else ""
        thing.process = holder.process if holder is not None else description.processes[0].id
        thing.box = _box(view, record.id)
        description.things[thing.id] = thing
    for flow in view.ordered(DataFlow):
        way = _way_of(description, names, flow)
        if way is None:
            report.lost(flow.id, say("bpmn.lost.data_flow"))
            continue
        description.data_ways[way.id] = way
        own = next(iter(view.referring(flow.id, Placement)), None)
        way.points = list(own.points) if own is not None else []
    _lay_out(description)


def thing_of(record: DataObject, names: Names) -> Thing:
    """A thing without its place."""
    name = names[record.id]
    thing = Thing(id=name, name=record.name, record=record.id, form=record.form)
    thing.name = thing.name or tr("bpmn.unnamed.data_object")
    thing.many, thing.state = record.many, record.state
    if record.form in ("object", "store"):
        thing.whole = names.made(f"{name}_{record.form}")
    return thing


def _way_of(description: Description, names: Names, flow: DataFlow) -> DataWay | None:
    """None where BPMN cannot say it: a gateway reads nothing, a start event neither."""
    source, target = names[flow.source], names[flow.target]
    reads = source in description.things
    node = description.nodes.get(target if reads else source)
    thing = description.things.get(source if reads else target)
    if node is None or thing is None:
        return None
    if not (may_read(node.tag) if reads else may_write(node.tag)):
        return None
    way = DataWay(id=names[flow.id], record=flow.id, node=node.id, thing=thing.id, reads=reads)
    way.place = names.made(f"{way.id}_place") if reads else ""
    return way


def _box(view: Snapshot, about: str) -> Rect:
    placement = view.placement(about)
    if placement is None:
        placement = next(iter(view.referring(about, Placement)), None)
    return placement.box if placement is not None and placement.width else NOWHERE


def _lay_out(description: Description) -> None:
    """A thing that nobody placed stands below who works with it, else in a row below everything."""
    seats: dict[str, int] = defaultdict(int)
    worker = {way.thing: way.node for way in description.data_ways.values()}
    for thing in description.things.values():
        if thing.box.width:
            continue
        node = description.nodes.get(worker.get(thing.id, ""))
        width, height = SIZES.get(thing.form, SIZE)
        at = node.box if node is not None else Rect(100, 0, 0, 0)
        number = seats[node.id if node is not None else ""]
        seats[node.id if node is not None else ""] += 1
        x = at.x + number * (width + _GAP)
        thing.box = Rect(x, at.bottom + _GAP, width, height)


def draw_data(description: Description) -> None:
    """The dotted lines: as they were bent by hand, else straight."""
    for way in description.data_ways.values():
        node, thing = description.nodes[way.node], description.things[way.thing]
        way.points = points_between(node, thing, way)


def points_between(node: Node, thing: Thing, way: DataWay) -> list[Point]:
    ends = (thing.box, node.box) if way.reads else (node.box, thing.box)
    if way.points:
        return docked(ends[0], way.points, ends[1])
    return line_between(*ends)
