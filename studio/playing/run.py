"""What comes next in a run, and what is still missing for it?

Nothing of the window is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.document import Snapshot
from model.errors import FachwerkError
from model.expressions import Problem, problems
from model.play import (
    PLAIN,
    Move,
    Token,
    Walk,
    World,
    days_later,
    play,
    possible,
    replay,
    set_out,
    steps,
    typed,
)
from model.play.taking import recorded
from model.records import ExampleCase, Step

MOST_STEPS = 20_000


@dataclass
class Run:
    """A walk, and the moves that are planned (``plan``: from the beginning; of an example citizen,
    or of a walk one has gone back in). ``name`` is that of the citizen.
    """

    walk: Walk
    plan: tuple[Move, ...] = ()
    name: str = ""
    world: World = PLAIN

    @classmethod
    def begun(cls, view: Snapshot, when: date, at: str = "", world: World = PLAIN) -> Run:
        """A run at its beginning, or before the node ``at``."""
        return cls(set_out(view, when, at=at, world=world), world=world)

    @property
    def applied(self) -> date:
        """The day of application."""
        return self.walk.states[0].begun.date()

    @property
    def today(self) -> date:
        """The day it is in the run."""
        return self.walk.now.now.date()

    # ------------------------------------------------------------------------------- what is next

    def planned(self) -> Move | None:
        """The move that the plan has for here; None when the walk has left it."""
        made = self.walk.moves
        on_plan = all(_bare(a) == _bare(b) for a, b in zip(self.plan, made, strict=False))
        return self.plan[len(made)] if on_plan and len(self.plan) > len(made) else None

    def offers(self, view: Snapshot) -> tuple[Move, ...]:
        """Everything that may happen now."""
        return possible(view, self.walk.now)

    def usual(self, view: Snapshot, token: int = 0) -> Move | None:
        """What happens when nobody says otherwise: what is planned, else work of the token that is
        looked at, else of the first; None when a person must choose.
        """
        offers = self.offers(view)
        planned = self.planned()
        if planned is not None and (planned.kind == "time" or _bare(planned) in offers):
            return planned
        tokens = sorted(self.walk.now.tokens, key=lambda one: one.number != token)
        for one in tokens:
            if one.mode == "choosing":
                return None
            found = self._of(view, one, offers)
            if found is not None:
                return found
        if any(move.kind == "event" for move in offers):
            return None
        return next((move for move in offers if move.kind == "time"), None)

    def _of(self, view: Snapshot, token: Token, offers: tuple[Move, ...]) -> Move | None:
        own = [move for move in offers if move.token == token.number]
        work = next((move for move in own if move.kind == "do"), None)
        if work is not None:
            return work
        events = [move for move in own if move.kind == "event" and not _is_exception(view, move)]
        return events[0] if len(events) == 1 and not token.dues else None

    # ----------------------------------------------------------------------------------- answers

    def asks(self, view: Snapshot, move: Move | None) -> str:
        """The card whose form is filled in with this move; "" when there is none."""
        step = view.get(move.at, Step) if move is not None and move.kind == "do" else None
        return step.id if step is not None and step.form != "automatic" and step.id else ""

    def known(self) -> dict[str, Any]:
        """All answers so far and those that are planned next, as a form takes them."""
        planned = self.planned()
        ahead = dict(planned.answers) if planned is not None else {}
        return deepcopy({**self.walk.now.answers, **ahead, "today": self.applied})

    def filled(self, view: Snapshot, move: Move, given: Mapping[str, Any]) -> Move:
        """The move with those of the given answers that belong on its card."""
        own = {key: one for key, one in given.items() if _home(view, key) == move.at}
        return move.answered(deepcopy(own)) if own else move

    def missing(self, view: Snapshot, move: Move) -> list[Problem]:
        """What the form would not accept; nothing where an example citizen answers just so."""
        planned = self.planned()
        if planned is not None and planned == move:
            return []
        answers = {**self.walk.now.answers, **dict(move.answers), "today": self.applied}
        return problems(view, move.at, answers)

    # -------------------------------------------------------------------------------------- moves

    def make(self, view: Snapshot, move: Move) -> None:
        """Go one move further.

        Raises:
            FachwerkError: it is not possible (any more).
        """
        self.walk = self.walk.go(view, move, world=self.world)
        if self.planned() is None:
            self.plan = ()

    def back(self, to: int) -> None:
        """As it was after so many moves; what came after is planned."""
        made = self.walk.moves
        ahead = self.plan[len(made) :] if self.planned() is not None else ()
        self.plan = (*made, *ahead)
        self.walk = self.walk.back(to)

    def date(self, view: Snapshot, day: date) -> bool:
        """Another day: at the beginning that of the application, else time goes by. False when the
        day is over already.
        """
        if not self.walk.moves:
            start = self.walk.start
            self.walk = set_out(view, day, at=start, world=self.world)
            return True
        days = (day - self.today).days
        if days > 0:
            self.make(view, days_later(self.walk.now, days))
        return days >= 0

    def renew(self, view: Snapshot) -> FachwerkError | None:
        """The same moves in the changed service, as far as they fit; and what is in the way."""
        before = self.walk.moves
        ahead = self.plan[len(before) :] if self.planned() is not None else ()
        self.walk, refused = replay(view, self.walk, world=self.world)
        self.plan = (*before, *ahead) if refused is not None or ahead else ()
        return refused

    def play_until(self, view: Snapshot, case: ExampleCase, card: str) -> bool:
        """Make the moves of a citizen at once, until the case stands at a card or has passed it;
        the rest is planned. False when it never does.
        """
        made: list[Move] = []
        reached = False
        for number, (move, state) in enumerate(steps(view, case, world=self.world)):
            made += [move] if number else []
            reached = any(token.at == card for token in state.tokens)
            reached = reached or any(one.node == card for one in state.trace)
            if reached or number > MOST_STEPS:
                break
        self.walk = _walked(view, case, tuple(made), self)
        self.plan = play(view, case, world=self.world).moves
        return reached


def citizen(view: Snapshot, answers: Mapping[str, Any], today: date) -> ExampleCase:
    """Somebody who is known by the answers only; they may name the day of application."""
    given = answers.get("today")
    applied = given if isinstance(given, date) else today
    return ExampleCase(id="example", applied=applied, answers=tuple(recorded(view, answers)))


def _walked(view: Snapshot, case: ExampleCase, moves: tuple[Move, ...], run: Run) -> Walk:
    """The moves of a citizen, from what is answered before the first card on."""
    at_once = {key: one for key, one in typed(view, case.answers).items() if not _home(view, key)}
    walk = set_out(view, run.applied, answers=at_once, world=run.world)
    for move in moves:
        walk = walk.go(view, move, world=run.world)
    return walk


def _bare(move: Move) -> Move:
    return Move(move.kind, move.at, move.token, move.event, move.scope, (), move.moment)


def _is_exception(view: Snapshot, move: Move) -> bool:
    return bool(getattr(view.get(move.event), "attached_to", ""))


def _home(view: Snapshot, key: str) -> str:
    card = view.card_of(key) if key in view else None
    return card.id if card is not None else ""
