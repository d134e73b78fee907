"""What does a writer of data schemas hand over? The message, its lists, and what is to be said.

The official quality rules are asked here, about what leaves the house: message and report agree.
"""

from __future__ import annotations

from datetime import datetime

from exporters.artifact import Artifact
from exporters.causes import grouped
from exporters.german import spoken_german
from exporters.quality.report import tell_quality
from exporters.target import Written
from exporters.xdatenfelder.deliver import delivered
from model.document import Snapshot

STEM = "datenfelder"
MEDIA_TYPE = "application/xml"


def sent(view: Snapshot, namespace: str, stem: str, written: datetime | None) -> Written:
    """The schema first, then its code lists; the report with the official rules."""
    with spoken_german():
        found = delivered(view, namespace, written)
        report = tell_quality(found.report, view, found.root, found.made)
    schema = Artifact(f"{stem}.xml", MEDIA_TYPE, found.content, "datenfelder")
    return [schema, *found.lists], grouped(report, view)
