"""How are notes and frames beside the way said in BPMN, and where are they drawn?

A note is a text annotation with an association to what it is about; a frame is a group whose name
is the value of a category, as BPMN asks. A note about a question or an answer is tied to the card
that asks it.
"""

from __future__ import annotations

from exporters.bpmn.description import NOWHERE, Description, Frame, Note
from exporters.bpmn.naming import Names
from model.document import Snapshot
from model.geometry import Point, Rect
from model.records import Annotation, Placement
from model.records import Frame as FrameRecord

_SIZE = (180.0, 48.0)
_ABOVE = 24.0


def take_asides(description: Description, view: Snapshot, names: Names) -> None:
    """All notes and frames of a service; their boxes are those of the canvas."""
    for note in view.ordered(Annotation):
        made = Note(id=names[note.id], name=note.text, record=note.id)
        made.about = about_in_file(description, view, names, note)
        made.association = names.made(f"{made.id}_association") if made.about else ""
        made.process, made.parent = _home(description, names[note.parent])
        made.box = _box(view, note.id)
        description.notes[made.id] = made
    for frame in view.ordered(FrameRecord):
        name = names[frame.id]
        group = Frame(id=name, name=frame.name, record=frame.id, box=_box(view, frame.id))
        if frame.name:
            group.category = names.made(f"{name}_category")
            group.value = names.made(f"{name}_value")
        group.process, group.parent = _home(description, names[frame.parent])
        description.frames[name] = group


def about_in_file(description: Description, view: Snapshot, names: Names, note: Annotation) -> str:
    """The id of the element a note is tied to: itself, or the card a row stands on; "" = none."""
    card = view.card_of(note.about) if note.about else None
    known = (description.nodes, description.flows, description.lanes, description.pools)
    for record in (note.about, card.id if card is not None else ""):
        name = names[record] if record else ""
        if any(name in parts for parts in (*known, description.messages)):
            return name
    return ""


def _home(description: Description, parent: str) -> tuple[str, str]:
    """Process and sub-process."""
    holder = description.nodes.get(parent)
    if holder is not None:
        return holder.process, holder.id
    return description.processes[0].id, ""


def _box(view: Snapshot, about: str) -> Rect:
    placement = view.placement(about)
    if placement is None:
        found = view.referring(about, Placement)
        placement = found[0] if found else None
    return placement.box if placement is not None and placement.width else NOWHERE


def draw_asides(description: Description) -> None:
    """A note that nobody placed stands above what it is about; the dotted lines are straight."""
    for note in description.notes.values():
        box = _thing(description, note.about)
        if not note.box.width:
            at = box or Rect(0, 0, 0, 0)
            note.box = Rect(at.x, at.y - _SIZE[1] - _ABOVE, *_SIZE)
        if box is not None:
            note.points = line_between(note.box, box)


def line_between(note: Rect, thing: Rect) -> list[Point]:
    """From the edge of a note to the nearest edge of a thing."""
    end = _nearest(thing, note.center)
    return [_nearest(note, end), end]


def _nearest(box: Rect, point: Point) -> Point:
    return Point(min(max(point.x, box.x), box.right), min(max(point.y, box.y), box.bottom))


def _thing(description: Description, about: str) -> Rect | None:
    """Where the thing is drawn; of a way the middle of its line."""
    if not about:
        return None
    for parts in (description.nodes, description.lanes, description.pools):
        part = parts.get(about)
        if part is not None:
            box: Rect = part.box
            return box
    line = description.flows.get(about) or description.messages.get(about)
    return middle_of(line.points) if line is not None and line.points else None


def middle_of(points: list[Point]) -> Rect:
    """The middle of the middle piece of a line."""
    number = max(0, len(points) // 2 - 1)
    a, b = points[number], points[min(number + 1, len(points) - 1)]
    return Rect((a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0)
