"""Does a case walk as BPMN says, and say why where it cannot?"""

from __future__ import annotations

import pytest

from model.document import Snapshot
from model.errors import FachwerkError
from model.play import Move, begin, days_later, make, possible, why
from model.records import Field, FieldGroup, FieldUse, MessageFlow
from tests.model.play.making import (
    DAY,
    after,
    at,
    cancelled,
    choice,
    days,
    done,
    incidents,
    move,
    service,
    started,
)

# ------------------------------------------------------------------------------ ways and signs


def test_a_step_waits_until_it_is_done() -> None:
    view = service("start > a > b > end")

    state = started(view)

    assert at(state) == ["a"]
    state = after(view, state, "a", "b")
    assert state.finished
    assert done(state) == ["start", "a", "b", "end"]
    assert [one.causes for one in state.trace] == [(), (1,), (2,), (3,)]


def test_a_decision_tells_the_sentence_and_the_value_that_decided() -> None:
    view = service("start > a > x > b ?colour=red, x > c*", *choice("colour", "a", "red", "blue"))

    blue = make(view, started(view), move(view, started(view), "a").answered({"colour": "blue"}))
    red = make(view, started(view), move(view, started(view), "a").answered({"colour": "red"}))

    assert (at(red), at(blue)) == (["b"], ["c"])
    (reason,) = [d for one in red.trace for d in one.decided]
    assert reason.way == "x>b"
    assert reason.values == (("colour", "red"),)
    assert "colour = red" in str(why(view, reason))
    (reason,) = [d for one in blue.trace for d in one.decided]
    assert reason.default and reason.values == (("colour", "blue"),)


def test_a_card_with_conditions_takes_one_way_and_without_them_all() -> None:
    asking = service("start > a, a > b ?colour=red, a > c*", *choice("colour", "a", "red"))
    plain = service("start > a, a > b, a > c")

    assert at(after(asking, started(asking, colour="red"), "a")) == ["b"]
    assert at(after(plain, started(plain), "a")) == ["b", "c"]


def test_where_no_condition_holds_and_no_else_is_there_it_says_so() -> None:
    more = choice("colour", "a", "red", "blue", "green")
    view = service("start > a > x > b ?colour=red, x > c ?colour=blue", *more)

    state = after(view, started(view), "a")

    assert incidents(state) == [("no_way", "x")]
    assert not state.finished
    assert possible(view, state) == ()


def test_ways_without_conditions_are_for_a_person_to_choose() -> None:
    view = service("start > x, x > b, x > c")

    state = started(view)

    assert [one.event for one in possible(view, state)] == ["x>b", "x>c"]
    state = after(view, state, "x>c")
    assert at(state) == ["c"]
    assert [d.by_hand for one in state.trace for d in one.decided] == [True]


def test_a_parallel_join_waits_for_all_ways() -> None:
    view = service("start > p1, p1 > a > p2, p1 > b > p2, p2 > c > end")

    state = after(view, started(view), "a")
    assert at(state) == ["b", "p2"]

    state = after(view, state, "b")
    assert at(state) == ["c"]
    join = next(one for one in state.trace if one.node == "p2")
    assert {list(state.trace)[cause - 1].node for cause in join.causes} == {"a", "b"}


def test_a_join_that_can_never_complete_is_told() -> None:
    view = service(
        "start > a > x, x > b ?colour=red, x > c*, b > p, c > p, p > end",
        *choice("colour", "a", "red"),
    )

    state = after(view, started(view, colour="red"), "a", "b")

    assert incidents(state) == [("join", "p")]


def test_an_inclusive_join_waits_only_for_those_who_can_still_come() -> None:
    view = service(
        "start > o1, o1 > a ?n<1, o1 > b ?n<2, o1 > c ?n<3, a > o2, b > o2, c > o2, o2 > d > end",
        Field(id="n", parent="a", data_type="num", label="n"),
    )

    two = started(view, n="1")
    one = after(view, started(view, n="2"), "c")

    assert at(two) == ["b", "c"]
    two = after(view, two, "b")
    assert at(two) == ["c", "o2"]
    assert at(after(view, two, "c")) == ["d"]
    assert at(one) == ["d"]


def test_an_inclusive_join_in_a_loop_does_not_wait_for_its_own_way_back() -> None:
    view = service(
        "start > o1 > a > x, x > o1 ?again=yes, x > end*", *choice("again", "a", "yes", "no")
    )

    state = after(view, started(view, again="yes"), "a", "a")

    assert at(state) == ["a"]
    assert not state.incidents


