"""On what does it depend which way a case takes, and which values make a difference?

Answers that conditions ask (with the values at their bounds), how often a list is filled in, what
comes first, which exception happens, which way a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from model.document.queries import Queries
from model.expressions.evaluate import code_of, shifted
from model.play.waits import attached_to
from model.records import (
    Answer,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Decision,
    Event,
    Evidence,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Membership,
    Named,
    Node,
    Present,
    Rule,
    Sum,
    TariffRow,
    Today,
    Value,
)
from model.records.base import Fact, nested_fields

MOST_VALUES = 6
_NUMBERS = ("num", "num_int", "num_currency")


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that may differ: an answer to ``at``, the number of entries in it, or what happens
    there. ``values``: texts, numbers, or ids of events and ways ("" = nothing special).
    """

    kind: Literal["answer", "count", "event", "way"]
    at: str
    values: tuple[Any, ...]


def factors(view: Queries, today: date) -> list[Factor]:
    """All of them, in the order of their records."""
    asked = _asked(view)
    found = [Factor("answer", one, values) for one, values in _answers(view, asked, today)]
    found += [Factor("count", one, values) for one, values in _counts(view, asked)]
    found += list(_events(view))
    return [factor for factor in found if len(factor.values) > 1]


@dataclass
class _Asked:
    """What the conditions of ways and fees ask, through names and calculations."""

    fields: dict[str, list[Fact]] = field(default_factory=dict)
    groups: dict[str, set[int]] = field(default_factory=dict)
    counted: set[str] = field(default_factory=set)


def _asked(view: Queries) -> _Asked:
    asked = _Asked()
    _ask_how_many(view, asked)
    waiting: list[Any] = [flow.condition for flow in view.ordered(Flow)]
    waiting += [row.when for row in view.ordered(TariffRow)]
    waiting += [event.condition for event in view.ordered(Event)]
    waiting += [evidence.needed for evidence in view.ordered(Evidence)]
    seen: set[str] = set()
    while waiting:
        fact = waiting.pop(0)
        for part in _parts(fact) if fact is not None else ():
            waiting += _behind(view, part, seen)
            _note(asked, part)
    return asked


def _ask_how_many(view: Queries, asked: _Asked) -> None:
    """The numbers that fees are multiplied by: of units, of months, of entries in a list."""
    waiting: list[Any] = []
    for fee in view.ordered(Fee):
        waiting += [fee.times, fee.months]
        if fee.each:
            asked.groups.setdefault(fee.each, set()).update((1, 2))
    waiting += [row.times for row in view.ordered(TariffRow)]
    seen: set[str] = set()
    while waiting:
        fact = waiting.pop(0)
        for part in _parts(fact) if fact is not None else ():
            waiting += _behind(view, part, seen)
            _note(asked, part)
            if isinstance(part, Answer | Sum):
                asked.counted.add(part.field)
            elif isinstance(part, Count):
                asked.groups[part.group].update((1, 2))


def _parts(fact: Fact) -> Iterator[Fact]:
    waiting = [fact]
    while waiting:
        one = waiting.pop()
        yield one
        for name in nested_fields(type(one)):
            value = getattr(one, name)
            inner = value if isinstance(value, tuple) else (value,)
            waiting += [part for part in inner if isinstance(part, Fact)]


def _behind(view: Queries, part: Fact, seen: set[str]) -> list[Any]:
    """What a named condition, a calculated answer or a fee asks in turn."""
    named = getattr(part, "rule", "") or getattr(part, "field", "") or getattr(part, "fee", "")
    record = view.get(named)
    if record is None or named in seen or isinstance(part, Value):
        return []
    seen.add(named)
    if isinstance(part, Named) and isinstance(record, Rule):
        return [record.expression]
    if isinstance(record, Field):
        return [record.value, *_shown_by(view, record)] if record.value is not None else []
    if isinstance(part, FeeAmount):
        return [row.when for row in view.children(named, TariffRow)]
    return []


def _shown_by(view: Queries, row: Any) -> list[Any]:
    """The conditions under which a row is shown: its own, and those of the groups around it."""
    found: list[Any] = []
    for _ in range(50):
        if not isinstance(row, Field | FieldGroup):
            break
        found.append(row.visible)
        row = view.get(row.parent)
    return found


def _note(asked: _Asked, part: Fact) -> None:
    if isinstance(part, Chosen | Membership | Present | Answer | Sum):
        asked.fields.setdefault(part.field, []).append(part)
    elif isinstance(part, Count):
        asked.groups.setdefault(part.group, {1})
    elif isinstance(part, Comparison):
        for one, other in ((part.left, part.right), (part.right, part.left)):
            for inner in _parts(one):
                if isinstance(inner, Answer):
                    asked.fields.setdefault(inner.field, []).append(other)
                elif isinstance(inner, Count):
                    number = other.number if isinstance(other, Value) else None
                    near = {int(number) - 1, int(number)} if number is not None else {1, 2}
                    asked.groups.setdefault(inner.group, {1}).update(near)


