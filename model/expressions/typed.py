"""What did a person mean by the text they typed into a field?

Numbers and days are read in the German manner and in the English one. The everyday shapes of a text
(e-mail, IBAN, postcode, plate) are judged as a form would judge them: generously where the law is
generous, strictly where a typing error can be proven.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from model.language import Message, say
from model.records import Field

_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBERS = ("num", "num_int", "num_currency")
LONGEST_JUDGED = 500
"""A longer text is not held against a pattern: patterns come from files and may be slow."""


def number_in(text: str) -> Decimal | None:
    """The number of a text, written 1.234,5 or 1,234.5 or 1234.5; None when it is none.

    >>> number_in("1.234,50")
    Decimal('1234.50')
    """
    plain = text.replace("\u00a0", "").replace(" ", "").replace("−", "-")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(plain) and (plain.count(",") > 1 or "." in plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,30}(\.\d{1,30})?", plain):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def day_in(text: str) -> date | None:
    """The day of a text, written 31.12.2026 or 2026-12-31; None when there is no such day."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    year, month, day = parts if found[4] else reversed(parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def value_of(field: Field, given: Any) -> Any:
    """What an answer comes to for conditions: a number, a day, a truth, a text, codes.

    None when it is empty, or cannot be read as the field's type.
    """
    if not isinstance(given, str):
        return given if given not in ((), [], None) else None
    text = given.strip()
    if not text:
        return None
    if field.data_type in _NUMBERS:
        return number_in(text)
    if field.data_type in ("date", "datetime"):
        return day_in(text)
    return text


def fault_of(field: Field, given: Any) -> Message | None:
    """Why a form would refuse this (non-empty) answer, in words; None when it takes it."""
    if field.field_kind == "select" or not isinstance(given, str):
        return _out_of_range(field, given) if isinstance(given, Decimal) else None
    text = given.strip()
    fault = _type_fault(field, text) or _length_fault(field, text)
    return fault or _shape_fault(field, text) or _pattern_fault(field, text)


def _type_fault(field: Field, text: str) -> Message | None:
    if field.data_type in _NUMBERS:
        number = number_in(text)
        if number is None:
            return say("filling.number")
        if field.data_type == "num_int" and number != number.to_integral_value():
            return say("filling.integer")
        if field.data_type == "num_currency" and number != round(number, 2):
            return say("filling.cents")
        return _out_of_range(field, number)
    if field.data_type in ("date", "datetime") and day_in(text) is None:
        return say("filling.day")
    if field.data_type == "time" and not re.fullmatch(r"([01]?\d|2[0-3])[:.][0-5]\d", text):
        return say("filling.time")
    return None


def _out_of_range(field: Field, number: Decimal) -> Message | None:
    low, high = field.min_value, field.max_value
    if low is not None and high is not None and not low <= number <= high:
        return say("filling.between", low=low, high=high)
    if low is not None and number < low:
        return say("filling.at_least", low=low)
    if high is not None and number > high:
        return say("filling.at_most", high=high)
    return None


def _length_fault(field: Field, text: str) -> Message | None:
    if field.data_type not in ("text", "text_latin"):
        return None
    length = len(re.sub(r"\s", "", text)) if field.layout == "iban" else len(text)
    if field.max_length is not None and length > field.max_length:
        return say("filling.too_long", n=field.max_length, have=length)
    if field.min_length is not None and length < field.min_length:
        return say("filling.too_short", n=field.min_length, have=length)
    return None


def _shape_fault(field: Field, text: str) -> Message | None:
    judge = _SHAPES.get(field.layout) if field.data_type in ("text", "text_latin") else None
    return say(f"filling.{field.layout}") if judge is not None and not judge(text) else None


def is_iban(text: str) -> bool:
    """True when country, length and check digits fit (ISO 13616: the rest by 97 is 1)."""
    plain = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", plain):
        return False
    if plain.startswith("DE") and len(plain) != 22:
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _fits(pattern: str) -> Callable[[str], bool]:
    known = re.compile(pattern)
    return lambda text: bool(known.fullmatch(text))


def _is_email(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    labels = domain.split(".")
    plain = bool(at and local) and not re.search(r"\s|@", local) and len(text) <= 254
    return plain and len(labels) > 1 and all(re.fullmatch(r"[\w-]+", label) for label in labels)


_SHAPES: dict[str, Callable[[str], bool]] = {
    "email": _is_email,
    "phone": _fits(r"\+?[\d ()/.-]{4,30}"),
    "iban": is_iban,
    "postcode": _fits(r"\d{5}"),
    "plate": _fits(r"[A-ZÄÖÜa-zäöü]{1,3}[ -–]{0,3}[A-Za-z]{1,2} ?\d{1,4} ?[EHeh]?"),
}

_SLOW = re.compile(r"[+*}?]\)[+*{]|\|[^()]*\)[+*{]|\\\d")
"""Repetitions inside repetitions can take years; such a pattern is left to the platform."""


def _pattern_fault(field: Field, text: str) -> Message | None:
    if not field.pattern or len(text) > LONGEST_JUDGED or _SLOW.search(field.pattern):
        return None
    try:
        fits = re.fullmatch(field.pattern, text) is not None
    except (re.error, OverflowError, RecursionError):
        return None
    return None if fits else say("filling.pattern")
