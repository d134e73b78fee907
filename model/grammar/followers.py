"""What usually comes next?

Counted from finished services: after a page mostly another page, after a date mostly a text. The
counts are handed in (``Habits``), because the model reads no files; ``count`` makes them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from model.document.queries import Queries
from model.grammar.contain import may_hold
from model.grammar.kinds import TEMPLATES, is_field_template, template_of
from model.records import (
    KINDS,
    Decision,
    End,
    FieldGroup,
    Flow,
    Node,
    Option,
    Parallel,
    Record,
    Role,
    Start,
    Step,
)

Counts = Mapping[str, Mapping[str, int]]
_ANY = "*"


@dataclass(frozen=True)
class Habits:
    """How often which template followed where: context -> template -> number.

    Contexts, from the special to the general: ``next:page@applicant``, ``next:page``,
    ``next:*@applicant``, ``next:*`` (ways); ``first:page``, ``after:date``, ``rows:page``,
    ``rows:*`` (rows of a card); ``in:applicant`` (what stands in such a lane).
    """

    counts: Counts = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> Habits:
        """Habits as ``written`` put them down."""
        return cls(json.loads(data))

    def written(self) -> bytes:
        """The counts as text that can be compared line by line."""
        plain = {context: dict(sorted(c.items())) for context, c in sorted(self.counts.items())}
        return (json.dumps(plain, indent=2, ensure_ascii=False) + "\n").encode()

    def ranked(self, contexts: Iterable[str]) -> Iterator[str]:
        """Templates by number in the first context, then what the more general ones add.

        Those never seen come last, in the order of the table.
        """
        told: set[str] = set()
        for context in contexts:
            counted = self.counts.get(context, {})
            for key in sorted(counted, key=lambda key: (-counted[key], key)):
                if key in TEMPLATES and key not in told:
                    told.add(key)
                    yield key
        yield from (key for key in TEMPLATES if key not in told)


def count(views: Iterable[Queries]) -> Habits:
    """The habits of these services."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for view in views:
        for context, key in (*_ways(view), *_rows(view)):
            found[context][key] += 1
    return Habits(found)


def _ways(view: Queries) -> Iterator[tuple[str, str]]:
    """Where ways only meet, nobody decided to put something: what comes behind is what follows."""
    for flow in view.of(Flow):
        source, target = view.the(flow.source, Node), _beyond(view, flow.target)
        key = _key(view, target) if target is not None else ""
        if key and not _only_meets(view, source.id):
            for context in _after_node(view, source):
                yield context, key
    for node in view.of(Node):
        key, role = template_of(node), view.get(node.role, Role)
        if key and role is not None and not _only_meets(view, node.id):
            yield f"in:{role.side}", key


def _only_meets(view: Queries, node: str) -> bool:
    return isinstance(view.get(node), Decision | Parallel) and len(view.outgoing(node)) == 1


def _beyond(view: Queries, node: str) -> Node | None:
    """The first node at or behind this one that is more than a meeting of ways."""
    for _ in range(50):
        if not _only_meets(view, node):
            return view.get(node, Node)
        node = view.outgoing(node)[0].target
    return None


def _key(view: Queries, record: Record) -> str:
    """The template that best names a record; of a choice the one with its number of answers."""
    key = template_of(record)
    return "choice" if key == "yesno" and len(view.options(record.id)) != 2 else key


def _rows(view: Queries) -> Iterator[tuple[str, str]]:
    for card in (*view.of(Step), *view.of(FieldGroup)):
        before = f"first:{_holder(card)}"
        for row in view.rows(card.id):
            key = _key(view, row)
            if key:
                for context in (before, f"rows:{_holder(card)}", f"rows:{_ANY}"):
                    yield context, key
                before = f"after:{key}"


def followers(view: Queries, record_id: str, habits: Habits, n: int = 4) -> list[str]:
    """What most likely comes after a node, way, row or answer, as keys of templates.

    Only what the grammar allows there. An empty page wants its rows first, a row its next rows.
    """
    nodes, rows = next_nodes(view, record_id, habits), next_rows(view, record_id, habits)
    record = view.get(record_id)
    empty_page = isinstance(record, Step) and record.form == "page" and not view.rows(record_id)
    rows_first = empty_page or not isinstance(record, Node | Flow)
    return [*rows, *nodes][:n] if rows_first else [*nodes, *rows][:n]


def next_nodes(view: Queries, record_id: str, habits: Habits) -> list[str]:
    """Cards and signs that may follow, the likeliest first; none after an end."""
    record = view.get(record_id)
    source = view.get(record.source) if isinstance(record, Flow) else view.card_of(record_id)
    if not isinstance(source, Node) or isinstance(source, End):
        return []
    inserted = isinstance(record, Flow)
    return [
        key
        for key in habits.ranked(_after_node(view, source))
        if _may_follow(view, key) and not (inserted and TEMPLATES[key].kind == "end")
    ]


def next_rows(view: Queries, record_id: str, habits: Habits) -> list[str]:
    """Rows that may stand below a row, or as the last ones of a card; none where no row may."""
    record = view.get(record_id)
    if isinstance(record, Option):
        record = view.get(record.parent)
    holder = _holds_rows(view, record)
    if record is None or holder is None:
        return []
    above: Record | None = record
    if record.id == holder.id:
        inside = view.rows(holder.id)
        above = inside[-1] if inside else None
    first = f"after:{_key(view, above)}" if above is not None else f"first:{_holder(holder)}"
    contexts = (first, f"rows:{_holder(holder)}", f"rows:{_ANY}")
    return [
        key
        for key in habits.ranked(contexts)
        if is_field_template(key) and may_hold(view, holder.id, key).allowed
    ]


def beginnings(view: Queries, role: str, habits: Habits) -> list[str]:
    """What mostly stands in such a lane, when nothing is chosen that it could follow."""
    lane = view.get(role, Role)
    side = lane.side if lane is not None else _ANY
    return [
        key
        for key in habits.ranked((f"in:{side}",))
        if is_field_template(key) or lane is None or may_hold(view, role, key).allowed
    ]


def _after_node(view: Queries, source: Node) -> tuple[str, ...]:
    key, role = template_of(source), view.get(source.role, Role)
    side = role.side if role is not None else _ANY
    return f"next:{key}@{side}", f"next:{key}", f"next:{_ANY}@{side}", f"next:{_ANY}"


def _may_follow(view: Queries, key: str) -> bool:
    """True when some lane may hold it; a start follows nothing."""
    kind = KINDS[TEMPLATES[key].kind]
    if not issubclass(kind, Node) or kind is Start:
        return False
    return any(may_hold(view, role.id, key).allowed for role in view.of(Role))


def _holds_rows(view: Queries, record: Record | None) -> Step | FieldGroup | None:
    """The card or group in which a new row would stand."""
    if isinstance(record, Step | FieldGroup):
        return record
    parent = view.get(getattr(record, "parent", "")) if record is not None else None
    if record is not None and record.family != "row":
        return None
    return parent if isinstance(parent, Step | FieldGroup) else None


def _holder(record: Record) -> str:
    return record.form if isinstance(record, Step) else record.kind


__all__ = [
    "Habits",
    "beginnings",
    "count",
    "followers",
    "next_nodes",
    "next_rows",
]
