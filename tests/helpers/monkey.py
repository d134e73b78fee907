"""What does somebody do who does not know the window and has no plan?

Real events at the real window: presses, drags, wheel, keys, letters, building blocks, buttons and
boxes of the panes. Dialogs that stop the work are answered at random, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from model.grammar import TEMPLATES
from tests.helpers.desk import Hand

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HELD = (NONE, NONE, NONE, SHIFT, CTRL, ALT)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
PLAIN = (
    *ARROWS,
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_F2),
    *(Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F6, Qt.Key.Key_C, Qt.Key.Key_E, Qt.Key.Key_R),
    *(Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_Backspace, Qt.Key.Key_Space),
)
CHORDS = (
    *(Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_D),
    *(Qt.Key.Key_A, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Plus, Qt.Key.Key_Minus),
    *(Qt.Key.Key_Delete, Qt.Key.Key_G, Qt.Key.Key_F),
)
WORDS = ("Antrag", "prüfen", "ä&<b>", "Datum Geburt", "x", "§ 5", "1,5", "")
NEVER = {"file", "help.about", "help.keys"}
"""Buttons and actions that leave the document or the machine are not pressed."""


class Monkey:
    """Acts on the document in front of a Hand. ``log`` tells the last deeds, for the failure."""

    def __init__(self, hand: Hand, seed: int) -> None:
        self.hand, self.chance = hand, random.Random(seed)
        self.log: list[str] = []
        deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            (16, self._click),
            (18, self._drag),
            (8, self._drop),
            (16, self._key),
            (10, self._chord),
            (8, self._letters),
            (4, self._wheel),
            (10, self._pane),
            (3, self._menu),
        )
        self._deeds = [deed for _, deed in deeds]
        self._weights = [weight for weight, _ in deeds]

    def act(self) -> None:
        """One gesture."""
        deed = self.chance.choices(self._deeds, self._weights)[0]
        deed()
        self.hand.settle()

    def _say(self, what: str) -> None:
        self.log.append(what)
        del self.log[:-60]

    # ------------------------------------------------------------------------------- the mouse

    def _place(self) -> QPoint:
        """Somewhere on the canvas, most often on an element."""
        view = self.hand.canvas.viewport()
        graph = self.hand.canvas.graph
        if graph.nodes and self.chance.random() < 0.75:
            item = graph.nodes[self.chance.choice(sorted(graph.nodes))]
            x = item.box.left() + self.chance.random() * (item.box.width() + 12)
            y = item.box.top() + self.chance.random() * item.box.height()
            point = self.hand.point(x, y)
            if view.rect().contains(point):
                return point
        room = view.rect()
        return QPoint(self.chance.randrange(room.width()), self.chance.randrange(room.height()))

    def _click(self) -> None:
        at, held = self._place(), self.chance.choice(HELD)
        double = self.chance.random() < 0.15
        self._say(f"{'double ' if double else ''}click {at.x()},{at.y()} {held}")
        view = self.hand.canvas.viewport()
        QTest.mouseMove(view, at)
        (QTest.mouseDClick if double else QTest.mouseClick)(view, LEFT, held, at)

    def _drag(self) -> None:
        start, end, held = self._place(), self._place(), self.chance.choice(HELD)
        self._say(f"drag {start.x()},{start.y()} to {end.x()},{end.y()} {held}")
        view = self.hand.canvas.viewport()
        QTest.mousePress(view, LEFT, held, start)
        for step in range(1, 4):
            QTest.mouseMove(view, start + (end - start) * step / 3)
        if self.chance.random() < 0.1:
            QTest.keyClick(self.hand.canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, LEFT, held, end)

    def _drop(self) -> None:
        key, at = self.chance.choice(sorted(TEMPLATES)), self._place()
        rows = self.hand.desk.panes.palette.list.rows
        place = rows.row_of(key)
        if place < 0:
            return
        self._say(f"drop {key} at {at.x()},{at.y()}")
        data = rows.mimeData([rows.index(place)])
        action, none = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
        for event in (
            QDragEnterEvent(at, action, data, LEFT, NONE),
            QDragMoveEvent(at, action, data, LEFT, NONE),
            QDropEvent(QPointF(at), action, data, none, NONE, QDropEvent.Type.Drop),
        ):
            QApplication.sendEvent(self.hand.canvas.viewport(), event)

    def _wheel(self) -> None:
        view, at = self.hand.canvas.viewport(), QPointF(self._place())
        held = self.chance.choice((NONE, SHIFT, CTRL))
        turn = QPoint(0, self.chance.choice((-120, 120)))
        self._say(f"wheel {turn.y()} {held}")
        event = QWheelEvent(
            at,
            QPointF(view.mapToGlobal(at.toPoint())),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    def _menu(self) -> None:
        """Open the menu at the pointer, look at it, and leave it."""
        at = self._place()
        self._say(f"menu at {at.x()},{at.y()}")
        QTest.mouseClick(self.hand.canvas.viewport(), RIGHT, NONE, at)
        self.hand.canvas.menu_wanted.emit(self.hand.canvas.viewport().mapToGlobal(at))
        self.hand.settle()
        self._leave_menus()

    def _leave_menus(self) -> None:
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            following = QApplication.activePopupWidget()
            popup = following if following is not popup else None

    # -------------------------------------------------------------------------------- the keys

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        if focus is None or self.chance.random() < 0.3:
            self.hand.canvas.setFocus()
            return self.hand.canvas
        return focus

    def _key(self) -> None:
        key, held = self.chance.choice(PLAIN), self.chance.choice(HELD)
        if held == CTRL and key not in (*ARROWS, Qt.Key.Key_Delete):
            held = NONE
        if held == ALT and key not in ARROWS:
            held = NONE
        focus = self._focus()
        self._say(f"key {key} {held} for {type(focus).__name__}")
        QTest.keyClick(focus, key, held)

    def _chord(self) -> None:
        key, focus = self.chance.choice(CHORDS), self._focus()
        self._say(f"ctrl {key} for {type(focus).__name__}")
        QTest.keyClick(focus, key, CTRL)

    def _letters(self) -> None:
        """Type where the focus is (a name, a search), and confirm or not."""
        words, focus = self.chance.choice(WORDS), self._focus()
        end = self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape))
        self._say(f"type {words!r} {end} for {type(focus).__name__}")
        for letter in words:
            if letter.isascii():
                QTest.keyClick(QApplication.focusWidget() or self.hand.canvas, letter)
        QTest.keyClick(QApplication.focusWidget() or self.hand.canvas, end)

    # ------------------------------------------------------------------------------- the panes

    def _pane(self) -> None:
        """Something in a pane beside the canvas: a button, a box, a list, a line."""
        docks = self.hand.desk.docks.docks
        dock = docks[self.chance.choice(sorted(docks))]
        parts = [
            part
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for part in dock.findChildren(kind)
            if part.isVisible() and part.isEnabled()
        ]
        if not parts:
            return
        part = self.chance.choice(parts)
        self._say(f"{type(part).__name__} {part.accessibleName()!r} in {dock.objectName()}")
        if isinstance(part, QComboBox):
            if part.count():
                part.setCurrentIndex(self.chance.randrange(part.count()))
                part.activated.emit(part.currentIndex())
        elif isinstance(part, QLineEdit):
            part.setFocus()
            QTest.keyClicks(part, self.chance.choice(("abc", "12", "§ 3")))
            QTest.keyClick(part, self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        else:
            QTest.mouseClick(part, LEFT, NONE, part.rect().center())
        self.hand.settle()
        self._leave_menus()


@contextmanager
def dialogs_answered(chance: random.Random) -> Iterator[None]:
    """While it lasts, whatever stops the work is answered: by Enter, by Esc, or closed."""
    timer = QTimer()
    timer.setInterval(5)

    def answer() -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, QDialog):
            if chance.random() < 0.5:
                top.accept()
            else:
                top.reject()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()

    timer.timeout.connect(answer)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
