"""Which facts make a review?"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar, get_args

from pydantic import StringConstraints

from model.document.queries import Queries
from model.records.base import Fact, Record

MAX_TEXT = 20_000
MAX_NAME = 500
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Name = Annotated[str, StringConstraints(max_length=MAX_NAME)]
Verdict = Literal["", "agreed", "query", "rejected"]
State = Literal["open", "answered", "done"]
Weight = Literal["must", "should", "note"]
Ticked = Literal["yes", "no", "irrelevant"]

VERDICTS: tuple[Verdict, ...] = ("agreed", "query", "rejected")
STATES: tuple[State, ...] = get_args(State)
"""From the first to the last."""
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
TICKS: tuple[Ticked, ...] = get_args(Ticked)


class Answer(Fact):
    """What somebody says to a remark. ``written`` is an ISO time given from outside."""

    author: Name = ""
    written: Name = ""
    text: Text = ""


class Variant(Fact):
    """The other version of a field that two people changed apart; kept until a person chooses."""

    field: Name
    value: Text
    author: Name = ""


class ReviewRecord(Record):
    """What every fact of a review has: when it was changed last and before (``earlier``, so that a
    copy knows its descendants), and versions left to choose.
    """

    author: Name = ""
    written: Name = ""
    changed: Name = ""
    earlier: tuple[Name, ...] = ()
    variants: tuple[Variant, ...] = ()


class Review(ReviewRecord):
    """One reviewer's review of one state of a service (Prüfung).

    ``content`` is the content hash of what was reviewed; ``role`` says as what the reviewer looked
    at it. ``verdict`` is on the whole service, with its ``reason``.
    """

    kind: Literal["review"] = "review"
    service: Name = ""
    title: Name = ""
    version: Name = ""
    content: Name = ""
    role: Name = ""
    verdict: Verdict = ""
    reason: Text = ""


class ReviewRemark(ReviewRecord):
    """A remark on an element of the service (Anmerkung); ``about`` "" = the service as a whole.

    ``review`` is the head of who wrote it, "" = whoever drew the service.
    ``place`` names the element in words, as it was called then. ``topic`` is the question of a
    checklist that led to it. ``verdict`` is what the other side says of it, ``judged_by`` who.
    """

    kind: Literal["review_remark"] = "review_remark"
    review: Name = ""
    about: Name = ""
    place: Name = ""
    text: Text = ""
    weight: Weight = "should"
    topic: Name = ""
    state: State = "open"
    verdict: Verdict = ""
    judged_by: Name = ""
    answers: tuple[Answer, ...] = ()


class Tick(ReviewRecord):
    """How a reviewer answered a question of a checklist. ``review`` is the reviewer's head."""

    kind: Literal["review_tick"] = "review_tick"
    review: Name = ""
    topic: Name = ""
    ticked: Ticked = "yes"
    note: Text = ""


REVIEW_KINDS: dict[str, type[ReviewRecord]] = {
    "review": Review,
    "review_remark": ReviewRemark,
    "review_tick": Tick,
}

K = TypeVar("K", bound=ReviewRecord)


def every(book: Queries, kind: type[K]) -> list[K]:
    """All facts of a class in a review, by id. (A document counts the kinds of a service only.)"""
    return sorted((one for one in book if isinstance(one, kind)), key=lambda one: one.id)
