"""What does a check say?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from model.document import Snapshot, Transaction
from model.language import Message, say
from model.records import Record

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Repair:
    """One click that mends it.

    Either ``apply`` changes the document, or ``opens`` names the field of the record that a person
    must fill in.
    """

    key: str
    apply: Callable[[Transaction], Any] | None = field(default=None, compare=False)
    opens: str = ""

    @property
    def title(self) -> Message:
        return say(f"repair.{self.key}")


@dataclass(frozen=True)
class Finding:
    """Something wrong or missing: at which record, what, why it matters, how to mend it.

    ``why_not`` says why there is no repair when ``repairs`` is empty.
    """

    check: str
    at: str
    what: Message
    why: Message
    severity: Severity
    repairs: tuple[Repair, ...] = ()
    why_not: Message | None = None

    @property
    def reason(self) -> str:
        """Why it matters and, where a program cannot mend it, why not: spoken now."""
        return " ".join(str(part) for part in (self.why, self.why_not) if part is not None)


@dataclass(frozen=True)
class Check:
    """A rule of the house. Exactly one of the two functions is given.

    ``record`` finds faults of one record of the classes ``kinds``; ``whole`` finds faults of the
    service, and runs anew when a record of ``kinds`` changed.
    """

    key: str
    severity: Severity
    kinds: tuple[type[Record], ...]
    record: Callable[[Snapshot, Any], Iterable[Found]] | None = None
    whole: Callable[[Snapshot], Iterable[Found]] | None = None

    def finding(self, found: Found) -> Finding:
        """What was found, in the words of the catalogue: check.<key>, check.<key>.why."""
        return Finding(
            check=self.key,
            at=found.at,
            what=say(".".join(filter(None, ("check", self.key, found.variant))), **found.values),
            why=say(f"check.{self.key}.why"),
            severity=self.severity,
            repairs=found.repairs,
            why_not=None if found.repairs else say(f"check.{self.key}.why_not"),
        )


@dataclass(frozen=True)
class Found:
    """The bare fact: where, with which values for the sentence, with which repairs.

    ``variant`` chooses another sentence of the same check: check.<key>.<variant>.
    """

    at: str
    values: dict[str, Any]
    repairs: tuple[Repair, ...] = ()
    variant: str = ""
