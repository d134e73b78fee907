"""What is seen from far, from the middle and from near; and does a large service stand in time?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.commands import cite, move, place_field
from model.language import say
from model.records import Norm, Step
from tests.bench.large import large_service
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.glance import FEW, can_name
from widgets.canvas.picture import beginning_of, picture_of, svg_of
from widgets.canvas.standing import AT_ONCE
from widgets.canvas.uses import users


def seen(canvas: Canvas, zoom: float) -> QImage:
    canvas.zoom_to(zoom)
    canvas.centerOn(400, 200)
    return canvas.grab().toImage()


def test_the_law_is_seen_from_near_only_and_the_card_stays_as_tall(
    canvas: Canvas, service: Parking
) -> None:
    card = canvas.graph.nodes[service.details]
    before = card.box.height()
    near, middle = seen(canvas, 1.7), seen(canvas, 1.0)

    with service.document.transaction(say("undo.x")) as tx:
        tx.add(Norm(id="norm", law="StVO", paragraph="§ 45 Abs. 1b"))
        cite(tx, service.name, "norm")

    row = next(row for row in card.look.rows if row.id == service.name)
    assert row.law == "§ 45 Abs. 1b StVO"
    assert seen(canvas, 1.7) != near
    assert seen(canvas, 1.0) != middle
    assert card.box.height() == before


def test_each_kind_of_question_shows_its_control_from_near(
    canvas: Canvas, service: Parking
) -> None:
    templates = {"text": "line", "long_text": "area", "date": "date", "file": "file"}
    with service.document.transaction(say("undo.x")) as tx:
        made = {place_field(tx, key, service.proof).id: key for key in templates}

    rows = {row.id: row.control for row in canvas.graph.nodes[service.proof].look.rows}

    assert {made[one]: rows[one] for one in made if one in rows} == templates


def test_a_row_has_a_line_to_the_way_under_its_condition(service: Parking) -> None:
    view = service.document.snapshot()
    conditional = [f for f in view.outgoing(service.vehicle) if f.condition is not None]

    assert {flow.id for flow in conditional} <= set(users(view, service.holder))
    assert {flow.id for flow in conditional} <= {
        user for answer in (service.yes, service.no) for user in users(view, answer)
    }


def test_a_row_has_a_line_to_the_step_that_reads_it(service: Parking) -> None:
    view = service.document.snapshot()
    readers = {use.id for row in (service.name, service.street) for use in view.uses(row)}

    assert readers == {user for row in (service.name, service.street) for user in users(view, row)}
    assert readers


def test_a_large_service_shows_what_is_in_sight_before_all_is_made(qtbot: QtBot) -> None:
    document = open_document(large_service(AT_ONCE * 2))
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(1000, 700)
    canvas.show()

    canvas.open(document)
    canvas.grab()

    made = len(canvas.graph._nodes)
    assert 0 < made < AT_ONCE
    assert canvas.graph.filling
    qtbot.waitUntil(lambda: not canvas.graph.filling, timeout=20_000)
    assert len(canvas.graph.nodes) > AT_ONCE * 2 - 4


def test_whoever_asks_for_all_gets_all_at_once(qtbot: QtBot) -> None:
    document = open_document(large_service(AT_ONCE * 2))
    canvas = Canvas()
    qtbot.addWidget(canvas)

    canvas.open(document)
    canvas.show_element("end")

    assert not canvas.graph.filling
    assert canvas.graph.nodes["end"].box.isValid()


def test_a_change_while_it_is_still_being_made_is_not_lost(qtbot: QtBot) -> None:
    document = open_document(large_service(AT_ONCE * 2))
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(document)
    assert canvas.graph.filling

    with document.transaction(say("undo.x")) as tx:
        move(tx, ["end"], 500, 0)

    place = document.snapshot().placement("end")
    assert place is not None
    assert canvas.graph.nodes["end"].box.x() == place.x


@pytest.mark.parametrize("zoom", [0.18, 0.22])
def test_a_card_shows_its_name_when_the_whole_is_in_sight(
    canvas: Canvas, service: Parking, zoom: float
) -> None:
    card = canvas.graph.nodes[service.details]
    before = seen(canvas, zoom)

    with service.document.transaction(say("undo.x")) as tx:
        step = tx[service.details]
        assert isinstance(step, Step)
        tx.replace(step.replaced(name="Wohnung"))

    words = card.words_at(zoom)
    said = " ".join(line for _, line in words.lines)
    letters = canvas.graph.ink.font(words.font).pixelSize() * zoom
    assert said.startswith("1 Woh")
    assert 8 <= letters <= 10
    assert all(card.box.contains(at) for at, _ in words.lines)
    assert seen(canvas, zoom) != before


def test_a_box_too_small_for_words_stays_a_box(canvas: Canvas, service: Parking) -> None:
    before = seen(canvas, 0.12)

    with service.document.transaction(say("undo.x")) as tx:
        step = tx[service.details]
        assert isinstance(step, Step)
        tx.replace(step.replaced(name="Wohnung"))

    assert seen(canvas, 0.12) == before


def test_a_crowd_in_sight_is_drawn_as_boxes(qtbot: QtBot) -> None:
    document = open_document(large_service(FEW * 2))
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(document)
    canvas.graph.complete()
    extent = canvas.graph.extent()
    everything = QRectF(extent.x, extent.y, extent.width, extent.height)

    assert not can_name(canvas.graph, everything, 0.2)
    assert can_name(canvas.graph, QRectF(extent.x, extent.y, 2000, 800), 0.2)
    assert not can_name(canvas.graph, QRectF(extent.x, extent.y, 2000, 800), 0.1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_of_some_elements_is_smaller_than_of_all(service: Parking, theme: str) -> None:
    view = service.document.snapshot()

    some = picture_of(view, [service.details, service.vehicle], theme)
    row = picture_of(view, [service.name], theme)
    everything = picture_of(view, None, theme)

    assert row.width() < some.width() < everything.width()
    assert b"<svg" in svg_of(view, [service.details], theme)


def test_the_beginning_is_drawn_in_the_size_that_is_wanted(service: Parking) -> None:
    size = picture_of(service.document.snapshot()).size() / 8

    small = beginning_of(service.document.snapshot(), size, 600)

    assert small.size() == size