# ------------------------------------------------------------------------------------- answers


def _answers(view: Queries, asked: _Asked, today: date) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for field_id, facts in asked.fields.items():
        record = view.get(field_id, Field)
        if record is None or record.value is not None or record.field_kind in ("label", "locked"):
            continue
        values = dict.fromkeys(_values(view, record, facts, today))
        if field_id in asked.counted and record.data_type in _NUMBERS:
            values |= dict.fromkeys(_amounts(record))
        if any(isinstance(fact, Present) for fact in facts) and not record.required:
            values[""] = None
        yield field_id, tuple(values)[:MOST_VALUES]


def _values(view: Queries, record: Field, facts: list[Fact], today: date) -> Iterator[Any]:
    if record.field_kind == "select":
        yield from _options(view, record, facts)
    elif record.data_type == "bool":
        yield from ("true", "false")
    elif record.data_type in _NUMBERS:
        yield from _numbers(record, facts)
    elif record.data_type in ("date", "datetime"):
        yield from _days(facts, today)
    else:
        texts = [f.text for f in facts if isinstance(f, Value) and f.text]
        yield from texts
        yield "Muster"


def _options(view: Queries, record: Field, facts: list[Fact]) -> Iterator[str]:
    """Those that a condition names, and one that none names."""
    named: set[str] = set()
    for fact in facts:
        if isinstance(fact, Chosen):
            named.add(fact.option)
        elif isinstance(fact, Membership):
            named.update(one.option for one in fact.options)
    texts = {fact.text for fact in facts if isinstance(fact, Value)}
    options = view.options(record.id)
    others = [o for o in options if o.id not in named and code_of(o) not in texts]
    if len(options) <= MOST_VALUES - 2:
        others, named = [], {option.id for option in options}
    told = [o for o in options if o.id in named or code_of(o) in texts]
    yield from (code_of(option) for option in (*others[:1], *told))


def _numbers(record: Field, facts: list[Fact]) -> Iterator[str]:
    """The bound itself and the numbers beside it, inside what may be typed."""
    step = Decimal("0.01") if record.data_type == "num_currency" else Decimal(1)
    bounds = [f.number for f in facts if isinstance(f, Value) and f.number is not None]
    low, high = record.min_value, record.max_value
    for bound in sorted(set(bounds)):
        for number in (bound - step, bound, bound + step):
            fits = (low is None or number >= low) and (high is None or number <= high)
            if fits and (number >= 0 or low is not None):
                yield str(number)
    if not bounds:
        yield str(low if low is not None else Decimal(1))


def _amounts(record: Field) -> Iterator[str]:
    """The least that may be typed, one more, and the most."""
    low = record.min_value if record.min_value is not None else Decimal(1)
    most = record.max_value
    yield str(low)
    if most is None or low + 1 <= most:
        yield str(low + 1)
    if most is not None:
        yield str(most)


def _days(facts: list[Fact], today: date) -> Iterator[str]:
    for fact in facts:
        bound = _day(fact, today)
        if bound is not None:
            for days in (-1, 0, 1):
                yield (bound + timedelta(days=days)).isoformat()


def _day(fact: Fact, today: date) -> date | None:
    if isinstance(fact, Value):
        return fact.day
    if isinstance(fact, Today):
        return today
    if isinstance(fact, DateShift) and isinstance(fact.base, Today):
        return shifted(today, fact.length, fact.unit)
    return None


def _counts(view: Queries, asked: _Asked) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for group_id, numbers in asked.groups.items():
        group = view.get(group_id, FieldGroup)
        if group is not None:
            high = group.maximum if group.maximum is not None else max(numbers, default=1)
            yield group_id, tuple(n for n in sorted(numbers) if max(group.minimum, 1) <= n <= high)


# -------------------------------------------------------------------------------------- events


def _events(view: Queries) -> Iterator[Factor]:
    for node in view.ordered(Node):
        ways = view.outgoing(node.id)
        if isinstance(node, Decision) and node.mode == "event":
            yield Factor("event", node.id, tuple(flow.target for flow in ways))
        elif isinstance(node, Decision) and len([w for w in ways if _is_plain(w)]) > 1:
            yield Factor("way", node.id, tuple(flow.id for flow in ways))
        exceptions = [one.id for one in attached_to(view, node.id) if _may_happen(one)]
        if exceptions:
            yield Factor("event", node.id, ("", *exceptions))


def _is_plain(flow: Flow) -> bool:
    return flow.condition is None and not flow.default


def _may_happen(event: Any) -> bool:
    return getattr(event, "trigger", "") not in ("compensation", "cancel", "conditional")
