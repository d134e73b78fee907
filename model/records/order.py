"""How do siblings keep their place when two people insert at once?

Fractional keys: a new child gets a key between its neighbours; nobody else's record changes. A key
is an integer part, whose first letter tells its length, and an optional fraction; both in base 62
with ASCII order. The integer part keeps long rows of appends short (10 000 appends: 4 characters).
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"


def key_between(before: str = "", after: str = "") -> str:
    """A key that sorts after ``before`` and before ``after``; "" means an open end.

    >>> key_between()
    'a0'
    >>> key_between("a0")
    'a1'
    >>> "a0" < key_between("a0", "a1") < "a1"
    True

    Raises:
        ValueError: ``before`` does not sort before ``after``.
    """
    if before and after and before >= after:
        raise ValueError(f"{before!r} does not sort before {after!r}")
    if not before and not after:
        return FIRST
    if not before:
        return _before(after)
    if not after:
        whole, fraction = _split(before)
        following = _next_whole(whole)
        return following if following else whole + _middle(fraction, "")
    whole, fraction = _split(before)
    whole_after, fraction_after = _split(after)
    if whole == whole_after:
        return whole + _middle(fraction, fraction_after)
    following = _next_whole(whole)
    return following if following and following < after else whole + _middle(fraction, "")


def keys_between(before: str, after: str, number: int) -> list[str]:
    """``number`` ascending keys between two neighbours."""
    keys: list[str] = []
    for _ in range(number):
        before = key_between(before, after)
        keys.append(before)
    return keys


def _before(after: str) -> str:
    whole, fraction = _split(after)
    if fraction:
        return whole
    previous = _previous_whole(whole)
    return previous if previous else whole + _middle("", fraction)


def _length(head: str) -> int:
    """Letters a..z: positive integers of 2..27 characters; A..Z.

    Negative ones, the longest first.
    """
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _split(key: str) -> tuple[str, str]:
    cut = _length(key[0])
    return key[:cut].ljust(cut, DIGITS[0]), key[cut:]


def _next_whole(whole: str) -> str:
    """The next integer, or "" after the largest."""
    head, digits = whole[0], list(whole[1:])
    for place in reversed(range(len(digits))):
        value = DIGITS.index(digits[place]) + 1
        if value < len(DIGITS):
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = DIGITS[0]
    if head == "Z":
        return FIRST
    if head == "z":
        return ""
    head = chr(ord(head) + 1)
    return head + DIGITS[0] * (_length(head) - 1)


def _previous_whole(whole: str) -> str:
    """The integer before, or "" before the smallest."""
    head, digits = whole[0], list(whole[1:])
    for place in reversed(range(len(digits))):
        value = DIGITS.index(digits[place]) - 1
        if value >= 0:
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = DIGITS[-1]
    if head == "a":
        return "Z" + DIGITS[-1]
    if head == "A":
        return ""
    head = chr(ord(head) - 1)
    return head + DIGITS[-1] * (_length(head) - 1)


def _middle(low: str, high: str) -> str:
    """A fraction strictly between two fractions ("" = 0 below, 1 above).

    Never ends in the zero digit.
    """
    common = 0
    while high and common < len(high) and (low[common : common + 1] or DIGITS[0]) == high[common]:
        common += 1
    if common:
        return high[:common] + _middle(low[common:], high[common:])
    low_digit = DIGITS.index(low[0]) if low else 0
    high_digit = DIGITS.index(high[0]) if high else len(DIGITS)
    if high_digit - low_digit > 1:
        return DIGITS[(low_digit + high_digit) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[low_digit] + _middle(low[1:], "")
