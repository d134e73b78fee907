"""Do names and words of ways stand where nothing crosses or covers them?"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.commands import connect_steps, move, place_node, rename
from model.document import Snapshot
from model.geometry import Point
from model.language import say
from model.storage.read import from_bytes
from tests.helpers.musterleistung import musterleistung
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.picture import Picture
from widgets.painters.names import name_box
from widgets.painters.room import crossed

SAMPLES = sorted((Path(__file__).parents[3] / "resources" / "samples").glob("*.fachwerk"))


def drawn(path: Path) -> Snapshot:
    return open_document(from_bytes(path.read_bytes(), path.name).records).snapshot()


def name_of(canvas: Canvas, sign: str) -> QRectF:
    item = canvas.graph.nodes[sign]
    return name_box(canvas.graph.ink, item.look, item.box)


def test_three_samples_are_looked_at() -> None:
    assert len(SAMPLES) == 3


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_on_the_samples_no_words_cover_words_or_a_card(
    qapp: QApplication, german: None, path: Path
) -> None:
    picture = Picture(drawn(path))

    pills = [pill for pill in picture.pills.values() if not pill.isEmpty()]
    boxes = [QRectF(*box) for node, box in picture._nodes.values() if node.kind != "subprocess"]

    assert pills
    assert not [pair for pair in combinations(pills, 2) if pair[0].intersects(pair[1])]
    assert not [(pill, box) for pill in pills for box in boxes if pill.intersects(box)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_on_the_samples_no_way_crosses_the_name_of_its_sign(
    qtbot: QtBot, german: None, path: Path
) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(open_document(drawn(path)))

    named = [item for item in canvas.graph.nodes.values() if item.is_sign and item.look.title]

    assert named
    view = canvas.graph.view_of
    for item in named:
        for flow in (*view.outgoing(item.record_id), *view.incoming(item.record_id)):
            course = canvas.graph.flows[flow.id].look.points
            assert not crossed(name_of(canvas, item.record_id), course)


def test_canvas_and_picture_agree_about_names(qtbot: QtBot, german: None) -> None:
    view = musterleistung()
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(open_document(view))

    picture = Picture(canvas.document.snapshot())

    for one, item in canvas.graph.nodes.items():
        assert item.look.side == picture._looks[one].side


def test_a_name_goes_to_another_side_when_a_way_comes(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        move(tx, [service.end], 400, 0)
        decision = place_node(tx, "decision", service.office, Point(900, 440), name="Wer?").id
    assert canvas.graph.nodes[decision].look.side == "above"

    with service.document.transaction(say("undo.x")) as tx:
        way = connect_steps(tx, service.proof, decision).id
    course = canvas.graph.flows[way].look.points
    turned = canvas.graph.nodes[decision].look.side
    assert canvas.history is not None
    canvas.history.undo()

    assert course[-1] == Point(900, canvas.graph.nodes[decision].box.top())
    assert turned == "below"
    assert canvas.graph.nodes[decision].look.side == "above"


def test_words_make_way_for_a_card(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        way = connect_steps(tx, service.vehicle, service.proof, option=service.no).id
    item = canvas.graph.flows[way]
    before = item.pill

    with service.document.transaction(say("undo.x")) as tx:
        end = canvas.graph.nodes[service.end].box.center()
        move(tx, [service.end], before.center().x() - end.x(), before.center().y() - end.y())

    box = canvas.graph.nodes[service.end].box
    assert box.contains(before.center())
    assert not item.pill.intersects(box)


def test_longer_words_are_laid_anew(canvas: Canvas, service: Parking) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        way = connect_steps(tx, service.vehicle, service.proof, option=service.no).id
    before = canvas.graph.flows[way].pill.width()

    with service.document.transaction(say("undo.x")) as tx:
        rename(tx, service.no, "Nein, geliehen")

    assert canvas.graph.flows[way].pill.width() > before
