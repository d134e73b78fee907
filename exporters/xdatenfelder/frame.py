"""Which process stands around an imported data schema, and where is it drawn?

A data schema knows no process. So that its pages can be looked at and gone on with, they stand in
the applicant's lane one after the other, between a start and an end.
"""

from __future__ import annotations

from itertools import pairwise

from exporters.xdatenfelder.reading import Reading
from model.document import Snapshot
from model.geometry import CARD_WIDTH, GAP, LANE_TITLE
from model.graph.card import card_size
from model.language import tr
from model.records import End, Flow, Placement, Pool, Record, Role, Start, Step
from model.records.order import keys_between

APPLICANT = "role_applicant"
_LANES = (("applicant", 240.0), ("office", 200.0), ("system", 160.0))
_TOP, _MARGIN, _EVENT = 40.0, 40.0, 36.0
_FIRST_CARD = LANE_TITLE + 44 + GAP


def lanes(reading: Reading, name: str) -> None:
    """The participant with the lanes of a new service."""
    reading.add(Pool(id="pool", name=name, order="a0"))
    for (side, _), key in zip(_LANES, keys_between("", "", len(_LANES)), strict=True):
        reading.add(
            Role(
                id=f"role_{side}",
                parent="pool",
                order=key,
                name=tr(f"lane.{side}"),
                side=side,  # type: ignore[arg-type]
            )
        )


def page(reading: Reading, hint: str, name: str, **fields: object) -> str:
    """A page of the applicant's form; the id of its record."""
    record = reading.new_id("page", hint)
    reading.add(
        Step(
            id=record,
            order=reading.next_key(""),
            name=name,
            role=APPLICANT,
            form="page",
            **fields,  # type: ignore[arg-type]
        )
    )
    return record


def connect_and_place(reading: Reading) -> None:
    """Start, the pages in their order, end; ways between them; everything placed."""
    pages = [record.id for record in reading.records if isinstance(record, Step)]
    reading.add(Start(id="start", order=reading.next_key(""), role=APPLICANT))
    reading.add(End(id="end", order=reading.next_key(""), role=APPLICANT))
    row = ["start", *pages, "end"]
    for source, target in pairwise(row):
        flow = reading.new_id("flow", source)
        reading.add(Flow(id=flow, source=source, target=target, order=reading.next_key("flows")))
    _place(reading, pages)


def _place(reading: Reading, pages: list[str]) -> None:
    """Cards side by side, their titles on one line with start and end."""
    view = Snapshot.of_records(reading.records)
    sizes = [card_size(view, card) for card in pages]
    event_top = _TOP
    _put(reading, "start", LANE_TITLE + 26, event_top, _EVENT, _EVENT)
    x = _FIRST_CARD + _EVENT
    for card, (width, height) in zip(pages, sizes, strict=True):
        _put(reading, card, x, _TOP, width, height)
        x += CARD_WIDTH + GAP
    _put(reading, "end", x, event_top, _EVENT, _EVENT)
    width = max(x + _EVENT + _MARGIN, 1200.0)
    tallest = max((height for _, height in sizes), default=0.0)
    y = 0.0
    for side, usual in _LANES:
        height = max(usual, tallest + _TOP + _MARGIN) if side == "applicant" else usual
        _put(reading, f"role_{side}", 0, y, width, height)
        y += height


def _put(reading: Reading, about: str, x: float, y: float, width: float, height: float) -> None:
    place: Record = Placement(
        id=reading.new_id("placement", about), about=about, x=x, y=y, width=width, height=height
    )
    reading.add(place)
