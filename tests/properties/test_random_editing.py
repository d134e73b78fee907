"""Any sequence of commands keeps the document sound, and all of it can be undone."""

from __future__ import annotations

import random

import pytest

from model.behaviors import new_document
from model.checks import check, recheck
from model.document import History, Snapshot, numbered_ids
from model.language import Message, say
from model.storage.write import to_bytes
from tests.conftest import Bar
from tests.helpers.editing import edit_at_random
from tests.helpers.invariants import (
    choices_without_default,
    dangling,
    overlapping_lanes,
    placed_twice,
    ways_from_nowhere,
)


def _bytes(view: Snapshot) -> bytes:
    return to_bytes(view)


@pytest.mark.parametrize("seed", range(4))
def test_U6_500_random_commands_are_undone_and_redone_byte_for_byte(seed: int, bar: Bar) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    history = History(document)
    chance = random.Random(seed)
    start = _bytes(document.snapshot())

    done = sum(edit_at_random(document, chance) for _ in range(500))
    end = _bytes(document.snapshot())
    while history.undo():
        pass
    undone = _bytes(document.snapshot())
    while history.redo():
        pass

    assert done > 250
    assert undone == start
    bar("U6", "500 random commands undone and redone, byte-equal", "byte-equal")
    assert _bytes(document.snapshot()) == end


@pytest.mark.parametrize("seed", range(10, 16))
def test_U5_no_random_sequence_leaves_a_choice_without_sonst_or_a_dangling_name(
    seed: int, bar: Bar
) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    chance = random.Random(seed)

    for _ in range(170):
        edit_at_random(document, chance)
        view = document.snapshot()

        assert choices_without_default(view) == []
        assert dangling(view) == []
        assert ways_from_nowhere(view) == []
    assert placed_twice(view) == []
    assert overlapping_lanes(view) == []
    bar("U5", "0 choices without sonst after each of 6 x 170 commands", 0)


@pytest.mark.parametrize("seed", range(20, 23))
def test_a_recheck_after_each_change_equals_a_full_check(seed: int) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    history = History(document)
    chance = random.Random(seed)
    findings = check(document.snapshot())
    sets = []
    document.listen(sets.append)

    for _ in range(120):
        edit_at_random(document, chance) if chance.random() < 0.85 else history.undo()
        for changeset in sets:
            findings = recheck(document.snapshot(), changeset, findings)
        sets.clear()

        assert findings == check(document.snapshot())


def test_an_error_in_the_middle_of_a_gesture_leaves_the_document_as_it_was() -> None:
    document = new_document("Zufall", ids=numbered_ids())
    chance = random.Random(7)
    for _ in range(60):
        edit_at_random(document, chance)
    before = document.snapshot()

    for _ in range(30):
        with pytest.raises(ZeroDivisionError), document.transaction(_label()) as tx:
            for record in list(before)[:: chance.randrange(2, 9)]:
                tx.remove(record.id)
            raise ZeroDivisionError

    assert document.snapshot() == before
    assert document.snapshot().referring("role_1") == before.referring("role_1")


def _label() -> Message:
    return say("undo.random")
