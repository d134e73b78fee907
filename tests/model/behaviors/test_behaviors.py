"""Each consequence is a sentence that is true afterwards."""

from __future__ import annotations

import pytest

from model.behaviors.lanes_hold_their_cards import MARGIN
from model.commands import (
    add_option,
    cite,
    connect_steps,
    consequences,
    make_default,
    move,
    place_field,
    place_node,
    reconnect,
    remove,
    rename,
    set_condition,
    use_field,
)
from model.document import History
from model.expressions import sentence
from model.geometry import Point
from model.records import (
    AllOf,
    Chosen,
    Citation,
    Deadline,
    ExampleAnswer,
    ExampleCase,
    Field,
    FieldUse,
    Flow,
    Norm,
    Present,
    Role,
    Step,
    Timer,
)
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def branching(bench: Bench) -> dict[str, str]:
    """Page with a yes-no question; "Ja" leads to a page of its own, "sonst" to the payment."""
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    payment = bench.after(page.id, "page", "Zahlung")
    yes, no = bench.options(question)
    permit = bench.after(page.id, "page", "Erlaubnis", option=yes.id)
    bench.do(connect_steps, permit.id, payment.id)
    return {
        "page": page.id,
        "question": question.id,
        "yes": yes.id,
        "no": no.id,
        "payment": payment.id,
        "permit": permit.id,
    }


def test_flows_leave_with_their_step(bench: Bench, branching: dict[str, str]) -> None:
    bench.do(remove, [branching["permit"]])

    ends = {i for flow in bench.view.of(Flow) for i in (flow.source, flow.target)}

    assert branching["permit"] not in ends
    assert [f.target for f in bench.view.outgoing(branching["page"])] == [branching["payment"]]


def test_undo_brings_back_a_deleted_step_with_its_flows(
    bench: Bench, branching: dict[str, str]
) -> None:
    history = History(bench.document)
    before = bench.view

    bench.do(remove, [branching["page"]])
    history.undo()

    assert bench.view == before


def test_children_leave_with_their_parent(bench: Bench, branching: dict[str, str]) -> None:
    norm = bench.do(lambda tx: tx.add(Norm(id="n", law="HStS", paragraph="§ 5")))
    bench.do(cite, branching["question"], norm.id)

    bench.do(remove, [branching["page"]])

    assert not {branching["question"], branching["yes"], branching["no"]} & {
        r.id for r in bench.view
    }
    assert bench.view.of(Citation) == []
    assert bench.view.placement(branching["page"]) is None
    assert "n" in bench.view


def test_conditions_follow_renamed_answers(bench: Bench, branching: dict[str, str]) -> None:
    bench.do(rename, branching["yes"], "Ja, sehr")

    conditional = bench.view.outgoing(branching["page"])[1]

    assert conditional.condition is not None
    assert "Ja, sehr" in sentence(bench.view, conditional.condition)


def test_conditions_follow_deleted_answers(bench: Bench, branching: dict[str, str]) -> None:
    field = bench.field("text", branching["payment"], "IBAN")
    both = AllOf(
        parts=(
            Chosen(field=branching["question"], option=branching["yes"]),
            Present(field=branching["question"]),
        )
    )
    bench.do(set_condition, field.id, both)

    bench.do(remove, [branching["yes"]])

    assert bench.view.the(field.id, Field).visible == Present(field=branching["question"])
    assert [f.target for f in bench.view.outgoing(branching["page"])] == [branching["payment"]]


def test_nothing_dangles_when_a_field_goes(bench: Bench, branching: dict[str, str]) -> None:
    check = bench.after(branching["payment"], "office", "Prüfen", role=bench.office)
    bench.do(use_field, check.id, branching["question"])
    answers = (ExampleAnswer(field=branching["question"], value="ja"),)
    bench.do(lambda tx: tx.add(ExampleCase(id="x", name="Fall", answers=answers)))

    bench.do(remove, [branching["question"]])

    assert bench.view.of(FieldUse) == []
    assert bench.view.the("x", ExampleCase).answers == ()


def test_always_a_default_way(bench: Bench, branching: dict[str, str]) -> None:
    flows = bench.view.outgoing(branching["page"])

    assert [(f.target, f.default) for f in flows] == [
        (branching["payment"], True),
        (branching["permit"], False),
    ]


def test_another_way_can_become_the_default_and_the_old_one_takes_its_condition(
    bench: Bench, branching: dict[str, str]
) -> None:
    conditional = bench.view.outgoing(branching["page"])[1]
    condition = conditional.condition

    bench.do(make_default, conditional.id)

    new, old = bench.view.outgoing(branching["page"])
    assert (new.target, new.condition) == (branching["permit"], None)
    assert (old.target, old.condition) == (branching["payment"], condition)


def test_a_lone_way_from_a_decision_is_sonst_and_a_lone_way_from_a_step_is_plain(
    bench: Bench,
) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    decision = bench.after(page.id, "decision", "Gut?")
    bench.after(decision.id, "end", "Ende")

    assert [f.default for f in bench.view.outgoing(page.id)] == [False]
    assert [f.default for f in bench.view.outgoing(decision.id)] == [True]


def test_where_ways_met_no_way_becomes_sonst_when_one_of_them_goes(bench: Bench) -> None:
    choice = bench.after(bench.start, "decision", "Gut?")
    first = bench.after(choice.id, "office", "Prüfen", role=bench.office)
    second = bench.after(choice.id, "office", "Zahlen", role=bench.office)
    meeting = bench.after(first.id, "decision", "")
    bench.do(connect_steps, second.id, meeting.id)
    bench.after(meeting.id, "end", "Ende")

    bench.do(remove, [second.id])

    assert [flow.source for flow in bench.view.incoming(meeting.id)] == [first.id]
    assert [flow.default for flow in bench.view.outgoing(meeting.id)] == [False]


