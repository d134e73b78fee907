"""Is the frame painted before the house wakes, and does the unexpected harm nothing?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import studio.compose
from studio.compose import watch_errors
from studio.settings import Settings
from studio.windows.frame import Furnishing
from studio.windows.reportview import ReportView
from studio.windows.shell import Shell
from tests.helpers.desk import Hand
from widgets.look import theme


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
