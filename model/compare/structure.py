"""What is right record by record, and wrong as a whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.compare.threeway import Clash
from model.document import Snapshot
from model.records import Flow, Record


def circles(
    base: Snapshot, ours: Snapshot, theirs: Snapshot, records: Mapping[str, Record]
) -> Iterator[Clash]:
    """Of each circle of things that stand in each other: one that we moved and one that they
    moved.
    """
    clean: set[str] = set()
    for start in list(records):
        circle = _circle(records, start, clean)
        if not circle or any(_stands_so(view, records, circle) for view in (ours, theirs)):
            continue
        mine = [one for one in circle if _moved(base, ours, one)]
        other = [one for one in circle if _moved(base, theirs, one)]
        if mine and other:
            yield Clash(base.get(mine[0]), ours[mine[0]], theirs[other[0]], ("parent",))


def _stands_so(view: Snapshot, records: Mapping[str, Record], circle: list[str]) -> bool:
    """Was the circle there before, on one side alone? Then it is a fault and no question."""
    parents = {one: getattr(records[one], "parent", "") for one in circle}
    return all(getattr(view.get(one), "parent", None) == holder for one, holder in parents.items())


def _circle(records: Mapping[str, Record], start: str, clean: set[str]) -> list[str]:
    path: list[str] = []
    place: dict[str, int] = {}
    one = start
    while one in records and one not in clean:
        if one in place:
            return path[place[one] :]
        place[one] = len(path)
        path.append(one)
        one = getattr(records[one], "parent", "")
    clean.update(path)
    return []


def _moved(base: Snapshot, side: Snapshot, record_id: str) -> bool:
    was, now = base.get(record_id), side.get(record_id)
    return now is not None and getattr(was, "parent", "") != getattr(now, "parent", "")


def two_defaults(
    ours: Snapshot, theirs: Snapshot, records: Mapping[str, Record]
) -> Iterator[tuple[Flow, Flow]]:
    """Of each node with two ways "sonst" that neither side had alone: ours and theirs."""
    first: dict[str, Flow] = {}
    for record in records.values():
        if not isinstance(record, Flow) or not record.default or record.of:
            continue
        known = first.setdefault(record.source, record)
        if known is record:
            continue
        pair = _whose(ours, theirs, known, record)
        if pair is not None:
            yield pair


def _whose(ours: Snapshot, theirs: Snapshot, one: Flow, two: Flow) -> tuple[Flow, Flow] | None:
    for mine, other in ((one, two), (two, one)):
        if _is_default(ours, mine) and not _is_default(ours, other) and _is_default(theirs, other):
            return mine, other
    return None


def _is_default(view: Snapshot, flow: Flow) -> bool:
    there = view.get(flow.id, Flow)
    return there is not None and there.default and there.source == flow.source
