"""Which answers does a stop type into the form?"""

from __future__ import annotations

from typing import Any

from model.document.queries import Queries
from model.expressions.given import typed
from model.records import ExampleCase, Stop


def answers_of(view: Queries, stop: Stop) -> dict[str, Any]:
    """Test data as the form takes it: those of the example case, then those of the stop itself."""
    case = view.get(stop.case, ExampleCase)
    return typed(view, (*(case.answers if case is not None else ()), *stop.answers))
