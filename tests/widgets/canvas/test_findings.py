"""Does every finding have its sign where something is drawn, and one card not more than one?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.checks import check
from model.commands import deadline_for
from model.geometry import Point
from model.language import say
from model.records import Field, FieldGroup, Option
from tests.helpers.musterleistung import musterleistung
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.findings import _sign_place, signs_on
from widgets.canvas.places import place_of

ALL = QRectF(-10_000, -10_000, 20_000, 20_000)


@pytest.fixture
def everything(qtbot: QtBot, german: None) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(open_document(musterleistung()))
    return canvas


def hidden_rows(canvas: Canvas, card: str) -> list[str]:
    view = canvas.document.snapshot()
    rows = (*view.of(Field), *view.of(FieldGroup), *view.of(Option))
    return [one.id for one in rows if (at := view.card_of(one.id)) is not None and at.id == card]


def test_a_small_card_wears_one_sign_for_all_its_hidden_rows(everything: Canvas) -> None:
    card = "step_2"
    assert everything.graph.nodes[card].look.counts_only
    rows = hidden_rows(everything, card)
    badges = dict.fromkeys(rows, "warning") | {rows[-1]: "error", card: "hint"}

    signs = signs_on(everything.graph, badges, ALL, far=False)

    assert len(rows) > 3
    assert signs == {card: "error"}
    assert place_of(everything.graph, rows[-1]) == everything.graph.nodes[card].box


def test_rows_that_can_be_read_wear_their_own_signs(canvas: Canvas, service: Parking) -> None:
    badges = {service.name: "error", service.street: "hint"}

    near = signs_on(canvas.graph, badges, ALL, far=False)
    far = signs_on(canvas.graph, badges, ALL, far=True)

    assert near == badges
    assert far == {service.details: "error"}


def test_what_has_no_row_of_its_own_is_told_at_its_card(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        deadline = deadline_for(tx, service.check, 14).id

    signs = signs_on(canvas.graph, {deadline: "warning", "gone": "error"}, ALL, far=False)

    assert signs == {service.check: "warning"}


def test_no_sign_of_the_sample_of_everything_stands_outside_what_is_drawn(
    everything: Canvas,
) -> None:
    graph = everything.graph
    badges = {finding.at: finding.severity for finding in check(everything.document.snapshot())}

    for far in (False, True):
        for wearer in signs_on(graph, badges, ALL, far=far):
            place = place_of(graph, wearer)
            assert place is not None
            card = graph.view_of.card_of(wearer)
            if card is not None and card.id in graph.nodes:
                assert graph.nodes[card.id].box.contains(place)


def test_what_is_out_of_sight_is_not_looked_at(canvas: Canvas, service: Parking) -> None:
    elsewhere = QRectF(50_000, 50_000, 100, 100)

    assert signs_on(canvas.graph, {service.name: "error"}, elsewhere, far=False) == {}


def test_the_sign_of_a_way_without_words_stands_on_its_line(
    canvas: Canvas, service: Parking
) -> None:
    for way, item in canvas.graph.flows.items():
        place = place_of(canvas.graph, way)
        assert place is not None
        if not item.look.label:
            at = _sign_place(canvas.graph, way, place)
            assert item.distance(Point(at.x(), at.y())) < 0.01
