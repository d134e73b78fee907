"""Does a walk that was played come back as the example citizen who goes the same way?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from model.document import Snapshot
from model.play import Move, Walk, covering, play, possible, set_out, typed, walk_of
from model.play.taking import NoCase, case_from, goes_alike, recorded
from model.records import ExampleCase, Field, Step
from model.storage import from_bytes
from studio.samples import sample_bytes

SAMPLES = ("hundesteuer", "bewohnerparkausweis", "liegenschaftskarte")
DAY = date(2026, 3, 2)


def _sample(name: str) -> Snapshot:
    return Snapshot.of_records(from_bytes(sample_bytes(name), name).records)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_case_of_a_sample_comes_back_from_its_walk_with_the_same_trace(name: str) -> None:
    view = _sample(name)
    cases = (*view.of(ExampleCase), *covering(view, DAY))

    for case in cases:
        first = play(view, case)
        walk = walk_of(view, case.applied or DAY, first.moves)
        taken = case_from(view, walk, case.name, case.applied or DAY)

        again = play(view, taken)
        assert again.trace == first.trace, case.name
        assert again.fee == first.fee
        assert again.differences == () or first.differences != ()


def _hand_walk(view: Snapshot, case: ExampleCase, choices: int) -> Walk:
    """Someone who does not always do the usual: the first offer, the last, a fortnight later."""
    walk = set_out(view, case.applied or DAY)
    answers = typed(view, case.answers)
    while not walk.now.finished and len(walk) < 60:
        offers = [move for move in possible(view, walk.now) if move.kind != "fail"]
        if not offers:
            break
        number = (choices + len(walk) * 7) % (len(offers) + 1)
        if number == len(offers):
            later = Move("time", moment=walk.now.now + timedelta(days=14))
            walk = walk.go(view, later)
            continue
        move = offers[number]
        own = {key: one for key, one in answers.items() if view.card_of(key).id == move.at}  # type: ignore[union-attr]
        walk = walk.go(view, move.answered(own) if move.kind == "do" and own else move)
    return walk


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("choices", [1, 4])
def test_what_somebody_did_otherwise_is_said_in_turns(name: str, choices: int) -> None:
    view = _sample(name)
    alike = 0
    walks = [_hand_walk(view, case, choices) for case in list(view.of(ExampleCase))[:5]]

    for walk in walks:
        taken = case_from(view, walk, "Lauf", DAY)
        alike += goes_alike(walk, play(view, taken)) or not walk.now.finished

    assert alike == len(walks)


def test_a_walk_from_the_middle_is_refused_with_a_reason() -> None:
    view = _sample("hundesteuer")
    step = view.ordered(Step)[3]
    walk = set_out(view, DAY, at=step.id)

    with pytest.raises(NoCase) as refused:
        case_from(view, walk, "Lauf", DAY)

    assert refused.value.todo is not None


def test_answers_are_recorded_as_a_file_keeps_them() -> None:
    view = Snapshot.of_records(
        [
            Field(id="day", label="Tag", data_type="date"),
            Field(id="yes", label="Ja", data_type="bool"),
            Field(id="sum", label="Betrag", data_type="num"),
            Field(id="code", label="Postleitzahl", data_type="text"),
        ]
    )
    given = {"day": "02.03.2026", "yes": False, "sum": Decimal("12.50"), "code": "01067", "x": "1"}

    found = {answer.field: answer.value for answer in recorded(view, given)}

    assert found == {"day": "2026-03-02", "yes": "false", "sum": "12.50", "code": "01067"}
