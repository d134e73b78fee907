"""Which text may stand on paper?

Text of a file may hold what no reader sees: signs that turn the direction of the words around them,
zero-width signs, control signs. They are shown by their number, so that what is signed is what is
read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from exporters.dossier.blocks import (
    Block,
    Cell,
    Dossier,
    Facts,
    Figure,
    Heading,
    Line,
    Paragraph,
    Points,
    Span,
    Table,
)

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SOFT_HYPHEN = "\u00ad"
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_EMPTY: Cell = ((Span("–"),),)
"""What stands in a cell whose text is nothing but blanks."""
_LINK = re.compile(r"https://[^\s<>\"\\^`{|}\x00-\x1f\x7f-\uffff]+")


def visible(text: str) -> str:
    """The text on one line, with hidden signs shown by their number."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign == _SOFT_HYPHEN:
        return ""
    if sign.isspace():
        return "\u00a0" if sign in "\u00a0\u202f" else " "
    return numbered(sign) if unicodedata.category(sign) in _HIDDEN else sign


def numbered(sign: str) -> str:
    """How a sign is named that cannot be shown."""
    return f"[U+{ord(sign):04X}]"


def safe_link(link: str) -> str:
    """The address, when it is one to a page and nothing else; "" otherwise."""
    return link if _LINK.fullmatch(link) else ""


def plain(whole: Dossier) -> Dossier:
    """The same report with nothing hidden in it."""
    return replace(
        whole,
        title=visible(whole.title),
        service=_span(whole.service),
        office=_span(whole.office),
        cover=_facts(whole.cover),
        blocks=tuple(_block(block) for block in whole.blocks),
    )


def _span(span: Span) -> Span:
    return span._replace(words=visible(span.words), link=safe_link(span.link))


def _line(line: Line) -> Line:
    return tuple(_span(span) for span in line)


def _cell(cell: Cell) -> Cell:
    """Line breaks inside of words become lines of their own."""
    lines = (_line(part) for line in cell for part in _broken(line))
    return tuple(line for line in lines if any(s.words.strip() or s.picture for s in line))


def _broken(line: Line) -> list[Line]:
    made: list[list[Span]] = [[]]
    for span in line:
        first, *more = _BREAKS.split(span.words)
        made[-1].append(span._replace(words=first))
        made += [[span._replace(words=words, picture=b"")] for words in more]
    return [tuple(part) for part in made]


def _facts(facts: Facts) -> Facts:
    return Facts(tuple((visible(word), _cell(said)) for word, said in facts.pairs))


def _block(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, line=_line(block.line))
        case Paragraph():
            return replace(block, cell=_cell(block.cell))
        case Points():
            return Points(tuple(_line(line) for line in block.lines))
        case Facts():
            return _facts(block)
        case Table():
            rows = tuple(tuple(_cell(cell) or _EMPTY for cell in row) for row in block.rows)
            return replace(block, title=visible(block.title), rows=rows)
        case Figure():
            sheets = tuple((visible(caption), visible(said)) for caption, said in block.sheets)
            title, alt = visible(block.title), visible(block.alt)
            return replace(block, title=title, alt=alt, sheets=sheets)
