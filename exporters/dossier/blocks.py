"""Of what is a report made, before it becomes a page, a sheet or a Word file?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from exporters.dossier.drawing import Drawing


class Span(NamedTuple):
    """Some words of a line. ``language`` where it is not that of the report, ``picture`` a PNG that
    stands before the words and adds nothing to them.
    """

    words: str
    link: str = ""
    language: str = ""
    strong: bool = False
    quiet: bool = False
    picture: bytes = b""


Line = tuple[Span, ...]
Cell = tuple[Line, ...]
"""Lines, one below the other."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a chapter; ``number`` is "3" or "3.2"."""

    level: int
    line: Line
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text; ``quiet`` for what only explains."""

    cell: Cell
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a word and what is to be said about it."""

    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head. ``widths`` are the shares of the columns; ``title`` is what it lists."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The diagram with its alternative text; ``sheets``: caption and alternative text of each."""

    title: str
    alt: str
    drawing: Drawing
    sheets: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Points | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole report in one language."""

    title: str
    service: Span
    office: Span
    language: str
    cover: Facts
    blocks: tuple[Block, ...]
    words: dict[str, str] = field(default_factory=dict)
    """What the frame of the pages says: contents, page, of."""


def line(words: object, **how: bool) -> Line:
    """One span."""
    return (Span(str(words), **how),)  # type: ignore[arg-type]


def cell(words: object) -> Cell:
    """One line, or none for nothing."""
    text = str(words)
    return (line(text),) if text else ()