def test_a_reconnected_default_leaves_a_default_behind(
    bench: Bench, branching: dict[str, str]
) -> None:
    end = bench.after(branching["payment"], "end", "Ende")
    default = bench.view.outgoing(branching["page"])[0]

    bench.do(reconnect, default.id, target=end.id)

    flows = bench.view.outgoing(branching["page"])
    assert [(f.target, f.default) for f in flows] == [(end.id, True), (branching["permit"], False)]


def test_a_timer_has_a_deadline_of_its_own(bench: Bench) -> None:
    timer = bench.after(bench.start, "timer", "Zwei Wochen")

    deadline = bench.view.the(bench.view.the(timer.id, Timer).deadline, Deadline)
    assert (deadline.parent, deadline.length) == (timer.id, None)


def test_a_card_grows_with_its_rows_and_shrinks_again(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    bare = bench.view.placement(page.id)

    question = bench.field("yesno", page.id, "Gefährlich?")
    bench.do(add_option, question.id, "Weiß nicht")
    grown = bench.view.placement(page.id)
    bench.do(remove, [question.id])

    assert bare is not None and grown is not None
    assert grown.height == 36 + 28 + 3 * 24 + 4
    assert grown.y == bare.y
    assert bench.view.placement(page.id) == bare


def test_a_lane_grows_and_pushes_the_lanes_below(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    check = bench.after(page.id, "office", "Prüfen", role=bench.office)
    office, below = bench.view.placement(bench.office), bench.view.placement(check.id)

    for number in range(9):
        bench.field("text", page.id, f"Feld {number}")

    card, lane = bench.view.placement(page.id), bench.view.placement(bench.applicant)
    assert card is not None and lane is not None and office is not None and below is not None
    assert lane.box.bottom == card.box.bottom + MARGIN
    moved = bench.view.placement(bench.office)
    assert moved is not None and moved.y == lane.box.bottom
    assert bench.view.placement(check.id) == below.replaced(y=below.y + moved.y - office.y)


def test_a_card_pulled_into_another_lane_belongs_to_it_and_changes_its_form(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    office = bench.view.placement(bench.office)
    card = bench.view.placement(page.id)
    assert office is not None and card is not None

    bench.do(move, [page.id], 0, office.box.center.y - card.box.center.y)

    step = bench.view.the(page.id, Step)
    assert (step.role, step.form) == (bench.office, "office")


def test_a_lane_with_cards_is_not_deleted(bench: Bench) -> None:
    bench.do(remove, [bench.applicant, bench.system])

    assert [role.id for role in bench.view.ordered(Role)] == [bench.applicant, bench.office]


def test_consequences_are_told_before_and_leave_the_document_alone(
    bench: Bench, branching: dict[str, str]
) -> None:
    before = bench.view

    told = consequences(bench.document, [branching["question"]])

    gone = {change.record.kind for change in told if change.after is None}
    assert bench.view == before
    assert gone == {"field", "option", "flow"}


def test_a_place_for_a_row_is_given_before_another(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    last = bench.field("text", page.id, "Zuletzt")

    bench.do(place_field, "text", page.id, before=last.id, label="Zuerst")

    assert [row.label for row in bench.view.children(page.id, Field)] == ["Zuerst", "Zuletzt"]


def test_where_ways_only_meet_nothing_is_called_sonst(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    question = bench.field("yesno", page.id, "Gut?")
    join = bench.after(page.id, "decision", "")
    other = bench.after(page.id, "page", "Zweite", option=bench.options(question)[0].id)
    bench.do(connect_steps, other.id, join.id)
    bench.after(join.id, "end", "Ende")

    assert [flow.default for flow in bench.view.outgoing(join.id)] == [False]


def test_a_lane_makes_the_same_of_a_card_that_is_placed_and_of_one_that_is_moved(
    bench: Bench,
) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    asking = bench.after(page.id, "page", "Fragen")
    name = bench.field("text", asking.id, "Name")
    reading = bench.after(asking.id, "office", "Lesen", role=bench.office)
    bench.do(use_field, reading.id, name.id)

    def into(lane: str, card: str) -> str:
        place, box = bench.view.placement(card), bench.view.placement(lane)
        assert place is not None
        assert box is not None
        bench.do(move, [card], 0, box.box.center.y - place.box.center.y)
        return bench.view.the(card, Step).form

    placed = bench.after(reading.id, "office", "Gesetzt", role=bench.system)

    assert into(bench.system, page.id) == placed.form == "automatic"  # type: ignore[attr-defined]
    assert into(bench.system, asking.id) == "office"
    assert into(bench.applicant, reading.id) == "office"


def test_an_event_at_the_lower_edge_stays_there_when_the_card_grows(bench: Bench) -> None:
    check = bench.after(bench.start, "office", "Prüfen", role=bench.office)
    card = bench.view.placement(check.id)
    assert card is not None
    timer = bench.do(place_node, "timer", bench.office, Point(card.box.right, card.box.bottom))
    bench.do(lambda tx: tx.alter(timer.id, attached_to=check.id))
    before = bench.view.placement(timer.id)

    bench.field("text", check.id, "Eins")
    bench.field("text", check.id, "Zwei")

    grown, after = bench.view.placement(check.id), bench.view.placement(timer.id)
    assert grown is not None
    assert before is not None
    assert after is not None
    assert grown.height > card.height
    assert after.y - before.y == grown.height - card.height
