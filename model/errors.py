"""Which errors may a caller catch, and what do they tell a person?

Every refusal of a person's input says three things: what is wrong, where, and what to do. They are
Messages, so that the sentence appears in the language that is chosen when it is shown.
"""

from __future__ import annotations

from model.language import Message, say


class FachwerkError(Exception):
    """A refusal with a sentence for people; ``str()`` gives it in the language chosen now."""

    def __init__(
        self,
        what: Message,
        *,
        where: str = "",
        todo: Message | None = None,
        code: str = "",
    ) -> None:
        super().__init__(what.key)
        self.what = what
        self.where = where
        self.todo = todo
        self.code = code

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.code, self.where) if part)
        parts = [
            str(self.what),
            str(self.todo) if self.todo else "",
            f"({place})" if place else "",
        ]
        return " ".join(part for part in parts if part)


class NotAllowed(FachwerkError):
    """The grammar says no: the message carries its reason, ``todo`` what would work instead."""


class UnknownRecord(FachwerkError):
    """A record was asked for by an id that the document does not hold."""

    def __init__(self, record_id: str) -> None:
        super().__init__(say("model.unknown_record", id=record_id), where=record_id)


class Conflict(FachwerkError):
    """A ChangeSet does not fit the document: its ``before`` is not what stands there now."""

    def __init__(self, record_id: str) -> None:
        super().__init__(say("model.conflict", id=record_id), where=record_id)


class EndlessBehaviors(FachwerkError):
    """Behaviours chase each other; the names of the last ten that wrote are in ``where``."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(say("model.endless_behaviors"), where=", ".join(names))
