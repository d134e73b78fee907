"""Under which heading does a difference stand?"""

from __future__ import annotations

from model.document.queries import Queries
from model.records import Record, Step

LAYOUT = "layout"
"""What is only drawn otherwise; folded away."""

CHAPTERS = (
    "service",
    "page",
    "step",
    "way",
    "rule",
    "law",
    "fee",
    "deadline",
    "evidence",
    "text",
    "code_list",
    "role",
    "note",
    "example",
    "lesson",
    "remark",
    "layer",
    "foreign",
    LAYOUT,
)
"""In the order in which they are read."""

_BY_KIND = {
    "service": "service",
    "flow": "way",
    "message_flow": "way",
    "data_flow": "way",
    "rule": "rule",
    "norm": "law",
    "citation": "law",
    "fee": "fee",
    "tariff_row": "fee",
    "deadline": "deadline",
    "evidence": "evidence",
    "text": "text",
    "module": "text",
    "code_list": "code_list",
    "role": "role",
    "pool": "role",
    "annotation": "note",
    "frame": "note",
    "data_object": "note",
    "example": "example",
    "script": "lesson",
    "stop": "lesson",
    "remark": "remark",
    "layer": "layer",
    "old_form": "foreign",
    "old_entry": "foreign",
    "foreign_file": "foreign",
    "unknown": "foreign",
    "placement": LAYOUT,
}
_DRAWN_IN_ORDER = frozenset({"role", "pool", "annotation", "frame", "data_object", "data_flow"})
"""Kinds whose order among their siblings says nothing but where they are drawn or listed."""


def chapter(view: Queries, record: Record) -> tuple[str, str]:
    """The chapter of a record, and the card it stands on ("" where the chapter has none)."""
    found = _BY_KIND.get(record.kind)
    if found is not None:
        return found, ""
    card = view.card_of(record.id)
    if card is None or card.family != "node":
        return ("code_list", "") if record.kind == "option" else ("page", "")
    page = isinstance(card, Step) and card.form == "page"
    return ("page" if page else "step"), card.id


def only_drawn(record: Record, name: str) -> bool:
    """Is the attribute of no meaning for what happens?"""
    if record.kind == "placement" or (record.kind, name) == ("subprocess", "expanded"):
        return True
    return name == "order" and record.kind in _DRAWN_IN_ORDER
