"""Which letters may stand in a FIM message, and what becomes of the others?

DIN 91379, data type C (String.Latin+): all normative letters, no typographic quotes, no dashes.
Rule 1131 of the FIM quality check calls everything else critical. What has an obvious plain twin
is replaced by it; what has none stays and is reported.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE = (
    "\t\n\r\x20-\x7e\xa0-\xac\xae-\u017e\u0187\u0188\u018f\u0197\u01a0\u01a1\u01af\u01b0\u01b7"
    "\u01cd-\u01dc\u01de\u01df\u01e2-\u01f0\u01f4\u01f5\u01f8-\u01ff\u0212\u0213\u0218-\u021b"
    "\u021e\u021f\u0227-\u0233\u0259\u0268\u0292\u02b9\u02ba\u02be\u02bf\u02c8\u02cc"
    "\u1e02\u1e03\u1e06\u1e07\u1e0a-\u1e11\u1e17\u1e1c-\u1e2b\u1e2f-\u1e37\u1e3a\u1e3b"
    "\u1e40-\u1e49\u1e52-\u1e5b\u1e5e-\u1e63\u1e6a-\u1e6f\u1e80-\u1e87\u1e8c-\u1e97\u1e9e"
    "\u1ea0-\u1ef9\u2019\u2021\u20ac"
)
_MARKS = "[\u0300-\u0302\u0304\u0306-\u0308\u030b-\u030d\u0310\u0315\u031b\u0323\u0325-\u0328"
_MARKS += "\u0331\u035f]"
_ALLOWED = re.compile(f"(?:[{_SINGLE}]|(?<=[A-Za-z\u00c0-\u1ef9]){_MARKS})*")
"""Combining marks are allowed behind a letter; the norm lists the pairs one by one, and this is
wider there."""

REFUSED = re.compile("[\xa0\u2019\u2021]")
"""Letters that the norm knows and the official check (rule 1131) does not."""

_TWINS = {
    "„": '"', "“": '"', "”": '"', "‚": "'", "‘": "'", "‹": "'", "›": "'",
    "–": "-", "—": "-", "\u2010": "-", "\u2011": "-", "−": "-", "…": "...", "•": "-",
    "≤": "<=", "≥": ">=", "≠": "ungleich", "→": "->", "÷": "/", "\u00ad": "",
    "\u2019": "'", "\xa0": " ",
    "\u2009": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\u2028": "\n",
}  # fmt: skip
_TABLE = str.maketrans(_TWINS)


def plain(text: str) -> str:
    """The text in the letters of the norm, as far as a letter has a plain twin."""
    if _ALLOWED.fullmatch(text) and not REFUSED.search(text):
        return text
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def outside(text: str) -> str:
    """The characters that the norm does not know, each once, in order."""
    if _ALLOWED.fullmatch(text):
        return ""
    return "".join(dict.fromkeys(c for c in text if not _ALLOWED.fullmatch(f"A{c}")))
