"""Do findings in the real window lead to their place, and does one step mend all of a kind?"""

from __future__ import annotations

import pytest

from model.behaviors import open_document
from model.commands import rename
from model.document import Transaction
from model.records import Field
from model.storage.write import to_bytes
from studio.actions import ACTIONS
from studio.session import Session
from tests.helpers.broken import good
from tests.helpers.desk import Hand


@pytest.fixture
def untidy(hand: Hand) -> Hand:
    """A sound service with four fields whose names end in a colon, and one without a law."""
    bench = good()

    def spoil(tx: Transaction) -> None:
        for number, field in enumerate(tx.of(Field)):
            rename(tx, field.id, f"Frage {number}:")
        for field in tx.of(Field):
            for letter in "ab":
                copy = field.replaced(id=field.id + letter, label=f"Mehr {field.id}{letter}:")
                tx.add(copy)
        tx.alter(tx.service.id, office="")

    bench.do(spoil)
    document = open_document(list(bench.view))
    hand.desk.filing.show(Session.new(document, surroundings=hand.desk.surroundings))
    hand.wait_for_check()
    return hand


def _colons(hand: Hand) -> list[str]:
    return [field.label for field in hand.sheet.view.of(Field) if field.label.endswith(":")]


def test_all_of_a_kind_are_mended_and_undone_in_one_step(untidy: Hand) -> None:
    before = to_bytes(untidy.sheet.view)
    findings = untidy.desk.panes.findings
    group = next(line for line in findings.groups() if line.bundle.check == "stray_signs")
    assert group.all_button is not None

    untidy.press(group.all_button)
    assert _colons(untidy) == []
    untidy.desk.undo()

    assert len(_colons(untidy)) == 6
    assert to_bytes(untidy.sheet.view) == before


def test_the_menu_mends_the_kind_in_front_too(untidy: Hand) -> None:
    findings = untidy.desk.panes.findings
    while findings.step(1).check != "stray_signs":  # type: ignore[union-attr]
        pass

    untidy.desk.mend_alike()

    assert _colons(untidy) == []


def test_what_cannot_be_mended_at_once_is_said(untidy: Hand) -> None:
    findings = untidy.desk.panes.findings
    while findings.step(1).check != "no_office":  # type: ignore[union-attr]
        pass
    before = to_bytes(untidy.sheet.view)

    untidy.desk.mend_alike()

    assert untidy.desk.notice.isVisible()
    assert to_bytes(untidy.sheet.view) == before


def test_only_the_selection_is_a_switch_in_the_menu_too(untidy: Hand) -> None:
    findings = untidy.desk.panes.findings
    field = untidy.sheet.view.of(Field)[0]
    untidy.canvas.show_element(field.id)

    ACTIONS["check.only_selection"].run(untidy.desk)

    assert {finding.at for finding in findings.findings} == {field.id}
    assert len(findings.all) > len(findings.findings)
