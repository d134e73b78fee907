"""What would happen if a template were let go here, and how is it done?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from model.commands import (
    attach_new,
    connect_data,
    insert_on_flow,
    place_data,
    place_field,
    place_field_as_page,
    place_frame,
    place_node,
    place_note,
)
from model.document import Transaction
from model.geometry import Point, Rect
from model.records import Record
from widgets.tools.preview import Ghost

Outcome = Literal[
    "nothing", "row", "page", "node", "insert", "deadline", "attach", "note", "frame", "data"
]


AROUND = 24.0
"""Free space between a new frame and what it is laid around."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a drop here would do, and how it is shown before."""

    outcome: Outcome
    ghost: Ghost
    parent: str = ""
    before: str = ""
    flow: str = ""
    at: Point = Point(0, 0)


def made_of(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    """Do what was planned; the new thing."""
    return _MAKERS[planned.outcome](tx, template, planned, name)


def _row(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    return place_field(tx, template, planned.parent, before=planned.before, label=name)


def _page(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    return place_field_as_page(tx, template, planned.parent, planned.at, label=name)[1]


def _node(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    return place_node(tx, template, planned.parent, planned.at, name=name)


def _insert(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    return insert_on_flow(tx, template, planned.flow, name=name)


def _attach(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    at = planned.at if planned.at != Point(0, 0) else None
    return attach_new(tx, template, planned.parent, at, name=name)


def _note(tx: Transaction, _template: str, planned: Plan, name: str) -> Record:
    return place_note(tx, name, planned.at, planned.parent)


def _frame(tx: Transaction, _template: str, planned: Plan, name: str) -> Record:
    return place_frame(tx, planned.ghost.area or Rect(*planned.at, 0, 0), name)


def _data(tx: Transaction, template: str, planned: Plan, name: str) -> Record:
    """Let go on a card, it is written by that card."""
    made = place_data(tx, template, planned.at, name)
    if planned.parent:
        connect_data(tx, planned.parent, made.id)
    return made


_MAKERS: dict[str, Callable[[Transaction, str, Plan, str], Record]] = {
    "row": _row,
    "page": _page,
    "node": _node,
    "insert": _insert,
    "attach": _attach,
    "note": _note,
    "frame": _frame,
    "data": _data,
}
"""Outcome -> who does it."""
