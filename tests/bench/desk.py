"""How fast is the desk, beside the best drawing tool for the same file? ``python
tests/bench/desk.py [--own] [N ...]``

Every size is opened in a process of its own; bpmn-js draws the same file in the same call where
node, Chromium and the packages of tests/judges are there; where they are not, a bare Qt view of as
many plain boxes and lines stands beside. The last line is the verdict; 1 when a target is missed.
``--own``: frames count only what the window's own thread computes, for a busy machine (bpmn-js and
opening stay as they are on the clock).
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
JUDGES = ROOT / "tests" / "judges"
SIZES = (1_000, 10_000, 50_000)
FRAME, FAR_FRAME = 16.0, 33.0
PEER_UP_TO = 10_000
"""From here on bpmn-js takes minutes and gigabytes."""
EDITS = ("drag", "move", "undo", "append", "rename")
STARTS = 7

_BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QGraphicsScene, QGraphicsView, QToolBar
app = QApplication([])
window = QMainWindow()
window.menuBar().addMenu('Datei').addAction('Neu')
window.addToolBar(QToolBar())
window.setCentralWidget(QGraphicsView(QGraphicsScene(window)))
window.resize(1400, 900)
window.show()
app.processEvents()
app.processEvents()
import os
os._exit(0)
"""
_OUR_WINDOW = """
import os
import sys
from studio.windows.frame import Furnishing, application
from studio.language.load import load
from studio.settings import Settings, find_paths
from studio.windows.shell import Shell
from widgets.look import theme
load('de')
app = application()
theme.apply(app, 'light')
shell = Shell()
shell.resize(1400, 900)
start = Furnishing(shell, Settings(find_paths().settings), [], '')
shell.show()
while not start.usable:
    app.processEvents()
app.processEvents()
while len(sys.argv) > 1 and not start.done:
    app.processEvents()
os._exit(0)
"""
_ALL = "all"
"""Said to our window: go on until panes and menus are there, too."""


class Row(NamedTuple):
    """One line of the table; ``limit`` None = told, not judged."""

    what: str
    ours: float
    limit: float | None
    peer: float | None = None

    @property
    def missed(self) -> bool:
        return self.limit is not None and self.ours > self.limit


def main(arguments: list[str]) -> int:
    sizes = [int(word) for word in arguments if word.isdigit()] or list(SIZES)
    own = [word for word in arguments if word == "--own"]
    rows: list[Row] = []
    played: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            path = _written(folder, size)
            played[size] = _ours(path, folder, own)
            peer = _peer(path) if size <= PEER_UP_TO else {}
            judged = bool(peer)
            rows += _rows(size, played[size], peer or _bare(size, folder), judged=judged)
        rows += _growth(played)
        rows += _start(folder)
    return _told(rows)


def _written(folder: Path, size: int) -> Path:
    from tests.bench.blocks import process_xml

    path = folder / f"{size}.bpmn"
    path.write_text(process_xml(size), encoding="utf-8")
    return path


# -------------------------------------------------------------------------------- measuring


