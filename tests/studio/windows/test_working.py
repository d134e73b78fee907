"""Does the window stay usable while a large file is read, and can one stop it?"""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.errors import FachwerkError
from model.language import say
from model.storage import to_bytes
from studio.windows import filing
from studio.windows.desk import Desk
from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(filing, "LARGE", 0)
    return open_desk(qtbot, tmp_path)


def test_a_large_file_is_read_beside_the_window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "groß.fachwerk"
    path.write_bytes(to_bytes(new_document("Groß").snapshot()))

    assert desk.filing.open(path) is None
    qtbot.waitUntil(lambda: desk.sheet is not None, timeout=5000)

    assert desk.sheet is not None
    assert desk.sheet.session.path == path
    assert desk.settings.recent_files == [path]


def test_a_large_file_that_is_none_is_told_as_any_other(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "kaputt.fachwerk"
    path.write_text("kein Vorgang", encoding="utf-8")

    desk.filing.open(path)
    qtbot.waitUntil(lambda: bool(desk.notice.text), timeout=5000)

    assert "kaputt.fachwerk" in desk.notice.text
    assert desk.sheet is None


def test_after_a_moment_it_is_said_and_one_can_stop(qtbot: QtBot, desk: Desk) -> None:
    hand, go = Hand(qtbot, desk), threading.Event()
    happened: list[object] = []
    working = desk.filing.working
    working.do(say("working.open", name="x"), lambda: go.wait(10), happened.append, happened.append)

    qtbot.waitUntil(lambda: "„x“" in desk.notice.text, timeout=3000)
    hand.press(hand.button(desk.notice, "Abbrechen"))
    go.set()
    working.wait()
    hand.settle()

    assert happened == []
    assert "Abgebrochen" in desk.notice.text


def test_what_follows_may_refuse(qtbot: QtBot, desk: Desk) -> None:
    def refuse(_result: object) -> None:
        raise FachwerkError(say("working.cancelled"))

    desk.filing.working.do(say("working.open", name="x"), lambda: 1, refuse, refuse)

    qtbot.waitUntil(lambda: "Abgebrochen" in desk.notice.text, timeout=3000)
