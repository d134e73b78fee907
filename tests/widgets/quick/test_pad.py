"""Does the pad stand beside what is chosen, and do its buttons do what the keys do?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.language import use
from model.records import Chosen, Field, Node, Step
from resources import texts
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.quick.strip import Strip, StripButton

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def pad_of(canvas: Canvas) -> Strip:
    """The pad as it stands at the next paint."""
    QCoreApplication.sendPostedEvents(canvas.quick)
    return canvas.quick.pad


def button(canvas: Canvas, words: str) -> StripButton:
    found = [b for b in pad_of(canvas).buttons if b.accessibleName().startswith(words)]
    assert found, [b.accessibleName() for b in pad_of(canvas).buttons]
    return found[0]


def press(canvas: Canvas, words: str) -> None:
    QTest.mouseClick(button(canvas, words), LEFT)


def drag_out(canvas: Canvas, words: str, end: QPoint) -> None:
    """Drag from a button to a place of the viewport."""
    one = button(canvas, words)
    goal = one.mapFromGlobal(canvas.viewport().mapToGlobal(end))
    start = one.rect().center()
    QTest.mousePress(one, LEFT, NO_KEY, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(one, start + (goal - start) * part)
    QTest.mouseRelease(one, LEFT, NO_KEY, goal)


def test_a_click_appends_the_likely_follower_and_asks_its_name(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.proof,))
    assert pad_of(canvas).isVisible()

    press(canvas, "Seite des Antrags anhängen")

    view = service.document.snapshot()
    new = view.the(view.outgoing(service.proof)[0].target, Step)
    assert new.form == "page"
    assert canvas.name_line.is_open
    assert not pad_of(canvas).isVisible()


def test_connecting_and_deleting_are_in_sight(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.proof,))

    press(canvas, "Verbinden")
    assert canvas.tool.busy
    canvas.give_up()
    canvas.select((service.end,))
    press(canvas, "Löschen")

    assert service.end not in service.document.snapshot()


def test_a_drag_from_a_button_carries_the_block_onto_the_canvas(
    canvas: Canvas, service: Parking
) -> None:
    canvas.select((service.check,))

    drag_out(canvas, "Entscheidung anhängen", canvas.mapFromScene(1150, 400))

    view = service.document.snapshot()
    made = view[canvas.selection.focus]
    assert made.kind == "decision"
    assert view.incoming(made.id) == []  # from there a way leads on already
    assert abs(canvas.graph.nodes[made.id].box.center().x() - 1150) < 20
    assert canvas.above.ghost is None


def test_on_free_ground_the_way_is_drawn_along(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.proof,))
    steps = len(canvas.history.done)  # type: ignore[union-attr]

    drag_out(canvas, "Seite des Antrags anhängen", canvas.mapFromScene(1000, 250))

    view = service.document.snapshot()
    assert [f.target for f in view.outgoing(service.proof)] == [canvas.selection.focus]
    assert len(canvas.history.done) == steps + 1  # type: ignore[union-attr]
    assert canvas.name_line.is_open


def test_a_drag_from_connect_draws_the_way(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.proof,))
    goal = canvas.graph.nodes[service.check].box.center()

    drag_out(canvas, "Verbinden", canvas.mapFromScene(goal))

    ways = service.document.snapshot().outgoing(service.proof)
    assert [way.target for way in ways] == [service.check]
    assert not canvas.tool.busy


def test_a_row_has_its_own_buttons(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.street,))
    wanted: list[bool] = []
    canvas.condition_wanted.connect(lambda: wanted.append(True))

    press(canvas, "Zur Pflichtangabe")
    assert service.document.snapshot().the(service.street, Field).required
    press(canvas, "Pflichtangabe: muss")
    assert not service.document.snapshot().the(service.street, Field).required
    press(canvas, "Nur zeigen, wenn")
    assert wanted == [True]
    press(canvas, "Text darunter")

    rows = service.document.snapshot().rows(service.details)
    assert len(rows) == 3
    assert canvas.name_line.is_open


def test_from_an_answer_a_way_leads_under_its_condition(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.no,))
    goal = canvas.graph.nodes[service.proof].box.center()

    drag_out(canvas, "Weg von dieser Antwort", canvas.mapFromScene(goal))

    view = service.document.snapshot()
    way = next(f for f in view.outgoing(service.vehicle) if f.target == service.proof)
    assert isinstance(way.condition, Chosen)


def test_one_more_answer_stands_below(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.yes,))

    press(canvas, "Weitere Antwort")

    options = service.document.snapshot().options(service.holder)
    assert [option.id for option in options][0::2] == [service.yes, service.no]
    assert canvas.selection.ids == (options[1].id,)


def test_the_pad_covers_no_card(canvas: Canvas, service: Parking) -> None:
    for one in (service.start, service.details, service.vehicle, service.proof, service.check):
        canvas.select((one,))

        pad = pad_of(canvas).geometry()
        covered = [
            other
            for other, item in canvas.graph.nodes.items()
            if canvas.mapFromScene(item.box).boundingRect().intersects(pad)
        ]
        assert covered == [], one
        assert canvas.viewport().rect().contains(pad)


def test_it_hides_while_something_runs_and_from_far(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    at = canvas.mapFromScene(canvas.graph.nodes[service.check].box.topLeft() + QPoint(30, 12))
    QTest.mousePress(canvas.viewport(), LEFT, NO_KEY, at)
    assert not pad_of(canvas).isVisible()
    QTest.mouseMove(canvas.viewport(), at + QPoint(40, 0))
    assert not pad_of(canvas).isVisible()
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, at + QPoint(40, 0))
    assert pad_of(canvas).isVisible()

    canvas.zoom_to(0.3)
    assert not pad_of(canvas).isVisible()
    canvas.zoom_to(1.0)
    canvas.rename(service.check)
    assert not pad_of(canvas).isVisible()


def test_it_follows_when_the_paper_is_moved(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))
    before = pad_of(canvas).pos()

    canvas.pan(50, 0)

    assert pad_of(canvas).pos() == before - QPoint(50, 0)


def test_it_never_takes_the_focus(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    assert all(b.focusPolicy() == Qt.FocusPolicy.NoFocus for b in pad_of(canvas).buttons)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)

    assert canvas.hasFocus()
    assert all(b.toolTip() and b.accessibleName() for b in pad_of(canvas).buttons)


def test_several_cards_are_brought_in_line(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.details, service.vehicle, service.proof))
    names = [b.accessibleName() for b in pad_of(canvas).buttons]
    assert "Links ausrichten" in names
    assert "Waagerecht verteilen" in names

    press(canvas, "Unten ausrichten")

    lower = {canvas.graph.nodes[one].box.bottom() for one in canvas.selection.ids}
    assert len(lower) == 1
    assert len(canvas.history.done) == 1  # type: ignore[union-attr]


def test_more_opens_quick_add(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,))

    press(canvas, "Weitere Bausteine")

    assert canvas.quick.box.is_open
    assert QApplication.focusWidget() is canvas.quick.box.line


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_likely_follower_has_words(canvas: Canvas, service: Parking, language: str) -> None:
    use(language, texts(language))
    for one in service.document.snapshot().of(Node):
        canvas.select((one.id,))
        assert all("quick." not in b.accessibleName() for b in pad_of(canvas).buttons)
