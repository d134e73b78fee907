"""Is every building block found, dragged and armed without a drag?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.grammar import TEMPLATES
from tests.helpers.speaking import speaking
from widgets.palette import MIME, Palette
from widgets.palette.rows import GROUPS, rows


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    made = Palette()
    qtbot.addWidget(made)
    made.resize(240, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def keys(search: str = "", unfolded: frozenset[str] = frozenset()) -> list[str]:
    return [row.template.key for row in rows(search, unfolded) if row.template]


def test_every_template_is_reached_by_unfolding() -> None:
    assert sorted(keys(unfolded=frozenset(GROUPS))) == sorted(TEMPLATES)


@pytest.mark.parametrize(
    ("search", "expected"),
    [("iban", "iban"), ("frist", "timer"), ("gateway", "decision"), ("benutzeraufgabe", "page")],
)
def test_the_search_knows_office_words_and_terms_of_standards(search: str, expected: str) -> None:
    assert expected in keys(search)


def test_the_search_finds_english_words_after_the_switch() -> None:
    with speaking("en"):
        assert "decision" in keys("decision")


def test_an_empty_group_has_no_title() -> None:
    found = rows("iban", frozenset())

    assert [row.group for row in found if row.template is None] == ["fields"]


def test_a_click_arms_placing(palette: Palette, qtbot: QtBot) -> None:
    place = palette.list.visualRect(palette.list.index_of("page")).center()

    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == ["page"]


def test_enter_arms_placing(palette: Palette, qtbot: QtBot) -> None:
    palette.list.setCurrentIndex(palette.list.index_of("date"))

    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.list, Qt.Key.Key_Return)

    assert chosen.args == ["date"]


def test_typing_and_enter_takes_the_first_block_found(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.search, "iban")

    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.search, Qt.Key.Key_Return)

    assert chosen.args == ["iban"]


def test_what_is_dragged_carries_the_key_of_its_template(palette: Palette) -> None:
    index = palette.list.index_of("yesno")

    data = palette.list.rows.mimeData([index])

    assert bytes(data.data(MIME).data()) == b"yesno"
    assert palette.list.rows.flags(index) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_title_folds_the_rarer_blocks_in_and_out(palette: Palette) -> None:
    assert not palette.list.index_of("iban").isValid()
    title = palette.list.visualRect(palette.list.rows.index(0)).center()

    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=title)
    opened = palette.list.index_of("iban").isValid()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=title)

    assert (opened, palette.list.index_of("iban").isValid()) == (True, False)


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_block_is_cut(palette: Palette, language: str) -> None:
    with speaking(language):
        metrics = palette.list.fontMetrics()
        widest = max(metrics.horizontalAdvance(str(t.title)) for t in TEMPLATES.values())

    assert widest <= 224 - 14 - 12 - 42  # dock, margins, scroll bar, sign
