"""What is known of a flow node of a foreign file before it is a record?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Raw:
    """A flow node before it is a record."""

    record: str
    element: Any
    tag: str
    scope: str
    parent: str
    lane: str = ""
