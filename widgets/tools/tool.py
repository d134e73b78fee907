"""Which gesture begins with this press, and how is it kept going?"""

from __future__ import annotations

from collections.abc import Callable

from model.errors import FachwerkError
from model.language import say
from widgets.tools.asides import press_corner, press_tie
from widgets.tools.bends import bend
from widgets.tools.connect import draw_way
from widgets.tools.lanes import press_edge, press_lane
from widgets.tools.lasso import lasso
from widgets.tools.move import press_node
from widgets.tools.pointer import HitKind, Pointer
from widgets.tools.rows import press_row
from widgets.tools.select import press_flow
from widgets.tools.stage import Gesture, Stage
from widgets.tools.turn import turn_way

Beginning = Callable[[Stage, Pointer], Gesture]

BEGINNINGS: dict[HitKind, Beginning] = {
    "empty": lasso,
    "lane": press_lane,
    "lane_edge": press_edge,
    "node": press_node,
    "row": press_row,
    "option": press_row,
    "handle": draw_way,
    "flow": press_flow,
    "flow_start": turn_way,
    "flow_end": turn_way,
    "bend": bend,
    "piece": bend,
    "note": press_node,
    "frame": press_node,
    "frame_corner": press_corner,
    "tie": press_tie,
}
"""What lies under the pressing hand -> the gesture that begins."""


def carry(stage: Stage, start: Pointer) -> Gesture:
    """A gesture that nobody holds: the thing was picked up by a menu or a key and follows until the
    next click or Enter.
    """
    stage.hint(say("tools.hint.grab"))
    try:
        yield from BEGINNINGS[start.hit.kind](stage, start)
    finally:
        stage.hint(None)


class Tool:
    """Runs one gesture at a time on a stage.

    A gesture may outlast the release (click-click); Esc ends it without a trace. ``instead``: the
    gesture that begins with every press while a mode is on.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._gesture: Gesture | None = None
        self.instead: Beginning | None = None

    @property
    def busy(self) -> bool:
        return self._gesture is not None

    def start(self, gesture: Gesture) -> None:
        """Begin a gesture that no press began: an armed template, connecting by key."""
        self.cancel()
        self._gesture = gesture
        self._advance(None)

    def send(self, pointer: Pointer) -> None:
        """The hand did something: goes to the running gesture, or begins one."""
        if self._gesture is None:
            if pointer.phase != "press":
                return
            begin = self.instead or BEGINNINGS[pointer.hit.kind]
            self._gesture = begin(self._stage, pointer)
            self._advance(None)
            return
        self._advance(pointer)

    def cancel(self) -> bool:
        """End the running gesture; nothing of it remains. True when there was one."""
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return False
        gesture.close()
        return True

    def _advance(self, pointer: Pointer | None) -> None:
        gesture = self._gesture
        assert gesture is not None
        try:
            if pointer is None:
                next(gesture)
            else:
                gesture.send(pointer)
        except StopIteration:
            if self._gesture is gesture:
                self._gesture = None
        except FachwerkError as error:
            if self._gesture is gesture:
                self._gesture = None
            self._stage.refuse(error)
