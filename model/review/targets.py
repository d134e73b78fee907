"""Where does one look to answer a question of a checklist?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.checks import Finding
from model.document.queries import Queries
from model.language import Message
from model.review.checklists import Question

MOST = 200


@dataclass(frozen=True, slots=True)
class Target:
    """A place to jump to. ``finding`` says what is wrong there; None = only to be looked at."""

    id: str
    finding: Message | None = None


def targets_of(view: Queries, findings: Sequence[Finding], question: Question) -> list[Target]:
    """What the checks found first, then what else is to be looked at; each place once."""
    found: dict[str, Target] = {}
    for target in (*_found(findings, question), *_seen(view, question)):
        if target.id not in found and len(found) < MOST:
            found[target.id] = target
    return list(found.values())


def _found(findings: Iterable[Finding], question: Question) -> Iterator[Target]:
    for finding in findings:
        wrong = question.errors and finding.severity == "error"
        if wrong or finding.check in question.checks:
            yield Target(finding.at, finding.what)


def _seen(view: Queries, question: Question) -> Iterator[Target]:
    if question.look is not None:
        for record in question.look(view):
            if not record.of:  # a dated state stands for nothing of its own
                yield Target(record.id)
