"""Did the engine take the course that our rehearsal took?

Both traces are partial orders: the same things are done as often and cancelled as often, and what
rests on something else ends after it in the engine's history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from exporters.platforms import Deployment
from model.document import Snapshot
from model.play import Happening, Played, play
from model.records import Event, ExampleCase, Node
from tests.engines.asking import Engine, Refused
from tests.engines.driving import Drive
from tests.engines.telling import ends_of

Entry = tuple[str, str, int]
"""A node, "done" or "cancelled", and for the how-many-th time."""


def differences(
    engine: Engine, view: Snapshot, case: ExampleCase, deployment: Deployment
) -> list[str]:
    """What is not the same; empty when the two agree and everything has ended."""
    played, drive = play(view, case), Drive(engine, view, case, deployment)
    try:
        drive.go()
    except Refused as refusal:
        return [*drive.faults, str(refusal)]
    found = list(drive.faults)
    ended = drive.state()["ended"]
    if ended != played.state.finished:
        found.append(f"ended: the engine {ended}, we {played.state.finished}")
    told = engine.ask("history", case=drive.id)["told"]
    return found + unlike(_ours(played, drive), _theirs(told, view, drive), played)


def _ours(played: Played, drive: Drive) -> list[tuple[int, Entry]]:
    """Number of the happening, and what it is. The first page is a part of the start there, and
    a jump is no stop.
    """
    kept = [
        one
        for one in played.trace
        if one.kind in ("done", "cancelled")
        and one.node not in drive.merged
        and not _is_jump(drive.view.get(one.node))
    ]
    numbered = _numbered([(one.node, one.kind) for one in kept])
    return [(one.number, entry) for one, entry in zip(kept, numbered, strict=True)]


def _is_jump(node: object) -> bool:
    return isinstance(node, Event) and node.trigger == "link"


def _theirs(told: Sequence[dict[str, Any]], view: Snapshot, drive: Drive) -> list[Entry]:
    """The ends in their order, of what stands in the service."""
    records = {drive.of(node.id): node.id for node in view.of(Node)}
    ends = ends_of(drive.engine.name, told, drive.description)
    return _numbered([(records[node], kind) for node, kind in ends if node in records])


def unlike(ours: Sequence[tuple[int, Entry]], theirs: Sequence[Entry], played: Played) -> list[str]:
    """Where the two are not the same partial order."""
    mine = Counter(entry for _, entry in ours)
    if mine != Counter(theirs):
        only_mine, only_theirs = mine - Counter(theirs), Counter(theirs) - mine
        return [f"only ours: {sorted(only_mine)}", f"only the engine's: {sorted(only_theirs)}"]
    place = {entry: number for number, entry in enumerate(theirs)}
    names = dict(ours)
    return [
        f"the engine ends {names[number]} before {names[cause]}"
        for number, cause in _rests(played.trace, names)
        if place[names[cause]] > place[names[number]]
    ]


def _rests(trace: Sequence[Happening], names: dict[int, Entry]) -> list[tuple[int, int]]:
    return [(h.number, c) for h in trace for c in h.causes if h.number in names and c in names]


def _numbered(entries: Sequence[tuple[str, str]]) -> list[Entry]:
    seen: Counter[tuple[str, str]] = Counter()
    made: list[Entry] = []
    for entry in entries:
        made.append((*entry, seen[entry]))
        seen[entry] += 1
    return made
