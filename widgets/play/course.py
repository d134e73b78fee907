"""What does the pane show of a run?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence about an element, ``at`` which one goes to it."""

    words: str
    at: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may happen now: its words, the name of its sign, whether it is the usual."""

    words: str
    sign: str = ""
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log: what happened, why, where, and after how many moves one stands there.

    ``sort``: done, decided, time or trouble.
    """

    words: str
    more: str = ""
    at: str = ""
    step: int = 0
    sort: str = "done"
    day: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A run in words."""

    stands: tuple[Place, ...]
    offers: tuple[Offer, ...] = ()
    troubles: tuple[Place, ...] = ()
    lines: tuple[Line, ...] = ()
    step: int = 0
