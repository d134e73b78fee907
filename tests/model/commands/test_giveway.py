"""A newcomer finds its place: near its neighbour, in line with it, and few make way among many."""

from __future__ import annotations

import random

import pytest

from model.behaviors import open_document
from model.commands import append_node, change_kind, insert_on_flow, remove_and_reconnect, tidy
from model.commands.giveway import FEW
from model.document import Document, Snapshot, numbered_ids
from model.geometry import HEADER, LANE_TITLE, Rect
from model.graph import route, way_line
from model.language import say
from model.records import (
    Annotation,
    Flow,
    Frame,
    Node,
    Placement,
    Record,
    Role,
    Step,
    SubProcess,
    Timer,
)
from tests.bench.large import large_service
from tests.bench.tidy import generated, overlaps
from tests.helpers.building import Bench
from tests.helpers.invariants import overlapping_lanes


def _box(view: Snapshot, node: str) -> Rect:
    place = view.placement(node)
    assert place is not None
    return place.box


def _line(view: Snapshot, node: str) -> float:
    box = _box(view, node)
    return box.y + way_line(box.height)


def _do(document: Document, command, *args, **named):  # type: ignore[no-untyped-def]
    with document.transaction(say("undo.test")) as tx:
        made = command(tx, *args, **named)
    assert tx.changeset is not None
    return made, list(tx.changeset)


def _row(cards: int, *more: Record, apart: float = 300.0) -> Document:
    """A long row of cards that follow each other, in a lane."""
    records: list[Record] = [Role(id="lane"), *more]
    records.append(Placement(id="p_lane", about="lane", width=cards * apart + 100, height=600))
    for number in range(cards):
        card, x = f"n{number:03}", LANE_TITLE + 20 + number * apart
        records += [
            Step(id=card, role="lane", order=f"a{number:03}"),
            Placement(id=f"p_{card}", about=card, x=x, y=100, width=232, height=64),
        ]
        if number:
            records.append(Flow(id=f"to_{card}", source=f"n{number - 1:03}", target=card))
    return open_document(records, ids=numbered_ids("new_"))


def test_a_service_made_by_appending_alone_stands_in_one_straight_line() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Ihre Angaben")
    for label in ("Name", "Anschrift", "E-Mail"):
        bench.field("text", first.id, label)

    second = bench.after(first.id, "page", "Ihr Hund")
    gate = bench.after(second.id, "decision", "Gefährlich?")
    other = bench.after(gate.id, "call", "Steuer")
    end = bench.after(other.id, "end", "Ende")

    view = bench.view
    nodes = (bench.start, first.id, second.id, gate.id, other.id, end.id)
    assert len({_line(view, node) for node in nodes}) == 1
    assert _box(view, first.id).y == _box(view, second.id).y == _box(view, other.id).y
    assert all(len(route(view, flow)) == 2 for flow in view.of(Flow))


def test_a_newcomer_on_a_way_stands_level_with_its_goal_however_tall_that_is() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    for number in range(5):
        bench.field("text", page.id, f"Angabe {number}")

    sign = bench.do(insert_on_flow, "decision", bench.view.incoming(page.id)[0].id)
    card = bench.do(insert_on_flow, "page", bench.view.incoming(page.id)[0].id)

    view = bench.view
    assert _line(view, sign.id) == _line(view, page.id) == _box(view, page.id).y + HEADER / 2
    assert _box(view, card.id).y == _box(view, page.id).y
    assert all(len(route(view, flow)) == 2 for flow in view.of(Flow))


def test_in_a_further_lane_a_newcomer_stands_level_with_those_that_are_there() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    check = bench.after(page.id, "office", "Prüfen", role=bench.office)

    back = bench.after(check.id, "page", "Nachreichen", role=bench.applicant)

    assert _line(bench.view, back.id) == _line(bench.view, page.id)


def test_one_more_way_out_leads_to_a_card_below_the_first() -> None:
    bench = Bench()
    gate = bench.after(bench.start, "decision", "Gut?")
    first = bench.after(gate.id, "page", "Ja")
    bench.after(first.id, "end", "Ende")

    second = bench.after(gate.id, "page", "Nein")

    view = bench.view
    assert _box(view, second.id).x == _box(view, first.id).x
    assert _box(view, second.id).y > _box(view, first.id).bottom
    assert overlaps(view) == []
    assert overlapping_lanes(view) == []


def test_a_gap_that_was_left_takes_the_next_newcomer_and_nobody_moves() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    third = bench.after(second.id, "page", "Drei")
    bench.do(remove_and_reconnect, [second.id])
    before = _box(bench.view, third.id)

    new = bench.do(insert_on_flow, "page", bench.view.incoming(third.id)[0].id)

    view = bench.view
    assert _box(view, third.id) == before
    assert _box(view, first.id).right < _box(view, new.id).x
    assert _box(view, new.id).right < before.x


def test_among_few_all_columns_go_along() -> None:
    document = _row(5)
    before = document.snapshot()

    _do(document, insert_on_flow, "office", "to_n002")

    view = document.snapshot()
    moved = {n: _box(view, n).x - _box(before, n).x for n in ("n002", "n003", "n004")}
    assert len(set(moved.values())) == 1


