"""Random services of whole blocks, as platforms draw them: what parts also meets again."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from model.document import Snapshot
from model.records import (
    Chosen,
    Deadline,
    Decision,
    End,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Field,
    Flow,
    Message,
    Option,
    Parallel,
    Record,
    Service,
    Start,
    Step,
    SubProcess,
    Timer,
)

DAY = date(2026, 3, 2)
CODES = ("a", "b", "c")


@dataclass
class Blocks:
    """A service that grows block by block; ``most`` bounds its steps."""

    dice: random.Random
    most: int = 20
    records: list[Record] = field(default_factory=list)
    count: int = 0
    loops: dict[str, str] = field(default_factory=dict)
    circling: int = 0

    def grow(self) -> Snapshot:
        self.records.append(Service(id="service", name="Probe"))
        start, end = self._add(Start, ""), self._add(End, "")
        last = start
        for _ in range(3):
            first, after = self._block("", 3)
            self._join(last, first)
            last = after
        self._join(last, end)
        return Snapshot.of_records(self.records)

    def case(self) -> ExampleCase:
        """Random answers, and a random exception or event here and there."""
        answers, turns = [], []
        for record in self.records:
            if isinstance(record, Field):
                value = "a" if record.id in self.loops else self.dice.choice(CODES)
                answers.append(ExampleAnswer(field=record.id, value=value))
                if record.id in self.loops and self.dice.random() < 0.5:
                    again = ExampleAnswer(field=record.id, value="b")
                    step = self.loops[record.id]
                    turns.append(ExampleTurn(at=step, visit=1, answers=(again,)))
            elif isinstance(record, Timer) and record.attached_to and self.dice.random() < 0.5:
                turns.append(ExampleTurn(at=record.attached_to, happens="event", event=record.id))
            elif isinstance(record, Decision) and record.mode == "event":
                events = [
                    flow.target
                    for flow in self.records
                    if isinstance(flow, Flow) and flow.source == record.id
                ]
                event = self.dice.choice(events)
                turns.append(ExampleTurn(at=record.id, happens="event", event=event))
        return ExampleCase(
            id="case", name="Fall", applied=DAY, answers=tuple(answers), turns=tuple(turns)
        )

    # -------------------------------------------------------------------------------- blocks

    def _block(self, parent: str, depth: int) -> tuple[str, str]:
        """First and last node of a new block."""
        kinds = [self._step]
        if depth and self.count < self.most:
            kinds += [
                self._row,
                self._exclusive,
                self._parallel,
                self._loop,
                self._events,
                self._inside,
                self._exception,
            ]
            # An inclusive join in the second round of a loop does not wait in the other engine.
            kinds += [] if self.circling else [self._inclusive]
        return self.dice.choice(kinds)(parent, depth - 1)

    def _step(self, parent: str, _: int) -> tuple[str, str]:
        step = self._add(Step, parent)
        return step, step

    def _row(self, parent: str, depth: int) -> tuple[str, str]:
        one, other = self._block(parent, depth), self._block(parent, depth)
        self._join(one[1], other[0])
        return one[0], other[1]

    def _exclusive(self, parent: str, depth: int) -> tuple[str, str]:
        return self._choice(parent, depth, "exclusive")

    def _inclusive(self, parent: str, depth: int) -> tuple[str, str]:
        return self._choice(parent, depth, "inclusive")

    def _choice(self, parent: str, depth: int, mode: str) -> tuple[str, str]:
        step = self._add(Step, parent)
        parts, meets = (
            self._add(Decision, parent, mode=mode),
            self._add(Decision, parent, mode=mode),
        )
        self._join(step, parts)
        # Where two conditions of an exclusive one hold, the other engine asks first what is drawn
        # further up, and we what comes first in order: there only one of them can hold.
        first = self._ask(step)
        second = first if mode == "exclusive" else self._ask(step)
        for question, code in ((first, "b"), (second, "c")):
            one = self._block(parent, depth)
            self._join(parts, one[0], question, code)
            self._join(one[1], meets)
        last = self._block(parent, depth)
        self._join(parts, last[0], default=True)
        self._join(last[1], meets)
        return step, meets

    def _parallel(self, parent: str, depth: int) -> tuple[str, str]:
        parts, meets = self._add(Parallel, parent), self._add(Parallel, parent)
        for _ in range(self.dice.choice((2, 3))):
            one = self._block(parent, depth)
            self._join(parts, one[0])
            self._join(one[1], meets)
        return parts, meets

    def _loop(self, parent: str, depth: int) -> tuple[str, str]:
        self.circling += 1
        back, one = self._add(Decision, parent), self._block(parent, depth)
        self.circling -= 1
        step, parts = self._add(Step, parent), self._add(Decision, parent)
        question = self._ask(step)
        self.loops[question] = step
        self._way(back, *one)
        self._way(one[1], step, step, parts)
        self._join(parts, back, question, "b")
        follows = self._add(Step, parent)
        self._join(parts, follows, default=True)
        return back, follows

    def _events(self, parent: str, depth: int) -> tuple[str, str]:
        parts, meets = self._add(Decision, parent, mode="event"), self._add(Decision, parent)
        timer = self._timer(parent)
        message = self._add(Message, parent, message_name=f"Nachricht {self.count}")
        for event in (timer, message):
            one = self._block(parent, depth)
            self._join(parts, event)
            self._join(event, one[0])
            self._join(one[1], meets)
        return parts, meets

    def _inside(self, parent: str, depth: int) -> tuple[str, str]:
        sub = self._add(SubProcess, parent)
        start, end = self._add(Start, sub), self._add(End, sub)
        self._way(start, *self._block(sub, depth), end)
        return sub, sub

    def _exception(self, parent: str, depth: int) -> tuple[str, str]:
        step, meets = self._add(Step, parent), self._add(Decision, parent)
        timer = self._timer(parent, attached_to=step)
        one = self._block(parent, depth)
        self._join(timer, one[0])
        self._join(one[1], meets)
        self._join(step, meets)
        return step, meets

    # --------------------------------------------------------------------------------- parts

    def _add(self, cls: type[Record], parent: str, **fields: Any) -> str:
        self.count += 1
        made = cls.model_validate(
            {
                "id": f"n{self.count}",
                "name": f"N{self.count}",
                "parent": parent,
                "order": f"a{self.count:05}",
                **fields,
            }
        )
        self.records.append(made)
        return made.id

    def _timer(self, parent: str, **fields: Any) -> str:
        timer = self._add(Timer, parent, **fields)
        length = self.dice.randint(1, 30)
        self.records.append(Deadline(id=f"{timer}.days", parent=timer, length=length))
        return timer

    def _ask(self, step: str) -> str:
        self.count += 1
        question = f"q{self.count}"
        self.records.append(Field(id=question, parent=step, label=question, field_kind="select"))
        for code in CODES:
            option = Option(id=f"{question}.{code}", parent=question, code=code, label=code)
            self.records.append(option)
        return question

    def _join(
        self, source: str, target: str, question: str = "", code: str = "", *, default: bool = False
    ) -> None:
        self.count += 1
        asked = Chosen(field=question, option=f"{question}.{code}") if question else None
        self.records.append(
            Flow(
                id=f"f{self.count}",
                source=source,
                target=target,
                condition=asked,
                default=default,
                order=f"a{self.count:05}",
            )
        )

    def _way(self, source: str, first: str, last: str, target: str = "") -> None:
        self._join(source, first)
        if target:
            self._join(last, target)


def grown(seed: int, most: int = 20) -> tuple[Snapshot, ExampleCase]:
    """A service and a case, the same for the same seed."""
    blocks = Blocks(random.Random(seed), most)
    return blocks.grow(), blocks.case()
