"""Which plain ASCII word stands for a German label?"""

from __future__ import annotations

import re
import unicodedata

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss", "ẞ": "ss"}
)
LONGEST = 40
"""Longer words are cut at the end of a part: platforms limit ids to 64 characters."""


def slug(text: str, fallback: str = "feld") -> str:
    """``Gefährlicher Hund?`` becomes ``gefaehrlicher_hund``: letters, digits and underscores.

    It begins with a letter.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(_GERMAN))
    words: list[str] = re.findall(
        r"[a-z0-9]+", plain.encode("ascii", "ignore").decode("ascii").lower()
    )
    if not words:
        return fallback
    if words[0][0].isdigit():
        words.insert(0, fallback)
    found = words[0][:LONGEST]
    for word in words[1:]:
        if len(found) + 1 + len(word) > LONGEST:
            break
        found = f"{found}_{word}"
    return found


def file_slug(text: str, fallback: str = "datei") -> str:
    """The same for names of files and groups of people, with hyphens."""
    return slug(text, fallback).replace("_", "-")
