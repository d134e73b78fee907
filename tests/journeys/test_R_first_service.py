"""Can a person build the reference service in the window, from nothing to a package?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from model.checks import check
from model.graph import reading_order
from model.records import Chosen, Decision, Field, FieldGroup, Flow, Start, Step
from studio.windows.exportpanel import ExportPanel
from tests.conftest import Bar
from tests.helpers.desk import Hand

GOAL = 60
"""What the bar of usability asks (U1)."""


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_U1_the_reference_service_from_an_empty_window_to_a_package(
    hand: Hand, tmp_path: Path, bar: Bar
) -> None:
    hand.press(hand.desk.sheets.start.new_button)  # type: ignore[attr-defined]

    build_pages(hand)
    build_steps(hand)
    name_the_service(hand)
    package = tmp_path / "hundesteuer.fachwerk.zip"
    export_package(hand, package)

    is_the_reference_service(hand)
    errors = [f for f in check(hand.sheet.view) if f.severity == "error"]
    assert [str(f.what) for f in errors] == []
    assert_verified(package)
    bar("U1", f"{hand.actions} actions from the empty window to the package", f"<= {GOAL}")
    assert hand.actions <= GOAL, "\n".join(hand.log)


# --------------------------------------------------------------------------------------- the form


def build_pages(hand: Hand) -> None:
    start = next(iter(hand.sheet.view.of(Start))).id
    hand.click(start)
    hand.place("page", "Ihre Angaben")
    hand.place("text", "Name")
    require(hand)
    hand.place("text", "Anschrift")
    require(hand)
    hand.place("email", "E-Mail")
    hand.place("page", "Ihr Hund")
    hand.place("choice", "Rasse")
    require(hand)
    hand.place("yesno", "Gefährlich?")
    require(hand)
    hand.place("number", "Gewicht")
    hand.place("repeated", "Weitere Hunde")
    hand.place("text", "Rufname")
    hand.place("page", "Zahlung")
    hand.unfold("fields")
    hand.place("iban", "IBAN")
    require(hand)
    hand.place("text", "Kontoinhaber")


def require(hand: Hand) -> None:
    """The row that was just placed becomes a Pflichtangabe."""
    box = next(b for b in hand.desk.panes.inspector.findChildren(QCheckBox) if b.isVisible())
    hand.press(box)
    assert box.isChecked()


# ------------------------------------------------------------------------------------ the process


def build_steps(hand: Hand) -> None:
    hand.place("office", "Antrag prüfen")
    hand.press(hand.button(hand.desk.panes.inspector, "+ Frist"))
    hand.place("decision", "Gefährlich")
    hand.place("office", "Erlaubnis prüfen")
    hand.place("office", "Steuer festsetzen")
    lead_otherwise(hand)
    hand.click(hand.named("Steuer festsetzen").id)
    hand.place("payment", "Gebühr einziehen")
    hand.press(hand.button(hand.desk.panes.inspector, "+ Gebühr"))
    hand.type("60")
    hand.place("document", "Bescheid erstellen")
    hand.place("end", "Ende")


def lead_otherwise(hand: Hand) -> None:
    """From the decision straight on to the tax, and the condition of the other way."""
    decision = hand.named("Gefährlich")
    tax = hand.canvas.selection.focus
    hand.drag(hand.handle(decision.id), hand.where(tax))
    view = hand.sheet.view
    permit = hand.named("Erlaubnis prüfen").id
    way = next(f for f in view.outgoing(decision.id) if f.target == permit)
    hand.click(decision.id)
    line = next(
        b for b in hand.desk.panes.inspector.findChildren(QWidget) if b.property("way") == way.id
    )
    hand.press(hand.button(line, "ändern"))
    hand.press(hand.button(hand.desk.panes.inspector, "Bedingung: ändern"))
    question = next(
        b
        for b in hand.desk.panes.inspector.findChildren(QComboBox)
        if b.accessibleName() == "Frage"
    )
    hand.choose(question, hand.named("Gefährlich?").id)
    hand.press(hand.button(hand.desk.panes.inspector, "Übernehmen"))


def name_the_service(hand: Hand) -> None:
    hand.canvas.setFocus()
    hand.key("Esc")
    hand.key("F4")
    hand.type("Hundesteuer", over=True)


# -------------------------------------------------------------------------------------- the result


def export_package(hand: Hand, path: Path) -> None:
    hand.wait_for_check()
    hand.press(hand.button(hand.desk.window, "Paket exportieren"))
    panel = hand.desk.window.findChild(ExportPanel)
    assert panel is not None
    panel.place.setFocus()
    hand.type(str(path), over=True)
    hand.press(panel.go)
    hand.wait_for(lambda: panel.job is not None and not panel.job.running and panel.go.isEnabled())
    assert path.is_file(), panel.outcome.text()
    panel.close()


def is_the_reference_service(hand: Hand) -> None:
    view = hand.sheet.view
    steps = [s for i in reading_order(view) if (s := view.get(i, Step)) is not None]
    fields = {f.label: f for f in view.of(Field)}
    required = {f.label for f in fields.values() if f.required}
    assert [s.name for s in steps if s.form == "page"] == ["Ihre Angaben", "Ihr Hund", "Zahlung"]
    assert required == {"Name", "Anschrift", "Rasse", "Gefährlich?", "IBAN"}
    assert len(fields) == 9
    assert [g.label for g in view.of(FieldGroup) if g.repeatable] == ["Weitere Hunde"]
    assert view.role_of(hand.named("Antrag prüfen").id).side == "office"  # type: ignore[union-attr]
    assert view.role_of(hand.named("Bescheid erstellen").id).side == "system"  # type: ignore[union-attr]
    decision = view.of(Decision)[0]
    ways = {view[f.target].name: f for f in view.outgoing(decision.id)}  # type: ignore[attr-defined]
    assert isinstance(ways["Erlaubnis prüfen"].condition, Chosen)
    assert ways["Steuer festsetzen"].default
    assert all(isinstance(f, Flow) for f in ways.values())


def assert_verified(package: Path) -> None:
    from exporters.package.verify import verify

    assert list(verify(package.read_bytes())) == []
