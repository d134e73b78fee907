"""Finds documents that are asked for without saying why: neither a reason nor a norm."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.document import Snapshot
from model.grammar import title
from model.grammar.kinds import kind_title
from model.records import Citation, Evidence


def _find(view: Snapshot, evidence: Evidence) -> Iterator[Found]:
    if not evidence.reason.strip() and not view.children(evidence.id, Citation):
        name = title(evidence) or str(kind_title(evidence))
        yield Found(evidence.id, {"name": name}, (Repair("give_reason", opens="reason"),))


EVIDENCE_WITHOUT_REASON = Check("evidence_without_reason", "warning", (Evidence,), record=_find)
