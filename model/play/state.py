"""How does a case stand at one moment of its walk?

Nothing here is ever altered: a move makes the next state. All numbers count from 1 within a walk,
so that the same moves give the same states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from model.language import Message, say

Dues = tuple[tuple[str, datetime], ...]
"""Node of the timer -> when it passes."""
Mode = Literal["moving", "waiting", "holding", "round", "joining", "choosing", "stuck"]


@dataclass(frozen=True, slots=True)
class Token:
    """Where the case stands; several when ways run at the same time.

    ``scope`` is the number of the sub-process run it belongs to, ``via`` the way it came by,
    ``causes`` the happenings that brought it. ``mode``: waiting = for something to happen;
    holding = for the runs inside it; round = a run of a loop is over; joining = for the others;
    choosing = for a person to say which way; stuck = no way is open. ``entry`` is the number of
    the thing it is done for (-1 = there is only one), ``left`` how many are still to come.
    """

    number: int
    at: str
    scope: int
    via: str = ""
    causes: tuple[int, ...] = ()
    since: datetime = datetime.min
    mode: Mode = "moving"
    dues: Dues = ()
    spent: tuple[str, ...] = ()
    entry: int = -1
    left: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """One run of a sub-process, or of the service itself (``holder`` 0, ``node`` "").

    ``holder`` is the token that waits for its end; ``spent`` are the starts that came already.
    """

    number: int
    node: str = ""
    holder: int = 0
    entry: int = -1
    group: str = ""
    dues: Dues = ()
    spent: tuple[str, ...] = ()
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """Why a way was taken: its condition ("sonst" when ``default``), and the answers that decided
    it; ``by_hand``: a person chose.
    """

    way: str
    condition: Any = None
    values: tuple[tuple[str, Any], ...] = ()
    default: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the trace. ``kind``: done = the node is over and ``ways`` were taken; cancelled =
    it was broken off; failed = it could not be done and nothing caught it.

    ``causes`` are the numbers of the happenings without which it would not be: the trace is a
    partial order, parallel ways may be told in any order.
    """

    number: int
    kind: Literal["done", "cancelled", "failed"]
    node: str
    moment: datetime
    causes: tuple[int, ...] = ()
    ways: tuple[str, ...] = ()
    decided: tuple[Decided, ...] = ()
    entry: int = -1


@dataclass(frozen=True, slots=True)
class Incident:
    """Why it does not go on as it should: where, and in words. Never an exception."""

    kind: str
    at: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def what(self) -> Message:
        return say(f"play.incident.{self.kind}", **dict(self.values))


class Trace:
    """All happenings so far. States share what they have in common: the next only adds.

    A chain of parts, walked without recursion.
    """

    __slots__ = ("before", "length", "part")

    def __init__(self, part: tuple[Happening, ...] = (), before: Trace | None = None) -> None:
        self.part = part
        self.before = before
        self.length = len(part) + (len(before) if before is not None else 0)

    def plus(self, part: tuple[Happening, ...]) -> Trace:
        return Trace(part, self) if part else self

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Happening]:
        parts: list[tuple[Happening, ...]] = []
        one: Trace | None = self
        while one is not None:
            parts.append(one.part)
            one = one.before
        for part in reversed(parts):
            yield from part

    def since(self, number: int) -> tuple[Happening, ...]:
        """What happened after the first ``number`` happenings."""
        parts: list[tuple[Happening, ...]] = []
        one: Trace | None = self
        while one is not None and one.length > number:
            parts.append(one.part)
            one = one.before
        late = (happening for part in reversed(parts) for happening in part)
        return tuple(happening for happening in late if happening.number > number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trace) or len(self) != len(other):
            return False
        return self is other or all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Trace({len(self)})"


@dataclass(frozen=True, slots=True)
class State:
    """A case at one moment. ``answers`` are as they were typed, ``inbox`` the messages that came
    before somebody waited for them, ``numbers`` the last token and scope given out.

    ``begun`` is the moment of application.
    """

    now: datetime
    begun: datetime
    tokens: tuple[Token, ...] = ()
    scopes: tuple[Scope, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    inbox: tuple[str, ...] = ()
    trace: Trace = field(default_factory=Trace)
    incidents: tuple[Incident, ...] = ()
    numbers: tuple[int, int] = (0, 0)

    @property
    def finished(self) -> bool:
        """Is the case over? What is stuck is not."""
        return not self.tokens
