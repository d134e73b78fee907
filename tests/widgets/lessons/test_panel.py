"""Can a script be written, arranged and taken back in its pane, by mouse and by keys?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.commands import set_stop
from model.document import History
from model.language import use
from model.records import Goal, Stop
from tests.helpers.building import Bench
from widgets.lessons import ScriptPanel


@pytest.fixture
def bench() -> Bench:
    made = Bench()
    for name in "ABC":
        made.do(set_stop, name=name, text=f"Text {name}")
    return made


@pytest.fixture
def panel(qtbot: QtBot, bench: Bench) -> ScriptPanel:
    shown = ScriptPanel()
    qtbot.addWidget(shown)
    shown.open(bench.document, History(bench.document))
    shown.resize(340, 600)
    shown.show()
    return shown


def names(bench: Bench) -> list[str]:
    return [stop.name for stop in bench.view.ordered(Stop)]


def test_a_drag_puts_a_stop_elsewhere(panel: ScriptPanel, bench: Bench) -> None:
    data = panel.rows.mimeData([panel.rows.index(0)])

    panel.rows.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())

    assert names(bench) == ["B", "C", "A"]
    assert panel.rows.stops[2].name == "A"


def test_alt_and_arrows_do_the_same_and_the_stop_stays_chosen(
    panel: ScriptPanel, bench: Bench
) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.rows.index(2))

    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert names(bench) == ["A", "C", "B"]
    assert bench.view.the(panel.chosen, Stop).name == "C"


def test_a_title_is_edited_in_place_in_the_language_in_use(
    panel: ScriptPanel, bench: Bench
) -> None:
    panel.rows.setData(panel.rows.index(1), "Neu")
    use("en", {})
    panel.rows.setData(panel.rows.index(1), "New")

    assert names(bench) == ["A", "Neu", "C"]
    assert panel.rows.stops[1].name == "New"
    assert not panel.rows.setData(panel.rows.index(1), "  ")


def test_typing_a_text_is_one_undo_step_and_deleting_comes_back(
    panel: ScriptPanel, bench: Bench
) -> None:
    history = panel.editing.history
    assert history is not None
    before = bench.view
    panel.list.setCurrentIndex(panel.rows.index(0))
    QTest.keyClicks(panel.form.texts["text"], "abc")
    assert bench.view.the(panel.chosen, Stop).text.endswith("Text A")

    panel.remove()
    assert names(bench) == ["B", "C"]
    history.undo()
    history.undo()

    assert bench.view == before


def test_the_task_is_told_in_sentences(panel: ScriptPanel, bench: Bench) -> None:
    stop = panel.chosen
    goals = (Goal(asks="ends"), Goal(asks="required", at_name="Name"))

    bench.do(lambda tx: tx.alter(stop, goals=goals))

    words = panel.form.task.text()
    assert "Der Ablauf kommt zu einem Ende" in words
    assert "„Name“ ist eine Pflichtangabe" in words
    assert panel.form.texts["hint"].isVisible()


def test_an_empty_script_says_how_to_begin(qtbot: QtBot) -> None:
    bench = Bench()
    panel = ScriptPanel()
    qtbot.addWidget(panel)

    panel.open(bench.document)

    assert not panel.show_button.isEnabled()
    assert panel.set_button.isEnabled()
    with qtbot.waitSignal(panel.wanted) as heard:
        panel.set_button.click()
    assert heard.args == ["set"]
    panel.open(None)
    assert not panel.set_button.isEnabled()
