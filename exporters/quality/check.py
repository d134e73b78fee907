"""What is one official rule, and what does it say when it is broken?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from exporters.quality.element import Whole
from model.language import Message, say

Severity = Literal["FehlerKritisch", "FehlerMethodisch", "Warnung", "Hinweis"]
SEVERITIES: tuple[Severity, ...] = ("FehlerKritisch", "FehlerMethodisch", "Warnung", "Hinweis")
"""From worst to mildest."""

Test = Callable[[Any, Whole], bool]


@dataclass(frozen=True, slots=True)
class Check:
    """``about``: the kinds it looks at, one letter each: S schema, G group, F field, R rule,
    D document profile, P a place in the structure, C a code list. ``broken`` answers for one of
    them; None where only the network could answer.
    """

    number: str
    severity: Severity
    about: str
    broken: Test | None

    @property
    def text(self) -> Message:
        """The official sentence."""
        return say(f"xdfm.{self.number}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule that is broken, or could not be answered offline (``open``). ``at``: id and version of
    the element, or the URN of a list; "" for the whole.
    """

    number: str
    severity: Severity
    at: str
    what: Message
    open: bool = False


def critical(number: str, about: str, broken: Test) -> Check:
    return Check(number, "FehlerKritisch", about, broken)


def methodical(number: str, about: str, broken: Test) -> Check:
    return Check(number, "FehlerMethodisch", about, broken)


def warning(number: str, about: str, broken: Test) -> Check:
    return Check(number, "Warnung", about, broken)


def hint(number: str, about: str, broken: Test) -> Check:
    return Check(number, "Hinweis", about, broken)
