"""How does a service leave the house, and how does a foreign one come in?

A writer takes a ``Snapshot`` and returns artifacts (named bytes) and a report: no file, no clock,
no network, the same bytes for the same snapshot.
What a format cannot say stands in the report; nothing is dropped in silence. Reader and writer of
a format live in the same room, because their
round trip is one promise.

Why readers live among exporters (11/2026): "reading is its other hand"; a format known twice would
drift apart.
Why the table of targets wakes a writer only when it is called: lxml costs 20 ms and a vendor's
target may be broken without harming the others.
Why an imported file is kept whole (``ForeignFile``): an unedited export is the source's tree, an
edited one the source with the edits patched in.
"""

from exporters.artifact import Artifact
from exporters.imported import Imported
from exporters.report import Entry, ExportReport
from exporters.target import Target

__all__ = ["Artifact", "Entry", "ExportReport", "Imported", "Target"]
