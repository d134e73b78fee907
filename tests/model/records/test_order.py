"""Siblings keep their place, whoever inserts where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.records import key_between, keys_between


@given(st.lists(st.integers(0, 300), max_size=200))
def test_any_sequence_of_insertions_keeps_the_keys_sorted_and_unique(places: list[int]) -> None:
    keys: list[str] = []

    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(before, after))

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_ten_thousand_appends_stay_short() -> None:
    keys = keys_between("", "", 10_000)

    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 4


def test_a_thousand_insertions_at_the_front_stay_short() -> None:
    key, keys = "a0", ["a0"]

    for _ in range(1000):
        key = key_between("", key)
        keys.append(key)

    assert keys == sorted(keys, reverse=True)
    assert max(map(len, keys)) <= 3


def test_neighbours_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="does not sort before"):
        key_between("a1", "a0")
