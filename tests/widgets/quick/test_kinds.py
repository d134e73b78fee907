"""Can a thing be turned into another kind by R, and is it said what would go?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands import place_field
from model.grammar.become import kind_now
from model.language import say
from model.records import Field, Step, SubProcess
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.quick import quick

K = Qt.Key


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def titles(canvas: Canvas) -> list[str]:
    return [str(offer.title) for offer in canvas.quick.box.offers.offers]


def test_r_lists_only_what_may_be_and_marks_what_it_is(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    press(K.Key_R)

    now = [str(offer.title) for offer in canvas.quick.box.offers.offers if offer.now]
    assert now == ["Bearbeitungsschritt"]
    assert "Seite des Antrags" not in titles(canvas)
    assert "Teilprozess" in titles(canvas)
    row = canvas.quick.box.list.currentIndex().row()
    assert titles(canvas)[row] == "Bearbeitungsschritt"


def test_typing_narrows_and_enter_changes_in_one_step(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.end,))
    before = len(canvas.history.done)  # type: ignore[union-attr]

    press(K.Key_R, K.Key_T, K.Key_E, K.Key_I, K.Key_L, K.Key_Return)

    changed = service.document.snapshot()[service.end]
    assert isinstance(changed, SubProcess)
    assert changed.name == "Ausweis erteilt"
    assert canvas.graph.nodes[service.end].shape_name == "subprocess"
    assert len(canvas.history.done) == before + 1  # type: ignore[union-attr]
    canvas.history.undo()  # type: ignore[union-attr]
    assert canvas.graph.nodes[service.end].shape_name == "end"


def test_what_would_go_is_said_before(
    canvas: Canvas, service: Parking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def no(_parent: object, _question: object, lines: object, _confirm: object) -> bool:
        asked.append([str(line) for line in lines])  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(quick, "ask", no)
    with service.document.transaction(say("undo.test")) as tx:
        place_field(tx, "yesno", service.check, label="Vollständig?")
    canvas.select((service.check,))

    canvas.change_kind()
    canvas.quick.box.line.setText("Registerabfrage")
    press(K.Key_Return)

    assert asked == [["Feld „Vollständig?“"]]
    assert service.document.snapshot().the(service.check, Step).form == "office"


def test_a_choice_of_many_turns_into_one_answer(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.test")) as tx:
        row = place_field(tx, "multi", service.details, label="Farben").id
    canvas.select((row,))

    press(K.Key_R)
    place = titles(canvas).index("Auf eine Antwort umstellen")
    canvas.quick.box.list.setCurrentIndex(canvas.quick.box.offers.index(place))
    press(K.Key_Return)

    field = service.document.snapshot().the(row, Field)
    assert field.choices == "one"
    assert len(service.document.snapshot().options(row)) == 2


def test_what_has_no_other_kind_says_so(canvas: Canvas, service: Parking) -> None:
    refused: list[object] = []
    canvas.refused.connect(refused.append)
    canvas.select((service.start,))

    press(K.Key_R)

    assert not canvas.quick.box.is_open
    assert [str(one) for one in refused] == ["Dafür gibt es keine andere Art."]


def test_the_kind_it_is_already_changes_nothing(canvas: Canvas, service: Parking) -> None:
    before = service.document.snapshot()
    canvas.select((service.vehicle,))

    press(K.Key_R, K.Key_Return)

    assert service.document.snapshot() is before
    assert kind_now(before, before[service.vehicle]) == "page"
