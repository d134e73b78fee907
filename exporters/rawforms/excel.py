"""What does a table made with Excel ask for?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any, Final

from exporters.rawforms.refusal import MOST_ENTRIES, refused
from exporters.rawforms.rows import entries_of_rows
from exporters.rawforms.wordparts import child, local, value
from exporters.rawforms.words import clean
from exporters.xmlkit import parse, text_of
from model.commands import RawEntry, RawForm

MAIN: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"
_MOST_ROWS, _MOST_COLUMNS = MOST_ENTRIES + 1, 200
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DATES: Final = frozenset({*range(14, 23), *range(45, 48)})
"""Number formats of Excel that show a day or a time."""
Xml = Any


def read_excel(members: dict[str, bytes], name: str) -> RawForm:
    """The questions in the sheets of a .xlsx file.

    Raises:
        FachwerkError: damaged, or nothing in it is asked.
    """
    book = parse(members[MAIN], name).root
    reader = _Reader(members, name)
    entries: list[RawEntry] = []
    sheets = [one for one in book.iter() if local(one) == "sheet" and not value(one, "state")]
    targets = _targets(members, name)
    for sheet in sheets:
        part = targets.get(value(sheet, "id"), "")
        if part in members:
            title = clean(value(sheet, "name")) if len(sheets) > 1 else ""
            entries += entries_of_rows(reader.rows(part), title)
    if not entries:
        raise refused("RAW-NO-FIELDS", name)
    if len(entries) > MOST_ENTRIES:
        raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    return RawForm(name, "excel", tuple(entries))


def _targets(members: dict[str, bytes], name: str) -> dict[str, str]:
    """Relation id -> part of the archive; nothing outside of it is ever looked at."""
    if _RELATIONS not in members:
        return {}
    found = {}
    for one in parse(members[_RELATIONS], name).root:
        target = value(one, "Target")
        whole = target[1:] if target.startswith("/") else posixpath.join("xl", target)
        found[value(one, "Id")] = posixpath.normpath(whole)
    return found


class _Reader:
    """Reads cells as words; knows the words that the sheets share, and which formats are dates."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        self._members, self._name = members, name
        self._words = self._shared()
        self._dates = self._date_styles()

    def rows(self, part: str) -> list[list[str]]:
        """The lines of a sheet, without the empty ones."""
        root = parse(self._members[part], self._name).root
        data = child(root, "sheetData")
        found: list[list[str]] = []
        for row in data if data is not None else ():
            cells = self._row(row)
            if any(cells):
                found.append(cells)
            if len(found) > _MOST_ROWS:
                raise refused("RAW-TOO-MANY", self._name, n=MOST_ENTRIES)
        return found

    def _row(self, row: Xml) -> list[str]:
        cells: list[str] = []
        for number, cell in enumerate(one for one in row if local(one) == "c"):
            column = _column(value(cell, "r"), number)
            if column >= _MOST_COLUMNS:
                break
            cells += [""] * (column - len(cells))
            cells.append(self._cell(cell))
        return cells

    def _cell(self, cell: Xml) -> str:
        kind = value(cell, "t")
        if kind == "inlineStr":
            return _strings(child(cell, "is"))
        said = text_of(child(cell, "v"))
        if kind == "s":
            place = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else -1
            return self._words[place] if 0 <= place < len(self._words) else ""
        if kind == "b":
            return "true" if said == "1" else "false"
        if said and value(cell, "s") in self._dates:
            return "01.01.2000"  # which day it is does not matter: it is a date
        return clean(said)

    def _shared(self) -> list[str]:
        if _SHARED not in self._members:
            return []
        root = parse(self._members[_SHARED], self._name).root
        return [_strings(one) for one in root if local(one) == "si"]

    def _date_styles(self) -> set[str]:
        if _STYLES not in self._members:
            return set()
        root = parse(self._members[_STYLES], self._name).root
        own = {
            value(one, "numFmtId")
            for one in root.iter()
            if local(one) == "numFmt" and re.search(r"[dTtyYjJ]{2}", value(one, "formatCode"))
        }
        formats = child(root, "cellXfs")
        numbers = [value(one, "numFmtId") for one in formats] if formats is not None else []
        known = own | {str(number) for number in _DATES}
        return {str(place) for place, number in enumerate(numbers) if number in known}


def _strings(element: Xml | None) -> str:
    """The words of a text with its changes of type, without the reading aids of Japanese."""
    return clean("".join(_runs(element))) if element is not None else ""


def _runs(element: Xml) -> Iterator[str]:
    for one in element:
        if local(one) == "t":
            yield text_of(one)
        elif local(one) == "r":
            yield from _runs(one)


def _column(place: str, number: int) -> int:
    """The number of the column in "C7", from 0; a cell without a place follows the one before."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return number
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
