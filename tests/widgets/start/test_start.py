"""Is everything on the start page one click away?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.speaking import speaking
from widgets.start import RecentFile, SampleCard, StartPage, Unsaved

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked() -> list[str]:
    """Names of the samples whose picture was asked for."""
    return []


@pytest.fixture
def page(qtbot: QtBot, asked: list[str]) -> StartPage:
    def picture(name: str) -> QPixmap | None:
        asked.append(name)
        return None

    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.furnish(
        [SampleCard("hund", "Hund", "Verzweigung", lambda: picture("hund"))],
        [RecentFile("/a/b.fachwerk", "b", "/a")],
        [Unsaved("k1", "„Hund“ war nicht gesichert."), Unsaved("k2", "„Katze“ auch nicht.")],
    )
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("new_button", "new_wanted"),
        ("open_button", "open_wanted"),
        ("import_button", "import_wanted"),
    ],
)
def test_each_beginning_is_one_click(
    page: StartPage, qtbot: QtBot, button: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.mouseClick(getattr(page, button), LEFT)


def test_samples_and_recent_files_are_one_click_too(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_wanted) as sample:
        QTest.mouseClick(page.samples[0], LEFT)
    with qtbot.waitSignal(page.recent_wanted) as recent:
        QTest.keyClick(page.recent[0], Qt.Key.Key_Space)

    assert (sample.args, recent.args) == (["hund"], ["/a/b.fachwerk"])


def test_pictures_are_drawn_when_they_are_seen(page: StartPage, asked: list[str]) -> None:
    page.grab()

    assert asked == ["hund"]


def test_unsaved_work_is_offered_on_top(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.recover_wanted) as wanted:
        QTest.mouseClick(page.banners[1].recover, LEFT)
    page.settled("k2")

    assert wanted.args == ["k2"]
    assert [b.accessibleName() for b in page.banners] == ["„Hund“ war nicht gesichert."]


def test_later_hides_and_discards_nothing(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.discard_wanted):
        QTest.mouseClick(page.banners[0].wait, LEFT)

    assert not page.banners[0].isVisible()


def test_it_speaks_the_language_of_the_moment(page: StartPage) -> None:
    with speaking("en"):
        page.retranslate()
        assert page.new_button.text() == "Empty service"
