"""Which words stand where on the pages of a PDF form?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from exporters.rawforms.words import clean

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 60
_MOST_PIECES: Final = 4_000
_MOST_STROKES: Final = 250_000
_LARGER: Final = 1.14
_LONGEST_HEADING: Final = 90
_NUMBERED: Final = re.compile(r"^(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s*\S")


@dataclass(frozen=True)
class Piece:
    """Some words, where they begin (from the lower left of the page), and how large they are."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False

    @property
    def right(self) -> float:
        """Where they end, about."""
        return self.x + len(self.text) * self.size * 0.5


def words_of(reader: PdfReader, wanted: Iterable[int]) -> dict[int, list[Piece]]:
    """The words of some pages. Pages whose words cannot be read have none, and so have those behind
    a page that is drawn with more strokes than any form: the fields count, not the words.
    """
    found: dict[int, list[Piece]] = {}
    strokes = _MOST_STROKES
    for page in sorted(wanted):
        if not 0 < page <= min(_MOST_PAGES, len(reader.pages)) or strokes <= 0:
            continue
        pieces, drawn = _words_of_page(reader, page)
        found[page], strokes = pieces, strokes - drawn
    return found


def _words_of_page(reader: PdfReader, page: int) -> tuple[list[Piece], int]:
    """The words of a page, and with how many strokes it is drawn."""
    from pypdf.errors import LimitReachedError, PyPdfError

    found: list[Piece] = []
    drawn = 0

    def hear(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if len(found) < _MOST_PIECES:
            found.extend(_pieces(text, cm, tm, font, size))

    def count(*_stroke: object) -> None:
        nonlocal drawn
        drawn += 1

    try:
        reader.pages[page - 1].extract_text(visitor_text=hear, visitor_operand_before=count)
    except (LimitReachedError, RecursionError):
        return found, _MOST_STROKES
    except (PyPdfError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError):
        pass
    return found, drawn


def _pieces(text: str, cm: Any, tm: Any, font: Any, size: float) -> list[Piece]:
    """The lines of what was told at once; the first stands where it is said."""
    words = clean(text)
    if not words:
        return []
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = abs(tm[3] * cm[3]) or 1.0
    bold = "bold" in str(font.get("/BaseFont", "") if hasattr(font, "get") else "").lower()
    return [Piece(words, float(x), float(y), abs(float(size)) * scale or 1.0, bold)]


def headings_of(pages: Mapping[int, Iterable[Piece]]) -> dict[int, list[Piece]]:
    """The lines that are larger than the rest, or numbered in bold, from the top of each page."""
    every = [piece for pieces in pages.values() for piece in pieces]
    if not every:
        return {}
    usual = median(piece.size for piece in every)
    return {
        page: sorted(
            (piece for piece in pieces if _is_heading(piece, usual)), key=lambda piece: -piece.y
        )
        for page, pieces in pages.items()
    }


def _is_heading(piece: Piece, usual: float) -> bool:
    if not 2 < len(piece.text) <= _LONGEST_HEADING or piece.text.endswith(":"):
        return False
    numbered = piece.bold and _NUMBERED.match(piece.text) is not None
    return piece.size > usual * _LARGER or numbered