def _ours(path: Path, folder: Path, own: list[str]) -> dict[str, float]:
    code = [sys.executable, "-m", "tests.bench.played", str(path), *own]
    done = subprocess.run(
        code, cwd=ROOT, env=_surroundings(folder), capture_output=True, text=True, check=False
    )
    if done.returncode or not done.stdout.strip():
        sys.stderr.write(done.stderr)
        raise SystemExit(1)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _peer(path: Path) -> dict[str, float]:
    """bpmn-js on the same file, or nothing when it cannot be run here."""
    if not (JUDGES / "node_modules" / "bpmn-js").exists() or not shutil.which("node"):
        return {}
    code = ["node", str(JUDGES / "desk.mjs"), str(path)]
    done = subprocess.run(code, cwd=JUDGES, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(f"bpmn-js could not be measured: {done.stderr.strip()[-400:]}\n")
        return {}
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _bare(size: int, folder: Path) -> dict[str, float]:
    """A bare Qt view of as many boxes and lines."""
    code = [sys.executable, "-m", "tests.bench.bare", str(size)]
    done = subprocess.run(
        code, cwd=ROOT, env=_surroundings(folder), capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _surroundings(folder: Path) -> dict[str, str]:
    """A home of its own; without a display no window is shown, but everything is painted."""
    found = {**os.environ, "FACHWERK_HOME": str(folder / "home")}
    if not found.get("DISPLAY"):
        found["QT_QPA_PLATFORM"] = "offscreen"
    found["PYTHONPATH"] = str(ROOT)
    return found


def _start(folder: Path) -> list[Row]:
    """From nothing to a start page that takes clicks and keys, against a bare window, measured in
    turn; then how long it takes until menus and panes are there, too.
    """
    runs = ((_OUR_WINDOW,), (_BARE_WINDOW,), (_OUR_WINDOW, _ALL))
    times: tuple[list[float], ...] = ([], [], [])
    for number in range(STARTS + 1):
        for place, code in enumerate(runs):
            begin = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", *code],
                cwd=ROOT,
                env=_surroundings(folder),
                check=True,
                capture_output=True,
            )
            if number:
                times[place].append(time.perf_counter() - begin)
    ours, bare, whole = (statistics.median(one) * 1e3 for one in times)
    return [
        Row("window usable (ms; beside: a bare Qt window)", ours, 3 * bare, bare),
        Row("window with all menus and panes", whole, None, bare),
    ]


# ---------------------------------------------------------------------------------- judging


def _rows(size: int, ours: dict[str, float], peer: dict[str, float], *, judged: bool) -> list[Row]:
    """A size with its targets: those of 10 000 hold for what is smaller, too. ``judged``: the peer
    is bpmn-js, against which opening and memory are judged.
    """
    small = size <= 10_000
    tenth = peer["open"] / 10 if judged and size == 10_000 else None
    limit = 700.0 if small else 6000.0
    title = f"{size:6}  "
    rows = [
        Row(title + "open to first picture", ours["open"], limit, peer.get("open")),
        Row(title + "longest pause after it", ours["pause_open"], None),
    ]
    if tenth is not None:
        rows.append(Row(title + "open, against a tenth of bpmn-js", ours["open"], tenth))
    rows.append(Row(title + "pan at 100 %", ours["pan"], FRAME, peer.get("pan")))
    for name, value in ours.items():
        if name.startswith(("zoom ", "pan ")):
            shared = peer.get("zoom") if name == "zoom 1" else None
            frame = FRAME if small or name.startswith("pan") else FAR_FRAME
            rows.append(Row(title + name.replace(" ", " at "), value, frame, shared))
    frame = FRAME if small else FAR_FRAME
    rows += [Row(title + name, ours[name], frame, peer.get(name)) for name in ("fit", "pan_fit")]
    limit_of_edit = FRAME if small else None
    rows += [Row(title + name, ours[name], limit_of_edit, peer.get(name)) for name in EDITS]
    rows.append(Row(title + "longest pause after an edit", ours["pause_edit"], None))
    twice = 2 * peer["memory"] if judged and size == 10_000 else None
    rows.append(
        Row(title + "memory of the service (MB)", ours["memory"], twice, peer.get("memory"))
    )
    whole = 1000.0 if not small else None
    rows.append(Row(title + "memory of the program (MB)", ours["resident"], whole))
    return rows


def _growth(played: dict[int, dict[str, float]]) -> list[Row]:
    """Ten times as many nodes: edits cost the same (but for noise), opening grows along."""
    if 1_000 not in played or 10_000 not in played:
        return []
    small, large = played[1_000], played[10_000]
    rows = [
        Row(f"1 000 to 10 000: {name}", large[name], max(small[name] * 1.5, small[name] + 6))
        for name in EDITS
    ]
    return [*rows, Row("1 000 to 10 000: open", large["open"], small["open"] * 12)]


def _told(rows: list[Row]) -> int:
    print(f"{'what (ms unless said)':46} {'Fachwerk':>9} {'target':>9} {'peer':>9} {'ratio':>7}")
    for row in rows:
        limit = f"{row.limit:9.1f}" if row.limit is not None else f"{'-':>9}"
        peer = f"{row.peer:9.1f}" if row.peer is not None else f"{'-':>9}"
        ratio = f"{row.ours / row.peer:7.3f}" if row.peer else f"{'-':>7}"
        mark = "  missed" if row.missed else ""
        print(f"{row.what:46} {row.ours:9.1f} {limit} {peer} {ratio}{mark}")
    missed = [row.what.strip() for row in rows if row.missed]
    print("peer: bpmn-js in Chromium up to 10 000 nodes where it can be run, else a bare Qt view")
    print(
        f"missed: {len(missed)} of {sum(row.limit is not None for row in rows)} targets"
        if missed
        else "all targets met"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
