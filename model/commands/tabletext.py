"""How does the table travel to a spreadsheet, and what comes back from one?

Out: lines of cells divided by tabs, and the same as HTML. In: the same, or any list a person keeps
in a spreadsheet, with or without the names of the columns.
"""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from model.commands.tablewords import lane_named, mode_named, template_named
from model.commands.tabling import (
    COLUMNS,
    INSET,
    Called,
    Column,
    cell,
    inset,
    table_lines,
    ways_told,
)
from model.document.queries import Queries
from model.errors import FachwerkError
from model.graph import reading_order
from model.language import say, tr
from model.records import Node, Option, Timer

LARGEST = 2_000_000
MOST_LINES = 5_000
LONGEST_CELL = 4_000
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class TextLine:
    """One line as text. ``number``: which line of the pasted text it was, from 1."""

    number: int
    cells: Mapping[Column, str] = field(default_factory=dict)

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    @property
    def name(self) -> str:
        """What it is called, without the marks of depth."""
        return self["what"].lstrip(f" {INSET.strip()}").strip()

    @property
    def depth(self) -> int:
        """In how many groups (or sub-processes) it stands."""
        lead = self["what"][: len(self["what"]) - len(self["what"].lstrip(f" {INSET.strip()}"))]
        return min(lead.count(INSET.strip()), 20)


# -------------------------------------------------------------------------------------------- out


def as_lines(view: Queries, ids: Iterable[str]) -> list[list[str]]:
    """The cells of these lines, the names of the columns first; answers stand with their choice."""
    called = Called(view, reading_order(view))
    chosen = set(ids)
    made = [[tr(f"table.column.{column}") for column in COLUMNS]]
    for line in table_lines(view):
        record = view[line]
        if line in chosen and not isinstance(record, Option):
            made.append(_cells(view, line, called))
    return made


def _cells(view: Queries, line: str, called: Called) -> list[str]:
    record = view[line]
    cells = {column: cell(view, line, column, called) for column in COLUMNS}
    cells["what"] = inset(view, line) + " ".join(cells["what"].split())
    if isinstance(record, Node):
        if ways_told(view, line):
            cells["then"] = ""  # they follow, a line each
        if isinstance(record, Timer):
            cells["deadline"] = cells["deadline"].partition("; ")[0]
    return [" ".join(cells[column].split()) for column in COLUMNS]


def as_text(lines: Iterable[Iterable[str]]) -> str:
    """Lines of cells divided by tabs, as spreadsheets exchange them."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    for line in lines:
        writer.writerow([_harmless(words) for words in line])
    return out.getvalue()


def _harmless(words: str) -> str:
    """A spreadsheet would take it for a formula; the mark says that it is text."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def as_html(lines: list[list[str]]) -> str:
    """The same as a table of a page; its cells are marked as text for spreadsheets."""
    rows = []
    for number, line in enumerate(lines):
        tag = "td" if number else "th"
        style = " style=\"mso-number-format:'\\@'\"" if number else ""
        cells = "".join(f"<{tag}{style}>{html.escape(words)}</{tag}>" for words in line)
        rows.append(f"<tr>{cells}</tr>")
    return f'<meta charset="utf-8"><table>{"".join(rows)}</table>'


# --------------------------------------------------------------------------------------------- in


def lines_in(view: Queries, text: str) -> list[TextLine]:
    """The lines of a pasted text, each cell in its column; empty lines are left out.

    Raises:
        FachwerkError: it is too large to be a list of a person.
    """
    if len(text) > LARGEST:
        raise FachwerkError(say("table.paste.too_large"), todo=say("table.paste.too_large.todo"))
    rows = [[_clean(words) for words in row] for row in _divided(text)]
    if len(rows) > MOST_LINES:
        raise FachwerkError(say("table.paste.too_large"), todo=say("table.paste.too_large.todo"))
    first = next((n for n, row in enumerate(rows) if any(row)), len(rows))
    columns = _header(rows[first]) if first < len(rows) else []
    start = first + 1 if columns else first
    columns = columns or _guessed(view, rows[first:])
    found = []
    for number, row in enumerate(rows[start:], start=start + 1):
        if any(row):
            found.append(TextLine(number, _in_columns(columns, row)))
    return found


def _divided(text: str) -> list[list[str]]:
    """As spreadsheets write it: a cell with line breaks stands in quotes."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        return list(csv.reader(io.StringIO(plain), dialect="excel-tab"))
    except csv.Error:  # an endless quote: then a quote is a quote
        return [line.split("\t") for line in plain.split("\n")]


def _clean(words: str) -> str:
    plain = words.replace("\u00a0", " ").replace("\n", " ").strip()[:LONGEST_CELL]
    return plain[1:] if plain.startswith("'") and plain[1:2] in _FORMULA else plain


def column_named(words: str) -> Column | None:
    """The column of that name, in German or English."""
    wanted = words.strip().rstrip(":").casefold()
    for column in COLUMNS:
        known = {tr(f"table.column.{column}").casefold()}
        if wanted in known | set(tr(f"table.words.column.{column}").split("|")):
            return column
    return None


def _header(row: list[str]) -> list[Column | None]:
    """The columns that the first line names; none when it is no header."""
    columns = [column_named(words) for words in row]
    named = [column for column in columns if column]
    filled = sum(1 for words in row if words)
    alone = filled == 1 and row[0].casefold() == tr("table.column.what").casefold()
    enough = len(named) >= 2 or alone
    fits = len(named) * 2 >= filled and len(set(named)) == len(named)
    return columns if enough and fits else []


def _guessed(view: Queries, rows: list[list[str]]) -> list[Column | None]:
    """Without names: who first when lanes stand there, else what; what kind of answer second."""
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return ["what"]
    first = [row[0] for row in rows if row and row[0]]
    second = [row[1] for row in rows if len(row) > 1 and row[1]]
    lanes = any(lane_named(view, words) for words in first)
    kinds = any(is_kind(words) for words in second)
    if kinds and not lanes:
        others: list[Column] = ["what", "kind", "required", "when", "then", "law"]
        return list(others[:width])
    return list(COLUMNS[:width])


def is_kind(words: str) -> bool:
    """Whether a word names a kind of step or of answer."""
    head = words.partition(":")[0]
    known = template_named(head, rows=True) or template_named(head, rows=False)
    return bool(known or mode_named(words))


def _in_columns(columns: list[Column | None], row: list[str]) -> dict[Column, str]:
    """Each cell in its column; what has no column stays with the name, so that nothing is lost."""
    cells: dict[Column, str] = {}
    lost = []
    for place, words in enumerate(row):
        column = columns[place] if place < len(columns) else None
        if column is not None:
            cells[column] = words
        elif words:
            lost.append(words)
    if lost:
        cells[cast("Column", "rest")] = "; ".join(lost)
    return cells
