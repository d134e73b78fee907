"""Does each finding say where, what and why, and offer its button?"""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from model.checks import CHECKS, Finding, Repair
from model.language import say
from widgets.findings import Findings
from widgets.findings.findings import SHOWN
from widgets.look import theme
from widgets.panels.buttons import FlatButton

WHAT, WHY = say("findings.not_yet"), say("findings.why")
MEND = Repair("add_end", apply=lambda _tx: None)


def finding(number: int, severity: str = "warning", *repairs: Repair, check: str = "") -> Finding:
    key = check or f"probe{number}"
    return Finding(key, f"id{number}", WHAT, WHY, severity, repairs)  # type: ignore[arg-type]


def alike(count: int, *repairs: Repair) -> list[Finding]:
    return [finding(n, "warning", *repairs, check="dead_end") for n in range(count)]


@pytest.fixture
def panel(qtbot: QtBot) -> Findings:
    made = Findings()
    qtbot.addWidget(made)
    made.resize(800, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_errors_come_first_and_are_counted(panel: Findings) -> None:
    panel.show_findings([finding(1, "hint"), finding(2, "error"), finding(3)], str)

    assert [f.severity for f in panel.findings] == ["error", "warning", "hint"]
    counts = [label.text() for label in panel.head._counts]
    assert counts == ["Fehler 1", "Warnungen 1", "Vorschläge 1"]


def test_a_line_says_everything_to_a_screen_reader(panel: Findings) -> None:
    panel.show_findings([finding(1, "error")], lambda _: "Ihr Hund › Rasse")

    line = panel.lines()[0]

    assert line.accessibleName().startswith("Fehler: Ihr Hund › Rasse: ")
    assert line.accessibleDescription()


def test_a_click_jumps_to_the_place(panel: Findings, qtbot: QtBot) -> None:
    panel.show_findings([finding(1)], str)

    with qtbot.waitSignal(panel.jumped) as jumped:
        QTest.mouseClick(panel.lines()[0], Qt.MouseButton.LeftButton)

    assert jumped.args == ["id1"]


def test_enter_jumps_too(panel: Findings, qtbot: QtBot) -> None:
    panel.show_findings([finding(1)], str)
    panel.focus_first()

    with qtbot.waitSignal(panel.jumped):
        QTest.keyClick(panel.lines()[0], Qt.Key.Key_Return)


def test_a_button_hands_over_its_repair(panel: Findings, qtbot: QtBot) -> None:
    panel.show_findings([finding(1, "error", MEND)], str)
    button = next(
        b for b in panel.lines()[0].findChildren(QPushButton) if b.text() == "Ende einfügen"
    )

    with qtbot.waitSignal(panel.repaired) as repaired:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert repaired.args == [MEND]


def test_a_line_that_stays_hands_over_the_repair_of_the_finding_as_it_is_now(
    panel: Findings, qtbot: QtBot
) -> None:
    old, new = Repair("cite", opens="norms"), Repair("cite", opens="norms")
    panel.show_findings([finding(1, "warning", old)])
    panel.show_findings([finding(1, "warning", new)])
    button = panel.lines()[0].findChild(FlatButton)
    handed: list[Repair] = []
    panel.repaired.connect(handed.append)

    button.click()

    assert len(handed) == 1
    assert handed[0] is new


def test_lines_that_stay_keep_their_focus(panel: Findings) -> None:
    panel.show_findings([finding(1), finding(2)], str)
    kept = panel.lines()[1]

    panel.show_findings([finding(2), finding(3)], str)

    assert panel.lines()[0] is kept


def test_a_thousand_findings_build_few_lines(panel: Findings) -> None:
    panel.show_findings([finding(n) for n in range(1000)], str)

    assert len(panel.lines()) == SHOWN
    assert "940" in panel._rest.text()


def test_stepping_goes_round(panel: Findings) -> None:
    panel.show_findings([finding(1), finding(2)], str)

    walked = [panel.step(1), panel.step(1), panel.step(1), panel.step(-1)]

    assert [f.at for f in walked if f] == ["id1", "id2", "id1", "id2"]


def test_an_empty_pane_says_what_was_checked(panel: Findings) -> None:
    panel.show_findings(None)
    before = panel._empty.text()
    panel.show_findings([])

    assert before != panel._empty.text()
    assert panel._empty.text() == f"{len(CHECKS)} Prüfungen, nichts gefunden."
    assert panel.step(1) is None


def test_a_long_name_does_not_push_the_buttons_out_of_sight(panel: Findings) -> None:
    panel.show_findings([finding(1, "error", MEND)], lambda _: "x" * 400 + "\nzweite Zeile")

    line = panel.lines()[0]

    assert line.width() <= panel.width()
    for button in line.findChildren(QPushButton):
        assert button.mapTo(panel, button.rect().topRight()).x() <= panel.width()


def test_a_sentence_of_several_lines_is_not_cut(panel: Findings, qtbot: QtBot) -> None:
    long = Finding("probe", "id1", say("canvas.place.page", what="Wort " * 60), WHY, "error")
    panel.show_findings([long], lambda _: "Ort")

    line = panel.lines()[0]
    sentence = next(one for one in line.findChildren(QLabel) if "Wort" in one.text())

    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))


