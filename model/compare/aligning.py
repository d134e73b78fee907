"""Which things of two files are the same although they have other ids?

A service that was read anew from a foreign file, or built again by hand, has ids of its own. Only
where two services have no id of a part in common are their parts matched by what they are: by
their FIM id, or by kind, name and where they stand. A match must be the only one on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from model.commands.copying import renamed
from model.document import Snapshot
from model.records import (
    Citation,
    DescriptionModule,
    FieldUse,
    Flow,
    MessageFlow,
    Node,
    Norm,
    Option,
    Placement,
    Record,
    Remark,
    Service,
    Text,
)
from model.records.base import Child
from model.records.names import title

Key = tuple[Any, ...]


def in_same_ids(before: Snapshot, after: Snapshot) -> Snapshot:
    """The second service under the ids of the first where both have none in common; else as it
    is.
    """
    if not _strangers(before, after):
        return after
    ids = _Pairs(before, after).ids
    taken = set(before[i].id for i in ids.values())
    free = {r.id: _free(r.id, before, taken) for r in after if r.id not in ids and r.id in before}
    return Snapshot.of_records(renamed(record, {**ids, **free}) for record in after)


def _strangers(before: Snapshot, after: Snapshot) -> bool:
    """Have they no part of the same id and kind?"""
    if len(before) < 2 or len(after) < 2:
        return False
    alike = (after.get(record.id) for record in before if not isinstance(record, Service))
    return not any(two is not None and two.kind == before[two.id].kind for two in alike)


def _free(record_id: str, before: Snapshot, taken: set[str]) -> str:
    """An id that means nothing in the first service."""
    number = 2
    while f"{record_id}_{number}" in before or f"{record_id}_{number}" in taken:
        number += 1
    return f"{record_id}_{number}"


class _Pairs:
    """Finds pairs until no new one comes: what stands in a known thing can be known by it."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self.before, self.after = before, after
        self.ids: dict[str, str] = {}
        """Id in the second service -> id in the first."""
        self.found: set[str] = set()
        while self._once():
            pass

    def _once(self) -> bool:
        known = len(self.ids)
        old = {i: i for i in self.found}
        for keys in (_sure_keys, _near_keys):
            one = self._unique(self.before, old, keys)
            two = self._unique(self.after, self.ids, keys)
            for key, record_id in two.items():
                if key in one and one[key] not in self.found:
                    self.ids.setdefault(record_id, one[key])
                    self.found.add(self.ids[record_id])
            if len(self.ids) > known:
                return True
        return False

    def _unique(self, view: Snapshot, known: dict[str, str], keys: Any) -> dict[Key, str]:
        """Keys that only one record without a partner has."""
        found: dict[Key, str] = {}
        count: Counter[Key] = Counter()
        for record in view:
            if record.id in known:
                continue
            for key in keys(view, record, known):
                found[key] = record.id
                count[key] += 1
        return {key: record_id for key, record_id in found.items() if count[key] == 1}


def _sure_keys(_view: Snapshot, record: Record, known: dict[str, str]) -> Iterator[Key]:
    """What says for certain which thing it is."""
    if isinstance(record, Service):
        yield ("service",)
    if fim_id := getattr(record, "fim_id", ""):
        yield ("fim", record.kind, fim_id, known.get(getattr(record, "parent", "")))
    if isinstance(record, Norm) and record.cited_as:
        yield ("norm", record.law, record.paragraph, record.valid_from)
    yield from _place_keys(record, known)


def _place_keys(record: Record, known: dict[str, str]) -> Iterator[Key]:
    names = _NAMED_BY.get(type(record))
    if names is None:
        return
    values = tuple(getattr(record, name) for name in names)
    places = tuple(
        known.get(v, v) if n in _POINTS else v for n, v in zip(names, values, strict=True)
    )
    if all(v in known for n, v in zip(names, values, strict=True) if n in _POINTS):
        yield ("at", record.kind, record.valid_from, *places)


_POINTS = frozenset({"parent", "norm", "field", "about", "source", "target"})
_NAMED_BY: dict[type[Record], tuple[str, ...]] = {
    Citation: ("parent", "norm", "passage"),
    DescriptionModule: ("parent", "code"),
    FieldUse: ("parent", "field", "mode"),
    Flow: ("source", "target"),
    MessageFlow: ("source", "target"),
    Option: ("parent", "code"),
    Placement: ("about", "view"),
    Remark: ("about", "text"),
    Text: ("parent", "slot", "language"),
}


def _near_keys(view: Snapshot, record: Record, known: dict[str, str]) -> Iterator[Key]:
    """What says it well enough when it is the only one: kind, name and where it stands."""
    if type(record) in _NAMED_BY:
        return
    name = title(record)
    parent = getattr(record, "parent", "")
    stands = known.get(parent, "?") if parent in view else ""
    if isinstance(record, Child) and stands != "?" and (name or not isinstance(record, Node)):
        yield ("named", record.kind, stands, name, record.valid_from)
    elif name and not isinstance(record, Child):
        yield ("named", record.kind, name, record.valid_from)
    if isinstance(record, Node) and not name:
        sources = [known.get(flow.source) for flow in view.incoming(record.id)]
        targets = [known.get(flow.target) for flow in view.outgoing(record.id)]
        around = [*sources, "to", *targets]
        if any(one not in (None, "to") for one in around):
            yield (
                "between",
                record.kind,
                *sorted(map(str, sources)),
                "to",
                *sorted(map(str, targets)),
            )
