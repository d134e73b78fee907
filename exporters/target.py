"""What is a target of an export?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.artifact import Artifact
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import Message, say

Written = tuple[list[Artifact], ExportReport]
Writer = Callable[[Snapshot], Written]


@dataclass(frozen=True, slots=True)
class Target:
    """A named way out of the house.

    ``folder``: the artifacts go into a folder OUT under their names; otherwise the first artifact
    is OUT itself and further ones stand beside it,
    their names beginning with the stem of OUT. ``suffix`` is the usual ending of OUT. ``gated``: a
    failed gate stops it; neutral formats are always written.
    """

    key: str
    folder: bool
    suffix: str
    write: Writer
    gated: bool = False

    @property
    def title(self) -> Message:
        """What the person chooses in the export dialog."""
        return say(f"target.{self.key}")
