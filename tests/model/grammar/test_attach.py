"""Does the grammar know what may hang at the edge of a step, and what data may be joined to?"""

from __future__ import annotations

import pytest

from model.grammar import may_attach, may_connect, may_stand_alone
from model.records import Event
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize(
    "key", ["timer", "message_receive", "signal_receive", "condition", "error", "escalation"]
)
def test_what_is_waited_for_may_hang_at_a_step(bench: Bench, key: str) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)

    assert may_attach(bench.view, step.id, key).allowed


@pytest.mark.parametrize("key", ["message_send", "signal_send", "link_receive", "office", "end"])
def test_what_is_not_waited_for_may_not_and_the_answer_says_what_to_do(
    bench: Bench, key: str
) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)

    verdict = may_attach(bench.view, step.id, key)

    assert not verdict.allowed
    assert verdict.reason is not None
    assert verdict.instead is not None


def test_nothing_hangs_at_a_decision_or_at_a_start(bench: Bench) -> None:
    decision = bench.after(bench.start, "decision", "", role=bench.office)

    assert may_attach(bench.view, decision.id, "timer").reason.key == "attach.only_cards"
    assert may_attach(bench.view, bench.start, "error").reason.key == "attach.only_cards"


def test_an_error_is_never_awaited_on_the_way() -> None:
    refused = may_stand_alone("error")

    assert refused.reason is not None
    assert refused.reason.key == "attach.needs_card.error"
    assert may_stand_alone("signal_receive").allowed


def test_no_way_leaves_a_jump_and_none_reaches_its_goal(bench: Bench) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)
    jump = bench.do(
        lambda tx: tx.add(
            Event(id=tx.new_id("event"), trigger="link", direction="send", role=bench.office)
        )
    )
    goal = bench.do(lambda tx: tx.add(Event(id=tx.new_id("event"), trigger="link")))

    assert may_connect(bench.view, step.id, jump.id).allowed
    assert may_connect(bench.view, jump.id, step.id).reason.key == "connect.from_jump"
    assert may_connect(bench.view, goal.id, step.id).allowed
    assert may_connect(bench.view, step.id, goal.id).reason.key == "connect.to_goal"
