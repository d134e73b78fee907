"""Finds deadlines of which nobody knows how long they are."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.document import Snapshot
from model.grammar import title
from model.grammar.kinds import kind_title
from model.records import Deadline


def _find(view: Snapshot, deadline: Deadline) -> Iterator[Found]:
    if deadline.length is None or deadline.length <= 0:
        holder = view.get(deadline.parent)
        name = title(deadline) or (title(holder) if holder else "") or str(kind_title(deadline))
        yield Found(deadline.id, {"name": name}, (Repair("give_length", opens="length"),))


DEADLINE_WITHOUT_LENGTH = Check("deadline_without_length", "error", (Deadline,), record=_find)
