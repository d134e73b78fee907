"""Which key does what on the canvas?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.canvas.arranging import Arranging
from widgets.tools.walk import (
    Direction,
    along,
    first,
    in_order,
    nearest,
    neighbour,
    rows_of,
    way_at,
)

K = Qt.Key
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
ARROWS: dict[int, tuple[Direction, int, int]] = {
    K.Key_Left: ("left", -1, 0),
    K.Key_Right: ("right", 1, 0),
    K.Key_Up: ("up", 0, -1),
    K.Key_Down: ("down", 0, 1),
}
PAN, PAN_FAR = 50, 200
_OF_ONE = (K.Key_E, K.Key_R, K.Key_C)
"""Letters that act on the one element that has the focus."""


class Keys:
    """Keys of the focused canvas.

    Walk by arrows, move by Alt and arrows, look around by Ctrl and arrows.
    """

    def __init__(self, canvas: Arranging) -> None:
        self._canvas = canvas
        self._table: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (K.Key_Delete, NONE): canvas.delete_selection,
            (K.Key_Backspace, NONE): canvas.delete_selection,
            (K.Key_Delete, CTRL): canvas.delete_and_reconnect,
            (K.Key_F2, NONE): canvas.rename_selection,
            (K.Key_E, NONE): self._rename_one,
            (K.Key_C, NONE): self._connect_one,
            (K.Key_R, NONE): self._change_one,
            (K.Key_Space, CTRL): self._quick,
            (K.Key_H, SHIFT): canvas.hand_tool,
            (K.Key_L, SHIFT): canvas.lasso_tool,
            (K.Key_S, SHIFT): canvas.space_tool,
            (K.Key_Return, NONE): self._enter,
            (K.Key_Enter, NONE): self._enter,
            (K.Key_Escape, NONE): self._escape,
            (K.Key_A, CTRL): canvas.select_all,
            (K.Key_Plus, CTRL): canvas.zoom_in,
            (K.Key_Equal, CTRL): canvas.zoom_in,
            (K.Key_Minus, CTRL): canvas.zoom_out,
            (K.Key_0, CTRL): canvas.zoom_100,
            (K.Key_1, CTRL): canvas.fit,
            (K.Key_2, CTRL): canvas.zoom_selection,
        }

    def press(self, event: QKeyEvent) -> bool:
        """True when the key meant something."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ARROWS:
            return self._arrow(*ARROWS[event.key()], keys)
        deed = self._table.get((event.key(), keys))
        if self._is_typed(event):
            self._canvas.quick_wanted.emit(event.text(), None)
        elif deed is None:
            return False
        else:
            deed()
        return True

    def _is_typed(self, event: QKeyEvent) -> bool:
        """A letter or digit that quick-add begins with. Letters with a meaning of their own keep it
        only while exactly one element has the focus.
        """
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = keys & (CTRL | ALT | Qt.KeyboardModifier.MetaModifier)
        # AltGr is Ctrl and Alt to some systems; what it makes is no letter of ours.
        if command or not event.text().isalnum() or self._canvas.tool.busy or self._canvas.mode:
            return False
        one = len(self._canvas.selection.ids) == 1
        own = self._table.get((event.key(), keys))
        return own is None or (keys == NONE and event.key() in _OF_ONE and not one)

    def claims(self, event: QKeyEvent) -> bool:
        """Plain letters and arrows belong to the focused canvas, not to a window's shortcut."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == K.Key_Escape:
            canvas = self._canvas
            return canvas.tool.busy or bool(canvas.mode) or bool(canvas.selection.ids)
        plain = keys in (NONE, SHIFT)
        known = plain and (event.key(), keys) in self._table
        return event.key() in ARROWS or known or self._is_typed(event)

    def tab(self, step: int) -> bool:
        """The next node in reading order; False beyond the ends, so that the focus can leave."""
        view, boxes = self._canvas.document.snapshot(), self._canvas.node_boxes()
        if self._canvas.tool.busy:
            return False
        return self._go(in_order(view, boxes, self._canvas.selection.focus, step))

    def enter(self) -> None:
        """The canvas got the focus by key: begin where reading begins."""
        self._go(first(self._canvas.document.snapshot(), self._canvas.node_boxes()))

    def _go(self, record_id: str) -> bool:
        if record_id:
            self._canvas.selection.set((record_id,), record_id)
        return bool(record_id)

    def _arrow(self, way: Direction, dx: int, dy: int, keys: Qt.KeyboardModifier) -> bool:
        canvas = self._canvas
        if canvas.mode and keys in (NONE, SHIFT):
            canvas.mode_arrow(dx, dy, far=keys == SHIFT)
        elif canvas.tool.busy and canvas.aiming:
            self._aim(way, dx, dy, far=keys == SHIFT)
        elif keys & ALT:
            canvas.shove(dx, dy, fine=bool(keys & SHIFT))
        elif keys & CTRL:
            by = PAN_FAR if keys & SHIFT else PAN
            canvas.pan(dx * by, dy * by)
        elif keys == SHIFT and dy:
            view, boxes = canvas.document.snapshot(), canvas.node_boxes()
            self._go(along(view, boxes, canvas.selection.focus, dy))
        elif keys == SHIFT:
            self._go(way_at(canvas.document.snapshot(), canvas.selection.focus, way))
        else:
            view = canvas.document.snapshot()
            self._go(neighbour(view, canvas.node_boxes(), canvas.selection.focus, way))
        return True

    def _aim(self, way: Direction, dx: int, dy: int, *, far: bool) -> None:
        canvas = self._canvas
        if canvas.aiming == "place":
            by = 100 if far else 20
            canvas.aim_by(dx * by, dy * by)
            return
        found = nearest(canvas.goal_boxes(), canvas.aim, way)
        if found:
            canvas.aim_at(found)

    def _enter(self) -> None:
        canvas = self._canvas
        if canvas.tool.busy and canvas.aiming:
            canvas.take_aim()
            return
        focus = canvas.selection.focus
        rows = rows_of(canvas.document.snapshot(), focus) if focus in canvas.graph.nodes else []
        if rows:
            self._go(rows[0])
        elif focus:
            canvas.rename(focus)
        else:
            self.enter()

    def _escape(self) -> None:
        """First the gesture, then from the row to its card, then the selection."""
        canvas = self._canvas
        if canvas.give_up():
            return
        focus = canvas.selection.focus
        card = canvas.document.snapshot().card_of(focus) if focus else None
        if card is not None and card.id != focus:
            self._go(card.id)
        else:
            canvas.selection.set(())

    def _rename_one(self) -> None:
        """Letters act only while exactly one element has the focus."""
        if len(self._canvas.selection.ids) == 1:
            self._canvas.rename_selection()

    def _change_one(self) -> None:
        if len(self._canvas.selection.ids) == 1:
            self._canvas.kind_wanted.emit()

    def _quick(self) -> None:
        self._canvas.quick_wanted.emit("", None)

    def _connect_one(self) -> None:
        if len(self._canvas.selection.ids) == 1:
            self._canvas.start_connect()
