"""How does a walk that somebody played become an example citizen?

What was typed at the first visit of a card are the answers of the case; where the case took another
course than the usual one (``playing``), a turn says so. What a case cannot say is left out: that
days passed in which nothing fell due, and in which order parallel ways went on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from model.document.queries import Queries
from model.errors import FachwerkError
from model.expressions.typed import value_of
from model.language import say
from model.play.clock import PLAIN, World
from model.play.moves import Move, possible
from model.play.playing import Played, play
from model.play.state import Happening, State
from model.play.walk import Walk
from model.records import (
    Event,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Field,
    FieldGroup,
    Message,
    Start,
    Timer,
)


class NoCase(FachwerkError):
    """What was played cannot be kept as an example citizen."""


def case_from(
    view: Queries, walk: Walk, name: str, applied: date, *, world: World = PLAIN
) -> ExampleCase:
    """The example citizen who takes the course of a walk (the id is still to be given). What came
    out is what is expected of it, when the walk is over.

    Raises:
        NoCase: the walk began in the middle.
    """
    if walk.start:
        raise NoCase(say("playing.no_case"), todo=say("playing.no_case.todo"))
    taken = _Taking(view, walk)
    case = ExampleCase(
        id="example",
        name=name,
        applied=applied,
        answers=tuple(recorded(view, taken.answers)),
        turns=tuple(taken.turns),
    )
    played = play(view, case, world=world)
    if not walk.now.finished or not goes_alike(walk, played):
        return case
    return case.replaced(
        expected_end=played.end,
        expected_fee=played.fee,
        expected_deadline=played.deadline,
        documents=played.documents,
    )


def goes_alike(walk: Walk, played: Played) -> bool:
    """Did a case, played by itself, do what was done in the walk? Parallel ways may be told in any
    order.
    """
    return Counter(map(_line, walk.now.trace)) == Counter(map(_line, played.trace))


def _line(one: Happening) -> tuple[str, str, tuple[str, ...], int]:
    return one.kind, one.node, one.ways, one.entry


def recorded(view: Queries, answers: Mapping[str, Any]) -> Iterator[ExampleAnswer]:
    """Answers, typed or as values, as they are kept in a record; the contrary of ``typed``."""
    for key, given in answers.items():
        record = view.get(key)
        if isinstance(record, Field):
            yield from _recorded(record, given, 0)
        elif isinstance(record, FieldGroup):
            for number, entry in enumerate(given or ()):
                for inner, one in entry.items():
                    field = view.get(inner, Field)
                    if field is not None:
                        yield from _recorded(field, one, number)


def _recorded(field: Field, given: Any, repetition: int) -> Iterator[ExampleAnswer]:
    for one in given if isinstance(given, tuple | list) else (given,):
        as_value = field.data_type == "date" or (isinstance(one, str) and "," in one)
        read = value_of(field, one) if as_value else one
        words = _words(one if read is None else read)
        if words:
            yield ExampleAnswer(field=field.id, value=words, repetition=repetition)


def _words(given: Any) -> str:
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, Decimal):
        return format(given, "f")
    return "" if given is None else str(given)


class _Taking:
    """Reads a walk move by move. ``answers`` are typed ones; ``turns`` what was not usual."""

    def __init__(self, view: Queries, walk: Walk) -> None:
        self.view, self.walk = view, walk
        self.answers: dict[str, Any] = dict(walk.states[0].answers)
        self.turns: list[ExampleTurn] = []
        self._visits: Counter[str] = Counter()
        self._done: set[str] = set()
        for number, move in enumerate(walk.moves):
            self._visits.update(one.node for one in walk.happened(number))
            self._take(number, move, walk.states[number])

    def _take(self, number: int, move: Move, state: State) -> None:
        if move.kind == "time":
            self._time_passed(number, state)
        elif move.kind == "do":
            self._work_done(move, state)
        elif move.kind != "event" or not self._is_usual(move, state):
            happens = {"fail": "fails"}.get(move.kind, move.kind)
            self._turn(move.at, happens, move.event, dict(move.answers))

    def _turn(
        self, at: str, happens: Any, event: str, answers: Mapping[str, Any], visit: int = 0
    ) -> None:
        self.turns.append(
            ExampleTurn(
                at=at,
                visit=visit or self._visits[at] + 1,
                happens=happens,
                event=event,
                answers=tuple(recorded(self.view, answers)),
            )
        )

    def _work_done(self, move: Move, state: State) -> None:
        """What is typed first belongs to the case; what differs from it later, to the visit."""
        given, other = dict(move.answers), {}
        own = {key: one for key, one in given.items() if self._home(key) == move.at}
        if move.at not in self._done:
            self._done.add(move.at)
            self.answers |= own
        usual = {key: one for key, one in self.answers.items() if self._home(key) == move.at}
        after = {**state.answers, **given}
        for key in usual.keys() | given.keys():
            if after.get(key) != usual.get(key, state.answers.get(key)):
                other[key] = after.get(key)
        if other:
            ordered = {key: other[key] for key in (*given, *usual) if key in other}
            self._turn(move.at, "done", "", ordered)

    def _home(self, key: str) -> str:
        card = self.view.card_of(key)
        return card.id if card is not None else ""

    def _is_usual(self, move: Move, state: State) -> bool:
        """Is it what happens when nobody says otherwise?"""
        if move.scope or move.answers:
            return False
        own = [one for one in possible(self.view, state) if one.token == move.token]
        usual = (
            one
            for one in own
            if one.kind == "do"
            or (one.kind == "event" and not getattr(self.view.get(one.event), "attached_to", ""))
        )
        return next(usual, None) == move

    def _time_passed(self, number: int, state: State) -> None:
        """Deadlines that ran out while the case could have gone on otherwise."""
        visits = self._visits.copy()
        standing = {token.at for token in state.tokens}
        for one in self.walk.happened(number + 1):
            at = self._waited_at(one, standing) if one.kind == "done" else ""
            if at:
                came = self._visits if at in standing else visits
                self._turn(at, "event", one.node, {}, came[at] + 1)
            visits[one.node] += 1

    def _waited_at(self, one: Happening, standing: set[str]) -> str:
        """Where the case stood for which a deadline ran out: the step with the exception, what
        waits for several events, or the sub-process that it starts; "" when it just goes on.
        """
        record = self.view.get(one.node)
        if isinstance(record, Start) and record.parent:
            return record.parent if record.trigger == "timer" else ""
        if not isinstance(record, Timer | Event | Message):
            return ""
        if record.attached_to:
            return record.attached_to if isinstance(record, Timer) else ""
        before = (flow.source for flow in self.view.incoming(record.id))
        return next((node for node in before if self._is_choice(node, standing)), "")

    def _is_choice(self, node: str, standing: set[str]) -> bool:
        record = self.view.get(node)
        return node in standing and record is not None and record.kind == "decision"
