"""Can a person tell the window where the official schemas lie, and see what was recognised?"""

from __future__ import annotations

from pathlib import Path

from model.language import tr
from studio.actions import ACTIONS
from studio.jobs.schemas import SETTING
from studio.windows.schemaview import SchemaView
from tests.helpers.desk import Hand
from tests.studio.jobs.test_schemas import lay_down


def opened(hand: Hand) -> SchemaView:
    hand.desk.run(ACTIONS["check.schemas"].run)
    return hand.desk.window.findChildren(SchemaView)[-1]


def lines(view: SchemaView) -> list[str]:
    return [view.found.item(row).text() for row in range(view.found.count())]


def test_a_chosen_folder_shows_what_was_recognised_and_what_not(hand: Hand, tmp_path: Path) -> None:
    folder = lay_down(tmp_path / "amt")
    (folder / "kaputt.xsd").write_bytes(b"<kaputt")
    hand.desk.choosers.folder = lambda *_: folder
    view = opened(hand)
    assert view.place.text() == tr("official.view.nothing")

    view.folder_button.click()

    assert hand.desk.settings.value(SETTING) == str(folder)
    assert lines(view)[0] == "XDatenfelder 3.0.0: beginnt in xdf/haupt.xsd"
    assert lines(view)[1].startswith("Nicht benutzbar, kaputt.xsd: ")
    view.close()


def test_a_folder_without_schemas_is_said_plainly(hand: Hand, tmp_path: Path) -> None:
    hand.desk.choosers.folder = lambda *_: tmp_path
    view = opened(hand)

    view.folder_button.click()

    assert view.summary.text() == tr("official.summary.empty")
    assert lines(view) == []
    view.close()


def test_a_place_can_be_forgotten(hand: Hand, tmp_path: Path) -> None:
    hand.desk.settings.remember(SETTING, str(tmp_path / "weg"))
    view = opened(hand)
    assert tr("official.folder.gone") in view.summary.text()

    view.forget_button.click()

    assert hand.desk.settings.value(SETTING) is None
    assert not view.forget_button.isEnabled()
    view.close()
