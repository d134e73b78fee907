"""What belongs to a thing that is copied, and what must be known beside it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.document.queries import Queries
from model.records import (
    Annotation,
    CodeList,
    DataFlow,
    DataObject,
    Deadline,
    ExampleCase,
    Fee,
    Flow,
    ForeignFile,
    Frame,
    Layer,
    MessageFlow,
    Node,
    Norm,
    Placement,
    Pool,
    Record,
    Remark,
    Role,
    Rule,
    Service,
    Unknown,
)
from model.records.base import Child, sort_key

NEVER = (Service, ForeignFile, Layer, Remark, Unknown)
"""Stay where they are: a copy is no second service, carries no imported file and no remark."""
BROUGHT = (Norm, CodeList, Rule, Fee, Deadline)
"""Come along when the other document has nothing like them; else its own are used."""
ASIDE = (Annotation, Frame, DataObject)


@dataclass(frozen=True)
class Clip:
    """What was copied. ``roots`` are the ids that were chosen, ``records`` all that belongs to
    them, ``beside`` what these name: norms, lists, fees, lanes, answers asked elsewhere.

    Why two heaps (11/2026): an answer that a copied step merely reads must not be copied, but the
    place where the copy arrives has to know which answer was meant, and find it again by what it
    is called.
    """

    roots: tuple[str, ...]
    records: tuple[Record, ...]
    beside: tuple[Record, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records)


def clip(view: Queries, ids: Iterable[str]) -> Clip:
    """A copy of these things with all that belongs to them: rows, answers, rules, citations,
    evidence, fees, deadlines, translations, exceptions at a step, places, and the ways between
    them. A way alone is nothing; a lane brings its cards.
    """
    chosen = [i for i in dict.fromkeys(ids) if i in view and not isinstance(view[i], _WITH_OTHERS)]
    inside = _whole(view, chosen)
    between = _ways_between(view, inside)
    inside |= _whole(view, between)
    own = [view[i] for i in inside if not isinstance(view[i], NEVER)]
    roots = [i for i in chosen if not _stands_in(view, i, set(chosen))]
    tops = [i for i in roots if not isinstance(view[i], Service)]
    return Clip(tuple(_in_order(view, tops)), tuple(own), tuple(_beside(view, own)))


_WITH_OTHERS = (Flow, MessageFlow, DataFlow, Placement, ForeignFile, Layer, Remark, Unknown)
"""Copied with what they belong to, never alone."""


def _whole(view: Queries, roots: Iterable[str]) -> dict[str, None]:
    """The roots and everything that belongs to them, each once."""
    found: dict[str, None] = {}
    pending = list(reversed(list(roots)))
    while pending:
        one = pending.pop()
        if one in found:
            continue
        found[one] = None
        parts = [other.id for other in view.referring(one) if belongs_to(other, one)]
        pending += reversed(parts)
    return found


def belongs_to(record: Record, owner: str) -> bool:
    """Does a record exist only for its owner?"""
    if isinstance(record, Remark | ExampleCase):
        return False
    if record.of == owner:
        return True
    if isinstance(record, Placement):
        return record.about == owner
    if isinstance(record, Node) and owner in (record.role, getattr(record, "attached_to", "")):
        return True
    return isinstance(record, Child) and record.parent == owner


def _stands_in(view: Queries, one: str, others: set[str]) -> bool:
    """True when it is copied with something else that was chosen."""
    record: Record | None = view[one]
    for _ in range(300):
        holders = [getattr(record, name, "") for name in ("parent", "attached_to", "role")]
        if any(holder in others for holder in holders if holder):
            return not isinstance(view[one], Role | Pool)
        record = view.get(str(holders[0]))
        if record is None:
            return False
    return True


def _ways_between(view: Queries, inside: dict[str, None]) -> list[str]:
    nodes = [i for i in inside if isinstance(view[i], Node | Pool | DataObject)]
    kinds = Flow | MessageFlow | DataFlow
    ways = {w.id: w for n in nodes for w in view.referring(n) if isinstance(w, kinds)}
    return [i for i, way in ways.items() if way.source in inside and way.target in inside]


def _in_order(view: Queries, roots: list[str]) -> list[str]:
    """Rows in the order in which they stand, wherever they were clicked first."""
    rows = [view[i] for i in roots if view[i].family == "row"]
    sorted_rows = iter(sorted(rows, key=lambda row: _row_key(row)))
    return [next(sorted_rows).id if view[i].family == "row" else i for i in roots]


def _row_key(row: Record) -> tuple[str, tuple[str, str]]:
    return getattr(row, "parent", ""), sort_key(row) if isinstance(row, Child) else ("", row.id)


# ---------------------------------------------------------------------------------------- beside


def _beside(view: Queries, own: list[Record]) -> list[Record]:
    """What the copied records name, and what these need in turn to be known or brought along."""
    inside = {record.id for record in own}
    found: dict[str, Record] = {}
    pending = [i for record in own for i in record.references()]
    while pending:
        one = pending.pop()
        record = view.get(one)
        if record is None or one in inside or one in found:
            continue
        found[one] = record
        pending += _to_know(view, record)
    return list(found.values())


def _to_know(view: Queries, record: Record) -> Iterator[str]:
    if isinstance(record, Role):
        place = view.placement(record.id)
        if place is not None:
            yield place.id
        yield record.parent
    elif isinstance(record, BROUGHT) or _is_brought(view, record):
        yield from record.references()
        for part in view.referring(record.id):
            if belongs_to(part, record.id):
                yield part.id
    elif isinstance(record, Child):
        yield record.parent


def _is_brought(view: Queries, record: Record) -> bool:
    """A part of something that may come along: an answer of a list, a row of a fee."""
    return isinstance(record, Child) and isinstance(view.get(record.parent), BROUGHT)
