"""Is a long card folded, and can everybody unfold it?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from model.commands import place_field
from model.language import say
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.items.node import NodeItem
from widgets.painters.card import chevron_box

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def card(canvas: Canvas, service: Parking) -> NodeItem:
    """A page with more rows than stand on a folded card."""
    with service.document.transaction(say("undo.x")) as tx:
        for number in range(9):
            place_field(tx, "text", service.details, label=f"Angabe {number}")
    return canvas.graph.nodes[service.details]


def click(canvas: Canvas, at: QPointF) -> None:
    place: QPoint = canvas.mapFromScene(at)
    QTest.mouseClick(canvas.viewport(), LEFT, NO_KEY, place)


def test_a_folded_card_says_how_much_more_there_is(card: NodeItem, service: Parking) -> None:
    rest = card.look.rows[-1]

    assert card.look.fold == "folded"
    assert rest.kind == "rest"
    assert rest.text == f"… {9 + 2 - 7} weitere Angaben"
    assert card.look.count == "11 Felder"


def test_the_chevron_unfolds_over_the_neighbours_and_folds_again(
    canvas: Canvas, card: NodeItem
) -> None:
    placed, document = card.box.height(), canvas.document.snapshot()

    click(canvas, chevron_box(card.box).center())

    assert card.look.fold == "unfolded"
    assert len([row for row in card.look.rows if row.kind == "field"]) == 11
    assert card.box.height() > placed
    assert card.placed.height() == placed
    others = [item for item in canvas.graph.nodes.values() if item is not card]
    assert all(card.zValue() > item.zValue() for item in others)
    assert canvas.document.snapshot() is document

    click(canvas, chevron_box(card.box).center())

    assert card.box.height() == placed


def test_the_last_line_unfolds_too(canvas: Canvas, card: NodeItem) -> None:
    rest = card.look.rows[-1]
    at = QPointF(card.box.left() + 60, card.box.top() + rest.top + rest.height / 2)

    click(canvas, at)

    assert card.look.fold == "unfolded"


def test_the_menu_unfolds_what_is_chosen_and_all(
    canvas: Canvas, card: NodeItem, service: Parking
) -> None:
    canvas.select([service.name], service.name)
    canvas.fold_selection()
    assert canvas.graph.unfolded == {service.details}

    canvas.fold_all()
    assert not canvas.graph.unfolded

    canvas.fold_all()
    assert canvas.graph.unfolded == {service.details}


def test_a_short_card_says_why_it_cannot_be_unfolded(canvas: Canvas, service: Parking) -> None:
    told: list[str] = []
    canvas.refused.connect(lambda error: told.append(str(error)))
    canvas.select([service.check], service.check)

    canvas.fold_selection()

    assert told
    assert not canvas.graph.unfolded


def test_ways_go_to_where_the_folded_card_stands(
    canvas: Canvas, card: NodeItem, service: Parking
) -> None:
    way = service.document.snapshot().outgoing(service.details)[0].id
    before = canvas.graph.flows[way].look.points

    canvas.fold_all()
    canvas.graph.flows[way].refresh()

    assert canvas.graph.flows[way].look.points == before
