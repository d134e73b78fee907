"""How far is a review?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.document.queries import Queries
from model.review.checklists import Checklist
from model.review.records import ReviewRemark, Tick, every


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``all``."""

    done: int
    all: int


def remark_progress(book: Queries) -> Progress:
    """Remarks with which nothing is left to do."""
    remarks = every(book, ReviewRemark)
    return Progress(sum(remark.state == "done" for remark in remarks), len(remarks))


def list_progress(book: Queries, review: str, checklist: Checklist) -> Progress:
    """Questions of a checklist that a reviewer has answered."""
    ticks = {tick.topic for tick in every(book, Tick) if tick.review == review}
    answered = sum(question.key in ticks for question in checklist.questions)
    return Progress(answered, len(checklist.questions))


def remarks_in_order(book: Queries, order: Sequence[str] = ()) -> list[ReviewRemark]:
    """Remarks as they are numbered: on the whole first, then in the order of reading, then by
    time. What is about an element that is gone comes last.
    """
    place = {one: number for number, one in enumerate(order)}

    def key(remark: ReviewRemark) -> tuple[int, str, str]:
        at = -1 if not remark.about else place.get(remark.about, len(place))
        return at, remark.written, remark.id

    return sorted(every(book, ReviewRemark), key=key)
