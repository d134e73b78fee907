"""Are lengths, ranges and contents of fields values of their type, in their order?

The values are those of XML: a point in numbers, a day as 2026-11-25.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from exporters.quality.check import Check, Test, critical, methodical
from exporters.quality.element import Element, Whole
from exporters.quality.kinds import enters_text
from exporters.xdatenfelder.vocabulary import TEXTUAL

_INTEGER, _DAY = re.compile(r"[+-]?\d{1,18}"), re.compile(r"\d{4}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?")
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_CLOCK = re.compile(r"\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?")
_BOOLEANS = frozenset({"true", "false", "0", "1"})


def _number(text: str) -> float | None:
    return float(text) if _DECIMAL.fullmatch(text) else None


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _day(text: str) -> date | None:
    return _read(date.fromisoformat, text[:10]) if _DAY.fullmatch(text) else None


def _moment(text: str) -> datetime | None:
    day, _, clock = text.partition("T")
    if not _DAY.fullmatch(day) or not _CLOCK.fullmatch(clock):
        return None
    found: datetime | None = _read(datetime.fromisoformat, text)
    return found.replace(tzinfo=None) if found is not None else None


def _time(text: str) -> time | None:
    found: time | None = _read(time.fromisoformat, text) if _CLOCK.fullmatch(text) else None
    return found.replace(tzinfo=None) if found is not None else None


def _read(reader: Callable[[str], Any], text: str) -> Any:
    try:
        return reader(text)
    except ValueError:
        return None


_READERS: dict[str, Callable[[str], Any]] = {
    "num": _number,
    "num_currency": _number,
    "num_int": _integer,
    "date": _day,
    "datetime": _moment,
    "time": _time,
}


def _value(one: Element, name: str) -> Any:
    """A bound or the content as a value of the field's type; None when there is none."""
    text = one.content if name == "content" else (one.precision or {}).get(name, "")
    reader = _READERS.get(one.data_type)
    return reader(text) if reader is not None and text else None


def _unreadable(name: str, *types: str) -> Test:
    """The text is there, but no value of the type."""

    def broken(one: Element, _: Whole) -> bool:
        text = one.content if name == "content" else (one.precision or {}).get(name, "")
        return bool(text) and one.data_type in types and _value(one, name) is None

    return broken


def _wrong_order(less: str, more: str) -> Test:
    """The first must not be greater than the second."""

    def broken(one: Element, _: Whole) -> bool:
        low, high = _value(one, less), _value(one, more)
        return low is not None and high is not None and low > high

    return broken


def _odd_length(name: str, least: int) -> Test:
    def broken(one: Element, _: Whole) -> bool:
        text = (one.precision or {}).get(name, "")
        number = _integer(text)
        return enters_text(one) and bool(text) and (number is None or number < least)

    return broken


def _lengths_crossed(one: Element, _: Whole) -> bool:
    low, high = (_integer((one.precision or {}).get(n, "")) for n in ("minLength", "maxLength"))
    return enters_text(one) and low is not None and high is not None and low > high


def _length_of_content(name: str, sign: int) -> Test:
    def broken(one: Element, _: Whole) -> bool:
        bound = _integer((one.precision or {}).get(name, ""))
        if bound is None or not one.content or one.data_type not in TEXTUAL:
            return False
        return (len(one.content) - bound) * sign > 0

    return broken


def _no_boolean(one: Element, _: Whole) -> bool:
    return one.data_type == "bool" and bool(one.content) and one.content not in _BOOLEANS


def _no_own_value(one: Element, _: Whole) -> bool:
    chosen = one.field_kind == "select" and one.values is not None and bool(one.content)
    return chosen and one.content not in {code for code, _, _ in one.values or ()}


def _no_listed_value(one: Element, whole: Whole) -> bool:
    """Only where the entries of the list are at hand."""
    if one.field_kind != "select" or one.code_list is None or not one.content:
        return False
    known = whole.codes.get(one.code_list.urn)
    return known is not None and bool(one.code_list.version) and one.content not in known


CHECKS: tuple[Check, ...] = (
    critical("1059", "F", _odd_length("minLength", 0)),
    critical("1060", "F", _odd_length("maxLength", 1)),
    critical("1061", "F", _lengths_crossed),
    critical("1062", "F", _unreadable("minValue", "num", "num_currency")),
    critical("1063", "F", _unreadable("maxValue", "num", "num_currency")),
    critical("1064", "F", _wrong_order("minValue", "maxValue")),
    critical("1065", "F", _unreadable("minValue", "num_int")),
    critical("1066", "F", _unreadable("maxValue", "num_int")),
    critical("1067", "F", _unreadable("minValue", "date")),
    critical("1068", "F", _unreadable("maxValue", "date")),
    critical("1069", "F", _unreadable("content", "num", "num_currency")),
    critical("1070", "F", _unreadable("content", "num_int")),
    critical("1071", "F", _unreadable("content", "date")),
    critical("1072", "F", _wrong_order("minValue", "content")),
    critical("1073", "F", _wrong_order("content", "maxValue")),
    critical("1074", "F", _length_of_content("minLength", -1)),
    critical("1075", "F", _length_of_content("maxLength", 1)),
    methodical("1076", "F", _no_listed_value),
    critical("1077", "F", _no_boolean),
    critical("1079", "F", _unreadable("minValue", "datetime")),
    critical("1080", "F", _unreadable("maxValue", "datetime")),
    critical("1081", "F", _unreadable("minValue", "time")),
    critical("1082", "F", _unreadable("maxValue", "time")),
    critical("1083", "F", _unreadable("content", "datetime")),
    critical("1084", "F", _unreadable("content", "time")),
    methodical("1085", "F", _no_own_value),
)
