"""What does a printer do with a part that its language cannot say?"""

from __future__ import annotations

from model.language import Message, say


class CannotSay(Exception):
    """A part of an expression has no form in the target language.

    The writer turns it into an entry of its report.
    """

    def __init__(self, message: Message, record: str = "") -> None:
        super().__init__(message.key)
        self.message = message
        self.record = record

    @classmethod
    def gone(cls, record: str) -> CannotSay:
        """The expression names something that the document no longer holds."""
        return cls(say("platforms.expression.gone"), record)
