"""Can everything be done without a mouse?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.records import Step
from tests.helpers.parking import Parking
from widgets.basics import labels
from widgets.canvas import Canvas, deeds

K = Qt.Key
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(canvas: Canvas, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(canvas, key, held or Qt.KeyboardModifier.NoModifier)


def test_arrows_walk_the_graph_and_enter_goes_into_the_rows(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.start,))

    press(canvas, K.Key_Right, K.Key_Right)
    assert canvas.selection.focus == service.vehicle

    press(canvas, K.Key_Return, K.Key_Down)
    assert canvas.selection.focus == service.yes

    press(canvas, K.Key_Escape)
    assert canvas.selection.focus == service.vehicle


def test_alt_and_arrows_move_a_card_and_a_row(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    before = canvas.graph.nodes[service.check].box.x()
    press(canvas, K.Key_Right, held=ALT)
    assert canvas.graph.nodes[service.check].box.x() == before + 10

    press(canvas, K.Key_Right, held=ALT | SHIFT)
    assert canvas.graph.nodes[service.check].box.x() == before + 11

    canvas.select((service.street,))
    press(canvas, K.Key_Up, held=ALT)
    rows = [row.id for row in service.document.snapshot().rows(service.details)]
    assert rows == [service.street, service.name]


def test_c_and_arrows_and_enter_connect(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.proof,))
    hints: list[object] = []
    canvas.hinted.connect(hints.append)

    press(canvas, K.Key_C)
    assert canvas.tool.busy
    assert str(hints[0]).startswith("Ziel anklicken")
    press(canvas, K.Key_Left)
    assert canvas.above.ghost is not None
    press(canvas, K.Key_Down, K.Key_Return)

    flows = service.document.snapshot().outgoing(service.proof)
    assert [flow.target for flow in flows] == [service.check]
    assert canvas.selection.focus == flows[0].id
    assert hints[-1] is None


def test_c_on_an_answer_makes_a_condition(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.no,))

    press(canvas, K.Key_C, K.Key_Right, K.Key_Return)

    ways = service.document.snapshot().outgoing(service.vehicle)
    assert {flow.target for flow in ways} == {service.check, service.proof}
    assert any(flow.condition is not None for flow in ways)


def test_escape_ends_connecting_without_a_trace(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.proof,))
    press(canvas, K.Key_C, K.Key_Down, K.Key_Escape)

    assert not canvas.tool.busy
    assert canvas.above.ghost is None
    assert not service.document.snapshot().outgoing(service.proof)


def test_an_armed_template_is_placed_by_keys(canvas: Canvas, service: Parking) -> None:
    canvas.select(())
    canvas.place_template("office")

    press(canvas, K.Key_Right, K.Key_Down, K.Key_Return)

    assert isinstance(service.document.snapshot()[canvas.selection.focus], Step)
    assert not canvas.tool.busy


def test_f2_renames_and_the_focus_returns(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    press(canvas, K.Key_F2)
    canvas.name_line.setText("Antrag genau prüfen")
    QTest.keyClick(canvas.name_line, K.Key_Return)

    assert service.document.snapshot().the(service.check, Step).name == "Antrag genau prüfen"
    assert canvas.hasFocus()
    assert canvas.selection.focus == service.check


def test_escape_in_the_line_keeps_the_name(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    press(canvas, K.Key_E)
    canvas.name_line.setText("x")

    QTest.keyClick(canvas.name_line, K.Key_Escape)

    assert service.document.snapshot().the(service.check, Step).name == "Antrag prüfen"


def test_letters_act_only_with_one_chosen(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check, service.proof))

    press(canvas, K.Key_E, K.Key_C, K.Key_X)

    assert not canvas.name_line.is_open
    assert not canvas.tool.busy


def test_delete_gives_the_focus_to_what_led_there(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.end,))

    press(canvas, K.Key_Delete)

    assert service.end not in service.document.snapshot()
    assert service.end not in canvas.graph.nodes
    assert canvas.selection.ids == (service.check,)


def test_ctrl_delete_leads_the_way_on(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    press(canvas, K.Key_Delete, held=CTRL)

    ways = service.document.snapshot().outgoing(service.vehicle)
    assert [flow.target for flow in ways] == [service.end]


@pytest.mark.parametrize("agreed", [True, False])
def test_consequences_elsewhere_are_said_before_deleting(
    canvas: Canvas, service: Parking, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    said: list[str] = []

    def answer(_parent: object, question: object, lines: list[object], _yes: object) -> bool:
        said.extend([str(question), *(str(line) for line in lines)])
        return agreed

    monkeypatch.setattr(deeds, "ask", answer)
    canvas.select((service.street,))
    press(canvas, K.Key_Delete)

    assert said == [
        "Feld „Hauptwohnsitz“ löschen? Das ändert auch anderes:",
        "„Antrag prüfen“ liest „Hauptwohnsitz“ nicht mehr",
    ]
    assert (service.street in service.document.snapshot()) is not agreed


def test_a_deletion_without_consequences_asks_nothing(
    canvas: Canvas, service: Parking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "ask", lambda *_args: pytest.fail("asked"))
    canvas.select((service.name,))

    press(canvas, K.Key_Delete)

    assert service.name not in service.document.snapshot()
    assert canvas.selection.focus == service.details


def test_tab_goes_in_reading_order_and_leaves_at_the_end(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.start,))

    assert canvas.focusNextPrevChild(True)
    assert canvas.selection.focus == service.details

    canvas.select((service.proof,))
    assert not canvas._keys.tab(1)


def test_the_focus_ring_can_be_seen(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    canvas.above.has_focus = False
    without = canvas.grab().toImage()

    canvas.above.has_focus = True
    canvas.viewport().update()

    assert canvas.grab().toImage() != without


def test_ctrl_a_chooses_all_cards(canvas: Canvas, service: Parking) -> None:
    press(canvas, K.Key_A, held=CTRL)

    assert set(canvas.selection.ids) == set(canvas.graph.nodes)


def test_the_question_box_says_no_by_default(canvas: Canvas) -> None:
    box, yes = labels.question_box(canvas, "x", ["<b>fett</b>"], "Löschen")

    assert box.defaultButton() is not yes
    assert box.informativeText() == "• <b>fett</b>"
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.deleteLater()


def test_a_lane_with_cards_is_kept_and_that_is_said(canvas: Canvas, service: Parking) -> None:
    said: list[object] = []
    canvas.refused.connect(said.append)
    canvas.select((service.office,))

    press(canvas, K.Key_Delete)

    assert service.office in service.document.snapshot()
    assert "In ihr stehen Karten" in str(said[0])
