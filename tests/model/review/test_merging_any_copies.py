"""Whatever two people did apart: do both end with the same, and is every word there?"""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document, numbered_ids
from model.language import say
from model.review import (
    BadReview,
    Review,
    ReviewRecord,
    ReviewRemark,
    Tick,
    add_remark,
    answer,
    begin_review,
    every,
    judge_remark,
    judge_service,
    merge,
    move_on,
    name_reviewer,
    read_review,
    reword,
    settle,
    tick,
    weigh,
    write_review,
)

VERBS = (
    *("add", "reword", "answer", "weigh", "move_on", "judge", "tick", "verdict", "settle"),
    *("reword", "answer"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 3), st.integers(0, 2)), max_size=8
)


class Copy:
    """One person's copy of a review, and a clock that all copies share."""

    def __init__(self, name: str, clock: count[int], records: list[ReviewRecord]) -> None:
        self.name, self.clock = name, clock
        self.document = Document(records, ids=numbered_ids(f"{name}_"))
        self.said: set[str] = set()

    @property
    def records(self) -> list[ReviewRecord]:
        return every(self.document.snapshot(), ReviewRecord)

    @property
    def data(self) -> bytes:
        return write_review(self.records)

    def act(self, verb: str, which: int, value: int) -> None:
        """One gesture, on the remark of that number if there are so many."""
        moment, book = f"t{next(self.clock):05}", self.document.snapshot()
        remarks, head = every(book, ReviewRemark), every(book, Review)[0].id
        words = f"{self.name} {moment}"
        with self.document.transaction(say("review.undo.remark")) as tx:
            if verb == "add":
                add_remark(tx, "", words, author=self.name, moment=moment)
            elif verb == "tick":
                tick(tx, head, "law.fees", ("yes", "no", "irrelevant")[value], moment, words)
            elif verb == "verdict":
                judge_service(tx, head, ("agreed", "query", "rejected")[value], words, moment)
            elif remarks:
                one = remarks[which % len(remarks)].id
                if verb == "reword":
                    reword(tx, one, words, moment)
                elif verb == "answer":
                    answer(tx, one, words, self.name, moment)
                    self.said.add(words)
                elif verb == "weigh":
                    weigh(tx, one, ("must", "should", "note")[value], moment)
                elif verb == "move_on":
                    move_on(tx, one, ("open", "answered", "done")[value], moment)
                elif verb == "judge":
                    judge_remark(tx, one, ("agreed", "query", "rejected")[value], "x", moment)
                else:
                    settle(tx, one, "text", other=bool(value), moment=moment)

    def take(self, other: Copy) -> None:
        """Merge the file of another person."""
        with self.document.transaction(say("review.undo.merge")) as tx:
            merge(tx, read_review(other.data).records)


def three_copies() -> tuple[Copy, Copy, Copy]:
    """Two reviewers and an author, who begin with the same."""
    clock = count(1)
    first = Copy("a", clock, [])
    with first.document.transaction(say("review.undo.begin")) as tx:
        head = begin_review(tx, service="s", title="", version="", content="c", moment="t00000")
        name_reviewer(tx, head.id, "a", "", "t00000")
    first.act("add", 0, 0)
    return first, Copy("b", clock, first.records), Copy("c", clock, first.records)


def words_of(copy: Copy) -> set[str]:
    """Every text that stands somewhere, as itself or as a variant."""
    found = {variant.value for record in copy.records for variant in record.variants}
    for record in copy.records:
        if isinstance(record, ReviewRemark):
            found |= {record.text, *(one.text for one in record.answers)}
        elif isinstance(record, Review):
            found.add(record.reason)
        elif isinstance(record, Tick):
            found.add(record.note)
    return found


@settings(max_examples=120, deadline=None)
@given(STEPS, STEPS)
def test_two_who_exchange_their_files_have_the_same_and_every_word(
    ours: list[tuple[str, int, int]], theirs: list[tuple[str, int, int]]
) -> None:
    one, two, _ = three_copies()
    for step in ours:
        one.act(*step)
    for step in theirs:
        two.act(*step)
    before = words_of(one) | words_of(two)

    kept = one.data
    one.take(two)
    two.take(Copy("a", one.clock, list(read_review(kept).records)))

    assert one.data == two.data
    gone = before - words_of(one)
    outdated = {"", *(w for w in gone if w in _first_words())}
    assert gone <= outdated, gone


def _first_words() -> set[str]:
    """What stood there when the copies were made: whoever says it anew has replaced it."""
    one, _, _ = three_copies()
    return words_of(one)


@settings(max_examples=80, deadline=None)
@given(STEPS, STEPS, STEPS)
def test_merging_once_more_changes_nothing_and_no_answer_is_lost(
    first: list[tuple[str, int, int]],
    second: list[tuple[str, int, int]],
    third: list[tuple[str, int, int]],
) -> None:
    copies = three_copies()
    for copy, steps in zip(copies, (first, second, third), strict=True):
        for step in steps:
            copy.act(*step)
    author = copies[2]

    author.take(copies[0])
    author.take(copies[1])
    once = author.data
    author.take(copies[0])
    author.take(copies[1])

    assert author.data == once
    answers = {
        one.text
        for record in every(author.document.snapshot(), ReviewRemark)
        for one in record.answers
    }
    assert answers == copies[0].said | copies[1].said | copies[2].said


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_one_byte_changed_is_refused(data: st.DataObject) -> None:
    one, _, _ = three_copies()
    one.act("answer", 0, 0)
    whole = bytearray(one.data)
    place = data.draw(st.integers(0, len(whole) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda v: v != whole[place]))
    whole[place] = value

    with pytest.raises(BadReview):
        read_review(bytes(whole))
