"""Random services built of blocks, sound by construction, and one fault put into each."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

from model.document import Document, Snapshot
from model.records import (
    Decision,
    End,
    Flow,
    Node,
    Parallel,
    Record,
    Start,
    Step,
    SubProcess,
    Timer,
)

FAULTS = ("choice_waits", "parallel_meets_plainly", "no_way_out", "one_way_leaves", "back_into")


class Blocks:
    """A service that grows block by block; ``faults`` remembers where which fault may be put."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.records: dict[str, Record] = {}
        self.places: dict[str, list[tuple[str, ...]]] = {fault: [] for fault in FAULTS}
        self._count = 0

    def view(self) -> Snapshot:
        return Document(self.records.values()).snapshot()

    def node(self, kind: type[Node], parent: str = "", **fields: Any) -> str:
        self._count += 1
        name = f"{kind.model_fields['kind'].default}{self._count:05}"
        self.records[name] = kind(id=name, parent=parent, name=name, **fields)
        return name

    def way(self, source: str, target: str) -> str:
        self._count += 1
        name = f"way{self._count:05}"
        parent = self.records[source].parent  # type: ignore[attr-defined]
        self.records[name] = Flow(id=name, source=source, target=target, parent=parent)
        return name

    def whole(self, size: int, parent: str = "") -> None:
        """Start, about ``size`` steps in blocks, end."""
        start, end = self.node(Start, parent), self.node(End, parent)
        first, last = self._series(size, parent)
        self.way(start, first)
        self.way(last, end)

    def _series(self, size: int, parent: str) -> tuple[str, str]:
        """Parts one after the other; the nodes at both ends. Never deep: the size is halved."""
        parts: list[tuple[str, str]] = []
        while size > 0 or not parts:
            here = max(1, min(size, self.random.choice((1, 1, 1, 2, 4, 9, size // 2))))
            parts.append(self._block(here, parent))
            size -= here
        for (_, before), (after, _) in pairwise(parts):
            self.way(before, after)
        return parts[0][0], parts[-1][1]

    def _block(self, size: int, parent: str) -> tuple[str, str]:
        if size < 2:
            step = self.node(Step, parent)
            return step, step
        makes = self.random.choice((self._choice, self._parallel, self._some, self._circle))
        kinds = [makes, makes, self._exception, self._held]
        return self.random.choice(kinds)(size, parent)

    def _branches(self, split: str, join: str, size: int, parent: str) -> list[tuple[str, ...]]:
        count = self.random.choice((2, 2, 3))
        found: list[tuple[str, ...]] = []
        for _ in range(count):
            first, last = self._series(max(1, (size - 1) // count), parent)
            found.append((self.way(split, first), self.way(last, join)))
        return found

    def _choice(self, size: int, parent: str) -> tuple[str, str]:
        split, join = self.node(Decision, parent), self.node(Decision, parent)
        self._branches(split, join, size, parent)
        if self.random.random() < 0.2:
            self.way(split, join)
        self.places["choice_waits"].append((join,))
        return split, join

    def _parallel(self, size: int, parent: str) -> tuple[str, str]:
        split, join = self.node(Parallel, parent), self.node(Parallel, parent)
        ways = self._branches(split, join, size, parent)
        self.places["parallel_meets_plainly"].append((join,))
        self.places["one_way_leaves"].append((ways[0][1], parent))
        self.places["back_into"].append((ways[0][1], ways[1][0]))
        return split, join

    def _some(self, size: int, parent: str) -> tuple[str, str]:
        split = self.node(Decision, parent, mode="inclusive")
        join = self.node(Decision, parent, mode="inclusive")
        self._branches(split, join, size, parent)
        self.places["choice_waits"].append((join,))
        self.places["parallel_meets_plainly"].append((join,))
        return split, join

    def _circle(self, size: int, parent: str) -> tuple[str, str]:
        meet, again = self.node(Decision, parent), self.node(Decision, parent)
        first, last = self._series(max(1, size - 1), parent)
        self.way(meet, first)
        self.way(last, again)
        self.way(again, meet)
        self.places["no_way_out"].append((again, meet))
        return meet, again

    def _exception(self, size: int, parent: str) -> tuple[str, str]:
        """A step with a deadline at it that stops it, and meets again; or only reminds."""
        step = self.node(Step, parent)
        stops = self.random.random() < 0.5
        timer = self.node(Timer, parent, attached_to=step, interrupting=stops)
        first, last = self._series(max(1, size - 1), parent)
        self.way(timer, first)
        if not stops:
            self.way(last, self.node(End, parent))
            return step, step
        meet = self.node(Decision, parent)
        self.way(step, meet)
        self.way(last, meet)
        return step, meet

    def _held(self, size: int, parent: str) -> tuple[str, str]:
        holder = self.node(SubProcess, parent)
        self.whole(max(1, size - 1), holder)
        return holder, holder

    # -------------------------------------------------------------------------------- one fault

    def spoil(self, fault: str) -> bool:
        """Put one fault in; False where the service has no place for it."""
        if not self.places[fault]:
            return False
        place = self.random.choice(self.places[fault])
        getattr(self, f"_{fault}")(*place)
        return True

    def _become(self, name: str, kind: type[Node]) -> None:
        old = self.records[name]
        self.records[name] = kind(id=name, parent=old.parent, name=name)  # type: ignore[attr-defined]

    def _choice_waits(self, join: str) -> None:
        self._become(join, Parallel)

    def _parallel_meets_plainly(self, join: str) -> None:
        self._become(join, Decision)

    def _no_way_out(self, again: str, meet: str) -> None:
        for record in list(self.records.values()):
            if isinstance(record, Flow) and record.source == again and record.target != meet:
                self.records[record.id] = record.replaced(target=meet)

    def _one_way_leaves(self, way: str, parent: str) -> None:
        """A decision before the join lets the case end, while the join waits."""
        old = self.records[way]
        assert isinstance(old, Flow)
        choice, end = self.node(Decision, parent), self.node(End, parent)
        self.records[way] = old.replaced(source=choice)
        self.way(old.source, choice)
        self.way(choice, end)

    def _back_into(self, last: str, other: str) -> None:
        """One branch may go over into the other."""
        old, into = self.records[last], self.records[other]
        assert isinstance(old, Flow) and isinstance(into, Flow)
        choice = self.node(Decision, old.parent)
        self.records[last] = old.replaced(source=choice)
        self.way(old.source, choice)
        self.way(choice, into.target)
