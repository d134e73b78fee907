"""Does a merge of any two histories drop nothing in silence and invent nothing?"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.compare import Merged, Side, answered, apply, difference, merge
from model.document import Document, Snapshot
from model.language import say
from model.records import Record
from model.storage import from_bytes, to_bytes
from tests.helpers.invariants import (
    choices_without_default,
    dangling,
    placed_twice,
    ways_from_nowhere,
)
from tests.helpers.merging import Triple, histories, lost
from tests.helpers.records import IDS, facts, records

MANY = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CI, LONG = settings(MANY, max_examples=300), settings(MANY, max_examples=10_000)
SEEDS = st.integers(0, 10**9)
STEPS = st.integers(1, 30)


@given(SEEDS, STEPS, STEPS)
@CI
def test_no_change_of_two_histories_is_dropped_in_silence(
    seed: int, begun: int, steps: int
) -> None:
    _nothing_lost(histories(seed, begun, steps))


@pytest.mark.long
@given(SEEDS, STEPS, STEPS)
@LONG
def test_no_change_of_10_000_pairs_of_histories_is_dropped_in_silence(
    seed: int, begun: int, steps: int
) -> None:
    _nothing_lost(histories(seed, begun, steps))


def _nothing_lost(triple: Triple) -> None:
    base, ours, theirs = triple
    kept = [to_bytes(view) for view in triple]

    merged = merge(base, ours, theirs)

    assert lost(base, ours, merged) == []
    assert lost(base, theirs, merged) == []
    assert _faults(merged.view) == []
    assert [to_bytes(view) for view in triple] == kept
    sides: tuple[Side, Side] = ("ours", "theirs")
    for side in sides:
        final = answered(merged, side)
        assert final.open == ()
        assert _faults(final.view) == []
    if not merged.conflicts:
        assert _without_drawing(merge(base, theirs, ours).view) == _without_drawing(merged.view)


def _faults(view: Snapshot) -> list[object]:
    return [
        *dangling(view),
        *choices_without_default(view),
        *ways_from_nowhere(view),
        *placed_twice(view),
    ]


def _without_drawing(view: Snapshot) -> dict[str, Record]:
    return {record.id: record for record in view if record.kind != "placement"}


@st.composite
def any_triples(draw: st.DrawFn) -> Triple:
    """Three lists of records that name each other; what two of them share is often equal."""
    ids = draw(st.permutations(IDS))
    cut = draw(st.integers(0, len(ids)))
    base = [draw(records()).replaced(id=one) for one in ids[:cut]]
    return Snapshot.of_records(base), draw(_sides(base, ids[cut:])), draw(_sides(base, ids[cut:]))


@st.composite
def _sides(draw: st.DrawFn, base: list[Record], free: list[str]) -> Snapshot:
    kept = [r for r in base if draw(st.integers(0, 3))]
    altered = [draw(_altered(r)) if draw(st.booleans()) else r for r in kept]
    new = [draw(records()).replaced(id=one) for one in free if draw(st.booleans())]
    return Snapshot.of_records([*altered, *new])


def _altered(record: Record) -> st.SearchStrategy[Record]:
    """Another of its kind with a few attributes of the new one."""
    names = [n for n in type(record).model_fields if n not in ("kind", "id")]
    return st.builds(_mixed, st.just(record), facts(type(record)), st.sets(st.sampled_from(names)))


def _mixed(record: Record, other: Record, names: set[str]) -> Record:
    try:
        return record.replaced(**{name: getattr(other, name) for name in names})
    except ValueError:
        return record


@given(any_triples())
@CI
def test_no_merge_of_any_records_fails_or_drops_in_silence(triple: Triple) -> None:
    base, ours, theirs = triple

    merged = merge(base, ours, theirs)

    assert lost(base, ours, merged) == []
    assert lost(base, theirs, merged) == []
    assert set(dangling(merged.view)) <= {*dangling(ours), *dangling(theirs)}
    _same_after_saving(merged)
    _one_step_that_can_be_undone(merged)
    assert apply(ours, difference(ours, merged.view)) == merged.view
    assert answered(merged, "theirs").open == ()


def _same_after_saving(merged: Merged) -> None:
    again = from_bytes(to_bytes(merged.view))

    assert Snapshot.of_records(again.records) == merged.view


def _one_step_that_can_be_undone(merged: Merged) -> None:
    document = Document(merged.ours)

    document.apply(merged.changeset(say("undo.merge")))
    assert document.snapshot() == merged.view
    document.apply(merged.changeset(say("undo.merge")).inverted())
    assert document.snapshot() == merged.ours


@given(any_triples())
@settings(CI, max_examples=150)
def test_what_one_alone_did_is_the_result(triple: Triple) -> None:
    base, one, _ = triple

    for merged in (merge(base, base, one), merge(base, one, base), merge(base, one, one)):
        assert merged.view == one
        assert (merged.conflicts, merged.drawn) == ((), ())


@given(SEEDS, STEPS)
@settings(CI, max_examples=60)
def test_merging_the_result_again_changes_nothing(seed: int, steps: int) -> None:
    base, ours, theirs = histories(seed, 20, steps)
    merged = merge(base, ours, theirs)
    if merged.conflicts or merged.drawn:
        return

    for side in (ours, theirs):
        again = merge(side, merged.view, side)

        assert again.view == merged.view
        assert again.conflicts == ()


@given(SEEDS)
@settings(CI, max_examples=100)
def test_difference_then_apply_is_the_target(seed: int) -> None:
    base, ours, theirs = histories(seed, 20, 10)

    for before, after in ((base, ours), (ours, theirs), (theirs, base)):
        assert apply(before, difference(before, after)) == after
        assert bool(difference(before, after).changes) == (before != after)
