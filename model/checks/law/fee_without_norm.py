"""Finds fees that rest on no norm: a fee needs a law (§ 2 KAG of the Länder, Art. 20 Abs. 3 GG)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.document import Snapshot
from model.grammar import title
from model.grammar.kinds import kind_title
from model.records import Citation, Fee


def _find(view: Snapshot, fee: Fee) -> Iterator[Found]:
    if not view.children(fee.id, Citation):
        name = title(fee) or str(kind_title(fee))
        yield Found(fee.id, {"name": name}, (Repair("cite", opens="norms"),))


FEE_WITHOUT_NORM = Check("fee_without_norm", "warning", (Fee,), record=_find)
