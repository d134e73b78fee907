"""What becomes of one record that two people changed?

Attribute by attribute: who alone changed it wins; equal changes agree; two different ones clash. A
text is one value: a half-merged sentence of law is worse than a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from model.compare.values import part_key
from model.records import Record

BUNDLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "deadline": (("length", "unit"),),
    "fee": (("form", "amount", "minimum", "maximum", "currency"),),
    "field": (("field_kind", "data_type"),),
    "flow": (("default", "condition"),),
    "foreign_file": (("media_type", "encoding", "text"),),
    "group": (("minimum", "maximum"),),
    "placement": (("about", "view", "x", "y", "width", "height", "bends", "pinned"),),
    "tariff_row": (("amount", "effect", "percent"),),
}
"""Attributes that only make sense together: a new unit with the old number is neither's wish."""
LISTS = frozenset(
    {
        "answers",
        "cards",
        "changes",
        "documents",
        "extras",
        "languages",
        "lit",
        "media_types",
        "options",
        "turns",
    }
)
"""Lists of which each part can change for itself; deeds and goals of a lesson are one whole."""
_ORDER = "order"
Keeps = Callable[[Record, Record, str], bool]
"""Must an attribute stay as the first record has it, although the second alone changed it?"""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people changed the same: the values are those of the three records."""

    base: Record | None
    ours: Record
    theirs: Record
    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Woven:
    """A record made of two: ``values`` are taken from theirs or joined, the rest is ours."""

    values: dict[str, Any]
    clashes: tuple[Clash, ...]


def woven(base: Record | None, ours: Record, theirs: Record) -> Woven:
    """What theirs brings into ours, without the order among siblings; and where both clash."""
    if type(ours) is not type(theirs) or (base is not None and type(base) is not type(ours)):
        return _whole(base, ours, theirs)
    values: dict[str, Any] = {}
    clashes = []
    for names in bundles(type(ours)):
        one = tuple(getattr(ours, name) for name in names)
        two = tuple(getattr(theirs, name) for name in names)
        was = None if base is None else tuple(getattr(base, name) for name in names)
        if one == two or two == was:
            continue
        if one == was:
            values.update(zip(names, two, strict=True))
            continue
        joined = _joined(was, one, two) if names[0] in LISTS else None
        if joined is None:
            clashes.append(Clash(base, ours, theirs, names))
        else:
            values[names[0]] = joined
    return _checked(base, ours, theirs, values, clashes)


def _whole(base: Record | None, ours: Record, theirs: Record) -> Woven:
    """One of both is of another kind now: it is the one or the other."""
    return Woven({}, (Clash(base, ours, theirs, ("kind",)),))


def _checked(
    base: Record | None, ours: Record, theirs: Record, values: dict[str, Any], clashes: list[Clash]
) -> Woven:
    """Each value is allowed, but perhaps not all of them together."""
    try:
        ours.replaced(**values)
        return Woven(values, tuple(clashes))
    except ValidationError:
        names = tuple(n for b in bundles(type(ours)) for n in b if differs(base, ours, theirs, n))
        return Woven({}, (Clash(base, ours, theirs, names),))


def differs(base: Record | None, ours: Record, theirs: Record, name: str) -> bool:
    """Did one of both change the attribute?"""
    found = [getattr(one, name, None) for one in (base, ours, theirs) if one is not None]
    return any(value != found[0] for value in found[1:])


@cache
def bundles(of: type[Record]) -> tuple[tuple[str, ...], ...]:
    """All attributes of a class that are merged here: bundles first, then one by one."""
    kind = of.model_fields["kind"].default
    together = BUNDLES.get(kind, ())
    taken = {name for names in together for name in names}
    single = (n for n in of.model_fields if n not in taken and n not in ("kind", "id", _ORDER))
    return together + tuple((name,) for name in single)


# ----------------------------------------------------------------------------------------- lists


def _joined(
    was: tuple[Any, ...] | None, one: tuple[Any, ...], two: tuple[Any, ...]
) -> tuple[Any, ...] | None:
    """Both lists as one, part by part; None where that is not possible without a question."""
    base: Sequence[Any] = was[0] if was is not None else ()
    ours, theirs = one[0], two[0]
    keyed = [_by_key(parts) for parts in (base, ours, theirs)]
    if any(parts is None for parts in keyed):
        return None
    old, mine, other = (parts or {} for parts in keyed)
    merged: dict[Any, Any] = {}
    for key in (*mine, *(k for k in other if k not in mine)):
        parts = [parts.get(key, _ABSENT) for parts in (old, mine, other)]
        if parts[1] == parts[2] or parts[2] == parts[0]:
            chosen = parts[1]
        elif parts[1] == parts[0]:
            chosen = parts[2]
        else:
            return None
        if chosen is not _ABSENT:
            merged[key] = chosen
    if not _in_order(list(merged), list(old), list(other)):
        return None
    return tuple(merged.values())


def _in_order(merged: list[Any], old: list[Any], other: list[Any]) -> bool:
    """Did nobody but us change the order of what was there?"""
    common = [key for key in old if key in other]
    if [key for key in other if key in common] == common:
        return True
    rest = [key for key in other if key in merged]
    return [key for key in merged if key in rest] == rest


_ABSENT = object()


def _by_key(parts: Sequence[Any]) -> dict[Any, Any] | None:
    """Parts by what tells them apart; None when something stands there twice."""
    found = {part_key(part): part for part in parts}
    return found if len(found) == len(parts) else None


def changed_bundles(base: Record | None, side: Record) -> Iterator[tuple[str, ...]]:
    """Attributes that a side set otherwise than the base (all of them when it is new)."""
    known = base is not None and type(base) is type(side)
    for names in bundles(type(side)):
        if not known or any(getattr(base, name) != getattr(side, name) for name in names):
            yield names
