"""What can be asked of the records? The same for a snapshot and an open transaction."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import Any, TypeVar, overload

from model.document.index import Index
from model.errors import UnknownRecord
from model.geometry import Rect
from model.records import (
    KINDS,
    Citation,
    FieldUse,
    Flow,
    Norm,
    Option,
    Placement,
    Record,
    Role,
    Service,
)
from model.records.base import Child, sort_key

R = TypeVar("R", bound=Record)
Found = tuple[Any, Container[str]]
"""An answer, and the ids whose places it was made of."""


class Queries:
    """Read-only questions over ``_records`` and ``_index``."""

    _records: dict[str, Record]
    _index: Index

    def __contains__(self, record_id: str) -> bool:
        return record_id in self._records

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __getitem__(self, record_id: str) -> Record:
        try:
            return self._records[record_id]
        except KeyError:
            raise UnknownRecord(record_id) from None

    @overload
    def get(self, record_id: str) -> Record | None: ...
    @overload
    def get(self, record_id: str, kind: type[R]) -> R | None: ...
    def get(self, record_id: str, kind: type[Record] = Record) -> Any:
        """The record of that id if it is there and of that class, else None."""
        record = self._records.get(record_id)
        return record if isinstance(record, kind) else None

    def the(self, record_id: str, kind: type[R]) -> R:
        """The record of that id and class.

        Raises:
            UnknownRecord: there is none.
        """
        record = self._records.get(record_id)
        if not isinstance(record, kind):
            raise UnknownRecord(record_id)
        return record

    def of(self, kind: type[R]) -> list[R]:
        """All records of a class (or of its subclasses), without dated states, by id.

        By id, so that nothing that is made of them depends on what was done before.
        """
        words = (word for word, cls in KINDS.items() if issubclass(cls, kind))
        ids = sorted(i for word in words for i in self._index.kinds.get(word, ()))
        found = (self._records[i] for i in ids)
        return [record for record in found if not record.of]  # type: ignore[misc]

    def ordered(self, kind: type[R]) -> list[R]:
        """All records of a class in their own order (Child) or by id."""
        return sorted(self.of(kind), key=_by_order)

    def states(self, record_id: str) -> list[Record]:
        """The dated states of a record, oldest first (not the record itself)."""
        found = [record for record in self.referring(record_id) if record.of == record_id]
        return sorted(found, key=lambda record: (str(record.valid_from or ""), record.id))

    @overload
    def referring(self, record_id: str) -> list[Record]: ...
    @overload
    def referring(self, record_id: str, kind: type[R]) -> list[R]: ...
    def referring(self, record_id: str, kind: type[Record] = Record) -> Any:
        """All records that name this one in any field, also in an expression."""
        found = (self._records[i] for i in sorted(self._index.references.get(record_id, ())))
        return [record for record in found if isinstance(record, kind)]

    @overload
    def children(self, parent: str) -> list[Child]: ...
    @overload
    def children(self, parent: str, kind: type[R]) -> list[R]: ...
    def children(self, parent: str, kind: type[Record] = Child) -> Any:
        """What stands in ``parent``, in its order, without dated states."""
        found = (r for r in self.referring(parent, kind) if isinstance(r, Child) and not r.of)
        return sorted((r for r in found if r.parent == parent), key=_by_order)

    def once(self, key: str, find: Callable[[Any], Found]) -> Any:  # noqa: ARG002
        """An answer that depends on nodes, ways and the named places alone.

        A snapshot keeps it, and hands it on to those after it while none of these change; the same
        object then means: still the same answer.
        """
        return find(self)[0]

    @property
    def service(self) -> Service:
        """The one service of the document (an empty one when there is none yet)."""
        return next(iter(self.of(Service)), Service(id="service"))

    def outgoing(self, node: str) -> list[Flow]:
        """Ways that leave a node, the default way first, then in their order."""
        flows = [f for f in self.referring(node, Flow) if f.source == node and not f.of]
        return sorted(flows, key=lambda f: (not f.default, f.order, f.id))

    def incoming(self, node: str) -> list[Flow]:
        """Ways that lead to a node."""
        flows = [f for f in self.referring(node, Flow) if f.target == node and not f.of]
        return sorted(flows, key=sort_key)

    def rows(self, parent: str) -> list[Record]:
        """What a card or group shows line by line: fields, groups and uses of fields."""
        return [r for r in self.children(parent) if r.family == "row" and not isinstance(r, Option)]

    def options(self, field: str) -> list[Option]:
        """The answers of a choice field: its own, or those of its code list."""
        own = self.children(field, Option)
        if own:
            return own
        code_list = getattr(self._records.get(field), "code_list", "")
        return self.children(code_list, Option) if code_list else []

    def uses(self, field: str) -> list[FieldUse]:
        """Where a field is used by a step that does not ask it."""
        return [u for u in self.referring(field, FieldUse) if u.field == field]

    def norms(self, record_id: str) -> list[Norm]:
        """The norms a record rests on, in order of citation."""
        cited = (self.get(c.norm, Norm) for c in self.children(record_id, Citation))
        return [norm for norm in cited if norm is not None]

    def resting_on(self, norm: str) -> list[Record]:
        """Everything that cites a norm, by id."""
        cited = (self._records[i] for i in self._index.norms.get(norm, ()))
        parents = {citation.parent for citation in cited if isinstance(citation, Citation)}
        return [self._records[i] for i in sorted(parents) if i in self._records]

    def placement(self, record_id: str, view: str = "main") -> Placement | None:
        """Where a record is drawn in a view, or None."""
        for place_id in sorted(self._index.places.get(record_id, ())):
            place = self._records[place_id]
            if isinstance(place, Placement) and place.view == view:
                return place
        return None

    def placed_near(self, area: Rect, view: str = "main") -> list[Placement]:
        """The places that touch an area in a view, by id; without looking at all of them."""
        found = (self._records[one] for one in sorted(self._index.near(area)))
        return [
            place
            for place in found
            if isinstance(place, Placement) and place.view == view and place.box.intersects(area)
        ]

    def role_of(self, record_id: str) -> Role | None:
        """The lane a node stands in; of a row: the lane of its card."""
        return self.get(getattr(self.card_of(record_id), "role", ""), Role)

    def card_of(self, record_id: str) -> Record | None:
        """The node that a row, option or citation finally stands in (itself when it is a node)."""
        record = self._records.get(record_id)
        for _ in range(300):
            if record is None or record.family == "node":
                return record
            record = self._records.get(getattr(record, "parent", ""))
        return None


def _by_order(record: Record) -> tuple[str, str]:
    return getattr(record, "order", ""), record.id
