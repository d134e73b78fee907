"""How does a test use the real window, in words?

A ``Hand`` presses real widgets with real events and counts what a person would do: clicks, drags,
wheel steps, key chords. Text typed into a label is not counted (that is the person's own content).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from model.language import use
from model.records import Record
from studio.compose import furnish
from studio.language.load import load
from studio.session import Surroundings
from studio.settings import Paths, Settings
from studio.windows.choosers import Choosers
from studio.windows.desk import Desk
from studio.windows.menus import Menus
from studio.windows.sheet import Sheet
from studio.windows.shell import Shell
from studio.windows.statusline import StatusLine
from widgets.canvas import Canvas
from widgets.canvas.foreground import place_of
from widgets.canvas.hitting import handle_point
from widgets.look import theme

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def open_desk(
    qtbot: QtBot, folder: Path, files: list[Path] | None = None, language: str = "de"
) -> Desk:
    """A furnished window whose settings and journals lie in ``folder``; closed at the end of the
    test without a question.
    """
    load(language)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    window = Shell()
    qtbot.addWidget(window, before_close_func=_leave)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    paths = Paths(folder / "state", folder / "config")
    desk = furnish(
        window,
        Settings(paths.settings),
        files or [],
        surroundings=Surroundings(paths=paths),
        choosers=Choosers(open=_nowhere, save=_nowhere, folder=_nowhere),
    )
    window.setProperty("desk", desk)
    return desk


def _leave(window: QWidget) -> None:
    desk = window.property("desk")
    if isinstance(desk, Desk):
        for sheet in list(desk.sheets.all):
            sheet.close_session()
            desk.sheets.remove(sheet)
    use("de", {})


def _nowhere(*_args: object) -> None:
    return None


class Hand:
    """A person at the window."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.actions = 0
        self.log: list[str] = []

    # --------------------------------------------------------------------------------- looking

    @property
    def sheet(self) -> Sheet:
        """The document in front."""
        assert self.desk.sheet is not None
        return self.desk.sheet

    @property
    def menus(self) -> Menus:
        """The menus of the window."""
        found = self.desk.window.findChild(Menus)
        assert found is not None
        return found

    @property
    def status(self) -> StatusLine:
        """The line at the lower edge."""
        found = self.desk.window.findChild(StatusLine)
        assert found is not None
        return found

    @property
    def canvas(self) -> Canvas:
        """Its canvas."""
        return self.sheet.canvas

    def named(self, name: str) -> Record:
        """The record that a person calls so."""
        found = [
            r
            for r in self.sheet.view
            if name in (getattr(r, "label", None), getattr(r, "name", None))
        ]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def button(self, parent: QWidget, words: str) -> QAbstractButton:
        """The visible button with these words (or this name for a screen reader)."""
        found = [
            b
            for b in parent.findChildren(QAbstractButton)
            if b.isVisible() and words in (b.text(), b.accessibleName())
        ]
        assert found, f"no button {words!r}"
        return found[0]

    # ----------------------------------------------------------------------------------- doing

    def press(self, button: QAbstractButton) -> None:
        """Click a button as soon as it stands somewhere: a new line is laid out a moment later."""
        assert button.isEnabled(), button.text()
        self.wait_for(lambda: min(button.width(), button.height()) > 4)
        self._count(f"click {button.accessibleName() or button.text()}")
        at = button.rect().center()
        if isinstance(button, QCheckBox):  # only its box and its words take a click
            at.setX(10)
        QTest.mouseClick(button, LEFT, NO_KEY, at)
        self.settle()

    def key(self, chord: str) -> None:
        """Press a key or chord, for whoever has the focus, when the actions are up to date: a hand
        is slower than the window.
        """
        self.settle()
        self.wait_for(lambda: self.desk.up_to_date)
        self._count(f"key {chord}")
        focus = QApplication.focusWidget() or self.desk.window
        QTest.keySequence(focus, QKeySequence(chord))
        self.settle()

    def type(self, text: str, *, over: bool = False) -> None:
        """Type a text where the focus is; ``over``: instead of what stands there."""
        focus = QApplication.focusWidget()
        assert focus is not None
        if over:
            self.key("Ctrl+A")
        for letter in text:  # QTest knows ASCII only
            focus = QApplication.focusWidget() or focus  # a first letter may open a line
            code = ord(letter.upper()) if letter.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                held = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else NO_KEY
                QApplication.sendEvent(focus, QKeyEvent(kind, code, held, letter))
        self.settle()

    def block(self, key: str) -> None:
        """Click a building block in the palette; scrolls to it first."""
        blocks = self.desk.panes.palette.list
        index = blocks.index_of(key)
        assert index.isValid(), f"{key} is folded away"
        for _ in range(20):
            box = blocks.visualRect(index)
            if blocks.viewport().rect().contains(box):
                break
            self._wheel(blocks.viewport(), 1 if box.top() < 0 else -1)
        self._count(f"block {key}")
        QTest.mouseClick(blocks.viewport(), LEFT, NO_KEY, blocks.visualRect(index).center())
        self.settle()

    def unfold(self, group: str) -> None:
        """Click the title of a group in the palette: its rarer blocks are listed, too."""
        blocks = self.desk.panes.palette.list
        row = next(n for n, r in enumerate(blocks.rows.rows) if not r.template and r.group == group)
        self._count(f"unfold {group}")
        box = blocks.visualRect(blocks.rows.index(row))
        QTest.mouseClick(blocks.viewport(), LEFT, NO_KEY, box.center())
        self.settle()

    def place(self, key: str, name: str) -> None:
        """A building block beside the selection, and its name."""
        self.block(key)
        self.type(name)

    def drop(self, key: str, at: QPoint) -> None:
        """Drag a building block from the palette to a place of the canvas (in its viewport).

        The real drag loop of the toolkit blocks without an X server, so its events are sent.
        """
        rows = self.desk.panes.palette.list.rows
        self.carry(rows.mimeData([rows.index(rows.row_of(key))]), at, key)

    def carry(self, data: QMimeData, at: QPoint, what: str) -> None:
        """Drag something that a pane gives away to a place of the canvas."""
        view = self.canvas.viewport()
        action, none = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
        self._count(f"drag {what}")
        for event in (
            QDragEnterEvent(at, action, data, LEFT, NO_KEY),
            QDragMoveEvent(at, action, data, LEFT, NO_KEY),
            QDropEvent(QPointF(at), action, data, none, NO_KEY, QEvent.Type.Drop),
        ):
            QApplication.sendEvent(view, event)
        self.settle()

    def click(self, record_id: str) -> None:
        """Click an element on the canvas."""
        self._count(f"click on {record_id}")
        QTest.mouseClick(self.canvas.viewport(), LEFT, NO_KEY, self.where(record_id))
        self.settle()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag on the canvas from one place of its viewport to another."""
        self._count("drag")
        view = self.canvas.viewport()
        QTest.mousePress(view, LEFT, NO_KEY, start)
        for step in range(1, 6):
            QTest.mouseMove(view, start + (end - start) * step / 5)
        QTest.mouseRelease(view, LEFT, NO_KEY, end)
        self.settle()

    def choose(self, box: QComboBox, data: object) -> None:
        """Pick an entry of a drop-down: one click to open it, one to choose."""
        self._count("open a list")
        self._count(f"choose {data}")
        row = box.findData(data)
        assert row >= 0, f"no {data!r}"
        box.showPopup()
        view = box.view()
        view.scrollTo(box.model().index(row, 0))
        QTest.mouseClick(
            view.viewport(), LEFT, NO_KEY, view.visualRect(box.model().index(row, 0)).center()
        )
        self.settle()
        self.desk.window.activateWindow()  # without a window manager nobody else does
        self.settle()
        assert box.currentData() == data

    # ---------------------------------------------------------------------------------- places

    def where(self, record_id: str) -> QPoint:
        """The middle of an element, in the viewport of the canvas."""
        place = place_of(self.canvas.graph, record_id)
        assert place is not None, record_id
        return self.canvas.mapFromScene(place.center())

    def handle(self, record_id: str) -> QPoint:
        """The round handle of a card or sign, in the viewport."""
        place = handle_point(self.canvas.graph.nodes[record_id])
        return self.point(place.x + 4, place.y)

    def point(self, x: float, y: float) -> QPoint:
        """A place of the canvas, in its viewport."""
        return self.canvas.mapFromScene(QPointF(x, y))

    # --------------------------------------------------------------------------------- waiting

    def wait_for(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true, timeout=5000)

    def wait_for_check(self) -> None:
        """Wait until the findings belong to the document as it is."""
        self.wait_for(lambda: self.sheet.check.up_to_date)

    def _wheel(self, view: QWidget, direction: int) -> None:
        self._count("wheel")
        at = QPointF(view.rect().center())
        event = QWheelEvent(
            at,
            QPointF(view.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120 * direction),
            Qt.MouseButton.NoButton,
            NO_KEY,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        self.settle()

    def _count(self, what: str) -> None:
        self.actions += 1
        self.log.append(what)

    def settle(self) -> None:
        """Let everybody hear what has happened."""
        QApplication.processEvents()
