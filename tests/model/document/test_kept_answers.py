"""Do the answers that snapshots hand on to the next one stay right?"""

from __future__ import annotations

import random

import pytest

from model.behaviors import open_document
from model.commands import append_node, move, place_field, place_node, remove, rename
from model.document import Document, Snapshot, Transaction
from model.errors import FachwerkError
from model.geometry import Point
from model.graph import page_numbers, reading_order
from model.graph.order import numbered
from model.language import say
from model.records import Decision, Field, Flow, Node, Placement, Record, Role, Step
from tests.bench.large import large_service


@pytest.fixture
def document() -> Document:
    made = open_document(large_service(60))
    made.snapshot()
    return made


def one_change(tx: Transaction, dice: random.Random) -> None:
    nodes = [node.id for node in tx.of(Node)]
    steps = [step.id for step in tx.of(Step)]
    role = tx.of(Role)[0].id
    at = Point(dice.randrange(100, 3000), dice.randrange(40, 560))
    deeds = [
        lambda: place_node(tx, dice.choice(["page", "office", "decision", "start"]), role, at),
        lambda: append_node(tx, "office", dice.choice(nodes)),
        lambda: place_field(tx, "text", dice.choice(steps)),
        lambda: rename(tx, dice.choice(nodes), f"Name {at.x}"),
        lambda: move(tx, [dice.choice(nodes)], at.x - 1000, at.y - 300),
        lambda: remove(tx, [dice.choice(nodes)]),
    ]
    dice.choice(deeds)()


@pytest.mark.parametrize("seed", range(6))
def test_lists_and_order_are_those_of_a_snapshot_made_afresh(document: Document, seed: int) -> None:
    dice = random.Random(seed)
    kinds: tuple[type[Record], ...] = (Record, Node, Step, Field, Flow, Placement, Decision)

    for _ in range(60):
        view = document.snapshot()
        asked = [view.of(kind) for kind in kinds], reading_order(view), page_numbers(view)
        try:
            with document.transaction(say("undo.x")) as tx:
                one_change(tx, dice)
        except FachwerkError:
            continue
        fresh = Snapshot.of_records(view)
        assert asked == ([fresh.of(k) for k in kinds], reading_order(fresh), page_numbers(fresh))


def test_a_record_that_changes_its_kind_leaves_the_lists_of_its_old_kind(
    document: Document,
) -> None:
    before = document.snapshot().of(Step)[0]
    assert before in document.snapshot().of(Node)

    with document.transaction(say("undo.x"), with_behaviors=False) as tx:
        tx.replace(Decision(id=before.id, name="Alles da?", role=before.role))

    view = document.snapshot()
    assert before.id not in [step.id for step in view.of(Step)]
    assert before.id in [decision.id for decision in view.of(Decision)]


def test_a_new_name_keeps_the_page_numbers_as_they_are(document: Document) -> None:
    page = document.snapshot().of(Step)[0].id
    known = numbered(document.snapshot())

    with document.transaction(say("undo.x")) as tx:
        rename(tx, page, "Anders")

    assert numbered(document.snapshot()) is known


def test_an_old_snapshot_never_answers_with_what_came_later(document: Document) -> None:
    old = document.snapshot()
    loose = [f"loose{number}" for number in range(2)]
    with document.transaction(say("undo.x"), with_behaviors=False) as tx:
        for x, one in enumerate(loose):
            tx.add(Step(id=one, form="page"))
            tx.add(Placement(id=f"at_{one}", about=one, x=x * 300, y=5000, width=10, height=10))
    between = document.snapshot()
    with document.transaction(say("undo.x"), with_behaviors=False) as tx:
        tx.alter("at_loose0", x=900)

    later = [one for one in reading_order(document.snapshot()) if one in loose]

    assert later == ["loose1", "loose0"]
    assert [one for one in reading_order(between) if one in loose] == ["loose0", "loose1"]
    assert loose[0] not in reading_order(old)
