"""What is each field of a PDF form called, and how is it answered?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from exporters.rawforms.pdffields import PdfField, Place
from exporters.rawforms.pdftext import Piece
from exporters.rawforms.words import (
    as_heading,
    as_label,
    asks_nothing,
    choice_of,
    clean,
    guessed,
    tidied,
)
from model.commands import RawEntry
from model.geometry import Rect

REQUIRED, MULTILINE, FILE, RADIO, BUTTON, MANY = 2, 13, 21, 16, 17, 22
"""Flags, by the numbers of the standard (32000-1, 12.7)."""
_ROW, _BAND = 6.0, 20.0
_LONG: Final = 90
"""Longer words for screen readers explain; they do not name."""
_LEFT, _ABOVE, _RIGHT = 260.0, 18.0, 60.0
_DATE: Final = re.compile(r"AFDate|AFTime", re.I)
_MONEY: Final = re.compile(r"AFNumber_\w+\(.*(?:€|EUR|\\u20ac)", re.I | re.S)
_NUMBER: Final = re.compile(r"AFNumber|AFPercent", re.I)


def entries_of(
    fields: Iterable[PdfField],
    pages: Mapping[int, list[Piece]],
    headings: Mapping[int, list[Piece]],
) -> list[RawEntry]:
    """The entries in reading order: by page, from the top, from the left."""
    kept = [one for one in fields if not _is_nothing(one)]
    boxes: dict[int, list[Rect]] = {}
    for one in kept:
        for place in one.places:
            boxes.setdefault(place.page, []).append(place.box)
    heads = [(page, head) for page in sorted(headings) for head in headings[page]]
    near = Near(pages, boxes)
    found = [_entry(one, near, _section(one, heads)) for one in sorted(kept, key=_reading)]
    return [entry for entry in found if not asks_nothing(entry.label)]


def _is_nothing(one: PdfField) -> bool:
    """Buttons that do something, and signatures, ask for nothing."""
    return one.type == "/Sig" or (one.type == "/Btn" and one.has(BUTTON))


def _reading(one: PdfField) -> tuple[int, int, float]:
    first = _first(one)
    middle = first.box.y + first.box.height / 2
    return first.page or 10**6, -round(middle / _ROW), first.box.x


def _first(one: PdfField) -> Place:
    """The place that is read first."""
    usual = Place(0, Rect(0, 0, 0, 0))
    return min(one.places, key=lambda p: (p.page, -round(p.box.y / _ROW), p.box.x), default=usual)


def _section(one: PdfField, heads: list[tuple[int, Piece]]) -> str:
    """The last heading before a field."""
    first = _first(one)
    if not first.page:
        return ""
    before = [
        h for page, h in heads if page < first.page or (page == first.page and h.y > _top(first))
    ]
    return as_heading(before[-1].text) if before else ""


def _top(place: Place) -> float:
    return place.box.y + place.box.height / 2


def _entry(one: PdfField, near: Near, section: str) -> RawEntry:
    first = _first(one)
    template, options = _kind(one, near)
    beside = near.right if template == "yesno" and one.type == "/Btn" else near.label
    tip, near_by = as_label(one.tip), as_label(beside(first))
    explains = len(tip) > _LONG and bool(near_by)
    label = (near_by if explains else tip) or near_by or tidied(one.name)
    if one.type == "/Btn" and not one.tip and len(one.places) > 1:
        label = as_label(near.label(first)) or tidied(one.name)
    entry = RawEntry(
        label,
        template,
        one.has(REQUIRED),
        options,
        tip if explains else "",
        one.max_length if one.type == "/Tx" else None,
        section,
        first.page,
        clean(one.name),
    )
    return guessed(entry)


def _kind(one: PdfField, near: Near) -> tuple[str, tuple[str, ...]]:
    """The building block and the answers."""
    if one.type == "/Btn":
        return _button(one, near)
    if one.type == "/Ch":
        return choice_of(one.options, many=one.has(MANY))
    if one.has(FILE):
        return "file", ()
    if one.has(MULTILINE):
        return "long_text", ()
    for template, sign in (("date", _DATE), ("amount", _MONEY), ("number", _NUMBER)):
        if sign.search(one.script):
            return template, ()
    return "text", ()


def _button(one: PdfField, near: Near) -> tuple[str, tuple[str, ...]]:
    """One box is answered with Ja or Nein; several buttons of one name are a choice."""
    states = {place.state for place in one.places}
    if len(one.places) < 2 or (not one.has(RADIO) and len(states) < 2):
        return "yesno", ()
    said = [
        one.options[number]
        if number < len(one.options)
        else as_label(place.tip if place.tip != one.tip else "")
        or as_label(near.right(place))
        or tidied(place.state)
        for number, place in enumerate(one.places)
    ]
    return choice_of(said)


class Near:
    """Looks for the words beside a place."""

    def __init__(self, pages: Mapping[int, list[Piece]], boxes: Mapping[int, list[Rect]]) -> None:
        self._pieces: dict[tuple[int, int], list[Piece]] = {}
        self._boxes: dict[tuple[int, int], list[Rect]] = {}
        for page, pieces in pages.items():
            for piece in pieces:
                self._pieces.setdefault((page, int(piece.y // _BAND)), []).append(piece)
        for page, there in boxes.items():
            for box in there:
                self._boxes.setdefault((page, _band(box)), []).append(box)

    def _around(self, place: Place) -> list[Piece]:
        """The words at about the height of a place."""
        low, high = place.box.y - _BAND, place.box.y + place.box.height + _BAND
        bands = range(int(low // _BAND), min(int(high // _BAND), int(low // _BAND) + 40) + 1)
        return [piece for band in bands for piece in self._pieces.get((place.page, band), ())]

    def label(self, place: Place) -> str:
        """The words in the box, before it on its line, or above it."""
        pieces, box = self._around(place), place.box
        inside = [p for p in pieces if _within(p, box)]
        if inside:
            return max(inside, key=lambda p: p.y).text
        return self._before(place, pieces) or self._above(place, pieces)

    def right(self, place: Place) -> str:
        """The words behind a box to tick; else what stands before it."""
        box = place.box
        pieces = [
            p
            for p in self._around(place)
            if _on_line(p, box) and 0 <= p.x - box.right + 2 <= _RIGHT
        ]
        if pieces:
            return min(pieces, key=lambda p: p.x).text
        return self.label(place)

    def _before(self, place: Place, pieces: list[Piece]) -> str:
        box = place.box
        line = [p for p in pieces if _on_line(p, box) and p.x < box.x]
        if not line:
            return ""
        nearest = max(line, key=lambda p: p.x)
        between = any(
            other != box and nearest.x < other.x < box.x and _same_row(other, box)
            for band in (_band(box) - 1, _band(box), _band(box) + 1)
            for other in self._boxes.get((place.page, band), ())
        )
        return nearest.text if not between and box.x - nearest.right < _LEFT else ""

    def _above(self, place: Place, pieces: list[Piece]) -> str:
        box = place.box
        top = box.y + box.height
        over = [
            p
            for p in pieces
            if top - 2 <= p.y <= top + _ABOVE and p.x <= box.right and p.right >= box.x - 4
        ]
        if not over:
            return ""
        return min(over, key=lambda p: (round(p.y - top), abs(p.x - box.x))).text


def _band(box: Rect) -> int:
    return int((box.y + box.height / 2) // _BAND)


def _within(piece: Piece, box: Rect) -> bool:
    """A small caption in the upper part of the box itself."""
    top = box.y + box.height
    return box.y + box.height / 2 < piece.y < top and box.x - 2 <= piece.x < box.right - 4


def _on_line(piece: Piece, box: Rect) -> bool:
    top = box.y + box.height
    return max(box.y - 4, top - 18) <= piece.y + piece.size * 0.35 <= top + 2


def _same_row(one: Rect, other: Rect) -> bool:
    return abs((one.y + one.height / 2) - (other.y + other.height / 2)) < _ROW