def test_alles_beenden_breaks_off_what_still_runs() -> None:
    view = service("start > p, p > a > stop, p > b > end")

    state = after(view, started(view), "a")

    assert state.finished
    assert cancelled(state) == ["b"]


def test_a_circle_of_signs_is_an_incident_and_no_endless_loop() -> None:
    view = service("start > x1 > x2 > x1")

    state = started(view)

    assert [kind for kind, _ in incidents(state)] == ["endless"]


def test_a_chain_of_ten_thousand_steps_is_walked_without_recursion() -> None:
    chain = " > ".join(["start", *(f"s{n}" for n in range(10_000)), "end"])
    view = service(chain)
    state = started(view)

    while moves := possible(view, state):
        state = make(view, state, moves[0])

    assert state.finished
    assert len(state.trace) == 10_002


def test_a_way_into_nothing_and_a_missing_end_are_told() -> None:
    lost = service("start > a > b")
    empty = Snapshot.of_records([service("start > a").service])

    assert incidents(after(lost, started(lost), "a", "b")) == [("dead_end", "b")]
    assert incidents(begin(empty, DAY)) == [("no_start", "service")]


# -------------------------------------------------------------------------------------- events


def test_what_comes_first_takes_the_way_of_the_event_that_came() -> None:
    view = service("start > e, e > get > a, e > timer > b", days("timer", 14))
    state = started(view)

    message, time = after(view, state, "get"), after(view, state, "~")

    assert at(message) == ["a"]
    assert at(time) == ["b"]
    assert time.now.date().isoformat() == "2026-03-16"


def test_time_jumps_by_days_and_what_falls_due_meanwhile_happens() -> None:
    view = service("start > timer > a", days("timer", 14))
    state = started(view)

    early, late = (make(view, state, days_later(state, n)) for n in (13, 30))

    assert at(early) == ["timer"]
    assert at(late) == ["a"]
    assert late.now.date().isoformat() == "2026-04-01"
    assert [one.moment.date().isoformat() for one in late.trace][-1] == "2026-03-16"


@pytest.mark.parametrize(("interrupting", "left"), [(True, ["b"]), (False, ["a", "b"])])
def test_an_exception_breaks_off_the_step_or_runs_beside_it(
    interrupting: bool, left: list[str]
) -> None:
    timer = {"attached_to": "a", "interrupting": interrupting}
    view = service("start > a > end, timer > b > end", days("timer", 3), timer=timer)

    state = after(view, started(view), "~")

    assert at(state) == left
    assert possible(view, state)[0].kind == "do"
    assert not any(one.kind == "time" for one in possible(view, state))


def test_a_service_that_fails_goes_to_its_error_exception() -> None:
    caught = service(
        "start > auto > end, event > b > end", event={"attached_to": "auto", "trigger": "error"}
    )
    loose = service("start > auto > end")

    assert at(after(caught, started(caught), "auto!")) == ["b"]
    state = after(loose, started(loose), "auto!")
    assert incidents(state) == [("failed", "auto")]
    assert after(loose, state, "auto").finished


def test_an_error_inside_is_caught_by_the_exception_with_its_code() -> None:
    view = service(
        "start > sub > end, start2 > a > end2, event1 > b, event2 > c",
        start2={"parent": "sub"},
        a={"parent": "sub"},
        end2={"parent": "sub", "result": "error", "error_code": "E2"},
        event1={"attached_to": "sub", "trigger": "error"},
        event2={"attached_to": "sub", "trigger": "error", "error_code": "E2"},
    )

    state = after(view, started(view), "a")

    assert at(state) == ["c"]
    assert cancelled(state) == ["sub"]


def test_a_signal_is_heard_by_all_who_wait_for_it() -> None:
    catch = {"trigger": "signal", "event_name": "Ruf"}
    view = service(
        "start > p, p > event1 > a, p > event2 > b, p > c > event3 > d",
        event1=catch,
        event2=catch,
        event3={**catch, "direction": "send"},
    )

    state = after(view, started(view), "c")

    assert at(state) == ["a", "b", "d"]


def test_an_escalation_that_does_not_interrupt_runs_beside() -> None:
    view = service(
        "start > sub > end, start2 > event1 > a > end2, event2 > b > end",
        start2={"parent": "sub"},
        event1={"parent": "sub", "trigger": "escalation", "direction": "send"},
        a={"parent": "sub"},
        end2={"parent": "sub"},
        event2={"attached_to": "sub", "trigger": "escalation", "interrupting": False},
    )

    state = started(view)

    assert at(state) == ["a", "b", "sub"]


