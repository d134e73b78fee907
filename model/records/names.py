"""What does a person call a record?"""

from __future__ import annotations

from model.records.base import Record
from model.records.law import Norm
from model.records.text import Text


def title(record: Record) -> str:
    """What a person calls this record: its name or label; "" when it has none."""
    if isinstance(record, Norm):
        return record.cited_as
    for name in ("label", "name", "text"):
        if found := getattr(record, name, ""):
            return str(found)
    return ""


def title_field(record: Record) -> str:
    """The field that ``rename`` changes.

    Label of rows and options, text of texts and remarks, else name.
    """
    if isinstance(record, Text):
        return "text"
    return next(n for n in ("label", "name", "text", "paragraph", "id") if hasattr(record, n))
