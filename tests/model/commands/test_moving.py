"""Moved things stay together, and a thousand of them move as readily as one."""

from __future__ import annotations

from model.behaviors import open_document
from model.behaviors.lanes_hold_their_cards import MARGIN
from model.commands import append_node, insert_on_flow, move
from model.document import Document, numbered_ids
from model.language import say
from model.records import Node, Placement, Pool, Role, Step, SubProcess, Timer
from tests.bench.large import large_service
from tests.helpers.building import Bench


def _two_lanes(cards: int) -> Document:
    """Two full lanes, one above the other; cards stand in one column each."""
    height = cards * 100.0 + MARGIN
    records = [Pool(id="pool"), Role(id="top", parent="pool"), Role(id="low", parent="pool")]
    records += [  # type: ignore[list-item]
        Placement(id="place_top", about="top", width=600, height=height),
        Placement(id="place_low", about="low", y=height, width=600, height=height),
    ]
    for role, upper in (("top", 0.0), ("low", height)):
        for number in range(cards):
            card, y = f"{role}{number:04}", upper + 20 + number * 100
            records += [  # type: ignore[list-item]
                Step(id=card, role=role),
                Placement(id=f"p_{card}", about=card, x=100, y=y, width=200, height=70),
            ]
    return open_document(records, ids=numbered_ids("new_"))


def test_what_stands_in_a_moved_frame_goes_along_however_deep() -> None:
    nodes: list[Node] = [
        SubProcess(id="outer"),
        SubProcess(id="inner", parent="outer"),
        Step(id="step", parent="inner"),
        Timer(id="late", parent="inner", attached_to="step", deadline="x"),
    ]
    places = [Placement(id=f"p_{n.id}", about=n.id, x=10, y=10, width=9, height=9) for n in nodes]
    document = open_document([*nodes, *places])

    with document.transaction(say("undo.move")) as tx:
        move(tx, ["outer"], 5, 7)

    moved = document.snapshot().of(Placement)
    assert {(place.x, place.y) for place in moved} == {(15, 17)}


def test_changes_of_a_move_stand_in_the_order_in_which_things_were_chosen() -> None:
    document = _two_lanes(40)
    chosen = [f"top{number:04}" for number in range(40)]

    with document.transaction(say("undo.move")) as tx:
        move(tx, chosen, 1, 0)

    assert tx.changeset is not None
    assert [change.id for change in tx.changeset] == [f"p_{card}" for card in chosen]


def test_a_lane_grows_once_for_all_cards_that_were_moved_down_together() -> None:
    document = _two_lanes(60)
    cards = [node.id for node in document.snapshot().of(Node) if node.role == "top"]
    written: list[object] = []

    with document.transaction(say("undo.move")) as tx:
        put = tx._write
        tx._write = lambda *change: (written.append(change), put(*change))  # type: ignore[assignment, func-returns-value]
        for card in cards:
            place = tx.placement(card)
            assert place is not None
            tx.replace(place.replaced(y=place.y + 5000))

    view = document.snapshot()
    top, low = view.placement("top"), view.placement("low")
    last = view.placement("top0059")
    assert top is not None
    assert low is not None
    assert last is not None
    assert top.box.bottom == last.box.bottom + MARGIN == low.y
    assert len(written) < 5 * len(cards)


def test_a_gesture_in_a_large_service_asks_for_places_not_for_all_who_stand_in_a_lane() -> None:
    document = open_document(large_service(2000), ids=numbered_ids("new_"))
    view = document.snapshot()
    asked: list[str] = []

    with document.transaction(say("undo.insert")) as tx:
        referring = tx.referring
        tx.referring = lambda record, *kind: (asked.append(record), referring(record, *kind))[1]  # type: ignore[method-assign]
        insert_on_flow(tx, "office", view.incoming("page5")[0].id)

    assert asked.count("role") <= 3


def test_a_newcomer_finds_its_place_behind_a_row_of_any_length() -> None:
    bench = Bench()
    places = [
        Placement(id=f"p{n}", about=f"n{n}", x=100 + n * 300, y=40, width=232, height=64)
        for n in range(300)
    ]
    steps = [Step(id=f"n{n}", role=bench.applicant, form="page") for n in range(300)]
    bench.do(lambda tx: [tx.add(record) for record in [*steps, *places]])

    new = bench.do(append_node, "page", "n0")

    place = bench.view.placement(new.id)
    assert place is not None
    assert place.x >= 100 + 299 * 300 + 232
