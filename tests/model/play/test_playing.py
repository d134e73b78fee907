"""Does an example citizen run alone, and is what comes out compared with what is expected?"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from model.document import Snapshot
from model.play import World, compare, covering, parting, play, replay, set_out, steps, untouched
from model.play.pairs import pairwise, rows
from model.records import (
    DataFlow,
    DataObject,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Fee,
    TariffRow,
)
from studio.samples import sample_names
from tests.model.play.making import DAY, choice, days, move, service
from tests.studio.examples.looking import example

ANSWERS = (ExampleAnswer(field="colour", value="red"),)


def case(**fields: object) -> ExampleCase:
    return ExampleCase.model_validate({"id": "case", "name": "Fall", "applied": DAY, **fields})


def colours() -> Snapshot:
    """A page asks, a decision parts, one way costs something."""
    return service(
        "start > page > x, x > a ?colour=red, x > b*, a > end, b > end2",
        *choice("colour", "page", "red", "blue"),
        Fee(id="fee", form="fixed", amount=Decimal("12.50")),
        a={"fee": "fee"},
    )


def test_a_case_answers_where_it_is_asked_and_comes_to_its_end() -> None:
    got = play(colours(), case(answers=ANSWERS, expected_end="end", expected_fee="12.50"))

    assert got.verdict == "agrees"
    assert [one.node for one in got.trace] == ["start", "page", "x", "a", "end"]
    assert got.fee == Decimal("12.50")
    assert all(one.moment.date() == DAY for one in got.trace)


def test_what_comes_out_otherwise_is_told_one_by_one() -> None:
    expected = case(expected_end="end", expected_fee="12.50", expected_deadline=DAY)

    got = play(colours(), expected)

    assert got.verdict == "differs"
    assert [(d.kind, d.expected, d.got) for d in got.differences] == [
        ("end", "END", "END2"),
        ("fee", Decimal("12.50"), Decimal(0)),
        ("deadline", DAY, None),
    ]


def test_documents_are_compared_where_the_service_says_what_it_makes() -> None:
    paper = DataObject(id="paper", name="Bescheid")
    flow = DataFlow(id="writes", source="a", target="paper")
    view = Snapshot.of_records([*colours(), paper, flow])

    right = play(view, case(answers=ANSWERS, documents=("Bescheid",)))
    wrong = play(view, case(answers=ANSWERS, documents=("Rechnung",)))

    assert right.documents == ("Bescheid",)
    assert right.verdict == "agrees"
    assert [d.kind for d in wrong.differences] == ["documents"]


def test_a_turn_changes_the_course_at_one_visit() -> None:
    view = service(
        "start > a > x, x > e ?ok=no, x > end*, e > get > a, e > timer > b > end2",
        *choice("ok", "a", "yes", "no"),
        days("timer", 14),
    )
    no, yes = (ExampleAnswer(field="ok", value=one) for one in ("no", "yes"))
    first = ExampleTurn(at="a", visit=1, answers=(no,))

    answered = play(view, case(answers=(yes,), turns=(first,)))
    silent = play(
        view,
        case(answers=(yes,), turns=(first, ExampleTurn(at="e", happens="event", event="timer"))),
    )

    assert [one.node for one in answered.trace].count("a") == 2
    assert answered.ends == ("end",)
    assert silent.ends == ("end2",)
    assert silent.deadline == date(2026, 3, 16)


def test_a_basisdienst_may_fail_in_a_case() -> None:
    view = service(
        "start > auto > end, event > b > end2", event={"attached_to": "auto", "trigger": "error"}
    )

    got = play(view, case(turns=(ExampleTurn(at="auto", happens="fails"),)))

    assert got.ends == ("end2",)


def test_a_case_that_goes_round_for_ever_is_told_and_ends() -> None:
    view = service("start > a > x, x > a ?ok=no, x > end*", *choice("ok", "a", "yes", "no"))

    got = play(view, case(answers=(ExampleAnswer(field="ok", value="no"),)))

    assert got.verdict == "stuck"
    assert [one.kind for one in got.incidents] == ["circle"]


def test_a_case_that_does_not_say_which_way_is_told() -> None:
    view = service("start > x, x > a, x > b")

    got = play(view, case())
    said = play(view, case(turns=(ExampleTurn(at="x", happens="way", event="x>b"),)))

    assert [one.kind for one in got.incidents] == ["undecided"]
    assert "b" in [one.node for one in said.trace]


def test_a_called_service_is_played_where_it_is_found_and_may_get_stuck() -> None:
    view = service(
        "start > call > end, event > b > end2",
        call={"called": "99"},
        event={"attached_to": "call", "trigger": "error"},
    )
    good, bad = service("start > a > end"), service("start > a > b > a")

    well, ill = (play(view, case(), world=World(service={"99": one}.get)) for one in (good, bad))
    alone = play(view, case(), world=World(service={}.get))

    assert well.ends == ("end",)
    assert [(at, one.ends) for at, one in well.called] == [("call", ("end",))]
    assert ill.ends == ("end2",)
    assert alone.ends == ("end",) and not alone.called


def test_watching_a_case_gives_the_same_states_as_playing_it() -> None:
    view = colours()
    red = case(answers=ANSWERS)

    watched = list(steps(view, red))

    assert watched[-1][1] == play(view, red).state
    assert tuple(move for move, _ in watched[1:]) == play(view, red).moves


# ------------------------------------------------------------------------------- back and on


def test_a_walk_goes_back_and_on_another_way_and_both_are_compared() -> None:
    view = colours()
    walk = set_out(view, DAY)

    red = walk.go(view, move(view, walk.now, "page").answered({"colour": "red"}))
    red = red.go(view, move(view, red.now, "a"))
    blue = red.back(0).go(view, move(view, walk.now, "page").answered({"colour": "blue"}))

    assert red.back().now == red.states[1]
    assert red.back(0) == walk
    assert parting(red, blue) == 0
    assert compare(red.now.trace, blue.now.trace).only_first == ("a", "end")
    assert [one.node for one in red.happened(2)] == ["a", "end"]


def test_a_walk_is_made_again_in_a_changed_service_as_far_as_it_fits() -> None:
    view = service("start > a > b > end")
    changed = service("start > a > c > end")
    walk = set_out(view, DAY)
    for node in ("a", "b"):
        walk = walk.go(view, move(view, walk.now, node))

    again, refused = replay(changed, walk)

    assert len(again) == 1
    assert refused is not None and refused.where == "b"
    assert replay(view, walk) == (walk, None)


def test_what_no_case_has_reached_is_named() -> None:
    view = colours()

    left = untouched(view, [play(view, case(answers=ANSWERS)).trace])

    assert left.nodes == ("b", "end2")
    assert left.flows == ("b>end2", "x>b")


# ------------------------------------------------------------------------------ invented cases


def test_generated_cases_go_every_way_and_agree_with_themselves() -> None:
    view = colours()

    made = covering(view, DAY)

    played = [play(view, one) for one in made]
    assert all(one.verdict == "agrees" for one in played)
    assert not untouched(view, [one.trace for one in played])
    assert len({one.name for one in made}) == len(made) == 2
    assert made == covering(view, DAY)
    assert covering(view, DAY, beside=made) == ()


def test_generated_cases_stand_at_the_bounds_of_a_number() -> None:
    from model.records import Field

    view = service(
        "start > page > x, x > a ?age<18, x > b*, a > end, b > end2",
        Field(id="age", parent="page", label="age", data_type="num_int"),
    )

    made = covering(view, DAY)

    assert {one.answers[0].value for one in made} == {"17", "18"}


def test_pairs_of_values_all_stand_together_once() -> None:
    sizes = [4, 3, 3, 2, 5, 2]

    made = pairwise(sizes)

    for a in range(len(sizes)):
        for b in range(a):
            assert len({(row[a], row[b]) for row in made}) == sizes[a] * sizes[b]
    assert len(made) < 40
    assert rows([2, 3], 6) == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]


# ----------------------------------------------------------------------------------- samples


@pytest.mark.parametrize("name", sample_names())
def test_every_case_of_a_sample_agrees_and_together_they_go_every_way(name: str) -> None:
    view = example(name)
    cases = view.of(ExampleCase)

    played = [play(view, one) for one in cases]

    assert len(cases) >= 4
    assert {one.name: one.verdict for one in played} == {one.name: "agrees" for one in cases}
    assert not untouched(view, [one.trace for one in played])


def test_changing_a_fee_turns_exactly_the_cases_red_that_pay_it() -> None:
    view = example("bewohnerparkausweis")
    (row,) = [r for r in view.of(TariffRow) if r.label == "Parkgebiet A, 12 Monate"]
    dearer = Snapshot.of_records(
        [r for r in view if r.id != row.id] + [row.replaced(amount=Decimal("25"))]
    )

    red = {one.name for one in dearer.of(ExampleCase) if play(dearer, one).differences}

    paying = {one.name for one in view.of(ExampleCase) if one.expected_fee == row.amount}
    assert red == paying != set()


def test_a_case_reads_as_json(tmp_path: object) -> None:
    from studio.commandline.play import as_data

    view = colours()
    one = case(answers=ANSWERS, expected_fee="1")

    data = json.loads(json.dumps(as_data(view, [one], [play(view, one)])))

    assert data["cases"][0]["got"]["fee"] == "12.50"
    assert data["cases"][0]["differences"][0]["kind"] == "fee"
    assert data["untouched"]["nodes"] == ["b", "end2"]
