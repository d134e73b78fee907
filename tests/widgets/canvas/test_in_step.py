"""Is the canvas after many changes the same as one that is drawn afresh?"""

from __future__ import annotations

import random

import pytest

from model.commands import (
    add_option,
    append_node,
    connect_steps,
    deadline_for,
    insert_on_flow,
    make_default,
    move,
    move_row,
    place_field,
    place_node,
    remove,
    rename,
    use_field,
)
from model.document import Transaction
from model.errors import FachwerkError
from model.geometry import Point
from model.grammar import TEMPLATES, is_aside_template, is_field_template
from model.language import say
from model.records import Field, Flow, Node, Option, Role, Step
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.scene import CanvasScene

CARDS = [k for k in TEMPLATES if not is_field_template(k) and not is_aside_template(k)]
FIELDS = [key for key in TEMPLATES if is_field_template(key)]


def one_change(tx: Transaction, dice: random.Random) -> None:
    """Anything a clerk might do."""
    nodes = [node.id for node in tx.of(Node)]
    fields = [field.id for field in tx.of(Field)]
    steps = [step.id for step in tx.of(Step)]
    flows = [flow.id for flow in tx.of(Flow)]
    options = [option.id for option in tx.of(Option)]
    roles = [role.id for role in tx.of(Role)]
    at = Point(dice.randrange(100, 1500), dice.randrange(40, 560))
    deeds = [
        lambda: place_node(tx, dice.choice(CARDS), dice.choice(roles), at),
        lambda: place_field(tx, dice.choice(FIELDS), dice.choice(steps)),
        lambda: append_node(tx, dice.choice(CARDS), dice.choice(nodes)),
        lambda: insert_on_flow(tx, "office", dice.choice(flows)),
        lambda: connect_steps(tx, dice.choice(nodes), dice.choice(nodes)),
        lambda: connect_steps(
            tx, dice.choice(steps), dice.choice(nodes), option=dice.choice(options)
        ),
        lambda: move(
            tx, [dice.choice(nodes)], dice.randrange(-300, 300), dice.randrange(-200, 200)
        ),
        lambda: move_row(tx, dice.choice(fields), dice.choice(steps)),
        lambda: use_field(tx, dice.choice(steps), dice.choice(fields)),
        lambda: rename(tx, dice.choice(nodes + fields + options + roles), f"Name {at.x}"),
        lambda: deadline_for(tx, dice.choice(nodes), dice.randrange(1, 30)),
        lambda: make_default(tx, dice.choice(flows)),
        lambda: add_option(tx, tx.the(dice.choice(options), Option).parent, f"Antwort {at.y}"),
        lambda: remove(tx, [dice.choice(nodes + fields + flows + options)]),
    ]
    dice.choice(deeds)()


@pytest.mark.parametrize("seed", range(8))
def test_changes_one_by_one_and_drawn_afresh_look_the_same(
    canvas: Canvas, service: Parking, seed: int
) -> None:
    dice = random.Random(seed)
    assert canvas.history is not None
    for _ in range(60):
        for item in (*canvas.graph.nodes.values(), *canvas.graph.flows.values()):
            assert item.look is not None
        try:
            if dice.random() < 0.2:
                canvas.history.undo()
            else:
                with service.document.transaction(say("undo.x")) as tx:
                    one_change(tx, dice)
        except (FachwerkError, IndexError):
            continue
    fresh = CanvasScene("light")
    fresh.build(service.document.snapshot())

    graph = canvas.graph
    assert graph.nodes.keys() == fresh.nodes.keys()
    assert graph.flows.keys() == fresh.flows.keys()
    assert graph.lanes.keys() == fresh.lanes.keys()
    for one, item in fresh.nodes.items():
        assert graph.nodes[one].box == item.box
        assert graph.nodes[one].look == item.look
    for one, lane in fresh.lanes.items():
        assert graph.lanes[one].box == lane.box
        assert graph.lanes[one].look == lane.look
    for one, flow in fresh.flows.items():
        known, drawn = graph.flows[one].look, flow.look
        assert known.label == drawn.label
        assert known.points == drawn.points, one
    fresh.deleteLater()