def test_a_link_jumps_to_where_it_is_received_or_says_that_nobody_does() -> None:
    throw = {"trigger": "link", "direction": "send", "event_name": "A"}
    caught = {"trigger": "link", "event_name": "A"}
    view = service("start > event1, event2 > a", event1=throw, event2=caught)
    lost = service("start > event1", event1=throw)

    assert at(started(view)) == ["a"]
    assert incidents(started(lost)) == [("link", "event1")]


def test_a_condition_that_comes_true_starts_its_event() -> None:
    asked = service("start > x > b ?n<5", Field(id="n", parent="a", data_type="num"))
    condition = asked["x>b"].condition
    view = service(
        "start > p, p > a > end, p > event > b",
        Field(id="n", parent="a", data_type="num"),
        event={"trigger": "conditional", "condition": condition},
    )
    state = started(view)

    many = make(view, state, move(view, state, "a").answered({"n": "7"}))
    few = make(view, state, move(view, state, "a").answered({"n": "3"}))

    assert at(many) == ["event"]
    assert at(few) == ["b"]


def test_a_message_reaches_who_waits_for_it_even_when_it_comes_early() -> None:
    flow = MessageFlow(id="m", source="send", target="get")
    view = service("start > p, p > a > send > b, p > c > get > d", flow)

    early = after(view, started(view), "a", "c")
    late = after(view, started(view), "c", "a")

    assert at(early) == at(late) == ["b", "d"]


# ------------------------------------------------------------------------------- sub-processes


def test_a_subprocess_is_over_when_everything_in_it_is() -> None:
    view = service(
        "start > sub > b > end, start2 > p, p > a1 > end2, p > a2 > end2",
        **{one: {"parent": "sub"} for one in ("start2", "p", "a1", "a2", "end2")},
    )

    state = after(view, started(view), "a1")
    assert at(state) == ["a2", "sub"]

    state = after(view, state, "a2")
    assert at(state) == ["b"]
    (over,) = [one for one in state.trace if one.node == "sub"]
    assert {list(state.trace)[c - 1].node for c in over.causes} == {"start", "end2"}


@pytest.mark.parametrize(
    ("interrupting", "left"), [(True, ["b", "sub"]), (False, ["a", "b", "sub"])]
)
def test_an_event_starts_a_subprocess_instead_of_the_work_or_beside_it(
    interrupting: bool, left: list[str]
) -> None:
    view = service(
        "start > a > end, start2 > b > end2",
        sub={"by_event": True},
        start2={"parent": "sub", "trigger": "message", "interrupting": interrupting},
        b={"parent": "sub"},
        end2={"parent": "sub"},
    )
    state = started(view)

    state = after(view, state, "start2")

    assert at(state) == left
    assert after(view, state, *(["a"] if "a" in left else []), "b").finished


def test_a_step_for_each_entry_is_done_as_often_as_there_are_entries() -> None:
    group = FieldGroup(id="dogs", parent="page", maximum=None)
    use = FieldUse(id="use", parent="a", field="dogs")
    at_once = service("start > a > end", group, use, a={"repeats": "parallel"})
    in_turn = service("start > a > end", group, use, a={"repeats": "sequential"})

    three = begin(at_once, DAY, answers={"dogs": [{}, {}, {}]})
    one = begin(in_turn, DAY, answers={"dogs": [{}, {}, {}]})
    none = begin(in_turn, DAY, answers={})

    assert [m.kind for m in possible(at_once, three)] == ["do", "do", "do"]
    assert [m.kind for m in possible(in_turn, one)] == ["do"]
    one = after(in_turn, one, "a", "a", "a")
    assert one.finished
    assert [h.entry for h in one.trace if h.node == "a"] == [0, 1, 2, -1]
    assert none.finished


def test_a_loop_is_done_again_until_it_is_enough() -> None:
    view = service("start > a > end", a={"repeats": "loop"})

    state = after(view, started(view), "a+", "a+", "a")

    assert done(state) == ["start", "a", "a", "a", "end"]


def test_a_walk_may_begin_in_the_middle_of_a_subprocess() -> None:
    view = service(
        "start > sub > c > end, start2 > a > b > end2",
        **{one: {"parent": "sub"} for one in ("start2", "a", "b", "end2")},
    )

    state = begin(view, DAY, at="b")

    assert at(state) == ["b", "sub"]
    assert at(after(view, state, "b")) == ["c"]


def test_a_move_that_does_not_fit_is_refused_in_words() -> None:
    view = service("start > a > end")
    state = started(view)

    with pytest.raises(FachwerkError) as refused:
        make(view, state, Move("do", "b", 9))

    assert refused.value.what.key == "play.not_possible"
    assert refused.value.todo is not None
