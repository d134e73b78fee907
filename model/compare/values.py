"""How is the value of an attribute said?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from model.compare.naming import Later, quoted, short, slot_said
from model.document.queries import Queries
from model.expressions import sentence
from model.language import say, tr
from model.records import Deadline, Record, Text
from model.records.base import Fact, nested_fields, reference_fields
from model.records.layer import LayerChange

OWN_WORDS = frozenset(
    {
        ("data_object", "form"),
        ("decision", "mode"),
        ("deadline", "unit"),
        ("event", "direction"),
        ("event", "trigger"),
        ("fee", "form"),
        ("layer", "level"),
        ("message", "direction"),
        ("norm", "level"),
        ("old_form", "medium"),
        ("remark", "state"),
        ("rule", "purpose"),
        ("start", "trigger"),
        ("step", "form"),
        ("tariff_row", "effect"),
        ("use", "mode"),
    }
)
"""Attributes whose words of choice belong to one kind; the others share theirs by name."""
POINTERS = frozenset({"cards", "lit"})
"""Lists of ids that only point."""
_MONEY = frozenset(
    {
        ("fee", "amount"),
        ("fee", "minimum"),
        ("fee", "maximum"),
        ("tariff_row", "amount"),
        ("example", "expected_fee"),
    }
)
_NOTHING = {
    ("field", "visible"): "always",
    ("group", "visible"): "always",
    ("evidence", "needed"): "always",
    ("tariff_row", "when"): "always",
    ("flow", "condition"): "unconditional",
    ("field", "maximum"): "any_number",
    ("group", "maximum"): "any_number",
}
"""Where nothing means something."""
_EXCERPT = 80


def said(view: Queries, record: Record, name: str) -> str:
    """The value of an attribute in words; "" for nothing."""
    value = getattr(record, name)
    if value is None or value in ("", ()):
        return _of_nothing(record, name, value)
    if (record.kind, name) in _MONEY:
        return _money(record, value)
    if isinstance(record, Deadline) and name == "length":
        return tr(f"unit.{record.unit}", n=value)
    if isinstance(record, Text) and name == "slot":
        return slot_said(view, record)
    if name in reference_fields(type(record)):
        return quoted(view, value)
    if name in nested_fields(type(record)) and isinstance(value, Fact):
        return sentence(view, value)  # type: ignore[arg-type]
    if name in _choices(type(record)):
        return tr(word_of(record.kind, name, value))
    if isinstance(value, tuple):
        return ", ".join(part_said(view, name, part) for part in value)
    return _plain(value)


def words_of(view: Queries, record: Record, name: str) -> Later:
    """The same, spoken when it is shown."""
    return Later(lambda: said(view, record, name))


def word_of(kind: str, name: str, value: object) -> str:
    """The key of the word for one value of a choice."""
    word = str(value) or "none_"
    return (
        f"compare.{kind}.{name}.{word}.value"
        if (kind, name) in OWN_WORDS
        else (f"compare.{name}.{word}.value")
    )


def part_said(view: Queries, name: str, part: Any) -> str:
    """One part of a list in words."""
    if isinstance(part, str):
        return quoted(view, part) if name in POINTERS else tr("compare.quoted", text=short(part))
    if isinstance(part, LayerChange):
        return quoted(view, part.record)
    if isinstance(part, Fact):
        return _fact_said(view, name, part)
    return " · ".join(_plain(one) for one in part)


def part_key(part: Any) -> Any:
    """What makes two parts of a list the same one with another value."""
    fields = ("field", "repetition"), ("at", "visit"), ("record",)
    for names in fields:
        if all(hasattr(part, one) for one in names):
            return tuple(getattr(part, one) for one in names)
    return part[0] if isinstance(part, tuple) else part


def _fact_said(view: Queries, name: str, fact: Fact) -> str:
    """All that a nested fact says: its answer, its deed, its question."""
    parts = []
    for field, info in type(fact).model_fields.items():
        value = getattr(fact, field)
        if value == info.default or value == ():
            continue
        parts.append(_field_said(view, name, fact, field, value))
    return " ".join(parts)


def _field_said(view: Queries, name: str, fact: Fact, field: str, value: Any) -> str:
    if field in _choices(type(fact)):
        return tr(f"compare.{field}.{value}.value")
    if field in reference_fields(type(fact)) or field in ("at", "to"):
        return quoted(view, value)
    if field == "repetition":
        return tr("compare.repetition", number=value + 1)
    if isinstance(value, tuple):
        return ", ".join(part_said(view, name, part) for part in value)
    return tr("compare.equals", value=_plain(value)) if field == "value" else _plain(value)


def _of_nothing(record: Record, name: str, value: object) -> str:
    meaning = _NOTHING.get((record.kind, name))
    if meaning is not None and value is None:
        return tr(f"compare.nothing.{meaning}")
    if value == "" and name in _choices(type(record)):
        return tr(word_of(record.kind, name, value))
    return ""


def _money(record: Record, value: Decimal) -> str:
    """30,00 €; the share of a surcharge in percent."""
    if getattr(record, "percent", False):
        return tr("compare.percent", amount=value)
    currency = getattr(record, "currency", "EUR")
    amount = value.quantize(Decimal("0.01")) if value == round(value, 2) else value
    unit = "€" if currency == "EUR" else currency
    return tr("compare.money", amount=amount, currency=unit)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return tr("compare.yes") if value else tr("compare.no")
    if isinstance(value, str):
        return tr("compare.quoted", text=short(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float | Decimal | date):
        return str(say("compare.plain", value=value))
    return str(value)


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two long texts, cut to where they differ, with what stands around."""
    if max(len(before), len(after)) <= _EXCERPT:
        return before.replace("\n", " ¶ "), after.replace("\n", " ¶ ")
    same = next((n for n, (a, b) in enumerate(zip(before, after)) if a != b), None)  # noqa: B905
    begin = max(0, (same if same is not None else min(len(before), len(after))) - _EXCERPT // 4)
    return _cut(before, begin), _cut(after, begin)


def _cut(text: str, begin: int) -> str:
    head = "… " if begin and text else ""
    part = text[begin : begin + _EXCERPT].replace("\n", " ¶ ")
    tail = " …" if begin + _EXCERPT < len(text) else ""
    return f"{head}{part.strip()}{tail}"


@cache
def _choices(of: type[Fact]) -> frozenset[str]:
    """Attributes that hold one of a few words of the program."""
    found = []
    for name, field in of.model_fields.items():
        kind = field.annotation
        if get_origin(kind) is Literal and name not in ("kind", "op") and get_args(kind):
            found.append(name)
    return frozenset(found)
