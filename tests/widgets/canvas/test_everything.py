"""Can everything a service may hold be seen, chosen and told?"""

from __future__ import annotations

import re

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.grammar import title
from model.records import Flow, ForeignNode, MessageFlow, Node, Placement, Role
from tests.helpers.musterleistung import musterleistung
from widgets.canvas import Canvas, picture
from widgets.items.looking import is_drawn


def test_every_node_and_way_of_the_sample_of_everything_is_drawn(
    qtbot: QtBot, german: None
) -> None:
    view = musterleistung()
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(1200, 800)

    canvas.open(open_document(view))

    placed = {place.about for place in view.of(Placement)}
    nodes = {n.id for n in view.of(Node) if n.id in placed and is_drawn(view, n)}
    ways = {f.id for f in view.of(Flow) if {f.source, f.target} <= nodes}
    assert set(canvas.graph.nodes) == nodes
    assert set(canvas.graph.flows) >= ways
    canvas.fit()
    for one in (*nodes, *ways, *(role.id for role in view.of(Role))):
        canvas.select((one,), one)
    assert not canvas.grab().isNull()


def test_every_element_has_a_name_of_its_own_words(qtbot: QtBot, german: None) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.open(open_document(musterleistung()))
    spoken = QAccessible.queryAccessibleInterface(canvas)

    told = [spoken.child(i).text(QAccessible.Text.Name) for i in range(spoken.childCount())]

    assert len(told) == len(canvas.graph.nodes) + len(canvas.graph.flows)
    assert all(told)
    assert not [words for words in told if re.search(r"\b\w+\.\w+\(|_", words)]


def test_the_picture_of_everything_holds_every_name(qapp: QApplication, german: None) -> None:
    view = musterleistung()

    svg = picture.to_bytes(view, "svg").decode()

    said = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("- ", "")
    for node in view.of(Node):
        if view.placement(node.id) is not None and is_drawn(view, node):
            for word in title(node).split():
                assert word in said, title(node)
    assert "<image" not in svg


def test_a_foreign_block_is_kept_with_its_name(qtbot: QtBot, german: None) -> None:
    records = [
        Role(id="r", name="Amt"),
        Placement(id="pr", about="r", width=600, height=300),
        ForeignNode(id="f", role="r", name="Fremdes", tag="bpmn:adHocSubProcess"),
        Placement(id="pf", about="f", x=100, y=100, width=100, height=80),
    ]
    canvas = Canvas()
    qtbot.addWidget(canvas)

    canvas.open(open_document(records))

    look = canvas.graph.nodes["f"].look
    assert (look.title, look.foreign, look.icon) == ("Fremdes", True, "foreign")


def test_messages_between_participants_are_ways_too(qtbot: QtBot, german: None) -> None:
    view = musterleistung()
    messages = view.of(MessageFlow)
    canvas = Canvas()
    qtbot.addWidget(canvas)

    canvas.open(open_document(view))

    for message in messages:
        ends = [canvas.graph._end(message.source), canvas.graph._end(message.target)]
        assert (message.id in canvas.graph.flows) == all(end is not None for end in ends)
