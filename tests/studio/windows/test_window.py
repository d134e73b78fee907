"""Does the window hold together: panes, keys, language, colours, findings, export?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from model.language import missing_keys
from model.records import Field, Flow, Step
from studio.windows.exportpanel import open_panel
from studio.windows.help import show_about, show_keys
from tests.helpers.desk import Hand
from widgets.look import theme

PANES = ("palette", "outline", "inspector", "preview", "findings")


def test_the_start_page_is_calm(hand: Hand) -> None:
    shown = [name for name in PANES if hand.desk.docks.docks[name].isVisible()]

    assert shown == []
    assert hand.desk.sheets.start.isVisible()


def test_one_click_opens_an_empty_service_with_its_lanes(hand: Hand) -> None:
    hand.press(hand.desk.sheets.start.new_button)  # type: ignore[attr-defined]

    assert hand.actions == 1
    assert all(hand.desk.docks.docks[name].isVisible() for name in PANES)
    assert len(hand.canvas.graph.lanes) == 3


# -------------------------------------------------------------------------- selection goes round


def test_a_click_on_the_canvas_is_seen_in_all_panes(at_work: Hand) -> None:
    step = next(s for s in at_work.sheet.view.of(Step) if s.form == "page")

    at_work.canvas.show_element(step.id)

    panes = at_work.desk.panes
    assert panes.inspector.record == step
    lines = panes.outline.tree.selectionModel().selectedIndexes()
    assert [panes.outline.lines.id_at(index) for index in lines] == [step.id]


def test_a_line_of_the_outline_is_selected_on_the_canvas(at_work: Hand) -> None:
    panes = at_work.desk.panes
    field = at_work.sheet.view.of(Field)[0]

    panes.outline.tree.setCurrentIndex(panes.outline.lines.index_of(field.id))

    assert at_work.canvas.selection.ids == (field.id,)
    assert panes.inspector.record == field


def test_typing_in_the_inspector_is_one_undo_step(at_work: Hand) -> None:
    step = at_work.sheet.view.of(Step)[0]
    at_work.canvas.show_element(step.id)
    before = len(at_work.sheet.session.history.done)

    at_work.desk.docks.enter("inspector")
    at_work.type("Neuer Name", over=True)
    typed = len(at_work.sheet.session.history.done)
    at_work.canvas.setFocus()
    at_work.key("Ctrl+Z")

    assert typed == before + 1
    assert at_work.sheet.view[step.id] == step


# ------------------------------------------------------------------------------------------ keys


def test_F6_walks_through_all_panes_and_back(at_work: Hand) -> None:
    docks = at_work.desk.docks
    at_work.canvas.setFocus()

    def where() -> str:
        focus = QApplication.focusWidget()
        for name, dock in docks.docks.items():
            if focus is not None and dock.isAncestorOf(focus):
                return name
        return "canvas"

    walked = []
    for _ in range(4):
        at_work.key("F6")
        walked.append(where())
    at_work.key("Shift+F6")

    assert walked[:3] == ["palette", "outline", "inspector"]
    assert where() in walked[:3]


def test_F8_goes_from_finding_to_finding(at_work: Hand) -> None:
    at_work.wait_for_check()
    findings = at_work.desk.panes.findings.findings
    at_work.canvas.setFocus()

    at_work.key("F8")
    first = at_work.canvas.selection.ids
    at_work.key("F8")
    second = at_work.canvas.selection.ids
    at_work.key("Shift+F8")

    assert first == (findings[0].at,)
    assert second == (findings[1].at,)
    assert at_work.canvas.selection.ids == first


def test_letters_in_an_editor_stay_letters(at_work: Hand) -> None:
    step = at_work.sheet.view.of(Step)[0]
    at_work.canvas.show_element(step.id)
    at_work.desk.docks.enter("inspector")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)

    at_work.type("CE", over=True)
    at_work.key("Del")

    assert line.text() == "CE"
    assert step.id in at_work.sheet.view


# -------------------------------------------------------------------------------------- findings


def test_a_repair_mends_its_finding(at_work: Hand) -> None:
    at_work.wait_for_check()
    findings = at_work.desk.panes.findings
    line = next(li for li in findings.lines() if any(r.apply for r in li.finding.repairs))
    repair = next(r for r in line.finding.repairs if r.apply)

    key = (line.finding.check, line.finding.at)

    at_work.press(at_work.button(line, str(repair.title)))

    at_work.wait_for(lambda: key not in [(f.check, f.at) for f in findings.findings])
    assert at_work.sheet.check.up_to_date


def test_why_opens_the_reason_and_nothing_else(at_work: Hand) -> None:
    at_work.wait_for_check()
    line = at_work.desk.panes.findings.lines()[0]

    at_work.press(line.ask_why)

    assert line.why.isVisible()
    assert at_work.canvas.selection.ids == ()


def test_the_status_line_promises_nothing_that_was_not_checked(at_work: Hand) -> None:
    status = at_work.status
    assert status.checked.text() == "wird geprüft …"

    at_work.wait_for_check()
    at_work.wait_for(lambda: status.checked.text() != "wird geprüft …")

    assert status.checked.text() == "geprüft: keine Fehler"
    assert status.counts.text().startswith("2 Seiten · 12 Felder")


# --------------------------------------------------------------------------- language and colours


def words_in(window: object) -> set[str]:
    labels = window.findChildren(QLabel)  # type: ignore[attr-defined]
    return {label.text() for label in labels if label.isVisible() and label.text()}


def test_the_language_changes_in_the_living_window(at_work: Hand) -> None:
    at_work.wait_for_check()
    step = at_work.sheet.view.of(Step)[0]
    at_work.canvas.show_element(step.id)

    at_work.desk.speak("en")
    QApplication.processEvents()

    menus = [menu.title() for menu in at_work.menus.menus.values()]
    shown = words_in(at_work.desk.window)
    assert menus == [*("File", "Edit", "View", "Insert", "Arrange", "Check", "Present", "Help")]
    assert {"Findings", "Description"} <= shown
    assert not {"Hinweise", "Beschreibung", "Warum?"} & shown
    assert missing_keys() == frozenset()


@pytest.mark.parametrize("wish", ["dark", "contrast", "light"])
def test_colours_change_in_the_living_window(at_work: Hand, wish: str) -> None:
    at_work.desk.wear(wish)
    QApplication.processEvents()

    assert theme.current() == wish
    assert at_work.desk.settings.value("theme") == wish
    assert at_work.desk.window.palette().window().color() == theme.look().color("panel")
    at_work.desk.wear("light")


# ----------------------------------------------------------------------------------- small windows


def test_an_export_tells_what_it_wrote(at_work: Hand, tmp_path: Path) -> None:
    panel = open_panel(at_work.desk)
    assert panel is not None
    panel.list.setCurrentRow(list(panel.targets).index("bpmn"))
    out = tmp_path / "aus.bpmn"
    panel.place.setText(str(out))

    at_work.press(panel.go)
    at_work.wait_for(panel.go.isEnabled)

    assert out.is_file()
    assert "aus.bpmn" in panel.outcome.text()
    assert at_work.desk.notice.isVisible()
    panel.close()


def test_a_cancelled_export_writes_nothing(at_work: Hand, tmp_path: Path) -> None:
    panel = open_panel(at_work.desk)
    assert panel is not None
    out = tmp_path / "nie.fachwerk.zip"
    panel.place.setText(str(out))

    panel.start()
    panel.cancel()
    assert panel.job is not None
    panel.job.wait()
    QApplication.processEvents()

    assert not out.exists()
    panel.close()


def test_the_sheet_of_keys_names_every_shortcut(at_work: Hand) -> None:
    dialog = show_keys(at_work.desk)

    shown = words_in(dialog)

    assert {"Rückgängig", "Strg+Z", "Nächster Hinweis", "F8"} <= shown
    dialog.close()


def test_about_says_that_nothing_is_sent(at_work: Hand) -> None:
    dialog = show_about(at_work.desk)

    assert any("sendet nichts" in words for words in words_in(dialog))
    dialog.close()


def test_the_arrangement_is_remembered(at_work: Hand) -> None:
    at_work.desk.docks.toggle("preview")

    at_work.desk.window.may_close()

    assert "preview" in at_work.desk.settings.value("arrangement")["hidden"]


def test_every_control_has_a_name_for_a_screen_reader(at_work: Hand) -> None:
    at_work.wait_for_check()
    window = at_work.desk.window
    for record in (
        *at_work.sheet.view.of(Field)[:3],
        *at_work.sheet.view.of(Step),
        *at_work.sheet.view.of(Flow)[:4],
    ):
        at_work.canvas.show_element(record.id)
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
            for control in window.findChildren(kind):
                own = not control.objectName().startswith("qt_")
                if control.isVisible() and own and not isinstance(control.parent(), QComboBox):
                    named = control.accessibleName() or getattr(control, "text", str)()
                    assert named, (record.kind, control, control.parent())
