"""Does a change touch only what looks different?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from model.commands import (
    connect_steps,
    make_default,
    move,
    place_field,
    place_node,
    remove,
    rename,
)
from model.document import ChangeSet, Document
from model.geometry import Point
from model.language import say
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.items.flow import FlowItem


def looked_at(canvas: Canvas) -> None:
    """Everything was seen once, so every look is known."""
    for item in (*canvas.graph.nodes.values(), *canvas.graph.flows.values()):
        assert item.look is not None


def watch(canvas: Canvas) -> list[set[str]]:
    """What each ChangeSet touched."""
    touched: list[set[str]] = []
    original = canvas.graph.show_changes

    def spy(view: object, changeset: ChangeSet) -> set[str]:
        found = original(view, changeset)  # type: ignore[arg-type]
        touched.append(found)
        return found

    canvas.graph.show_changes = spy  # type: ignore[method-assign,assignment]
    return touched


def test_a_new_name_touches_one_item(canvas: Canvas, service: Parking) -> None:
    looked_at(canvas)
    touched = watch(canvas)

    with service.document.transaction(say("undo.x")) as tx:
        rename(tx, service.check, "Prüfen")

    assert touched == [{service.check}]


def test_a_new_label_of_a_field_touches_its_card_and_who_reads_it(
    canvas: Canvas, service: Parking
) -> None:
    looked_at(canvas)
    touched = watch(canvas)

    with service.document.transaction(say("undo.x")) as tx:
        rename(tx, service.street, "Wohnung")

    assert touched == [{service.details, service.check}]
    assert canvas.graph.nodes[service.check].look.rows[0].text == "liest: Wohnung"


def test_a_moved_card_takes_its_ways_along(canvas: Canvas, service: Parking) -> None:
    looked_at(canvas)
    flow = canvas.graph.flows[service.document.snapshot().outgoing(service.check)[0].id]
    before = flow.look.points

    with service.document.transaction(say("undo.x")) as tx:
        move(tx, [service.end], 60, 20)

    assert flow.look.points != before
    assert flow.look.points[-1].x == canvas.graph.nodes[service.end].box.x()


def test_what_is_added_and_removed_comes_and_goes(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        made = place_node(tx, "office", service.office, Point(1200, 400)).id
        flow = connect_steps(tx, service.proof, made).id
    assert made in canvas.graph.nodes
    assert flow in canvas.graph.flows

    with service.document.transaction(say("undo.x")) as tx:
        remove(tx, [made])

    assert made not in canvas.graph.nodes
    assert flow not in canvas.graph.flows


def test_undo_and_redo_are_seen(canvas: Canvas, service: Parking) -> None:
    assert canvas.history is not None
    with service.document.transaction(say("undo.x")) as tx:
        field = place_field(tx, "date", service.details).id
    rows = [row.id for row in canvas.graph.nodes[service.details].look.rows]
    assert field in rows

    canvas.history.undo()
    assert field not in [row.id for row in canvas.graph.nodes[service.details].look.rows]

    canvas.history.redo()
    assert field in [row.id for row in canvas.graph.nodes[service.details].look.rows]


def test_the_default_way_wears_sonst(canvas: Canvas, service: Parking) -> None:
    looked_at(canvas)
    with service.document.transaction(say("undo.x")) as tx:
        conditional = connect_steps(tx, service.vehicle, service.proof, option=service.no).id

    labels = {flow: item.look.label for flow, item in canvas.graph.flows.items()}
    assert labels[conditional] == "wenn Nein"
    assert "sonst" in labels.values()

    with service.document.transaction(say("undo.x")) as tx:
        make_default(tx, conditional)
    assert canvas.graph.flows[conditional].look.default


def test_page_numbers_follow_the_order(canvas: Canvas, service: Parking) -> None:
    looked_at(canvas)
    assert canvas.graph.nodes[service.proof].look.title == "3 Nutzungsnachweis"

    with service.document.transaction(say("undo.x")) as tx:
        remove(tx, [service.details])

    assert canvas.graph.nodes[service.proof].look.title == "2 Nutzungsnachweis"


def test_another_document_is_heard_and_the_first_no_more(canvas: Canvas, service: Parking) -> None:
    other = Document()
    canvas.open(other)
    assert not canvas.graph.nodes

    with service.document.transaction(say("undo.x")) as tx:
        rename(tx, service.check, "unheard")

    assert not canvas.graph.nodes


def test_a_long_way_round_takes_the_box_it_needs(
    canvas: Canvas, service: Parking, qapp: QApplication
) -> None:
    looked_at(canvas)
    qapp.processEvents()

    for item in canvas.graph.flows.values():
        assert isinstance(item, FlowItem)
        box = item.boundingRect()
        assert box.contains(item.reach.topLeft())
        assert box.contains(item.reach.bottomRight())


def test_selection_forgets_what_is_gone(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check, service.end))

    with service.document.transaction(say("undo.x")) as tx:
        remove(tx, [service.end])

    assert canvas.selection.ids == (service.check,)


def test_badges_and_themes_change_the_picture(canvas: Canvas, service: Parking) -> None:
    plain = canvas.grab().toImage()

    canvas.set_badges({service.check: "warning"})
    with_badge = canvas.grab().toImage()
    canvas.set_theme("dark")

    assert with_badge != plain
    assert canvas.grab().toImage() != with_badge


def test_every_zoom_can_be_painted(canvas: Canvas, service: Parking) -> None:
    pictures = []
    for zoom in (0.1, 0.3, 0.7, 1.5):
        canvas.zoom_to(zoom)
        canvas.centerOn(560, 300)
        pictures.append(canvas.grab().toImage())

    assert all(one != two for one, two in pairwise(pictures))


def test_show_element_scrolls_to_it(canvas: Canvas, service: Parking) -> None:
    canvas.zoom_to(2.0)
    canvas.centerOn(200, 100)

    canvas.show_element(service.end)

    assert canvas.selection.focus == service.end
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.contains(canvas.graph.nodes[service.end].box)


def test_the_first_sight_follows_a_window_that_still_finds_its_size(canvas: Canvas) -> None:
    canvas.open(canvas.document)
    wide = canvas.zoom

    canvas.resize(900, 500)

    assert canvas.zoom <= wide
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.left() <= canvas.graph.extent().x
    assert seen.top() <= canvas.graph.extent().y


def test_a_sight_that_a_person_chose_is_kept(canvas: Canvas) -> None:
    canvas.open(canvas.document)
    canvas.zoom_to(1.7)

    canvas.resize(900, 500)

    assert canvas.zoom == pytest.approx(1.7)
