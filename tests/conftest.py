"""What must hold around every test, whatever it is about?

No window on the developer's screen, no Internet socket, no transaction left open, and after a test
with widgets nothing of Qt left alive. Nothing here imports Qt, the model or lxml by itself: a guard
looks only at what the test has woken.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Q = TypeVar("Q")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
NO_SHARED = "../shared is not here"

# An absent judge or reference is a failure where the build promises that they are there.
STRICT = os.environ.get("FACHWERK_REQUIRE_SHARED") == "1"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the repository; its files are read, never copied."""
    if SHARED.is_dir():
        return SHARED
    if STRICT:
        pytest.fail(NO_SHARED)
    pytest.skip(NO_SHARED)


# ------------------------------------------------------------------------------------- selection


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives the `gui` mark; keeps long proofs and measurements out unless they are asked for."""
    asked = config.getoption("markexpr")
    offscreen = os.environ["QT_QPA_PLATFORM"] == "offscreen"
    for item in items:
        if _uses_qt(item):
            item.add_marker("gui")
        for mark in ("long", "bench"):
            if item.get_closest_marker(mark) and mark not in asked:
                item.add_marker(pytest.mark.skip(reason=f"only when asked for: -m {mark}"))
        if item.get_closest_marker("xwindow") and offscreen:
            item.add_marker(pytest.mark.skip(reason="needs a real X window: see .ci/test"))


def _uses_qt(item: pytest.Item) -> bool:
    return bool({"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[pytest.TestReport]:
    """Where ../shared must be there, a test that skips for its lack is a failure."""
    report: pytest.TestReport = yield  # type: ignore[misc,assignment]
    if STRICT and report.skipped and "../shared" in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"skipped for the lack of ../shared, which is here: {report.longrepr}"
    return report  # type: ignore[return-value]


# ------------------------------------------------------------------------------------ no sockets

# Filled by the hook instead of raising there: a broad `except` would swallow an exception.
_socket_calls: list[str] = []

# -1 is what C code passes for "the default family", which is AF_INET.
_INTERNET_FAMILIES = {-1, 2, 10, 23, 30}
_NET_EVENTS = {
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "urllib.Request",
    "http.client.connect",
    "ftplib.connect",
    "smtplib.connect",
}


def _listen(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.__new__":
        if int(args[1]) in _INTERNET_FAMILIES:
            _socket_calls.append(f"{event} family {int(args[1])}")
    elif event in _NET_EVENTS and not (args and _is_unix(args[0])):
        _socket_calls.append(event)


def _is_unix(candidate: object) -> bool:
    family = getattr(candidate, "family", None)
    return family is not None and int(family) == 1


sys.addaudithook(_listen)


@pytest.fixture
def socket_calls() -> list[str]:
    """What the running test asked of the network; the guard's own tests empty it."""
    return _socket_calls


@pytest.fixture(autouse=True)
def _no_internet_socket(request: pytest.FixtureRequest) -> Iterator[None]:
    """The suite proves the promise that Fachwerk opens no network connection."""
    _socket_calls.clear()
    yield
    calls, _socket_calls[:] = list(_socket_calls), []
    # Engines of other people are reached over the machine's own loopback.
    if "engines" not in request.path.parts:
        assert not calls, f"network calls: {calls}"


# ------------------------------------------------------------------------------ nothing left over


@pytest.fixture(autouse=True)
def _no_open_transaction() -> Iterator[None]:
    before = _open_transactions()
    yield
    left = [one for one in _open_transactions() if one not in before]
    assert not left, f"transactions left open: {left}"


def _open_transactions() -> tuple[Any, ...]:
    transaction = sys.modules.get("model.document.transaction")
    return transaction.open_transactions() if transaction else ()


@pytest.fixture(autouse=True)
def _nothing_of_qt_left_alive(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with widgets no window, running timer or running thread survives."""
    if not _uses_qt(request.node):
        yield
        return
    before = {id(one) for one in _alive()}
    yield
    if any(id(one) not in before for one in _alive()):
        gc.collect()  # a circle of references is no leak
        left = [repr(one) for one in _alive() if id(one) not in before]
        assert not left, f"left alive after the test: {left}"


def _alive() -> list[object]:
    """Windows, running timers and running threads; imported here, because models need no Qt."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.metaObject().className() != "QTipLabel"  # Qt hides it by a clock of its own
    ]
    timers = [timer for timer in _wrappers(QTimer) if timer.isActive()]
    threads = [thread for thread in _wrappers(QThread) if thread.isRunning()]
    return [*windows, *timers, *threads]


def _wrappers(kind: type[Q]) -> list[Q]:
    """All objects of a Qt class that live on both sides."""
    from shiboken6 import isValid

    kinds = _with_subclasses(kind)
    return [one for one in gc.get_objects() if type(one) in kinds and isValid(one)]


def _with_subclasses(kind: type) -> set[type]:
    found = {kind}
    subclasses: list[type] = kind.__subclasses__()
    for below in subclasses:
        found |= _with_subclasses(below)
    return found


# --------------------------------------------------------------------------- the usability bars

Bar = Callable[[str, object, object], None]


@pytest.fixture
def bar(record_property: Callable[[str, object], None]) -> Bar:
    """Tells what a bar of usability measured: its name, the measure, the limit."""

    def tell(name: str, measured: object, limit: object) -> None:
        record_property("bar", f"{name:4} {measured}  (bar: {limit})")

    return tell


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The measures of the bars, each once, whichever worker took them."""
    stats = terminalreporter.stats
    reports = [*stats.get("passed", ()), *stats.get("failed", ())]
    told = {value for r in reports for name, value in r.user_properties if name == "bar"}
    if told:
        terminalreporter.section("usability bars")
        for line in sorted(told, key=lambda words: (len(words.split()[0]), words)):
            terminalreporter.write_line(line)
