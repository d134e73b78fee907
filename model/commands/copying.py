"""How does a copy become part of a document?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from model.commands.arrange import move
from model.commands.clipping import ASIDE, BROUGHT, Clip, clip
from model.commands.edit import use_field
from model.commands.landing import Shift, bends_shift, lane_for, lane_shifts, page_place, shifts
from model.commands.place import LANE_HEIGHT, place_node, row_key, speakable
from model.commands.twins import twins
from model.commands.whole import kept_of, refuse_damaged
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.geometry import Point
from model.grammar import may_hold
from model.language import Message, say
from model.records import (
    DataFlow,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Placement,
    Pool,
    Record,
    Role,
    Start,
    Step,
    key_between,
)
from model.records.base import Child, Fact, nested_fields, reference_fields

F = TypeVar("F", bound=Fact)


class Pasted(NamedTuple):
    """The ids of what was chosen, as it stands here now; and what could not come along."""

    ids: list[str]
    lost: list[Message]


def paste(
    tx: Transaction,
    copied: Clip,
    at: Point | None = None,
    into: str = "",
    *,
    by: Shift | None = None,
) -> Pasted:
    """Put a copy into the document. Every id is new, also inside conditions.

    Cards land beside the original, or around ``at``, and never on something; with ``by`` exactly so
    far from the original. Rows go into ``into`` (a card, a group, or after a row), else beside
    their original, else onto a new page. Norms, lists, fees and named conditions that this document
    has are used; others come along. A condition on an answer that is not here is left out and told.

    Raises:
        NotAllowed: the copy is damaged, or the place cannot hold it.
    """
    refuse_damaged(copied)
    known = twins(tx, copied)
    kept = kept_of(copied, known)
    ids = {record.id: tx.new_id(record.kind) for record in kept.records} | known
    job = _Job(tx, copied.roots, kept.records, ids)
    job.put_lanes()
    moved = shifts(tx, kept.records, lane_shifts(tx, copied, ids), at, by)
    job.put_records(moved)
    job.begin_where_it_waits(record for record in copied.records if isinstance(record, Start))
    new = job.put_rows(at, into)
    job.put_places(moved)
    tops = [i for i in new if isinstance(tx.get(i), Node)]
    if by is not None or (at is not None and len({tx.the(i, Node).role for i in tops}) == 1):
        move(tx, tops, 0, 0)  # who lands in another lane belongs to it
    return Pasted(new, kept.lost)


def duplicate(
    tx: Transaction, ids: Iterable[str], dx: float | None = None, dy: float | None = None
) -> list[str]:
    """The same again: beside the original, or exactly ``dx``, ``dy`` from it; the new ids.

    Raises:
        NotAllowed: a row cannot stand there a second time.
    """
    by = None if dx is None and dy is None else (dx or 0.0, dy or 0.0)
    return paste(tx, clip(tx, ids), by=by).ids


def paste_uses(tx: Transaction, copied: Clip, step: str) -> list[str]:
    """Instead of copies: a step uses the copied answers, those of a copied page, too.

    Raises:
        NotAllowed: no answer of this document was copied, or the step cannot use any.
    """
    fields = [
        record.id
        for record in copied.records
        if isinstance(record, Field) and record.field_kind != "label"
    ]
    here = [i for i in fields if tx.get(i, Field) is not None]
    if not here:
        raise NotAllowed(say("clip.no_answers"), todo=say("clip.no_answers.todo"))
    return [use_field(tx, step, field).id for field in here]


_SAID_BY_A_START = ("name", "documentation", "message_name", "event_name", "error_code")


class _Job:
    """The steps of one pasting."""

    def __init__(
        self, tx: Transaction, roots: Iterable[str], records: list[Record], ids: dict[str, str]
    ) -> None:
        self.tx, self.ids = tx, ids
        self.known = {record.id: record for record in records}
        self.waiting = list(records)
        self.roots = [i for i in roots if i in ids]
        self.taken = {mark for record in tx for mark in _marks(record)}
        self.last: dict[type[Record], str] = {}

    def put_lanes(self) -> None:
        """New lanes stand below the others, as high as they were."""
        heights = {p.about: p.height for p in self.known.values() if isinstance(p, Placement)}
        for role in self._take(Role, Pool):
            lanes = [p for r in self.tx.of(Role) if (p := self.tx.placement(r.id)) is not None]
            new = self._add(role, parent=self._pool(role), order=self._last(type(role)))
            if isinstance(role, Role):
                self._add_lane_place(new.id, lanes, heights.get(role.id, LANE_HEIGHT))

    def put_records(self, moved: dict[str, Shift]) -> None:
        """Everything but rows that were chosen alone and the places."""
        alone = {i for i in self.roots if i not in moved}
        rest = [
            record
            for record in self._take(Record)
            if not isinstance(record, Placement) and not _is_row(record, alone)
        ]
        for record in rest:
            self._add(record, **self._new_place_among_siblings(record, alone))

    def begin_where_it_waits(self, starts: Iterable[Start]) -> None:
        """A start that waits here becomes the one that was copied, where it stands."""
        for start in starts:
            here = self.tx.get(self.ids.get(start.id, ""), Start)
            if here is not None and start.id not in self.known:
                said = {name: getattr(start, name) for name in _SAID_BY_A_START}
                deadline = self.ids.get(start.deadline, "")
                self.tx.replace(here.replaced(**said, trigger=start.trigger, deadline=deadline))

    def put_rows(self, at: Point | None, into: str) -> list[str]:
        """Rows chosen alone, one after the other; the new ids of everything that was chosen."""
        rows = [
            self.known.get(i) for i in self.roots if _is_row(self.known.get(i), set(self.roots))
        ]
        if rows:
            parent, before = self._place_of_rows(rows, at, into)
            for row in rows:
                self._add_row(row, parent, before)
        for record in self.known.values():
            new = self.ids.get(record.id, "")
            if new in self.tx and isinstance(record, Field | FieldGroup | FieldUse | Option):
                may_hold(self.tx, getattr(self.tx[new], "parent", ""), _what(record, new)).require()
        return [self.ids[i] for i in self.roots]

    def put_places(self, moved: dict[str, Shift]) -> None:
        """Where the copies are drawn."""
        for place in self.known.values():
            if not isinstance(place, Placement):
                continue
            about, flow = self.ids.get(place.about, ""), self.known.get(place.about)
            shift = moved.get(place.about)
            if isinstance(flow, Flow | DataFlow):
                shift = bends_shift(flow, moved)
            if about in self.tx and shift is not None and self.tx.placement(about) is None:
                bends = tuple((x + shift[0], y + shift[1]) for x, y in place.bends)
                self._add(place, x=place.x + shift[0], y=place.y + shift[1], bends=bends)

    # ----------------------------------------------------------------------------------- parts

    def _take(self, *kinds: type[Record]) -> list[Record]:
        found = [record for record in self.waiting if isinstance(record, kinds)]
        self.waiting = [record for record in self.waiting if not isinstance(record, kinds)]
        return found

    def _add(self, record: Record, **fields: Any) -> Record:
        new = renamed(record, self.ids)
        fit = {name: value for name, value in fields.items() if name in type(new).model_fields}
        new = _unmarked(new.replaced(**fit), self.taken)
        return self.tx.add(new)

    def _pool(self, record: Record) -> str:
        pools = [p.id for p in self.tx.ordered(Pool) if not p.black_box]
        return next(iter(pools), "") if isinstance(record, Role) else ""

    def _last(self, kind: type[Record]) -> str:
        """A key behind everything of a kind; asked for once, then counted on."""
        if kind not in self.last:
            keys = [getattr(record, "order", "") for record in self.tx.of(kind)]
            self.last[kind] = max(keys, default="")
        self.last[kind] = key_between(self.last[kind], "")
        return self.last[kind]

    def _add_lane_place(self, role: str, lanes: list[Placement], height: float) -> None:
        place = Placement(
            id=self.tx.new_id("placement"),
            about=role,
            x=min((p.x for p in lanes), default=0.0),
            y=max((p.box.bottom for p in lanes), default=0.0),
            width=max((p.width for p in lanes), default=1200.0),
            height=max(height, 40.0),
        )
        self.tx.add(place)

    def _new_place_among_siblings(self, record: Record, alone: set[str]) -> dict[str, str]:
        """Cards, and what was brought along, stand last; the parts of a thing keep their order."""
        if isinstance(record, Node):
            return {"order": self._last(Node), **self._frame_of(record)}
        if isinstance(record, ASIDE):
            return {"order": self._last(type(record)), **self._frame_of(record)}
        if isinstance(record, BROUGHT) or record.id in alone:
            return {"order": self._last(type(record))}
        return {}

    def _frame_of(self, record: Record) -> dict[str, str]:
        """A card whose sub-process is not here stands in none."""
        return {} if getattr(record, "parent", "") in self.ids else {"parent": ""}

    def _place_of_rows(self, rows: list[Any], at: Point | None, into: str) -> tuple[str, str]:
        """Parent, and before which sibling."""
        options = isinstance(rows[0], Option)
        if into and into in self.tx:
            return beside_row(self.tx, into, options=options)
        original = self.ids.get(rows[-1].parent, rows[-1].parent)
        if original in self.tx and (rows[-1].id in self.tx or original in self.ids.values()):
            return original, next_sibling(self.tx, rows[-1].id)
        uses = any(isinstance(row, FieldUse) for row in rows)
        role = lane_for(self.tx, "office" if uses else "applicant")
        if options or role is None:
            raise NotAllowed(say("clip.rows_need_card"), todo=say("clip.rows_need_card.todo"))
        template = "office" if uses or role.side != "applicant" else "page"
        middle = page_place(self.tx, role.id, at, len(rows))
        return place_node(self.tx, template, role.id, middle).id, ""

    def _add_row(self, row: Any, parent: str, before: str) -> None:
        if isinstance(row, Option):
            siblings = self.tx.children(parent, Option)
            taken = {option.code for option in siblings}
            code = speakable(row.label, taken) if row.code in taken else row.code
            order = _option_key(siblings, before)
            self._add(row, parent=parent, order=order, code=code)
            return
        self._add(row, parent=parent, order=row_key(self.tx, parent, before))


def _is_row(record: Record | None, chosen: set[str]) -> bool:
    rows = (Field, FieldGroup, FieldUse, Option)
    return isinstance(record, rows) and record.id in chosen


def _what(record: Record, new: str) -> str:
    return "option" if isinstance(record, Option) else new


def _marks(record: Record) -> Iterator[str]:
    """What names a record in the files of other programs: its FIM id, its id there."""
    if fim_id := getattr(record, "fim_id", ""):
        yield f"{record.kind} {fim_id}"
    for name, text in record.extras:
        if name.endswith(":id"):
            yield f"{record.kind} {name} {text}"


def _unmarked(record: Record, taken: set[str]) -> Record:
    """Such a name stays with the record that has it here already."""
    if taken.isdisjoint(_marks(record)):
        return record
    kept = tuple(pair for pair in record.extras if not pair[0].endswith(":id"))
    fields = {n: "" for n in ("fim_id", "fim_version") if n in type(record).model_fields}
    return record.replaced(extras=kept, **fields)


def _option_key(siblings: list[Option], before: str) -> str:
    keys = [option.order for option in siblings]
    place = next((n for n, o in enumerate(siblings) if o.id == before), len(siblings))
    low, high = keys[place - 1] if place else "", keys[place] if place < len(keys) else ""
    return key_between(low, high) if not high or low < high else high


def beside_row(view: Queries, into: str, *, options: bool = False) -> tuple[str, str]:
    """The parent that takes rows pasted on ``into``, and the sibling they stand before."""
    record = view[into]
    if isinstance(record, Option):
        if options:
            return record.parent, next_sibling(view, into)
        return beside_row(view, record.parent)
    if options or isinstance(record, Step | FieldGroup):
        return into, ""
    if isinstance(record, Field | FieldUse):
        return record.parent, next_sibling(view, into)
    return into, ""


def next_sibling(view: Queries, row: str) -> str:
    """The row or answer that stands after one, or ""."""
    record = view.get(row, Child)
    if record is None:
        return ""
    held = view.children(record.parent, Option) if isinstance(record, Option) else None
    names = [sibling.id for sibling in (held if held is not None else view.rows(record.parent))]
    place = names.index(row) + 1 if row in names else len(names)
    return names[place] if place < len(names) else ""


def renamed(fact: F, ids: dict[str, str]) -> F:
    """The same fact under its new id, naming the new ids, also deep inside its expressions."""
    fields: dict[str, Any] = {
        name: ids.get(value, value)
        for name in reference_fields(type(fact))
        if (value := getattr(fact, name))
    }
    for name in nested_fields(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            fields[name] = tuple(renamed(part, ids) for part in value)
        elif isinstance(value, Fact):
            fields[name] = renamed(value, ids)
    if isinstance(fact, Record):
        return fact.replaced(id=ids.get(fact.id, fact.id), **fields)
    return fact.model_copy(update=fields)


__all__ = ["Clip", "Pasted", "clip", "duplicate", "paste", "paste_uses", "renamed"]
