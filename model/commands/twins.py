"""Which thing of this document is meant by one that was copied elsewhere?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.commands.clipping import Clip
from model.document.queries import Queries
from model.records import (
    CodeList,
    Fee,
    Field,
    FieldGroup,
    Node,
    Norm,
    Option,
    Pool,
    Record,
    Role,
    Rule,
    Service,
    Start,
)
from model.records.names import title

Twins = dict[str, str]
"""Id in the copy -> id of the same thing in this document."""


def twins(view: Queries, clip: Clip) -> Twins:
    """For each thing beside the copy, and for lanes and the start, its like in this document.

    By id where the document holds the same thing under it (the copy came from here), else by what
    people call it: norms by citation, lists by their key, lanes by name and side. What has no twin
    is missing.
    """
    found: Twins = {}
    for record in sorted(clip.beside, key=_containers_first):
        twin = _twin(view, record, found)
        if twin:
            found[record.id] = twin
    if not _comes_from_here(view, clip):
        found |= _taken_over(view, clip.records)
    return found


def _containers_first(record: Record) -> int:
    order: tuple[type[Record], ...] = (Service, Pool, Role, CodeList, Node, FieldGroup, Field)
    return next((n for n, kind in enumerate(order) if isinstance(record, kind)), len(order))


def _twin(view: Queries, record: Record, found: Twins) -> str:
    if isinstance(record, Service):
        return next((service.id for service in view.of(Service)), "")
    here = view.get(record.id, type(record))
    if here is not None and _same(here, record):
        return here.id
    find = _FIND.get(type(record))
    return find(view, record, found) if find is not None else ""


def _same(here: Record, there: Record) -> bool:
    """The same thing under the same id; ids alone may meet by chance."""
    return here.kind == there.kind and title(here) == title(there)


def _norm(view: Queries, record: Record, _found: Twins) -> str:
    assert isinstance(record, Norm)
    if not record.cited_as:
        return ""
    like = (n for n in view.of(Norm) if n.cited_as == record.cited_as and n.level == record.level)
    return next((norm.id for norm in like), "")


def _code_list(view: Queries, record: Record, _found: Twins) -> str:
    assert isinstance(record, CodeList)
    like = (c for c in view.of(CodeList) if (c.urn, c.version) == (record.urn, record.version))
    return next((one.id for one in like if record.urn), "")


def _option(view: Queries, record: Record, found: Twins) -> str:
    """An answer of a list that is known here, by its code."""
    assert isinstance(record, Option)
    siblings = view.children(found.get(record.parent, ""), Option)
    return next((o.id for o in siblings if o.code == record.code and record.code), "")


def _role(view: Queries, record: Record, _found: Twins) -> str:
    """The lane of that name, else the first that is for the same side."""
    assert isinstance(record, Role)
    lanes = [role for role in view.ordered(Role) if role.side == record.side]
    named = [role for role in lanes if role.name == record.name]
    return next((role.id for role in (*named, *lanes)), "")


def _pool(view: Queries, record: Record, _found: Twins) -> str:
    assert isinstance(record, Pool)
    like = (p for p in view.ordered(Pool) if p.black_box == record.black_box)
    return next((p.id for p in like if not p.black_box or p.name == record.name), "")


def _by_value(view: Queries, record: Record, _found: Twins) -> str:
    """A fee that says exactly the same."""
    assert isinstance(record, Fee)
    free = {"id": "x", "parent": "", "order": ""}
    wanted = record.replaced(**free)
    return next((f.id for f in view.of(Fee) if f.name and f.replaced(**free) == wanted), "")


def _named_condition(view: Queries, record: Record, _found: Twins) -> str:
    """Under the same name the same condition; it was named to be used again."""
    assert isinstance(record, Rule)
    named = (r for r in view.of(Rule) if r.purpose == "condition" == record.purpose)
    return next((rule.id for rule in named if rule.name == record.name and rule.name), "")


_FIND: dict[type[Record], Callable[[Queries, Record, Twins], str]] = {
    Norm: _norm,
    CodeList: _code_list,
    Option: _option,
    Role: _role,
    Pool: _pool,
    Fee: _by_value,
    Rule: _named_condition,
}


# -------------------------------------------------------------------- what is not copied twice


def _comes_from_here(view: Queries, clip: Clip) -> bool:
    """True when what was chosen still stands in this document (or was cut out of it)."""
    records = {record.id: record for record in clip.records}
    firsts = [records[i] for i in clip.roots if i in records]
    return any(r.id in view and _same(view[r.id], r) for r in firsts)


def _taken_over(view: Queries, records: Iterable[Record]) -> Twins:
    """Another document's lanes and its start, where this one has the like waiting for them."""
    found: Twins = {}
    starts = [s.id for s in view.of(Start) if not view.outgoing(s.id) and not s.parent]
    for record in records:
        like = ""
        if isinstance(record, Role):
            lanes = (r for r in view.of(Role) if (r.name, r.side) == (record.name, record.side))
            like = next((role.id for role in lanes), "")
        elif isinstance(record, Pool) and not record.black_box:
            like = _pool(view, record, found)
        elif isinstance(record, Start) and not record.parent and starts:
            like = starts.pop()
        if like:
            found[record.id] = like
    return found
