"""Which records can there be? A hypothesis strategy for every kind, made from its fields."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from model.records import KINDS, LEGAL_FIELD_TYPES, Field, Record, Unknown, expression
from model.records.base import Fact, _Reference

IDS = [f"id_{n}" for n in range(6)]
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "Straße", "a\u0308", "Zeile 1\nZeile 2", '"\\', "\u202e", "\u2028", "\0"]),
)
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=999
)
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(-(10**6), 10**6),
    float: st.floats(allow_nan=False, allow_infinity=False),
    Decimal: NUMBERS,
    date: st.dates(),
    type(None): st.none(),
}
EXTRAS = st.lists(
    st.tuples(
        st.one_of(TEXTS, st.sampled_from(["json:colour", "json:name", "json:", "{urn:x}a"])),
        st.one_of(
            TEXTS, st.sampled_from(["1", '{"a":[1.50]}', '"a\u0308"', '{"a":1,"a":2}', "1 "])
        ),
    ),
    max_size=3,
).map(tuple)


def records(*kinds: type[Record]) -> st.SearchStrategy[Record]:
    """Any record (of these classes); its id is one of a few, so that references hit."""
    return st.sampled_from(kinds or tuple(KINDS.values())).flatmap(facts)


def record_lists(max_size: int = 12) -> st.SearchStrategy[list[Record]]:
    """Records with different ids, of all kinds, also one of a newer program."""
    numbered = st.lists(st.one_of(records(), unknown_records()), max_size=max_size)
    return numbered.map(lambda found: [_with_id(r, f"r{n}") for n, r in enumerate(found)])


def unknown_records() -> st.SearchStrategy[Unknown]:
    """Records of a kind that a newer program knows."""
    words = st.sampled_from(["hologram", "a_kind", "zebra"])
    return st.builds(
        lambda kind, note: Unknown(id="?", line=f'{{"kind":"{kind}","id":"?","note":{note}}}'),
        words,
        st.sampled_from(["1", "null", '"ä"', "[1.50,{}]"]),
    )


@cache
def facts(cls: type[Fact]) -> st.SearchStrategy[Any]:
    """Any value of a fact or record class."""
    fields = {name: _values(field) for name, field in _annotations(cls).items() if name != "extras"}
    if issubclass(cls, Record):
        fields["id"] = st.sampled_from(IDS)
        fields["extras"] = EXTRAS
    if cls is Field:
        return st.sampled_from(sorted(LEGAL_FIELD_TYPES)).flatmap(lambda kind: _field(fields, kind))
    return st.fixed_dictionaries(fields).map(lambda values: cls(**values))


def _field(fields: dict[str, st.SearchStrategy[Any]], kind: str) -> st.SearchStrategy[Field]:
    legal = {
        "field_kind": st.just(kind),
        "data_type": st.sampled_from(sorted(LEGAL_FIELD_TYPES[kind])),
    }
    return st.fixed_dictionaries(fields | legal).map(lambda values: Field(**values))


def _annotations(cls: type[Fact]) -> dict[str, Any]:
    cls.model_rebuild()
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in cls.model_fields.items()
    }


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if kind in PLAIN:
        return PLAIN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        if any(isinstance(mark, _Reference) for mark in arguments[1:]):
            return st.sampled_from(["", *IDS])
        return _values(arguments[0])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return _one_of(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if isinstance(kind, type) and issubclass(kind, Fact):
        return st.deferred(lambda: facts(kind))
    raise TypeError(f"no strategy for {kind}")


def _one_of(arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """Of expressions the leaves first, so that trees stay small."""
    leaves = [a for a in arguments if not _is_branch(a)]
    branches = [a for a in arguments if _is_branch(a)]
    plain = st.one_of(*map(_values, leaves or arguments))
    if not branches or not leaves:
        return plain
    return st.integers(0, 4).flatmap(
        lambda chance: plain if chance else st.one_of(*map(_values, branches))
    )


def _is_branch(kind: Any) -> bool:
    names = ("DateShift", "Comparison", "AllOf", "AnyOf", "Not", "Arithmetic")
    return any(kind is getattr(expression, name) for name in names)


def _tuple(arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if len(arguments) == 2 and arguments[1] is ...:
        return st.lists(_values(arguments[0]), max_size=3).map(tuple)
    return st.tuples(*map(_values, arguments))


def _with_id(record: Record, record_id: str) -> Record:
    if isinstance(record, Unknown):
        line = record.line.replace('"id":"?"', f'"id":"{record_id}"')
        return Unknown(id=record_id, line=line)
    return record.replaced(id=record_id)
