"""How are notes tied, and frames given another size?"""

from __future__ import annotations

from model.commands import resize_frame, tie_note
from model.commands.asides import SMALLEST_FRAME
from model.geometry import GRID, Point, Rect
from model.language import say
from model.records import Annotation, Frame
from widgets.tools.pointer import Hit, Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture, Stage, follow, has_moved

CORNERS = ("nw", "ne", "sw", "se")


def corner_points(box: Rect) -> dict[str, Point]:
    """Where a frame is held to give it another size."""
    return {
        "nw": Point(box.x, box.y),
        "ne": Point(box.right, box.y),
        "sw": Point(box.x, box.bottom),
        "se": Point(box.right, box.bottom),
    }


def tie_point(box: Rect) -> Point:
    """Where a note is held to tie it: at the left, on half its height."""
    return Point(box.x, box.center.y)


def press_corner(stage: Stage, start: Pointer) -> Gesture:
    """Pull a corner of a frame, or click it and then the place it shall go to."""
    frame, part = start.hit.id, start.hit.part
    box = stage.box(frame)
    if box is None:
        return
    new = box
    pressed_at: Point | None = start.point
    stage.hint(say("tools.hint.corner"))
    try:
        pointer = yield
        while follow(stage, pressed_at, pointer):
            if pointer.phase == "release":
                pressed_at = None
            elif new != box or has_moved(stage, start.point, pointer.point):
                new = _pulled(box, part, pointer)
                stage.preview(Ghost(area=new, at=pointer.point, deed="resize"))
            pointer = yield
        resize(stage, frame, new)
    finally:
        stage.preview(None)
        stage.hint(None)


def resize(stage: Stage, frame: str, box: Rect) -> None:
    """Give a frame another size in one step."""
    if box != stage.box(frame):
        with stage.document.transaction(say("tools.undo.resize_frame"), "canvas") as tx:
            resize_frame(tx, frame, box)


def grow(stage: Stage, frame: str, dx: float, dy: float) -> None:
    """The keyboard's twin: the lower right corner goes along."""
    box = stage.box(frame)
    if box is not None:
        width, height = max(SMALLEST_FRAME, box.width + dx), max(SMALLEST_FRAME, box.height + dy)
        resize(stage, frame, box._replace(width=width, height=height))


def _pulled(box: Rect, part: str, pointer: Pointer) -> Rect:
    """The box whose corner is at the hand; the opposite corner stays."""
    step = 1.0 if pointer.held("alt") else GRID
    x, y = (round(value / step) * step for value in pointer.point)
    left, right, top, bottom = box.x, box.right, box.y, box.bottom
    if "w" in part:
        left = min(x, right - SMALLEST_FRAME)
    else:
        right = max(x, left + SMALLEST_FRAME)
    if "n" in part:
        top = min(y, bottom - SMALLEST_FRAME)
    else:
        bottom = max(y, top + SMALLEST_FRAME)
    return Rect(left, top, right - left, bottom - top)


def press_tie(stage: Stage, start: Pointer) -> Gesture:
    """From the handle of a note: drag to an element, or click the handle and then the element."""
    return tie(stage, start.hit.id, pressed_at=start.point)


def tie(stage: Stage, note: str, *, pressed_at: Point | None = None) -> Gesture:
    """Tie a note to what is hit; on empty ground it is untied."""
    stage.hint(say("tools.hint.tie"))
    try:
        pointer = yield
        while follow(stage, pressed_at, pointer):
            if pointer.phase == "release":
                pressed_at = None
            stage.preview(_tie_ghost(stage, note, pointer))
            pointer = yield
        tie_to(stage, note, about_of(stage, note, pointer.hit))
    finally:
        stage.preview(None)
        stage.hint(None)


def about_of(stage: Stage, note: str, hit: Hit) -> str:
    """What a note would be tied to: a card, a row, a way, a lane; not itself, no other note."""
    view = stage.document.snapshot()
    if hit.id == note or isinstance(view.get(hit.id), Annotation | Frame):
        return ""
    return hit.id


def tie_to(stage: Stage, note: str, about: str) -> None:
    """Tie a note to an element, or untie it (""), in one step."""
    record = stage.document.snapshot().the(note, Annotation)
    if record.about != about:
        words = say("tools.undo.tie" if about else "tools.undo.untie")
        with stage.document.transaction(words, "canvas") as tx:
            tie_note(tx, note, about)
    stage.select((note,), note)


def _tie_ghost(stage: Stage, note: str, pointer: Pointer) -> Ghost:
    box = stage.box(note)
    if box is None:
        return Ghost()
    about = about_of(stage, note, pointer.hit)
    end = stage.box(about) if about else None
    here = tie_point(box)
    there = end.center if end is not None else pointer.point
    return Ghost(
        guides=((here, there),),
        target=pointer.hit.node or about,
        flow=about,
        words=() if about else (say("tools.tie.none"),),
        at=pointer.point,
        deed="tie",
    )
