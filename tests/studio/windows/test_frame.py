"""Is the frame painted before the house wakes, and does the unexpected harm nothing?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import studio.compose
from model.behaviors import new_document
from model.commands import add_role
from model.language import say
from studio.compose import watch_errors
from studio.session import Session, Surroundings
from studio.settings import Settings, find_paths
from studio.windows.frame import Furnishing
from studio.windows.reportview import ReportView
from studio.windows.shell import Shell
from tests.helpers.desk import Hand
from widgets.look import theme
from widgets.start.recovery import RecoveryBanner


def test_the_house_is_furnished_once_and_after_the_first_paint(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, "light")
    happened: list[str] = []
    monkeypatch.setattr(studio.compose, "furnish", lambda *_, **__: happened.append("furnished"))
    monkeypatch.setattr(studio.compose, "watch_errors", lambda _: None)
    shell = Shell()
    qtbot.addWidget(shell)
    shell.waiting.painted.connect(lambda: happened.append("painted"))
    furnishing = Furnishing(shell, Settings(tmp_path / "settings.json"), [])

    shell.show()
    qtbot.waitUntil(lambda: "furnished" in happened)
    furnishing.furnish()

    assert happened[0] == "painted"
    assert happened.count("furnished") == 1


@pytest.fixture
def received(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Furnishing]:
    """A window whose start page is there, and nothing else yet."""
    monkeypatch.setenv("FACHWERK_HOME", str(tmp_path / "home"))
    theme.apply(qapp, "light")
    hook = sys.excepthook
    shell = Shell()
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    furnishing = Furnishing(shell, Settings(tmp_path / "settings.json"), [])
    furnishing.begin()
    assert furnishing.usable
    assert not furnishing.done
    yield furnishing
    sys.excepthook = hook
    if furnishing.reception is not None:
        for sheet in furnishing.reception.sheets.all:
            sheet.close_session()


def test_a_click_before_the_house_is_awake_is_done(received: Furnishing) -> None:
    assert received.reception is not None
    button = received.reception.page.new_button

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert received.done
    assert len(received.reception.sheets.all) == 1


def test_a_shortcut_before_the_house_is_awake_is_done(received: Furnishing, qtbot: QtBot) -> None:
    assert received.reception is not None
    sheets = received.reception.sheets

    QTest.keyClick(
        received.reception.page.new_button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier
    )

    assert received.done
    qtbot.waitUntil(lambda: len(sheets.all) == 1)


def test_the_start_page_stays_under_the_hands_while_the_house_wakes(
    received: Furnishing, qtbot: QtBot
) -> None:
    assert received.reception is not None
    page = received.reception.page
    second = page.samples[1]
    second.setFocus()

    qtbot.waitUntil(lambda: received.done)

    assert page.samples[1] is second
    assert second.parent().window().focusWidget() is second
    qtbot.waitUntil(lambda: all(sample.pictured for sample in page.samples))


def test_work_left_behind_is_offered_on_the_first_page_that_is_seen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACHWERK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    paths = find_paths()
    session = Session.new(new_document(), surroundings=Surroundings(paths=paths))
    with session.document.transaction(say("undo.bench"), "test") as tx:
        add_role(tx, "Fachamt", "office")
    session.close(keep_work=True)
    shell = Shell()
    qtbot.addWidget(shell)
    furnishing = Furnishing(shell, Settings(tmp_path / "settings.json"), [])

    furnishing.begin()

    assert furnishing.done
    assert shell.findChildren(RecoveryBanner)


def test_the_unexpected_becomes_a_notice_and_a_report_on_request(
    at_work: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    watch_errors(at_work.desk)
    before = at_work.sheet.view
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    told = at_work.desk.notice.text

    at_work.press(at_work.button(at_work.desk.notice, "Bericht ansehen"))
    report = at_work.desk.window.findChildren(ReportView)[-1]
    at_work.press(at_work.button(report, "Kopieren"))
    at_work.press(at_work.button(report, "In Datei sichern"))

    assert "ZeroDivisionError" in report.text.toPlainText()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    reports = list((tmp_path / "state" / "reports").iterdir())
    assert "Ihre Arbeit ist gesichert" in told
    assert "ZeroDivisionError" in reports[0].read_text(encoding="utf-8")
    assert at_work.sheet.view is before


def test_the_frame_fits_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    shell = Shell()
    qtbot.addWidget(shell)

    room = qapp.primaryScreen().availableGeometry()

    assert shell.width() <= room.width()
    assert shell.height() <= room.height()


def test_a_sample_named_at_the_start_opens_as_an_unsaved_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACHWERK_HOME", str(tmp_path / "home"))
    shell = Shell()
    qtbot.addWidget(shell)

    furnishing = Furnishing(shell, Settings(tmp_path / "settings.json"), [], "hundesteuer")
    furnishing.furnish()

    qtbot.waitUntil(lambda: "Hund" in shell.windowTitle())
    assert shell.close()
