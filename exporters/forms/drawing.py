"""What does everybody need who draws a part of one form?"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.expressions import CannotSay, Derived, Names, Neutral, feel, feel_hide
from exporters.expressions.storing import Stored, stored_as
from exporters.forms.wording import spoken
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import Message
from model.records import Expression, Field


@dataclass(frozen=True, slots=True)
class Drawing:
    """The service, the words of its variables, and where to report."""

    view: Snapshot
    names: Names
    report: ExportReport
    neutral: Neutral
    derived: Derived
    language: str = "de"

    def speak(self, message: Message) -> str:
        return spoken(message, self.language)

    def stored(self, field: Field) -> Stored:
        return stored_as(self.view, field)

    def feel(self, expression: Expression, record: str, scope: str) -> str:
        """The FEEL text, or "" with an entry in the report."""
        try:
            return feel(expression, self.names, scope)
        except CannotSay as refusal:
            self.report.lost(record, refusal.message, "C11")
            return ""

    def hidden(self, expression: Expression | None, record: str, scope: str) -> dict[str, object]:
        """The condition of a component that is shown while the expression holds."""
        if expression is None:
            return {}
        try:
            return {"conditional": {"hide": feel_hide(expression, self.names, scope)}}
        except CannotSay as refusal:
            self.report.lost(record, refusal.message, "C11")
            return {}
