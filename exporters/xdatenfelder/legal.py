"""How does a legal basis read in a FIM message, and which norm does a text name?

One bezug per source. A Norm is split into place and law, so that the same words come out again.
"""

from __future__ import annotations

import re
from typing import Literal

from model.document.queries import Queries
from model.records import Citation, Norm

LINK = re.compile(r"https?://[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}(/.*)?")
"""What a link may look like (rule 1133)."""

_PLACE = re.compile(
    r"((?:§§?|Art\.?|Artikel|Anlage|Anhang|Abschnitt|Nr\.?)\s?.+?)\s+(\S*[A-ZÄÖÜ]\S*[A-ZÄÖÜ].*)"
)
"""Place, then the law: the first word with two capitals (AsylG, MuSchG, BGB) and what follows."""
_LAW = re.compile(
    r"§|\bArt\.|Artikel|[Gg]esetz|[Vv]erordnung|[Ss]atzung|[Rr]ichtlinie|[Oo]rdnung\b"
    r"|\b[A-ZÄÖÜ][A-Za-zäöüß]*(?:G|GB|V|VO|StG)\b"
)
"""What a text says that speaks of a law."""
_TECHNICAL = re.compile(r"\burn:|\bX[OÖ]EV|\bXÖV|\bX[A-ZÄÖÜ]?[a-zäöü]+\.")
"""Lists and data models of XÖV standards."""
Level = Literal["act", "other"]
_SEVERAL = re.compile(r"[;\n]+")


def cited(view: Queries, citation: Citation) -> str:
    """The words of a citation: place, passage, law; the title where a norm has nothing else."""
    norm = view.get(citation.norm, Norm)
    if norm is None:
        return ""
    words = (norm.paragraph, citation.passage, norm.law)
    return " ".join(word for word in words if word) or norm.title


def link_of(view: Queries, citation: Citation) -> str:
    norm = view.get(citation.norm, Norm)
    return norm.link if norm is not None else ""


def sources(text: str) -> list[str]:
    """The single sources of a free text, divided by line breaks or semicolons (2.0 habit)."""
    parts = (" ".join(part.split()) for part in _SEVERAL.split(text))
    return [part for part in parts if part]


def level_of(place: str, text: str) -> Level:
    """A text without a place that speaks of no law is a reference to something else: a list, a
    standard, a data model.
    """
    speaks_of_law = _LAW.search(text) and not _TECHNICAL.search(text)
    return "act" if place or speaks_of_law else "other"


def place_and_law(text: str) -> tuple[str, str]:
    """ "§ 61 AsylG vom 15.07.2024" is place "§ 61" in the law "AsylG vom 15.07.2024"; a text
    without a place is all law.
    """
    found = _PLACE.fullmatch(text)
    return (found[1], found[2]) if found else ("", text)
