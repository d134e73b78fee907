"""How is what stands there arranged: ways led and bent, lanes made taller, space made?

The tools of Umschalt+H, L and S are modes: while one is on, every press begins with it, whatever
lies under the hand, until Esc or the same key again. Each has its keys, so none of them needs a
mouse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.errors import FachwerkError
from model.geometry import Point
from model.language import say
from model.records import (
    Annotation,
    DataObject,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Frame,
    Node,
    Record,
    Role,
)
from widgets.canvas.deeds import Deeds
from widgets.canvas.grid import GridItem
from widgets.canvas.places import place_of
from widgets.canvas.telling import announce
from widgets.items.item import rect
from widgets.tools import asides, bends, lanes
from widgets.tools.lasso import armed_lasso
from widgets.tools.pointer import Hit, Pointer
from widgets.tools.space import space
from widgets.tools.stage import Gesture, Stage
from widgets.tools.tool import carry
from widgets.tools.turn import End, turn

Mode = Literal["", "hand", "lasso", "space"]
MODES: tuple[Mode, ...] = get_args(Mode)
BEGINS: dict[Mode, Callable[[Stage, Pointer], Gesture]] = {"lasso": armed_lasso, "space": space}
CURSORS = {
    "hand": Qt.CursorShape.OpenHandCursor,
    "lasso": Qt.CursorShape.CrossCursor,
    "space": Qt.CursorShape.SplitHCursor,
}
LOOK = 50
STEP, FAR = {"lasso": 20, "space": 10}, 5
"""How far an arrow leads, in a mode; with Shift so many times as far."""


class Arranging(Deeds):
    """The verbs for what stands there already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode: Mode = ""

    # ---------------------------------------------------------------------------------- modes

    def set_mode(self, mode: Mode) -> None:
        """Begin a mode; the same again, or "", ends it."""
        self.tool.cancel()
        self.aiming = ""
        self.mode = "" if mode == self.mode else mode
        self.tool.instead = BEGINS.get(self.mode)
        self.lasting = say(f"tools.mode.{self.mode}") if self.mode else None
        self.hinted.emit(self.lasting)
        announce(self, str(self.lasting or ""))
        shape = CURSORS.get(self.mode, Qt.CursorShape.ArrowCursor)
        self.viewport().setCursor(shape)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_tool(self) -> None:
        """Drag the paper instead of things."""
        self.set_mode("hand")

    def lasso_tool(self) -> None:
        """Draw a frame around what shall be chosen, wherever it begins."""
        self.set_mode("lasso")

    def space_tool(self) -> None:
        """Push everything beyond a line aside."""
        self.set_mode("space")

    def mode_arrow(self, dx: int, dy: int, *, far: bool) -> None:
        """An arrow key while a mode is on."""
        by = FAR if far else 1
        if self.mode == "hand":
            self.pan(dx * LOOK * by, dy * LOOK * by)
            return
        if not self.tool.busy:
            self._begin_by_key()
        self.aiming = "mode"
        step = STEP[self.mode] * by
        self._last = self._last.moved(dx * step, dy * step)
        self.tool.send(Pointer("move", self._last))

    def _begin_by_key(self) -> None:
        """A lasso begins around the focus element, a line for space at it."""
        focus = self.selection.focus
        place = place_of(self.graph, focus) if focus else None
        if place is None:
            middle = self.mapToScene(self.viewport().rect().center())
            start = end = Point(middle.x(), middle.y())
        else:
            box = rect(place).grown(2 if self.mode == "lasso" else 0)
            start = Point(box.x, box.y)
            end = Point(box.right, box.bottom) if self.mode == "lasso" else start
        self.tool.send(Pointer("press", start))
        self._last = end

    def show_grid(self, seen: bool) -> None:
        """Show or hide the dots; while they are seen, things come to rest on them."""
        for item in self.graph.items() if self.grid else ():
            if isinstance(item, GridItem):
                self.graph.removeItem(item)
        self.grid = seen
        if seen:
            self.graph.addItem(GridItem(self.graph))

    def select_all(self) -> None:
        """Choose all cards, signs, notes and frames."""
        graph = self.graph
        self.selection.set((*graph.nodes, *graph.notes, *graph.frames), self.selection.focus)

    # -------------------------------------------------------------------------------- by keys

    def give_up(self) -> bool:
        """Esc: end the running gesture, else the mode; True when there was one."""
        if super().give_up():
            return True
        if self.mode:
            self.set_mode("")
            return True
        return False

    def take_aim(self) -> None:
        """Enter: do it here."""
        if self.aiming == "mode":
            self.aiming = ""
            self.tool.send(Pointer("release", self._last))
            self.tool.cancel()
        else:
            super().take_aim()

    def start_connect(self) -> None:
        """C: from a card or an answer a way is drawn, a way gets another target, a note is tied."""
        record = self._focused()
        if isinstance(record, Flow):
            self.turn_end()
        elif isinstance(record, Annotation):
            self._aim_from(asides.tie(self.stage, record.id), record.about)
        else:
            super().start_connect()

    def _focused(self) -> Record | None:
        return self.document.snapshot().get(self.selection.focus)

    def turn_end(self) -> None:
        """Lead the chosen way to another card: the next click, or arrows and Enter."""
        self._turn("target")

    def turn_start(self) -> None:
        """Let the chosen way begin at another card."""
        self._turn("source")

    def _turn(self, end: End) -> None:
        flow = self._focused()
        if isinstance(flow, Flow):
            at = flow.target if end == "target" else flow.source
            self._aim_from(turn(self.stage, flow.id, end), at)

    def _aim_from(self, gesture: Gesture, about: str) -> None:
        """Run a gesture that asks for a node; the arrows begin at ``about`` or near the focus."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tool.start(gesture)
        card = self.document.snapshot().card_of(about) if about else None
        self.aiming = "connect"
        self.aim = card.id if card is not None else self._node_near(self.selection.focus)

    def _node_near(self, record_id: str) -> str:
        place = place_of(self.graph, record_id)
        boxes = self.node_boxes()
        if place is None or not boxes:
            return ""
        at = rect(place).center
        return min(
            boxes, key=lambda one: abs(boxes[one].center.x - at.x) + abs(boxes[one].center.y - at.y)
        )

    def pick_up(self) -> None:
        """Pick up the focus element: it follows the hand or the arrows until the next click or
        Enter. The twin of every drag of a thing.
        """
        hit = self._hold()
        place = place_of(self.graph, self.selection.focus) if hit is not None else None
        if hit is None or place is None:
            todo = say("tools.grab.nothing.todo")
            self.refuse(FachwerkError(say("tools.grab.nothing"), todo=todo))
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        box = rect(place)
        at = Point(box.x + min(20.0, box.width / 2), box.y + min(18.0, box.height / 2))
        self._last = at
        self.tool.start(carry(self.stage, Pointer("press", at, hit)))
        self.aiming = "place"

    def _hold(self) -> Hit | None:
        """How the focus element is held by the hand."""
        record = self._focused()
        if isinstance(record, Node | Annotation | Frame | DataObject):
            return Hit("node", record.id, record.id)
        if isinstance(record, Field | FieldGroup | FieldUse):
            card = self.document.snapshot().card_of(record.id)
            return Hit("row", record.id, card.id if card is not None else "")
        if isinstance(record, Role):
            return Hit("lane", record.id)
        return None

    # --------------------------------------------------------------------------------- shoving

    def shove(self, dx: int, dy: int, *, fine: bool) -> None:
        """Alt and an arrow: move what is chosen; a way is bent, a lane changes places. ``fine``
        (with Shift): by one pixel; a lane or a frame changes its size.
        """
        record = self._focused() if len(self.selection.ids) == 1 else None
        try:
            if isinstance(record, Flow):
                by = 1 if fine else 10
                bends.nudge(self.stage, record.id, dx * by, dy * by)
            elif isinstance(record, Role):
                self._shove_lane(record.id, dy, size=fine)
            elif isinstance(record, Frame) and fine:
                asides.grow(self.stage, record.id, dx * 10, dy * 10)
            else:
                by = 1 if fine else 10
                self.move_selection(dx * by, dy * by)
        except FachwerkError as error:
            self.refuse(error)

    def _shove_lane(self, role: str, dy: int, *, size: bool) -> None:
        if size:
            self._stretch(role, dy * 10)
        elif dy and not lanes.shift(self.stage, role, dy):
            key = "tools.lane.first" if dy < 0 else "tools.lane.last"
            raise FachwerkError(say(key), todo=say("tools.lane.other_way"))

    def _stretch(self, role: str, dy: float) -> None:
        if dy < 0 and not lanes.room(self.stage, role, "bottom"):
            raise FachwerkError(say("tools.lane.full"), todo=say("tools.lane.full.todo"))
        if dy:
            lanes.resize(self.stage, role, "bottom", dy)

    def lane_taller(self) -> None:
        """The chosen lane becomes taller."""
        self._stretch_focused(10)

    def lane_lower(self) -> None:
        """The chosen lane becomes lower, as far as its cards allow."""
        self._stretch_focused(-10)

    def _stretch_focused(self, dy: float) -> None:
        record = self._focused()
        if isinstance(record, Role):
            try:
                self._stretch(record.id, dy)
            except FachwerkError as error:
                self.refuse(error)

    def reset_course(self) -> None:
        """The chosen way finds its own course again."""
        record = self._focused()
        if isinstance(record, Flow):
            bends.reset(self.stage, record.id)
