"""How do records become a data schema of XDatenfelder 2.0 (message 0102)?

By way of 3.0.0: the newer message is written and told in the words of the older one (``older``).
Then both versions tell the same service, and their difference stands in one place.
"""

from __future__ import annotations

from datetime import datetime

from exporters.german import spoken_german
from exporters.report import ExportReport
from exporters.xdatenfelder import compose_v3
from exporters.xdatenfelder.fresh import Fresh
from exporters.xdatenfelder.memory import recall_all
from exporters.xdatenfelder.older import Older
from exporters.xdatenfelder.vocabulary import NS2
from model.document import Snapshot

_ONLY_NEWER = frozenset({"1041", "1097"})
"""Remarks about eleven-digit ids in rules and the document profile, which 2.0 does not have."""


def compose(snapshot: Snapshot, written: datetime | None = None) -> Fresh:
    """The message made of the records alone."""
    newer = compose_v3.compose(snapshot, written)
    report = ExportReport(e for e in newer.report.entries if e.code not in _ONLY_NEWER)
    with spoken_german():
        older = Older(snapshot, newer, report)
        root = older.message()
        recall_all(snapshot, older.made, NS2)
    return Fresh(root, older.made, report, older.lists)
