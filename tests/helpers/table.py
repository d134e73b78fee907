"""How is one gesture done by all its ways, and the documents compared?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from re import sub

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands import move, place_frame, place_note
from model.document import Snapshot
from model.geometry import Rect
from model.language import say
from model.storage.write import to_bytes
from studio.actions.view import PANES
from tests.helpers.desk import Hand
from tests.helpers.parking import Parking, parking

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
Way = Callable[[], object]


class Table:
    """The small service on the desk, with a loose note and a frame beside it."""

    def __init__(self, hand: Hand, folder: Path) -> None:
        self.hand = hand
        self.parts: Parking = parking()
        document = self.parts.document
        with document.transaction(say("undo.new")) as tx:
            self.note = place_note(tx, "Bitte prüfen", tx.placement(self.parts.check).box.center)
            place = tx.placement(self.note.id)
            tx.replace(place.replaced(x=160.0, y=420.0))
            move(tx, [self.parts.proof], -4, 0)  # onto the grid
            self.frame = place_frame(tx, Rect(900, 480, 160, 80), "Später")
        path = folder / "probe.fachwerk"
        path.write_bytes(to_bytes(document.snapshot()))
        hand.desk.filing.open(path)
        for pane in PANES:
            if hand.desk.docks.is_shown(pane):
                hand.desk.docks.toggle(pane)
        hand.settle()
        hand.canvas.zoom_to(1.0)
        hand.canvas.centerOn(620, 320)
        hand.canvas.setFocus()
        hand.settle()

    @property
    def view(self) -> Snapshot:
        return self.hand.sheet.view

    def choose(self, *ids: str) -> None:
        self.hand.canvas.select(ids, ids[-1] if ids else "")
        self.hand.canvas.setFocus()
        self.hand.settle()

    def do(self, action: str) -> None:
        """One click in a menu."""
        entry = self.hand.menus.actions[action]
        assert entry.isEnabled(), action
        entry.trigger()
        self.hand.settle()

    def at(self, x: float, y: float) -> QPoint:
        return self.hand.point(x, y)

    def title(self, node: str) -> QPoint:
        """A place on the title of a card."""
        box = self.hand.canvas.graph.item_of(node).box  # type: ignore[union-attr]
        return self.at(box.left() + 60, box.top() + 14)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        port = self.hand.canvas.viewport()
        QTest.mousePress(port, LEFT, keys, start)
        for part in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * part, keys, held=LEFT)
        QTest.mouseRelease(port, LEFT, keys, end)
        self.hand.settle()

    def move(
        self,
        here: QPoint,
        keys: Qt.KeyboardModifier = NO_KEY,
        held: Qt.MouseButton = Qt.MouseButton.NoButton,
    ) -> None:
        port = self.hand.canvas.viewport()
        place = QPointF(here), QPointF(port.mapToGlobal(here))
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(kind, *place, Qt.MouseButton.NoButton, held, keys)
        QApplication.sendEvent(port, event)

    def click(self, here: QPoint) -> None:
        self.move(here)
        QTest.mouseClick(self.hand.canvas.viewport(), LEFT, NO_KEY, here)
        self.hand.settle()

    def clicks(self, start: QPoint, end: QPoint) -> None:
        """A handle, then the goal."""
        self.click(start)
        self.click(end)

    def keys(self, *chords: str) -> None:
        for chord in chords:
            self.hand.key(chord)

    def same(self, *ways: Way) -> None:
        """All ways change the document, and all in the same manner."""
        results = []
        before = self.view
        for way in ways:
            way()
            assert self.view != before, way
            results.append(told(self.view, before))
            while self.hand.sheet.session.history.done:
                self.hand.sheet.session.undo()
            assert list(self.view) == list(before)
            self.hand.canvas.give_up()
            self.hand.canvas.name_line.close_line(keep=False)
            self.choose()
        for other in results[1:]:
            assert other == results[0], (other, results[0])


def told(view: Snapshot, before: Snapshot) -> list[str]:
    """What is different, without the ids that were made."""
    made = [record for record in view if record.id not in before]
    changed = [record for record in view if before.get(record.id) != record]
    words = [sub(r"\.0\b", "", repr(record)) for record in changed]
    for number, record in enumerate(sorted(made, key=lambda one: (one.kind, repr(one)))):
        words = [word.replace(record.id, f"new_{record.kind}_{number}") for word in words]
    return sorted(words)
