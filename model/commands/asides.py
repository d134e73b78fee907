"""Put notes, frames and data objects beside the way."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from model.commands.arrange import lines_follow
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import Point, Rect
from model.grammar import TEMPLATES
from model.language import tr
from model.records import (
    Annotation,
    DataObject,
    Flow,
    Frame,
    Node,
    Placement,
    Record,
    SubProcess,
    key_between,
)

NOTE_WIDTH = 180.0
"""Width of a new note."""
NOTE_LINE, NOTE_EDGE = 18.0, 6.0
_LETTERS = 25
SMALLEST_FRAME = 60.0
"""A frame has at least this width and height."""
ASIDES = (Annotation, Frame, DataObject)


def note_size(text: str, width: float = NOTE_WIDTH) -> tuple[float, float]:
    """Width and height of a note that holds a text, by the number of its letters."""
    row = max(8.0, _LETTERS * width / NOTE_WIDTH)
    lines = sum(max(1, ceil(len(part) / row)) for part in text.split("\n"))
    return width, NOTE_LINE * max(2, lines) + 2 * NOTE_EDGE


def place_note(tx: Transaction, text: str, at: Point, about: str = "") -> Annotation:
    """A new note, its centre at ``at``; with ``about`` tied to that element.

    Raises:
        UnknownRecord: there is no such element.
    """
    parent = _parent_of(tx, about) if about else _frame_at(tx, at)
    note = tx.add(
        Annotation(
            id=tx.new_id("annotation"),
            parent=parent,
            order=_last_key(tx, Annotation),
            text=text or tr("template.annotation.name"),
            about=about,
        )
    )
    width, height = note_size(note.text)
    _put(tx, note.id, Rect(at.x - width / 2, at.y - height / 2, width, height))
    return note


def place_frame(tx: Transaction, box: Rect, name: str = "") -> Frame:
    """A new frame around a part of the canvas; what lies in it stays as it is."""
    frame = tx.add(
        Frame(
            id=tx.new_id("frame"),
            parent=_frame_at(tx, box.center),
            order=_last_key(tx, Frame),
            name=name or tr("template.frame.name"),
        )
    )
    _put(tx, frame.id, _large_enough(box))
    return frame


def place_data(tx: Transaction, template: str, at: Point, name: str = "") -> DataObject:
    """A new data object or store, its centre at ``at``."""
    kind = TEMPLATES[template]
    made = tx.add(
        DataObject(
            id=tx.new_id("data_object"),
            parent=_frame_at(tx, at),
            order=_last_key(tx, DataObject),
            name=name or tr(f"template.{template}.name"),
            **kind.fields,
        )
    )
    box = Rect(at.x - kind.width / 2, at.y - kind.height / 2, kind.width, kind.height)
    _put(tx, made.id, box)
    return made


def move_asides(tx: Transaction, ids: Iterable[str], dx: float, dy: float) -> None:
    """Move notes and frames; other records in ``ids`` stay."""
    chosen = dict.fromkeys(ids)
    lines_follow(tx, chosen, dx, dy)
    for one in chosen:
        place = tx.placement(one) if is_aside(tx.get(one)) else None
        if place is not None:
            tx.replace(place.replaced(x=place.x + dx, y=place.y + dy))


def resize_frame(tx: Transaction, frame: str, box: Rect) -> None:
    """Give a frame another place and size."""
    place = tx.placement(tx.the(frame, Frame).id)
    if place is None:
        _put(tx, frame, _large_enough(box))
        return
    new = _large_enough(box)
    tx.replace(place.replaced(x=new.x, y=new.y, width=new.width, height=new.height))


def fit_note(tx: Transaction, note: str) -> None:
    """A note grows downwards until its text has room; it never shrinks."""
    record, place = tx.the(note, Annotation), tx.placement(note)
    if place is not None:
        _, height = note_size(record.text, place.width)
        tx.replace(place.replaced(height=max(place.height, height)))


def tie_note(tx: Transaction, note: str, about: str) -> Annotation:
    """Tie a note to an element by a dotted line; "" unties it.

    Raises:
        UnknownRecord: there is no such element.
    """
    record = tx.the(note, Annotation)
    parent = _parent_of(tx, about) if about else record.parent
    return tx.replace(record.replaced(about=about, parent=parent))


def is_aside(record: Record | None) -> bool:
    """True for a note, a frame or a data object."""
    return isinstance(record, ASIDES)


def held_by(view: Queries, frame: str) -> list[str]:
    """The nodes, notes and frames that lie wholly in a frame."""
    place = view.placement(frame)
    if place is None:
        return []
    found = []
    for kind in (Node, *ASIDES):
        for record in view.of(kind):
            other = view.placement(record.id)
            if record.id != frame and other is not None and _holds(place.box, other.box):
                found.append(record.id)
    return found


def _holds(area: Rect, box: Rect) -> bool:
    return area.contains(Point(box.x, box.y)) and area.contains(Point(box.right, box.bottom))


def _large_enough(box: Rect) -> Rect:
    return box._replace(
        width=max(SMALLEST_FRAME, box.width), height=max(SMALLEST_FRAME, box.height)
    )


def _parent_of(view: Queries, about: str) -> str:
    """The sub-process in which the element stands."""
    record = view[about]
    card = view.card_of(about)
    home = record if isinstance(record, Flow) else card
    return str(getattr(home, "parent", "")) if isinstance(home, Flow | Node) else ""


def _frame_at(view: Queries, point: Point) -> str:
    """The innermost open sub-process at a point, or ""."""
    found = [
        (place.width * place.height, node.id)
        for node in view.of(SubProcess)
        if node.expanded
        and (place := view.placement(node.id)) is not None
        and place.box.contains(point)
    ]
    return min(found)[1] if found else ""


def _put(tx: Transaction, about: str, box: Rect) -> None:
    tx.add(
        Placement(
            id=tx.new_id("placement"),
            about=about,
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
        )
    )


def _last_key(view: Queries, kind: type[Annotation] | type[Frame] | type[DataObject]) -> str:
    keys = [record.order for record in view.of(kind)]
    return key_between(max(keys, default=""), "")
