"""Does typing on the canvas find the block, put it where it belongs and name it?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from model.records import Annotation, Decision, Field, Node, Step
from tests.helpers.parking import Parking
from widgets.canvas import Canvas

K = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier


def type_in(widget: QWidget, text: str) -> None:
    """Letters as a keyboard sends them; QTest knows ASCII only."""
    for letter in text:
        focus = QApplication.focusWidget() or widget
        code = ord(letter.upper()) if letter.isascii() else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            held = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else NO_KEY
            QApplication.sendEvent(focus, QKeyEvent(kind, code, held, letter))


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def titles(canvas: Canvas) -> list[str]:
    return [str(offer.title) for offer in canvas.quick.box.offers.offers]


def test_a_letter_opens_the_line_with_that_letter(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    type_in(canvas, "b")

    box = canvas.quick.box
    assert box.is_open
    assert box.line.text() == "b"
    assert QApplication.focusWidget() is box.line
    assert titles(canvas)[0] == "Bearbeitungsschritt"
    assert box.line.placeholderText() == "Was kommt nach „Antrag prüfen“?"
    assert box.list.accessibleName() and box.line.accessibleName()


def test_enter_appends_the_first_offer_and_the_name_is_typed_on(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.proof,))

    type_in(canvas, "bearb")
    press(K.Key_Return)
    assert canvas.name_line.is_open
    type_in(canvas, "Nachweis prüfen")
    press(K.Key_Return)

    view = service.document.snapshot()
    new = view.the(view.outgoing(service.proof)[0].target, Step)
    assert (new.name, new.form) == ("Nachweis prüfen", "office")
    assert view.the(new.role, type(view[service.office])).side == "office"
    assert canvas.hasFocus()
    assert canvas.selection.ids == (new.id,)


def test_two_words_are_block_and_name_in_one_step(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.details,))
    steps = len(canvas.history.done)  # type: ignore[union-attr]

    type_in(canvas, "datum Geburtsdatum")
    press(K.Key_Return)

    view = service.document.snapshot()
    row = view.rows(service.details)[-1]
    assert isinstance(row, Field)
    assert (row.label, row.data_type) == ("Geburtsdatum", "date")
    assert not canvas.name_line.is_open
    assert len(canvas.history.done) == steps + 1  # type: ignore[union-attr]


def test_a_star_behind_a_question_makes_it_required(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.vehicle,))
    steps = len(canvas.history.done)  # type: ignore[union-attr]

    type_in(canvas, "Kennzeichen*")
    press(K.Key_Return)

    row = service.document.snapshot().rows(service.vehicle)[-1]
    assert isinstance(row, Field)
    assert (row.label, row.required) == ("Kennzeichen", True)
    assert len(canvas.history.done) == steps + 1  # type: ignore[union-attr]


def test_a_note_gets_its_words(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    type_in(canvas, "notiz Mit dem Amt klären")
    press(K.Key_Return)

    notes = service.document.snapshot().of(Annotation)
    assert [(note.text, note.about) for note in notes] == [("Mit dem Amt klären", service.check)]


def test_what_is_no_block_becomes_the_name_of_what_is_usual(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.details,))
    type_in(canvas, "Kontoinhaber")
    assert titles(canvas) == [
        "„Kontoinhaber“ als Feld",
        "„Kontoinhaber“ als Seite des Antrags",
        "„Kontoinhaber“ als Bearbeitungsschritt",
    ]
    press(K.Key_Down)

    press(K.Key_Return)

    page = service.document.snapshot().the(canvas.selection.focus, Step)
    assert (page.name, page.form) == ("Kontoinhaber", "page")


def test_a_name_speaks_of_its_block(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    type_in(canvas, "Bescheid erstellen")
    press(K.Key_Return)

    made = service.document.snapshot().the(canvas.selection.focus, Step)
    assert (made.name, made.basis) == ("Bescheid erstellen", "document")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("prüfung", "Bearbeitungsschritt"),
        ("Gebühr", "Zahlung"),
        ("gebuehr", "Zahlung"),
        ("wenn", "Entscheidung"),
        ("deadline", "Frist"),
        ("evidence", "Nachweis"),
        ("BPMN Paralleles", "Gleichzeitig"),
    ],
)
def test_everyday_english_and_expert_words_are_found(
    canvas: Canvas, service: Parking, typed: str, title: str
) -> None:
    canvas.select((service.check,))

    type_in(canvas, "x")
    canvas.quick.box.line.setText(typed)

    assert titles(canvas)[0] == title


def test_a_letter_shows_what_usually_follows_first_and_more_letters_decide(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.check,))

    type_in(canvas, "p")
    short = titles(canvas)
    type_in(canvas, "ostf")

    assert short.index("Bearbeitungsschritt") < short.index("Postfach")
    assert titles(canvas)[0] == "Postfach"


def test_escape_closes_without_a_trace(canvas: Canvas, service: Parking) -> None:
    before = service.document.snapshot()
    canvas.select((service.check,))
    type_in(canvas, "x")

    press(K.Key_Escape)

    assert not canvas.quick.box.is_open
    assert canvas.hasFocus()
    assert canvas.selection.ids == (service.check,)
    assert service.document.snapshot() is before


def test_a_letter_of_its_own_acts_on_one_and_opens_the_line_without(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.check,))
    type_in(canvas, "e")
    assert canvas.name_line.is_open
    assert not canvas.quick.box.is_open
    press(K.Key_Escape)

    canvas.select((service.check, service.proof))
    type_in(canvas, "e")

    assert canvas.quick.box.line.text() == "e"


def test_a_chosen_way_takes_the_block_in(canvas: Canvas, service: Parking) -> None:
    way = service.document.snapshot().outgoing(service.vehicle)[0]
    canvas.select((way.id,))

    type_in(canvas, "wenn")
    press(K.Key_Return)

    view = service.document.snapshot()
    new = view.the(view.outgoing(service.vehicle)[0].target, Decision)
    assert [f.target for f in view.outgoing(new.id)] == [service.check]


def test_a_double_click_on_empty_ground_places_there(canvas: Canvas, service: Parking) -> None:
    at = canvas.mapFromScene(1100, 420)
    view = canvas.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NO_KEY, at)

    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, NO_KEY, at)
    assert canvas.quick.box.is_open
    assert canvas.quick.box.line.text() == ""
    type_in(canvas, "Akte anlegen")
    press(K.Key_Return)

    new = service.document.snapshot().the(canvas.selection.focus, Node)
    box = canvas.graph.nodes[new.id].box
    assert new.name == "Akte anlegen"
    assert new.role == service.office
    assert abs(box.center().x() - 1100) < 20


def test_without_anything_chosen_it_goes_to_the_hand(canvas: Canvas, service: Parking) -> None:
    canvas.select(())
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(1100, 420))

    type_in(canvas, "schritt Archivieren")
    press(K.Key_Return)

    box = canvas.graph.nodes[canvas.selection.focus].box
    assert abs(box.center().x() - 1100) < 20


def test_a_chosen_lane_gets_it(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.system,))

    type_in(canvas, "postfach Benachrichtigen")
    press(K.Key_Return)

    made = service.document.snapshot().the(canvas.selection.focus, Step)
    assert (made.role, made.name) == (service.system, "Benachrichtigen")


def test_ctrl_space_offers_everything_with_the_usual_first(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.details,))

    QTest.keyClick(canvas, K.Key_Space, Qt.KeyboardModifier.ControlModifier)

    assert titles(canvas)[0] == "Seite des Antrags"
    assert len(titles(canvas)) > 30


def test_nothing_follows_an_end_and_that_is_said(canvas: Canvas, service: Parking) -> None:
    refused: list[object] = []
    canvas.refused.connect(refused.append)
    canvas.select((service.end,))

    type_in(canvas, "schritt Nichts")
    press(K.Key_Return)

    assert str(refused[0]).startswith("Nach dem Ende folgt nichts mehr.")
    assert canvas.hasFocus()


def test_a_click_on_an_offer_takes_it(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.details,))
    type_in(canvas, "telefon")
    offers = canvas.quick.box.list
    spot = offers.visualRect(offers.model().index(0, 0)).center()

    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, NO_KEY, spot)

    row = service.document.snapshot().rows(service.details)[-1]
    assert isinstance(row, Field)
    assert row.layout == "phone"


def test_the_box_stays_within_the_window(canvas: Canvas, service: Parking) -> None:
    canvas.quick.add("", canvas.on_canvas(QPoint(canvas.width() - 5, canvas.height() - 5)))

    assert canvas.viewport().rect().contains(canvas.quick.box.geometry())
    canvas.quick.box.close_box()


def test_who_clicks_elsewhere_keeps_the_focus_there(canvas: Canvas, service: Parking) -> None:
    other = QLineEdit(canvas)
    other.show()
    canvas.select((service.check,))
    type_in(canvas, "x")

    other.setFocus(Qt.FocusReason.MouseFocusReason)

    assert not canvas.quick.box.is_open
    assert QApplication.focusWidget() is other


def test_letters_belong_to_a_gesture_that_runs(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    canvas.start_connect()

    type_in(canvas, "x")

    assert not canvas.quick.box.is_open
    canvas.give_up()
