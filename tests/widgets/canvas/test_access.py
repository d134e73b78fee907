"""Does a screen reader find the graph in reading order?"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from model.commands import remove
from model.graph import reading_order
from model.language import say
from tests.helpers.parking import Parking
from widgets.canvas import Canvas

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def names(canvas: Canvas) -> list[str]:
    spoken = QAccessible.queryAccessibleInterface(canvas)
    assert spoken is not None
    return [spoken.child(i).text(NAME) for i in range(spoken.childCount())]


def test_the_canvas_is_a_list_of_nodes_then_ways_in_reading_order(
    canvas: Canvas, service: Parking
) -> None:
    spoken = QAccessible.queryAccessibleInterface(canvas)

    order = [one for one in reading_order(service.document.snapshot())]
    titles = [canvas.graph.nodes[one].look.title or "Start" for one in order]

    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(NAME) == "Ablauf der Leistung"
    assert spoken.text(DESCRIPTION) == "6 Elemente, 4 Wege"
    found = names(canvas)
    assert len(found) == 10
    assert [name.split(",")[0] for name in found[:6]] == titles
    assert found[1] == "1 Ihre Angaben, Seite, 2 von 6"
    assert found[6].startswith("Weg von")


def test_a_node_tells_where_it_leads_and_its_rows_are_its_children(
    canvas: Canvas, service: Parking
) -> None:
    spoken = QAccessible.queryAccessibleInterface(canvas)
    details = spoken.child(1)

    rows = [details.child(i) for i in range(details.childCount())]

    assert "führt zu 2 Ihr Fahrzeug" in details.text(DESCRIPTION)
    assert [row.text(NAME) for row in rows] == [
        "Name, Feld, Pflichtangabe",
        "Hauptwohnsitz, Feld",
    ]
    assert rows[0].parent().text(NAME) == details.text(NAME)
    assert details.parent().role() == QAccessible.Role.List


def test_the_focus_is_told(canvas: Canvas, service: Parking) -> None:
    canvas.select((service.check,), service.check)
    spoken = QAccessible.queryAccessibleInterface(canvas)

    child = spoken.child(canvas_index(canvas, service.check))

    assert child.state().focusable
    assert child.state().selected
    assert child.state().focused == canvas.hasFocus()
    assert child.rect().width() > 100


def canvas_index(canvas: Canvas, record_id: str) -> int:
    from widgets.canvas.access import list_of

    return list_of(canvas).order.index(record_id)


def test_what_is_gone_is_told_no_more(canvas: Canvas, service: Parking) -> None:
    assert len(names(canvas)) == 10

    with service.document.transaction(say("undo.x")) as tx:
        remove(tx, [service.end])

    found = names(canvas)
    assert len(found) == 8
    assert not any(name.startswith("Ausweis erteilt,") for name in found)


def test_no_element_is_without_a_name(canvas: Canvas, service: Parking) -> None:
    assert all(names(canvas))


def test_events_of_a_listening_reader_do_no_harm(canvas: Canvas, service: Parking) -> None:
    QAccessible.setActive(True)
    try:
        for one in (service.check, service.street, service.vehicle):
            canvas.select((one,), one)
        with service.document.transaction(say("undo.x")) as tx:
            remove(tx, [service.check])
        assert canvas.selection.focus == service.vehicle
    finally:
        QAccessible.setActive(False)


def test_a_canvas_can_be_closed_while_a_reader_listens(
    qapp: QApplication, service: Parking
) -> None:
    QAccessible.setActive(True)
    try:
        canvas = Canvas()
        canvas.show()
        canvas.open(service.document)
        for one in (service.check, service.street):
            canvas.select((one,), one)
            QAccessible.queryAccessibleInterface(canvas)
            canvas.selection.changed.connect(lambda _ids: None)  # renews the meta-object

        canvas.close()
        canvas.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        QAccessible.setActive(False)

    assert not service.document._listeners
