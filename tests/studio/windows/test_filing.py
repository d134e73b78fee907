"""Are documents opened, saved and closed without ever losing work?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.commands import rename
from model.language import say
from model.records import Step
from model.storage import to_bytes
from studio.session import Session, find_recoveries
from studio.windows import filing
from tests.helpers.desk import Hand, open_desk


def change_something(hand: Hand, name: str = "Geprüft") -> None:
    step = hand.sheet.view.of(Step)[0]
    with hand.sheet.session.document.transaction(say("undo.edit", what="Name")) as tx:
        rename(tx, step.id, name)


def choose_path(hand: Hand, path: Path | None) -> None:
    hand.desk.choosers.save = lambda *_: path
    hand.desk.choosers.open = lambda *_: path


def answer(monkeypatch: pytest.MonkeyPatch, number: int) -> list[str]:
    """Answer the question that is asked; the list holds what was asked."""
    asked: list[str] = []

    def choose(_parent: object, question: object, *_: object) -> int:
        asked.append(str(question))
        return number

    monkeypatch.setattr(filing, "choose", choose)
    return asked


def test_save_as_asks_for_a_place_and_save_uses_it(at_work: Hand, tmp_path: Path) -> None:
    choose_path(at_work, tmp_path / "vorgang")

    at_work.key("Ctrl+S")
    change_something(at_work)
    at_work.key("Ctrl+S")

    session = at_work.sheet.session
    assert session.path == tmp_path / "vorgang.fachwerk"
    assert not session.dirty
    assert at_work.desk.settings.recent_files == [tmp_path / "vorgang.fachwerk"]


def test_undo_works_after_saving(at_work: Hand, tmp_path: Path) -> None:
    choose_path(at_work, tmp_path / "vorgang.fachwerk")
    before = at_work.sheet.view
    change_something(at_work)
    at_work.key("Ctrl+S")

    at_work.canvas.setFocus()
    at_work.key("Ctrl+Z")

    assert at_work.sheet.view == before
    assert at_work.sheet.session.dirty


def test_the_menu_says_what_would_be_undone(at_work: Hand) -> None:
    change_something(at_work)
    at_work.wait_for(lambda: at_work.menus.actions["edit.undo"].isEnabled())

    words = at_work.menus.actions["edit.undo"].text()

    assert words == "Rückgängig: Name ändern"


def test_a_file_is_opened_once_and_brought_to_the_front(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.fachwerk"
    path.write_bytes(to_bytes(new_document("A").snapshot()))

    first = hand.desk.filing.open(path)
    hand.desk.filing.new()
    second = hand.desk.filing.open(path)

    assert first is second is hand.desk.sheet
    assert len(hand.desk.sheets.all) == 2


def test_a_broken_file_becomes_a_sentence(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "kaputt.fachwerk"
    path.write_bytes(b"<nichts>")

    hand.desk.filing.open(path)

    assert hand.desk.sheet is None
    assert hand.desk.notice.isVisible()
    assert "kaputt" in hand.desk.notice.text


@pytest.mark.parametrize(("number", "closed"), [(0, True), (1, True), (-1, False)])
def test_closing_asks_for_unsaved_work(
    at_work: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, closed: bool
) -> None:
    asked = answer(monkeypatch, number)
    choose_path(at_work, tmp_path / "gerettet.fachwerk")
    change_something(at_work)

    at_work.canvas.setFocus()
    at_work.key("Ctrl+W")

    assert len(asked) == 1
    assert (at_work.desk.sheet is None) is closed
    assert (tmp_path / "gerettet.fachwerk").exists() is (number == 0)


def test_an_unchanged_copy_closes_without_a_question(
    at_work: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, -1)

    at_work.canvas.setFocus()
    at_work.key("Ctrl+W")

    assert asked == []
    assert at_work.desk.sheet is None


def test_the_window_stays_when_the_person_wants_to(
    at_work: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, -1)
    change_something(at_work)

    at_work.desk.window.close()

    assert at_work.desk.window.isVisible()


def test_a_closed_file_is_opened_again(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.fachwerk"
    path.write_bytes(to_bytes(new_document("A").snapshot()))
    hand.desk.filing.open(path)
    hand.canvas.setFocus()
    hand.key("Ctrl+W")

    hand.key("Ctrl+Shift+T")

    assert hand.sheet.session.path == path


def test_a_file_dropped_on_the_window_is_opened(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "a.fachwerk"
    path.write_bytes(to_bytes(new_document("A").snapshot()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])

    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    drop = QDropEvent(QPointF(300, 300), copy, data, left, none)

    QApplication.sendEvent(hand.desk.window, enter)
    QApplication.sendEvent(hand.desk.window, drop)

    assert hand.sheet.session.path == path


def test_somebody_elses_change_is_not_overwritten(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "a.fachwerk", tmp_path / "meine.fachwerk"
    path.write_bytes(to_bytes(new_document("A").snapshot()))
    hand.desk.filing.open(path)
    theirs = to_bytes(new_document("Von Kollegin").snapshot())
    path.write_bytes(theirs)
    monkeypatch.setattr(filing, "ask", lambda *_: True)
    choose_path(hand, other)
    hand.desk.change(say("undo.edit", what="x"), lambda tx: tx.alter(tx.service.id, name="B"))
    hand.canvas.setFocus()
    hand.settle()

    hand.key("Ctrl+S")

    assert path.read_bytes() == theirs
    assert other.is_file()


def test_U7_work_left_by_a_crash_comes_back_in_one_click(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    desk = open_desk(qtbot, tmp_path)
    crashed = Session.new(new_document("Halb fertig"), surroundings=desk.surroundings)
    with crashed.document.transaction(say("undo.edit", what="Name")) as tx:
        tx.alter(tx.service.id, name="Fast fertig")
    crashed.close(keep_work=True)
    assert len(find_recoveries(desk.surroundings)) == 1

    again = Hand(qtbot, open_desk(qtbot, tmp_path))
    banner = again.desk.sheets.start.banners[0]  # type: ignore[attr-defined]
    again.press(banner.recover)

    assert again.actions == 1
    assert again.sheet.view.service.name == "Fast fertig"
    assert again.sheet.session.dirty


def test_U7_who_opens_a_file_first_is_offered_the_lost_work_above_it(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    desk = open_desk(qtbot, tmp_path)
    crashed = Session.new(new_document("Halb fertig"), surroundings=desk.surroundings)
    with crashed.document.transaction(say("undo.edit", what="Name")) as tx:
        tx.alter(tx.service.id, name="Fast fertig")
    crashed.close(keep_work=True)
    path = tmp_path / "a.fachwerk"
    path.write_bytes(to_bytes(new_document("A").snapshot()))
    again = Hand(qtbot, open_desk(qtbot, tmp_path, [path]))
    again.wait_for(again.desk.notice.isVisible)

    again.press(again.button(again.desk.notice, "Wiederherstellen"))

    assert again.actions == 1
    assert again.sheet.view.service.name == "Fast fertig"
    assert again.desk.notice.text == ""


def test_discarded_work_is_put_aside_and_not_offered_again(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    desk = open_desk(qtbot, tmp_path)
    crashed = Session.new(new_document("Halb fertig"), surroundings=desk.surroundings)
    with crashed.document.transaction(say("undo.edit", what="Name")) as tx:
        tx.alter(tx.service.id, name="Fast fertig")
    crashed.close(keep_work=True)

    again = Hand(qtbot, open_desk(qtbot, tmp_path))
    again.press(again.desk.sheets.start.banners[0].discard)  # type: ignore[attr-defined]

    again.wait_for(lambda: again.desk.sheets.start.banners == [])  # type: ignore[attr-defined]
    assert find_recoveries(again.desk.surroundings) == []
