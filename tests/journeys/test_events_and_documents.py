"""Do the rarer signs of BPMN go all the way: placed by hand and by keys, joined, named, written?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exporters.registry import TARGETS
from model.document import History
from model.geometry import Point
from model.grammar import TEMPLATES, kind_title
from model.language import use
from model.records import DataFlow, DataObject, Event, SubProcess
from resources import texts
from tests.helpers.parking import Parking, parking
from widgets.canvas import Canvas
from widgets.canvas.access import list_of
from widgets.canvas.picturing import Picture
from widgets.canvas.telling import description_of, name_of
from widgets.look import theme
from widgets.tools.place import place
from widgets.tools.pointer import Pointer

RARE = [key for key, template in TEMPLATES.items() if template.group == "rare"]
K = Qt.Key


@pytest.fixture
def service() -> Iterator[Parking]:
    use("de", texts("de"))
    yield parking()
    use("de", {})


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication, service: Parking) -> Canvas:
    theme.apply(qapp, "light")
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(1400, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.open(service.document, History(service.document))
    made.zoom_to(1.0)
    made.centerOn(660, 320)
    made.setFocus()
    return made


def drop(canvas: Canvas, key: str, point: Point) -> str:
    """Carry a block here and let it go; the line for its name is left as it is."""
    canvas.tool.start(place(canvas.stage, key))
    for phase in ("move", "release"):
        canvas.tool.send(Pointer(phase, point, canvas.stage.hit(point)))  # type: ignore[arg-type]
    canvas.setFocus()
    return canvas.selection.focus


def by_keys(canvas: Canvas, key: str, chosen: str) -> str:
    """Choose a card, take a block from the palette; where it is armed, Enter places it."""
    canvas.select((chosen,))
    canvas.place_template(key)
    if canvas.tool.busy:
        canvas.take_aim()
    canvas.setFocus()
    return canvas.selection.focus


@pytest.mark.parametrize("key", RARE)
def test_it_comes_by_hand_and_by_keys_and_one_undo_takes_it_back(
    canvas: Canvas, service: Parking, key: str
) -> None:
    before = set(service.document.snapshot()._records)
    card = canvas.graph.nodes[service.check].box

    dropped = drop(canvas, key, Point(card.left() + 60, card.bottom() - 3))
    assert service.document.snapshot()[dropped].kind == TEMPLATES[key].kind
    canvas.history.undo()
    assert set(service.document.snapshot()._records) == before

    placed = by_keys(canvas, key, service.proof)
    assert service.document.snapshot()[placed].kind == TEMPLATES[key].kind
    canvas.history.undo()
    assert set(service.document.snapshot()._records) == before


def test_everything_is_drawn_told_reached_and_written(canvas: Canvas, service: Parking) -> None:
    made = {key: by_keys(canvas, key, service.proof) for key in ("error", "escalation")}
    made |= {key: by_keys(canvas, key, service.check) for key in ("data_object", "data_store")}
    made["signal_send"] = by_keys(canvas, "signal_send", service.check)
    made["event_subprocess"] = drop(canvas, "event_subprocess", Point(1300, 420))
    view = service.document.snapshot()

    graph, order = canvas.graph, list_of(canvas).order
    for key, one in made.items():
        assert one in order, key
        assert str(kind_title(view[one])) in name_of(graph, one, order) or view[one].name  # type: ignore[attr-defined]
    assert "schreibt Neue Unterlage" in description_of(graph, service.check, {})
    assert {flow.id for flow in view.of(DataFlow)} <= set(graph.flows)
    assert Picture(view).extent().bottom > 0
    root = etree.fromstring(TARGETS["bpmn"].write(view)[0][0].content)
    tags = [etree.QName(one).localname for one in root.iter(etree.Element)]
    assert tags.count("boundaryEvent") == 2
    assert {"errorEventDefinition", "escalationEventDefinition", "signalEventDefinition"} <= {*tags}
    assert {"dataObjectReference", "dataStoreReference", "dataOutputAssociation"} <= {*tags}
    assert [s.by_event for s in view.of(SubProcess)] == [True]


def test_a_line_of_data_is_drawn_by_keys_in_both_directions(
    canvas: Canvas, service: Parking
) -> None:
    data = by_keys(canvas, "data_object", service.check)
    canvas.select((data,))

    QTest.keyClick(canvas, K.Key_C)
    QTest.keyClick(canvas, K.Key_Up)
    QTest.keyClick(canvas, K.Key_Return)

    lines = service.document.snapshot().of(DataFlow)
    assert {(f.source, f.target) for f in lines} == {
        (service.check, data),
        (data, service.check),
    }


def test_a_line_of_data_is_drawn_by_hand_from_the_ring_of_a_document(
    canvas: Canvas, service: Parking
) -> None:
    data = drop(canvas, "data_store", Point(300, 560))
    canvas.select((data,))
    box, goal = canvas.graph.notes[data].box, canvas.graph.nodes[service.check].box
    ring = Point(box.right(), box.center().y())

    canvas.tool.send(Pointer("press", ring, canvas.stage.hit(ring)))
    there = Point(goal.left() + 20, goal.top() + 10)
    for phase in ("move", "release"):
        canvas.tool.send(Pointer(phase, there, canvas.stage.hit(there)))  # type: ignore[arg-type]

    (line,) = service.document.snapshot().of(DataFlow)
    assert (line.source, line.target) == (data, service.check)
    assert canvas.selection.focus == line.id


def test_a_document_moves_with_its_lines_and_leaves_with_them(
    canvas: Canvas, service: Parking
) -> None:
    data = by_keys(canvas, "data_object", service.check)
    (line,) = service.document.snapshot().of(DataFlow)
    before = canvas.graph.flows[line.id].look.points

    canvas.select((data,))
    QTest.keyClick(canvas, K.Key_Right, Qt.KeyboardModifier.AltModifier)
    after = canvas.graph.flows[line.id].look.points
    canvas.delete_selection()

    assert after != before
    assert before[-1].x < after[-1].x <= before[-1].x + 10
    assert not service.document.snapshot().of(DataObject)
    assert line.id not in canvas.graph.flows


def test_a_refused_exception_says_where_it_belongs(canvas: Canvas, service: Parking) -> None:
    canvas.select(())

    drop(canvas, "error", Point(1300, 560))

    assert not service.document.snapshot().of(Event)
