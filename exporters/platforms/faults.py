"""What does a gate say when it does not open?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exporters.report import ExportReport
from model.language import say


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule. ``gate`` is its number, ``at`` the id of the element, ``detail`` the value
    that is wrong. "failed" = must not be deployed; "hint" = a person should look at it.
    """

    gate: str
    key: str
    at: str = ""
    detail: str = ""
    severity: Literal["failed", "hint"] = "failed"

    def tell(self, report: ExportReport, record: str = "", called: str = "") -> None:
        """Tell the report, with the record to jump to and the name that people know."""
        message = say(f"platforms.gate.{self.key}", at=called or self.at, detail=self.detail)
        tell = report.failed if self.severity == "failed" else report.hint
        tell(record or self.at, message, self.gate)
