"""What does one service cost at the real desk: opening, seeing, changing, remembering?

``python -m tests.bench.played FILE [--own]`` opens the file in a window whose canvas has 1400 by
900 pixels, with journal, live checks and accessibility on, and prints one JSON line of medians. A
frame is the change, and all events until it is painted. ``--own`` counts only what the window's
own thread computes: for a machine on which others work.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands import append_node, rename
from model.language import say
from studio.compose import furnish
from studio.language.load import load
from studio.session import Surroundings
from studio.settings import Paths, Settings
from studio.windows.choosers import Choosers
from studio.windows.desk import Desk
from studio.windows.shell import Shell
from widgets.canvas import Canvas
from widgets.look import theme

ROOM = QSize(1400, 900)
ZOOMS = (2.0, 1.0, 0.8, 0.55, 0.45, 0.3, 0.22, 0.15, 0.07, 0.03)
REST = 0.5
"""Seconds after an edit in which checks, outline and journal do what they do."""
BUSY = 0.01
"""Seconds after which a turn of the loop was work."""
BEAT = 3
"""Milliseconds after which somebody who waits looks again."""
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def main(path: Path, clock: Callable[[], float] = time.perf_counter) -> int:
    app = QApplication([])
    load("de")
    theme.apply(app, "light")
    QAccessible.setActive(True)
    with tempfile.TemporaryDirectory() as folder:
        player = Player(app, _desk(Path(folder)), clock)
        found = {**player.open(path), **player.see(), **player.change()}
        print(json.dumps(found), flush=True)
        os._exit(0)  # nothing here is worth saving, and a journal may still be at work


def _desk(folder: Path) -> Desk:
    window = Shell()
    window.resize(ROOM + QSize(560, 260))
    window.show()
    paths = Paths(folder / "state", folder / "config")
    return furnish(
        window,
        Settings(paths.settings),
        [],
        surroundings=Surroundings(paths=paths),
        choosers=Choosers(open=_nowhere, save=_nowhere, folder=_nowhere),
    )


def _nowhere(*_args: object) -> None:
    return None


class Player:
    """A person with a stopwatch."""

    def __init__(self, app: QApplication, desk: Desk, clock: Callable[[], float]) -> None:
        self.app, self.desk, self.clock = app, desk, clock
        self.pauses: list[float] = []
        self._beat = QTimer()  # ends the wait for events that do not come
        self._beat.start(BEAT)
        self.rest()
        self.pauses.clear()

    @property
    def canvas(self) -> Canvas:
        assert self.desk.sheet is not None
        return self.desk.sheet.canvas

    def rest(self, seconds: float = REST) -> None:
        """The hands rest, until nothing has happened for a while; how long the loop was busy at
        once is noted.
        """
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            begin = self.clock()
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            busy = self.clock() - begin
            self.pauses.append(busy)
            if busy > BUSY:
                end = time.perf_counter() + seconds

    def frame(self, deed: Callable[[int], object], times: int = 9, rest: float = 0.0) -> float:
        """Milliseconds of a frame."""
        taken = []
        for number in range(times):
            begin = self.clock()
            deed(number)
            self.app.processEvents()
            taken.append(self.clock() - begin)
            if rest:
                self.rest(rest)
        return statistics.median(taken) * 1e3

    # ------------------------------------------------------------------------------- opening

    def open(self, path: Path) -> dict[str, float]:
        """From the wish to the first picture, and what is remembered then."""
        before = _resident()
        begin = time.perf_counter()
        self.desk.filing.open(path)
        while self.desk.sheet is None:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()
        opened = time.perf_counter() - begin
        self.pauses.clear()
        self.rest(1.0)
        while not self.desk.sheet.check.up_to_date or self.canvas.graph.filling:
            self.rest(0.2)
        pause = max(self.pauses)
        window = self.desk.window
        window.resize(window.size() + ROOM - self.canvas.viewport().size())
        self.rest()
        self.canvas.zoom_to(1.0)
        self.rest()
        resident = _resident()
        return {
            "open": opened * 1e3,
            "pause_open": pause * 1e3,
            "memory": resident - before,
            "resident": resident,
            "nodes": float(len(self.canvas.graph.nodes)),
        }

    # -------------------------------------------------------------------------------- seeing

    def see(self) -> dict[str, float]:
        """Pan, zoom and fit, near and far."""
        canvas = self.canvas
        found: dict[str, float] = {}
        self._look(1.0)
        found["pan"] = self.frame(lambda _: canvas.pan(20, 0))
        for zoom in ZOOMS:
            self._look(zoom)
            found[f"zoom {zoom:g}"] = self.frame(_between(canvas, zoom))
            found[f"pan {zoom:g}"] = self.frame(lambda n: canvas.pan(20 if n % 2 else -20, 0))
        fits = []
        for _ in range(5):
            self._look(1.0)
            fits.append(self.frame(lambda _: canvas.fit(), 1))
        found["fit"] = statistics.median(fits)
        found["pan_fit"] = self.frame(lambda n: canvas.pan(10 if n % 2 else -10, 0))
        return found

    def _look(self, zoom: float) -> None:
        """Look at the middle of the service; what is new there is found, as in real use."""
        extent = self.canvas.graph.extent()
        self.canvas.zoom_to(zoom)
        self.canvas.centerOn(extent.x + extent.width / 2, extent.y + min(extent.height / 2, 20000))
        self.rest(0.15)

    # ------------------------------------------------------------------------------- changing

    def change(self) -> dict[str, float]:
        """Edits with all that hears of them; then the longest pause while the hands rest."""
        canvas = self.canvas
        self._look(1.0)
        step = self._in_sight("step")
        fork = self._in_sight("parallel")
        canvas.select([step], step)
        self.rest()
        found = {"drag": self._drag(step)}
        self.rest()
        self.pauses.clear()
        found["move"] = self.frame(lambda _: canvas.move_selection(10, 0), 7, REST)
        found["undo"] = self.frame(lambda _: self.desk.undo(), 7, REST)
        found["append"] = self.frame(lambda _: self._append(fork), 7, REST)
        found["rename"] = self.frame(lambda n: self._rename(step, n), 9)
        self.rest()
        found["pause_edit"] = max(self.pauses) * 1e3
        return found

    def _in_sight(self, shape: str) -> str:
        """The thing of a shape that is nearest to the middle of the window."""
        canvas = self.canvas
        seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
        found = [n for n in canvas.graph.nodes.values() if n.shape_name == shape]
        middle = seen.center()
        there = [n for n in found if seen.contains(n.box)]
        nearest = min(there, key=lambda n: (n.box.center() - middle).manhattanLength())
        return nearest.record_id

    def _drag(self, step: str) -> float:
        """Drag a card with the mouse; it comes back to its place at the end."""
        view = self.canvas.viewport()
        at = self.canvas.mapFromScene(self.canvas.graph.nodes[step].box.center())
        QTest.mousePress(view, LEFT, NO_KEY, at)
        taken = self.frame(lambda n: QTest.mouseMove(view, at + QPoint(6 * (n + 1), 2 * n)), 15)
        QTest.mouseMove(view, at)
        QTest.mouseRelease(view, LEFT, NO_KEY, at)
        return taken

    def _append(self, node: str) -> None:
        assert self.desk.sheet is not None
        with self.desk.sheet.session.document.transaction(say("undo.bench"), "canvas") as tx:
            made = append_node(tx, "office", node)
        self.canvas.select([made.id], made.id)

    def _rename(self, step: str, number: int) -> None:
        assert self.desk.sheet is not None
        with self.desk.sheet.session.document.transaction(say("undo.bench"), "canvas") as tx:
            rename(tx, step, f"Angaben {number}")


def _between(canvas: Canvas, zoom: float) -> Callable[[int], object]:
    return lambda number: canvas.zoom_to(zoom * (1.08 if number % 2 == 0 else 1))


def _resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    own = "--own" in sys.argv
    sys.exit(main(Path(sys.argv[1]), time.thread_time if own else time.perf_counter))
