"""Finds services with two starts that wait for nothing: an engine does not know where to begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Role, Start


def _find(view: Reading) -> Iterator[Found]:
    if view.foreign:
        return
    plain: dict[tuple[str, str], list[Start]] = defaultdict(list)
    for start in view.of(Start):
        if start.trigger == "none":
            role = view.get(start.role, Role)
            plain[(start.parent, role.parent if role else "")].append(start)
    for starts in plain.values():
        if len(starts) > 1:
            starts.sort(key=lambda start: (_side(view, start) != "applicant", start.id))
            others = tuple(start.id for start in starts[1:])
            repair = Repair("start_by_message", partial(_by_message, starts=others))
            yield Found(others[0], {"n": len(starts)}, (repair,))


def _side(view: Reading, start: Start) -> str:
    role = view.get(start.role, Role)
    return role.side if role else ""


def _by_message(tx: Transaction, starts: tuple[str, ...]) -> None:
    """All but the first begin when a message comes in."""
    for start in starts:
        name = str(called_at(tx.get(start)))
        tx.alter(start, trigger="message", message_name=name)


SEVERAL_STARTS = Check(
    "several_starts",
    "error",
    (Start, Role),
    whole=_find,
    heeds=frozenset({"trigger", "role", "parent", "side"}),
)
