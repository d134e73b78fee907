"""Which findings say the same and stand under one line?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.checks import Finding, Repair, together
from model.language import Message, say

ORDER = ("error", "warning", "hint")
MANY = 3
"""From so many of the same check on they stand under one line."""


@dataclass(frozen=True)
class Group:
    """Findings of one check, under one line. ``repair`` mends them all at once, where one can."""

    check: str
    findings: tuple[Finding, ...]
    repair: Repair | None

    @property
    def severity(self) -> str:
        return self.findings[0].severity

    @property
    def title(self) -> Message:
        """What the check looks for, and how often it found it."""
        return say("findings.group", n=len(self.findings), title=say(f"check.{self.check}.title"))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first; those of one check stand together."""
    found = sorted(findings, key=lambda finding: ORDER.index(finding.severity))
    first: dict[tuple[str, str], int] = {}
    for number, finding in enumerate(found):
        first.setdefault((finding.severity, finding.check), number)
    return sorted(found, key=lambda finding: first[finding.severity, finding.check])


def gathered(findings: Sequence[Finding]) -> list[Finding | Group]:
    """The lines to show: single findings and groups, in order."""
    same: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        same[finding.severity, finding.check].append(finding)
    lines: list[Finding | Group] = []
    for (_, check), found in same.items():
        if len(found) < MANY:
            lines += found
        else:
            lines.append(Group(check, tuple(found), together(found)))
    return lines
