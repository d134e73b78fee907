"""Do the example citizens keep up with the service in the real window?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.commands import remove
from model.language import missing_keys, say
from model.play.changed import cases_of
from model.records import ExampleCase, Start, Step, TariffRow
from studio.actions import ACTIONS
from tests.helpers.desk import Hand
from widgets.cases import CasesPanel
from widgets.panels.buttons import FlatButton


def panel(hand: Hand) -> CasesPanel:
    return hand.desk.panes.cases


def words(hand: Hand) -> dict[str, str]:
    """Name of a case -> its word in the list."""
    return {line.name: line.words for line in panel(hand).rows.lines}


def case(hand: Hand, name: str) -> ExampleCase:
    return next(one for one in cases_of(hand.sheet.view) if one.name == name)


def dearer(hand: Hand, label: str = "Erster Hund") -> None:
    """An amount of the tariff is raised by ten Euro, and the checks are through."""
    row = next(row for row in hand.sheet.view.of(TariffRow) if row.label == label)
    raised = row.amount + 10
    hand.desk.change(say("undo.test"), lambda tx: tx.alter(row.id, amount=raised))
    hand.sheet.check.now()


def told(hand: Hand) -> FlatButton:
    """What the status bar says of those who are treated differently."""
    bar = hand.desk.window.statusBar()
    return next(b for b in bar.findChildren(FlatButton) if b.sign == "warning")


def test_all_cases_of_a_sample_stand_there_with_a_word_and_a_sum(at_cases: Hand) -> None:
    assert set(words(at_cases).values()) == {"stimmt"}
    assert at_cases.desk.docks.titles["cases"].text() == "Beispielfälle · 12 von 12 stimmen"


def test_a_dearer_fee_is_told_with_names_and_amounts_and_undo_turns_it_back(
    at_cases: Hand,
) -> None:
    dearer(at_cases)

    assert "5 Beispielfälle werden jetzt anders behandelt" in at_cases.sheet.notice.text
    assert "bisher 90,00 Euro, jetzt 100,00 Euro" in at_cases.sheet.notice.text
    assert told(at_cases).text() == "5 Beispielfälle werden jetzt anders behandelt"
    assert words(at_cases)["Vier Dackel"] == "weicht ab: Gebühr"

    at_cases.desk.undo()
    at_cases.sheet.check.now()

    assert set(words(at_cases).values()) == {"stimmt"}
    assert at_cases.sheet.notice.isHidden()
    assert told(at_cases).isHidden()


def test_what_was_told_is_told_again_in_another_language(at_cases: Hand) -> None:
    dearer(at_cases)

    at_cases.desk.speak("en")

    assert "so far 90.00 euros, now 100.00 euros" in at_cases.sheet.notice.text
    assert told(at_cases).text() == "5 example cases are now treated differently"
    assert at_cases.desk.docks.titles["cases"].text() == "Example cases · 7 of 12 agree"
    assert missing_keys() <= {"undo.test"}


def test_the_status_bar_leads_to_those_who_are_treated_differently(at_cases: Hand) -> None:
    at_cases.desk.docks.toggle("cases")
    dearer(at_cases)

    at_cases.press(told(at_cases))

    assert at_cases.desk.docks.is_shown("cases")
    names = {at_cases.sheet.view.the(one, ExampleCase).name for one in panel(at_cases).chosen}
    assert len(names) == 5
    assert "Vier Dackel" in names


def test_another_text_of_help_treats_nobody_differently(at_cases: Hand) -> None:
    page = at_cases.sheet.view.of(Step)[0]
    known = panel(at_cases).known

    at_cases.desk.change(say("undo.test"), lambda tx: tx.alter(page.id, name="Anders"))
    at_cases.sheet.check.now()

    assert at_cases.sheet.notice.isHidden()
    assert panel(at_cases).known is not None
    assert set(words(at_cases).values()) == {"stimmt"}
    assert known is not None


def test_taking_over_what_came_out_is_one_step_for_all_chosen(at_cases: Hand) -> None:
    dearer(at_cases)
    at_cases.press(told(at_cases))

    at_cases.desk.run(ACTIONS["cases.expect"].run)
    at_cases.sheet.check.now()

    assert set(words(at_cases).values()) == {"stimmt"}
    assert case(at_cases, "Vier Dackel").expected_fee == Decimal(640)
    assert told(at_cases).isHidden()
    assert at_cases.sheet.notice.isHidden()
    at_cases.desk.undo()
    assert case(at_cases, "Vier Dackel").expected_fee == Decimal(630)


def test_a_finding_of_a_case_leads_into_the_pane_and_mends_it(at_cases: Hand) -> None:
    dearer(at_cases, "Jeder weitere Hund")
    found = [f for f in at_cases.sheet.check.findings or () if f.check == "example_differs"]
    assert [f.at for f in found] == [case(at_cases, "Vier Dackel").id]
    panel(at_cases).choose([cases_of(at_cases.sheet.view)[0].id])

    at_cases.desk.panes.jump(found[0].at)
    assert panel(at_cases).chosen == [found[0].at]
    at_cases.desk.panes.findings.show_findings(found)
    at_cases.desk.repair(found[0].repairs[0])
    at_cases.sheet.check.now()

    assert words(at_cases)["Vier Dackel"] == "stimmt"


def test_a_new_case_asks_for_its_name_and_can_be_answered(at_cases: Hand) -> None:
    at_cases.desk.run(ACTIONS["cases.new"].run)

    made = cases_of(at_cases.sheet.view)[-1]
    assert panel(at_cases).chosen == [made.id]
    assert panel(at_cases).answers.isVisible()
    field = next(iter(panel(at_cases).answers.controls))
    panel(at_cases).answers.controls[field].parts[0].click()  # type: ignore[attr-defined]
    answers = at_cases.sheet.view.the(made.id, ExampleCase).answers
    assert [(a.field, a.value) for a in answers] == [(field[0], "frau")]


def test_a_case_is_renamed_duplicated_and_deleted_from_the_keyboard(at_cases: Hand) -> None:
    first = cases_of(at_cases.sheet.view)[0]
    panel(at_cases).choose([first.id])

    at_cases.desk.run(ACTIONS["cases.duplicate"].run)
    copy = cases_of(at_cases.sheet.view)[-1]
    assert (copy.name, panel(at_cases).chosen) == (f"{first.name} (Kopie)", [copy.id])

    panel(at_cases).rows.setData(panel(at_cases).list.currentIndex(), "Zweiter Fall")
    assert at_cases.sheet.view.the(copy.id, ExampleCase).name == "Zweiter Fall"

    QTest.keyClick(panel(at_cases).list, Qt.Key.Key_Delete)
    assert copy.id not in at_cases.sheet.view
    assert panel(at_cases).chosen != []


def test_two_cases_are_compared_and_one_alone_says_why_not(at_cases: Hand) -> None:
    cases = cases_of(at_cases.sheet.view)
    panel(at_cases).choose([cases[0].id])
    at_cases.desk.run(ACTIONS["cases.compare"].run)
    assert "genau zwei Beispielfälle" in at_cases.desk.notice.text

    panel(at_cases).choose([cases[0].id, cases[1].id])
    at_cases.desk.run(ACTIONS["cases.compare"].run)

    assert panel(at_cases).comparing.isVisible()


def test_what_nobody_reaches_is_hatched_and_said_and_the_switch_takes_it_away(
    at_cases: Hand,
) -> None:
    gone = [one.id for one in cases_of(at_cases.sheet.view) if "Rottweiler" in one.name]
    at_cases.desk.change(say("undo.test"), lambda tx: remove(tx, gone))

    at_cases.desk.run(ACTIONS["cases.untouched"].run)
    assert panel(at_cases).unreached.isVisible()
    left = panel(at_cases).left
    assert left is not None
    names = {at_cases.sheet.view[node].name for node in left.nodes}  # type: ignore[attr-defined]
    assert {"Erlaubnis prüfen", "Haltung nicht erlaubt"} <= names

    at_cases.desk.run(ACTIONS["cases.untouched"].run)
    assert panel(at_cases).left is None
    assert panel(at_cases).result.isVisible()


def test_cases_for_all_ways_fill_what_nobody_reaches(at_cases: Hand) -> None:
    gone = [one.id for one in cases_of(at_cases.sheet.view) if "Rottweiler" in one.name]
    at_cases.desk.change(say("undo.test"), lambda tx: remove(tx, gone))
    left = len(cases_of(at_cases.sheet.view))

    at_cases.desk.run(ACTIONS["cases.cover"].run)
    at_cases.qtbot.waitUntil(lambda: len(cases_of(at_cases.sheet.view)) > left, timeout=60_000)

    assert "erzeugt. Alle Wege sind berührt." in at_cases.desk.notice.text
    assert set(words(at_cases).values()) == {"stimmt"}
    at_cases.desk.undo()
    assert len(cases_of(at_cases.sheet.view)) == left


def test_a_search_is_given_up_when_the_document_is_closed(at_cases: Hand) -> None:
    at_cases.desk.run(ACTIONS["cases.cover"].run)

    at_cases.desk.filing.open_sample("liegenschaftskarte")

    assert "erzeugt" not in at_cases.desk.notice.text
    assert len(cases_of(at_cases.desk.sheets.all[0].view)) == 12


def test_without_start_there_is_nothing_to_make_and_it_says_so(at_cases: Hand) -> None:
    starts = [start.id for start in at_cases.sheet.view.of(Start)]
    at_cases.desk.change(say("undo.test"), lambda tx: remove(tx, starts))

    at_cases.desk.run(ACTIONS["cases.cover"].run)

    assert "Es gibt nichts zu erzeugen" in at_cases.desk.notice.text


def test_a_case_goes_the_way_on_the_canvas_and_the_run_can_be_kept(at_cases: Hand) -> None:
    first = cases_of(at_cases.sheet.view)[0]
    panel(at_cases).choose([first.id])
    rehearsal: Any = at_cases.desk.rehearsal

    at_cases.desk.run(ACTIONS["cases.play"].run)
    assert rehearsal.walk_of(at_cases.sheet) is not None
    at_cases.desk.run(ACTIONS["cases.keep"].run)

    assert len(cases_of(at_cases.sheet.view)) == 13
    assert panel(at_cases).chosen == [cases_of(at_cases.sheet.view)[-1].id]
    rehearsal.leave(at_cases.sheet)


def test_nothing_is_kept_while_nothing_is_played_and_it_says_so(at_cases: Hand) -> None:
    at_cases.desk.run(ACTIONS["cases.keep"].run)

    assert "F5" in at_cases.desk.notice.text


def test_the_fee_that_is_expected_is_written_as_people_write_it(at_cases: Hand) -> None:
    first = cases_of(at_cases.sheet.view)[0]
    panel(at_cases).choose([first.id])
    line = panel(at_cases).result.expected.lines["fee"]

    line.setText("1.090,50 €")
    line.setModified(True)
    line.editingFinished.emit()
    assert at_cases.sheet.view.the(first.id, ExampleCase).expected_fee == Decimal("1090.50")

    line.setText("viel")
    line.setModified(True)
    line.editingFinished.emit()
    assert "„viel“ ist kein Betrag" in at_cases.desk.notice.text
    assert at_cases.sheet.view.the(first.id, ExampleCase).expected_fee == Decimal("1090.50")


def test_another_document_brings_its_own_cases_to_the_front(at_cases: Hand) -> None:
    at_cases.desk.filing.open_sample("liegenschaftskarte")
    at_cases.wait_for_check()

    assert "Karte für den Bauantrag" in words(at_cases)
    at_cases.desk.sheets.show(at_cases.desk.sheets.all[0])
    assert "Vier Dackel" in words(at_cases)
