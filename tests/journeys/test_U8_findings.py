"""U8: every line of the findings has what, why, and a button or the reason why there is none; four
of five checks have a quick fix; mending leaves no new error; one cause gives one line.

All checks are gone through in the real window, on a service that is spoiled in exactly one respect.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from model.checks import CHECKS, Check, check
from model.language import missing_keys
from studio.session import Session
from tests.conftest import Bar
from tests.helpers.broken import good, spoiled
from tests.helpers.desk import Hand
from widgets.findings.line import FindingLine


def _shown(hand: Hand, key: str) -> FindingLine:
    """The spoiled service in the window, and the one line it has in the pane."""
    bench, _ = spoiled(key)
    hand.desk.filing.show(Session.new(bench.document, surroundings=hand.desk.surroundings))
    hand.sheet.check.now()
    panel = hand.desk.panes.findings
    assert panel.groups() == []
    (line,) = panel.lines()
    assert line.finding.check == key
    return line


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_U8_a_line_says_what_and_why_and_its_button_mends_without_a_new_error(
    hand: Hand, rule: Check
) -> None:
    line = _shown(hand, rule.key)
    words = [label.text() for label in line.findChildren(QLabel)]
    buttons = [b for b in line.findChildren(QPushButton) if b is not line.ask_why]

    assert " ".join(str(line.finding.what).split()) in words
    assert str(line.finding.why) in line.why.text()
    assert buttons or str(line.finding.why_not) in line.why.text()
    assert missing_keys() == frozenset()
    for button in buttons:
        assert button.text().strip()

    repair = next((r for r in line.finding.repairs if r.apply is not None), None)
    if repair is None:
        return
    hand.press(hand.button(line, str(repair.title)))
    left = check(hand.sheet.view)
    assert rule.key not in {finding.check for finding in left}
    assert [finding.what for finding in left if finding.severity == "error"] == []

    hand.desk.undo()
    assert [finding.check for finding in check(hand.sheet.view)] == [rule.key]


def test_U8_four_of_five_checks_have_a_quick_fix(bar: Bar) -> None:
    fixed = [
        rule.key
        for rule in CHECKS
        if any(repair.apply for finding in spoiled(rule.key)[1] for repair in finding.repairs)
    ]

    assert len(fixed) >= 0.8 * len(CHECKS)
    share = 100 * len(fixed) / len(CHECKS)
    bar("U8", f"{len(CHECKS)} checks, {share:.0f} % mended by one click", ">= 80 %")


def test_U8_a_sound_service_has_nothing_to_say(hand: Hand) -> None:
    document = good().document
    hand.desk.filing.show(Session.new(document, surroundings=hand.desk.surroundings))

    assert hand.sheet.check.now() == []
    assert hand.desk.panes.findings.nothing() == f"{len(CHECKS)} Prüfungen, nichts gefunden."
