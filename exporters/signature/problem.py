"""What does not fit about a package or its signature?"""

from __future__ import annotations

from dataclasses import dataclass

from model.language import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not fit. ``code`` for programs, ``message`` for people; ``where`` is the
    file it is about, ``todo`` what a receiver can do.
    """

    code: str
    message: Message
    where: str = ""
    todo: Message | None = None

    def __str__(self) -> str:
        parts = [str(self.message), str(self.todo) if self.todo else ""]
        return " ".join(part for part in parts if part)
