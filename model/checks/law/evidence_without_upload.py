"""Finds documents that are asked for but cannot be handed in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import place_field
from model.document import Transaction
from model.records import Evidence, Field


def _find(view: Reading, evidence: Evidence) -> Iterable[Found]:
    if view.get(evidence.upload, Field) is not None or evidence.source_register.strip():
        return ()
    repair = Repair("add_upload", partial(_add, evidence=evidence.id))
    return (Found(evidence.id, {"name": called(evidence)}, (repair,)),)


def _add(tx: Transaction, evidence: str) -> None:
    """The field it belongs to when that takes files, else a new one on the same card."""
    record = tx.the(evidence, Evidence)
    holder = tx.get(record.parent, Field)
    if holder is None or holder.data_type != "file":
        card = tx.card_of(evidence)
        new = place_field(tx, "file", card.id if card else "", label=str(called(record)))
        tx.alter(evidence, upload=new.id)
    else:
        tx.alter(evidence, upload=holder.id)


EVIDENCE_WITHOUT_UPLOAD = Check("evidence_without_upload", "hint", (Evidence,), record=_find)