def test_among_many_only_what_would_be_covered_moves_and_each_as_far_as_needed() -> None:
    document = _row(FEW + 50)
    before = document.snapshot()

    new, changes = _do(document, insert_on_flow, "office", "to_n005")

    view = document.snapshot()
    moved = [_box(view, f"n{n:03}").x - _box(before, f"n{n:03}").x for n in range(FEW + 50)]
    assert moved[:5] == [0] * 5
    assert moved[5] > 0
    assert moved[5:] == sorted(moved[5:], reverse=True)
    assert moved[20:] == [0] * (FEW + 30)
    assert len(changes) < 30
    assert _box(view, new.id).x == _box(before, "n005").x
    assert overlaps(view) == []


def test_exceptions_notes_frames_and_bends_go_along_with_who_makes_way() -> None:
    more = [
        Timer(id="late", role="lane", attached_to="n006", deadline="x"),
        Placement(id="p_late", about="late", x=1940, y=146, width=36, height=36),
        Annotation(id="note", text="Wichtig", about="n006"),
        Placement(id="p_note", about="note", x=1850, y=20, width=100, height=48),
        Frame(id="frame", name="Zusammen"),
        Placement(id="p_frame", about="frame", x=1500, y=60, width=650, height=140),
        Placement(id="bends", about="to_n007", bends=((2090.0, 300.0), (2120.0, 300.0))),
    ]
    document = _row(FEW + 50, *more)
    before = document.snapshot()

    _do(document, insert_on_flow, "office", "to_n005")

    view = document.snapshot()
    by = _box(view, "n006").x - _box(before, "n006").x
    assert by > 0
    assert _box(view, "late").x - _box(before, "late").x == by
    assert _box(view, "note").x - _box(before, "note").x == by
    assert _box(view, "frame").right > _box(view, "n006").right
    bends = view.the("bends", Placement).bends
    assert [x for x, _ in bends] == [2090 + by, 2120 + by]


def test_an_open_sub_process_grows_and_pushes_what_stands_behind_it() -> None:
    inside = [
        SubProcess(id="frame", role="lane", expanded=True),
        Placement(id="p_frame", about="frame", x=100, y=250, width=600, height=160),
        Step(id="behind", role="lane"),
        Placement(id="p_behind", about="behind", x=720, y=300, width=232, height=64),
        Step(id="one", role="lane", parent="frame"),
        Placement(id="p_one", about="one", x=124, y=300, width=232, height=64),
        Step(id="two", role="lane", parent="frame"),
        Placement(id="p_two", about="two", x=412, y=300, width=232, height=64),
        Flow(id="inner", source="one", target="two"),
    ]
    document = _row(FEW + 50, *inside)

    new, _ = _do(document, insert_on_flow, "office", "inner")

    view = document.snapshot()
    assert view.the(new.id, Node).parent == "frame"
    assert _box(view, "frame").right > _box(view, "two").right
    assert _box(view, "behind").x > _box(view, "frame").right
    assert overlaps(view) == []


@pytest.mark.parametrize("seed", range(4))
def test_wherever_one_is_put_in_nothing_overlaps_and_no_way_turns_back(seed: int) -> None:
    records = generated(FEW + 60, 3, 0.2, seed)
    document = open_document(records, ids=numbered_ids("new_"))
    _do(document, tidy)
    chance = random.Random(seed)

    for _ in range(25):
        view = document.snapshot()
        onward = [
            flow
            for flow in view.of(Flow)
            if _box(view, flow.target).x >= _box(view, flow.source).right
        ]
        chosen = chance.choice([flow for flow in onward if len(view.outgoing(flow.source)) == 1])
        new, _ = _do(document, insert_on_flow, "office", chosen.id)

        after = document.snapshot()
        assert overlaps(after) == []
        assert overlapping_lanes(after) == []
        assert _box(after, new.id).right <= _box(after, chosen.target).x
        for flow in onward:
            if flow.id != chosen.id:
                assert _box(after, flow.target).x >= _box(after, flow.source).right


def test_in_ten_thousand_cards_one_newcomer_moves_a_handful() -> None:
    document = open_document(large_service(10_000), ids=numbered_ids("new_"))
    before = document.snapshot()

    _, changes = _do(document, insert_on_flow, "office", before.incoming("page1250")[0].id)
    view = document.snapshot()
    _, appended = _do(document, append_node, "office", "page700", option="yes700")

    assert len(changes) < 60
    assert len(appended) < 20
    assert len(overlaps(view)) <= len(overlaps(before))


def test_what_becomes_something_else_stays_on_its_straight_way() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    for number in range(5):
        bench.field("text", page.id, f"Angabe {number}")
    gate = bench.after(page.id, "decision", "Gut?")
    bench.after(gate.id, "page", "Danach")

    bench.do(change_kind, gate.id, "page")

    view = bench.view
    assert all(len(route(view, flow)) == 2 for flow in view.of(Flow))
    assert overlaps(view) == []
