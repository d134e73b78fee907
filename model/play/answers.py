"""What do the answers of a case come to on the day of its application?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.document.queries import Queries
from model.expressions import Answers
from model.expressions.filling import taken
from model.expressions.given import list_of, typed


def read(view: Queries, answers: Mapping[str, Any], today: date) -> Answers:
    """The typed answers as values for conditions, with everything that is calculated."""
    return taken(view, {**answers, "today": today})


__all__ = ["list_of", "read", "typed"]
