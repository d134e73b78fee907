"""When are two words the same, however they are spelt?"""

from __future__ import annotations

import unicodedata
from functools import cache

_WIDE = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}
_NARROW = {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}


def folded(text: str, *, wide: bool = False) -> str:
    """Small letters without marks: "Größe" is "grosse", and ``wide`` "groesse"."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return "".join(_letter(c, wide) for c in unicodedata.normalize("NFC", lowered))


def spellings(text: str) -> tuple[str, ...]:
    """The one or two foldings of a text."""
    narrow = folded(text)
    if text.isascii():
        return (narrow,)
    broad = folded(text, wide=True)
    return (narrow,) if broad == narrow else (narrow, broad)


def span_in(text: str, word: str) -> tuple[int, int]:
    """Where a folded word stands in a text as it is written; (0, 0) when nowhere."""
    for wide in (False, True):
        at: list[int] = []
        letters: list[str] = []
        for place, letter in enumerate(text):
            part = folded(letter, wide=wide)
            letters.append(part)
            at += [place] * len(part)
        start = "".join(letters).find(word)
        if start >= 0 and word:
            return at[start], at[start + len(word) - 1] + 1
    return 0, 0


@cache
def _letter(letter: str, wide: bool) -> str:
    if wide and letter in _WIDE:
        return _WIDE[letter]
    if letter in _NARROW:
        return _NARROW[letter]
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return bare or letter
