"""Is everything a run says in the pane a way to do something?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.play import Course, Line, Offer, Place, PlayPanel

LINES = tuple(
    Line(f"Schritt {n}", "weil es so ist" if n == 1 else "", f"n{n}", n) for n in range(3)
)
COURSE = Course(
    stands=(Place("„Prüfen“ ist zu erledigen.", "n3"),),
    offers=(Offer("Erledigen", "ok", True), Offer("Nachricht trifft ein: Antwort")),
    troubles=(Place("Ein Weg fehlt.", "n2"),),
    lines=LINES,
    step=2,
)


@pytest.fixture
def panel(qtbot: QtBot) -> PlayPanel:
    panel = PlayPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show_course(COURSE)
    panel.show()
    return panel


def test_offers_are_buttons_and_say_their_number(panel: PlayPanel) -> None:
    taken: list[int] = []
    panel.offered.connect(taken.append)

    for button in panel.buttons():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [button.accessibleName() for button in panel.buttons()] == [
        "Erledigen",
        "Nachricht trifft ein: Antwort",
    ]
    assert taken == [0, 1]


def test_a_line_of_the_log_leads_to_its_element_and_back_to_its_moment(panel: PlayPanel) -> None:
    jumped: list[str] = []
    steps: list[int] = []
    panel.jumped.connect(jumped.append)
    panel.returned.connect(steps.append)
    panel.log.setFocus()
    index = panel.log.rows.index(1)

    at = panel.log.visualRect(index).center()
    QTest.mouseClick(panel.log.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClick(panel.log, Qt.Key.Key_Return)
    QTest.mouseClick(panel.back_here, Qt.MouseButton.LeftButton)

    assert jumped == ["n1"]
    assert steps == [1, 1]


def test_a_longer_log_keeps_the_lines_that_are_there(panel: PlayPanel) -> None:
    kept = panel.log.rows
    removed: list[int] = []
    kept.rowsRemoved.connect(lambda _parent, first, _last: removed.append(first))

    panel.show_course(Course(COURSE.stands, lines=(*LINES, Line("mehr", step=3)), step=3))
    panel.show_course(Course(COURSE.stands, lines=LINES[:2], step=1))

    assert removed == [2]
    assert kept.rowCount() == 2


def test_lines_with_a_reason_are_higher_and_nothing_is_wider_than_the_pane(
    panel: PlayPanel,
) -> None:
    rows = [panel.log.visualRect(panel.log.rows.index(n)) for n in range(3)]

    assert rows[1].height() > rows[0].height()
    assert all(row.width() <= panel.log.viewport().width() for row in rows)


def test_the_log_is_spoken_with_its_reasons(panel: PlayPanel) -> None:
    spoken = panel.log.rows.data(panel.log.rows.index(1), Qt.ItemDataRole.AccessibleTextRole)

    assert "Schritt 1" in spoken
    assert "weil es so ist" in spoken


def test_with_nothing_played_the_pane_says_how_to_begin(panel: PlayPanel) -> None:
    panel.show_course(None)

    assert not panel.log.isVisible()
    assert panel.course is None
