"""Would the guards around every test see what they guard against?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

PLANTED = """
import socket
import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

KEPT = []

def test_socket_is_swallowed():
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except Exception:
        pass

def test_name_is_looked_up():
    socket.getaddrinfo("127.0.0.1", 80)

def test_pair_inside_the_machine_is_fine():
    a, b = socket.socketpair()
    a.close(), b.close()

def test_window_survives(qtbot):
    KEPT.append(QWidget())
    KEPT[-1].show()

def test_window_given_back_is_fine(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_timer_runs_on(qtbot):
    KEPT.append(QTimer())
    KEPT[-1].start(100000)

def test_stopped_timer_is_fine(qtbot):
    KEPT.append(QTimer())
    KEPT[-1].start(100000)
    KEPT[-1].stop()

class Worker(QThread):
    pass

def test_thread_runs_on(qtbot):
    KEPT.append(Worker())
    KEPT[-1].start()

def test_thread_is_stopped(qtbot):
    KEPT[-1].quit()
    assert KEPT[-1].wait(10000)

def test_transaction_stays_open():
    from model.document import Document
    from model.language import say
    KEPT.append(Document().transaction(say("a.b")))
    KEPT[-1].__enter__()

def test_reference_is_missing():
    pytest.skip("../shared is not here")

def test_shared_word_in_another_reason():
    pytest.skip("no judge")

def test_carries_the_mark(qtbot, request):
    assert request.node.get_closest_marker("gui")
"""

EXPECTED = {
    "test_socket_is_swallowed": "ERROR",
    "test_name_is_looked_up": "ERROR",
    "test_pair_inside_the_machine_is_fine": "PASSED",
    "test_window_survives": "ERROR",
    "test_window_given_back_is_fine": "PASSED",
    "test_timer_runs_on": "ERROR",
    "test_stopped_timer_is_fine": "PASSED",
    "test_thread_runs_on": "ERROR",
    "test_thread_is_stopped": "PASSED",
    "test_transaction_stays_open": "ERROR",
    "test_reference_is_missing": "FAILED",
    "test_shared_word_in_another_reason": "SKIPPED",
    "test_carries_the_mark": "PASSED",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the guards say of a file full of faults, by test."""
    planted = tmp_path_factory.mktemp("planted") / "test_planted.py"
    planted.write_text(PLANTED, encoding="utf-8")
    printed = _run_pytest(planted)
    seen: dict[str, str] = {}
    for line in printed.splitlines():
        place, _, rest = line.partition(" ")
        if "::" in place and rest.split():
            # A test that passed and whose guard complains is told twice; the complaint counts.
            seen[place.split("::")[1]] = rest.split()[0]
    return seen


def _run_pytest(planted: Path) -> str:
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-v", "-r", "N", "--tb=no"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", str(ROOT / "pyproject.toml"), planted],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "QT_QPA_PLATFORM": "offscreen",
            "FACHWERK_REQUIRE_SHARED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("name", EXPECTED)
def test_the_guard_sees_it(outcomes: dict[str, str], name: str) -> None:
    seen = outcomes.get(name)

    assert seen == EXPECTED[name]
