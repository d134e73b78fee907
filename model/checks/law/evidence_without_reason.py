"""Finds documents that are asked for without saying why: neither a reason nor a norm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.commands import remove
from model.document import Snapshot
from model.records import Citation, Evidence


def _find(view: Snapshot, evidence: Evidence) -> Iterator[Found]:
    if not evidence.reason.strip() and not view.children(evidence.id, Citation):
        name = called(evidence)
        drop = Repair("remove_evidence", partial(remove, ids=[evidence.id]))
        repairs = (Repair("give_reason", opens="reason"), drop)
        yield Found(evidence.id, {"name": name}, repairs)


EVIDENCE_WITHOUT_REASON = Check("evidence_without_reason", "warning", (Evidence,), record=_find)
