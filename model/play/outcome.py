"""What is there when a case is over: ends, deadlines, documents?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from model.document.queries import Queries
from model.play.answers import read
from model.play.clock import World, passes
from model.play.state import Happening, State
from model.records import DataFlow, DataObject, Deadline, End, Node, Timer
from model.records.names import title


def reached_ends(view: Queries, trace: Iterable[Happening]) -> tuple[str, ...]:
    """The ends of the service that were reached, the last one last."""
    ends = (view.get(one.node, End) for one in trace if one.kind == "done")
    return tuple(dict.fromkeys(end.id for end in ends if end is not None and not end.parent))


def deadlines_of(view: Queries, state: State, world: World) -> tuple[tuple[str, date], ...]:
    """Deadline -> its last day, for all that ran in this case.

    One that stands at a node runs when the node was reached (a timer's ended when it went off); one
    of the service when what it starts with was answered or done.
    """
    reached: dict[str, Happening] = {}
    for one in state.trace:
        reached.setdefault(one.node, one)
    known = read(view, state.answers, state.begun.date())
    found: list[tuple[str, date]] = []
    moments = {one.number: one.moment for one in state.trace}
    for deadline in view.ordered(Deadline):
        owner = view.get(deadline.parent, Node)
        since = state.begun
        if owner is not None:
            if owner.id not in reached:
                continue
            if isinstance(owner, Timer):
                found.append((deadline.id, reached[owner.id].moment.date()))
                continue
            causes = reached[owner.id].causes
            since = max((moments[one] for one in causes if one in moments), default=since)
        elif not known.get(deadline.starts_with) and deadline.starts_with not in reached:
            continue
        due = passes(view, deadline, since, known, state.trace, world)
        if due is not None:
            found.append((deadline.id, due.date()))
    return tuple(found)


def documents_of(view: Queries, trace: Iterable[Happening]) -> tuple[str, ...]:
    """Names of the documents that the done steps wrote, in that order."""
    found: dict[str, None] = {}
    for one in trace:
        if one.kind == "done":
            for flow in view.referring(one.node, DataFlow):
                made = view.get(flow.target, DataObject)
                if flow.source == one.node and made is not None:
                    found[title(made)] = None
    return tuple(found)


def makes_documents(view: Queries) -> bool:
    """Does the service say which documents it makes?"""
    return any(view.get(flow.target, DataObject) for flow in view.of(DataFlow))