def test_the_pane_is_as_high_as_its_lines(panel: Findings, qtbot: QtBot) -> None:
    long = [
        Finding("probe", f"id{n}", say("canvas.place.page", what="Wort " * 9), WHY, "hint")
        for n in range(2)
    ]
    panel.show_findings([*long, *(finding(n, "error", MEND) for n in range(30))])

    lines = panel.lines()
    qtbot.waitUntil(lambda: lines[-1].y() > 0)

    assert panel._inner.height() <= lines[-1].geometry().bottom() + 40


def test_why_also_says_why_a_program_cannot_mend_it(panel: Findings) -> None:
    helpless = Finding("probe", "id1", WHAT, WHY, "error", (), say("basics.close"))

    panel.show_findings([helpless], str)

    assert panel.lines()[0].why.text() == f"{WHY} {say('basics.close')}"


# ------------------------------------------------------------------------------- many of one kind


def test_many_of_one_check_stand_under_one_line(panel: Findings) -> None:
    panel.show_findings([*alike(12), finding(99)])

    (group,) = panel.groups()
    assert [line.finding.at for line in panel.lines()] == ["id99"]
    assert group.accessibleName() == "Warnung: 12-mal: Sackgasse, eingeklappt"


def test_a_group_opens_and_shuts_and_keeps_the_focus(panel: Findings) -> None:
    panel.show_findings(alike(4))
    panel.focus_first()

    QTest.keyClick(panel.groups()[0], Qt.Key.Key_Right)
    opened = [line.finding.at for line in panel.lines()]
    assert panel.groups()[0].hasFocus()
    QTest.keyClick(panel.groups()[0], Qt.Key.Key_Left)

    assert opened == ["id0", "id1", "id2", "id3"]
    assert panel.lines() == []
    assert panel.groups()[0].hasFocus()


def test_one_button_mends_all_of_a_kind(panel: Findings, qtbot: QtBot) -> None:
    done: list[str] = []
    found = [
        finding(n, "error", Repair("add_end", partial(done.append)), check="dead_end")
        for n in range(3)
    ]
    panel.show_findings(found)
    button = panel.groups()[0].all_button
    assert button is not None
    assert button.text() == "Alle 3: Ende einfügen"

    with qtbot.waitSignal(panel.repaired) as repaired:
        button.click()
    repaired.args[0].apply({"id0", "id2"})

    assert done == [{"id0", "id2"}] * 2


def test_what_deletes_is_not_offered_for_all_at_once(panel: Findings) -> None:
    panel.show_findings(alike(3, Repair("remove_step", apply=lambda _tx: None)))

    assert panel.groups()[0].all_button is None


def test_stepping_opens_the_group_it_comes_to(panel: Findings) -> None:
    panel.show_findings(alike(3))

    stepped = panel.step(1)

    assert stepped is not None
    assert stepped.at == "id0"
    assert len(panel.lines()) == 3


# ------------------------------------------------------------------------- selection and keyboard


def test_only_what_stands_in_the_selection_is_shown_when_wanted(panel: Findings) -> None:
    holders = {"id1": ("id1", "page"), "id2": ("id2", "other")}
    panel.show_findings([finding(1), finding(2)], str, lambda i: holders[i])
    panel.show_selection(["page"])

    panel.head.only_selection.click()
    only = [line.finding.at for line in panel.lines()]
    panel.show_selection(["nothing"])
    said = panel._empty.text()
    panel.head.only_selection.click()

    assert only == ["id1"]
    assert said == "Zur Auswahl wurde nichts gefunden."
    assert [line.finding.at for line in panel.lines()] == ["id1", "id2"]
    assert panel.head._counts[1].text() == "Warnungen 2"


def test_arrows_go_from_line_to_line_and_tell_why(panel: Findings) -> None:
    panel.show_findings([finding(1), finding(2)])
    panel.focus_first()

    QTest.keyClick(panel.lines()[0], Qt.Key.Key_Down)
    second = panel.lines()[1]
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Right)

    assert second.why.isVisible()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert panel.lines()[0].hasFocus()


def test_in_large_words_the_buttons_stay_in_a_narrow_pane(
    panel: Findings, qtbot: QtBot, qapp: QApplication
) -> None:
    panel.show_findings([finding(1, "warning", MEND)], lambda _: "Erlaubnis › Neuer Hinweistext")
    theme.scale_text(qapp, 2.0)
    panel.restyle()
    panel.resize(480, 400)
    qtbot.waitUntil(lambda: panel.lines()[0].width() <= 480)

    line = panel.lines()[0]
    buttons = line.findChildren(FlatButton)
    ends = [button.mapTo(panel, button.rect().topRight()).x() for button in buttons]
    theme.scale_text(qapp, 1.0)
    panel.restyle()

    assert len(buttons) == 2
    assert max(ends) <= 480
