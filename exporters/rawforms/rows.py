"""Which questions stand in the lines of a table?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from exporters.rawforms.refusal import MOST_ENTRIES, refused
from exporters.rawforms.words import clean
from model.commands import RawEntry, RawForm, planned

Rows = Sequence[Sequence[str]]
_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}.*")
_NUMBER: Final = re.compile(r"-?\d{1,3}(?:\.?\d{3})*(?:,\d+)?|-?\d+(?:\.\d+)?")
_MONEY: Final = re.compile(r"-?[\d.,]+\s*(?:€|EUR)")
_EMAIL: Final = re.compile(r"\S+@\S+\.\S+")
_YES: Final = re.compile(r"ja|nein|yes|no|true|false|wahr|falsch", re.I)
_SAMPLE: Final = 40
"""So many lines tell what a column holds."""
_FEW: Final = 8
MAX_LIST: Final = 4 * 1024 * 1024
"""No list of questions is longer."""


def read_list(data: bytes, name: str) -> RawForm:
    """The questions in a .csv or .txt file.

    Raises:
        RawRefused: no text, or nothing in it is asked.
    """
    if len(data) > MAX_LIST:
        raise refused("RAW-TOO-LARGE", name, n=MAX_LIST // 1024 // 1024)
    text = _decoded(data, name)
    entries = entries_of_rows(_table(text, name))
    if not entries:
        raise refused("RAW-NO-FIELDS", name)
    return RawForm(name, "list", tuple(entries))


def entries_of_rows(rows: Rows, section: str = "") -> list[RawEntry]:
    """A line each, or a column each where the lines below the first hold data."""
    table = [[clean(cell) for cell in row] for row in rows]
    table = [row for row in table if any(row)]
    if _holds_data(table):
        return [entry for entry in _columns(table, section) if entry.label]
    return [
        RawEntry(plan.label, plan.template, plan.required, plan.options, plan.help, section=section)
        for plan in planned(table)
    ]


def _table(text: str, name: str) -> list[list[str]]:
    lines = text.splitlines()
    if len(lines) > MOST_ENTRIES:
        raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    sign = _sign(lines)
    if not sign:
        return [[line] for line in lines]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise refused("RAW-BROKEN", name, reason=str(error)) from None


def _sign(lines: Sequence[str]) -> str:
    """What parts the columns: the sign that nearly each line has; "" for a plain list."""
    full = [line for line in lines if line.strip()][:_SAMPLE]
    for sign in ("\t", ";", "|", ","):
        with_it = sum(sign in line for line in full)
        if full and with_it >= max(1, len(full) * 0.8) and (sign != "," or len(full) > 1):
            return sign
    return ""


def _decoded(data: bytes, name: str) -> str:
    """UTF-8 or UTF-16 with its mark, else what Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data:
        raise refused("RAW-NOT-TEXT", name)
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


# ------------------------------------------------------------------------------------- columns


def _holds_data(table: list[list[str]]) -> bool:
    """Is the first line one of headings, and do the others hold answers instead of questions?"""
    if len(table) < 2 or len(table[0]) < 3 or len(planned(table)) < len(table):
        return False
    heads, body = table[0], table[1:_SAMPLE]
    if not all(heads) or any(_answer(head) for head in heads):
        return False
    cells = [cell for row in body for cell in row if cell]
    answers = sum(bool(_answer(cell)) for cell in cells)
    return bool(cells) and answers * 4 >= len(cells)


def _columns(table: list[list[str]], section: str) -> list[RawEntry]:
    found = []
    for place, head in enumerate(table[0]):
        column = [row[place] for row in table[1:] if place < len(row) and row[place]]
        plan = next(iter(planned([[head]])), None)
        if plan is None:
            continue
        template, options = _kind(column[:_SAMPLE])
        found.append(
            RawEntry(
                plan.label,
                template if template != "text" else plan.template,
                plan.required,
                options,
                section=section,
            )
        )
    return found


def _kind(column: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What the answers of a column have in common."""
    kinds = {_answer(cell) for cell in column}
    if len(kinds) == 1 and (kind := kinds.pop()):
        return kind, ()
    different = dict.fromkeys(column)
    if 1 < len(different) <= _FEW and len(column) >= 3 * len(different):
        return "choice", tuple(different)
    return "text", ()


def _answer(cell: str) -> str:
    """The building block that a cell would be an answer to; "" for words."""
    for kind, pattern in (
        ("date", _DATE),
        ("amount", _MONEY),
        ("number", _NUMBER),
        ("email", _EMAIL),
        ("yesno", _YES),
    ):
        if pattern.fullmatch(cell):
            return kind
    return ""
