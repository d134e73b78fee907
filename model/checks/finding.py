"""What does a check say?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from model.document import Transaction
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

    ``why_not`` says why there is no repair when ``repairs`` is empty. ``path`` are the ids of nodes
    and ways a case passes that shows it, ``answers`` those of a citizen who shows it (field id and
    value, as ``evaluate`` takes them); the rehearsal plays both.
    """

    check: str
    at: str
    what: Message
    why: Message
    severity: Severity
    repairs: tuple[Repair, ...] = ()
    why_not: Message | None = None
    path: tuple[str, ...] = ()
    answers: tuple[tuple[str, Any], ...] = ()

    @property
    def reason(self) -> str:
        """Why it matters and, where a program cannot mend it, why not: spoken now."""
        return " ".join(str(part) for part in (self.why, self.why_not) if part is not None)


def together(findings: Sequence[Finding]) -> Repair | None:
    """One repair for several findings of a check: the first that all of them offer; None when there
    is none.

    What deletes is never offered for many at once.
    """
    for repair in findings[0].repairs if findings else ():
        if repair.apply is None or repair.key.startswith("remove_"):
            continue
        same = [_of_key(finding, repair.key) for finding in findings]
        if all(one is not None for one in same):
            deeds = [(f.at, one.apply) for f, one in zip(findings, same, strict=True) if one]
            return Repair(repair.key, partial(_one_after_other, deeds=tuple(deeds)))
    return None


def _of_key(finding: Finding, key: str) -> Repair | None:
    found = (repair for repair in finding.repairs if repair.key == key)
    return next((repair for repair in found if repair.apply is not None), None)


def _one_after_other(
    tx: Transaction, deeds: Sequence[tuple[str, Callable[[Transaction], Any] | None]]
) -> None:
    """What an earlier one has taken away needs no mending."""
    for at, apply in deeds:
        if apply is not None and at in tx:
            apply(tx)


@dataclass(frozen=True)
class Check:
    """A rule of the house. Exactly one of the two functions is given.

    ``record`` finds faults of one record of the classes ``kinds``; ``whole`` finds faults of the
    service, and runs anew when a record of ``kinds`` came, went or changed in one of the fields
    ``heeds`` (none named: in any) - unless ``stirred_by`` says that such a record cannot matter -
    and whenever it had something to say before.

    Both are given a Reading: a Snapshot that remembers.
    """

    key: str
    severity: Severity
    kinds: tuple[type[Record], ...]
    record: Callable[[Any, Any], Iterable[Found]] | None = None
    whole: Callable[[Any], Iterable[Found]] | None = None
    heeds: frozenset[str] = frozenset()
    stirred_by: Callable[[Any], bool] | None = None

    @property
    def title(self) -> Message:
        """What it looks for, in a few words: above several findings of the same kind."""
        return say(f"check.{self.key}.title")

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
            path=found.path,
            answers=found.answers,
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
    path: tuple[str, ...] = ()
    answers: tuple[tuple[str, Any], ...] = ()
