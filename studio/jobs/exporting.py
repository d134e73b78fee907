"""What does one export make?

The same call serves the command line and the export panel.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporters.artifact import Artifact
from exporters.report import ExportReport
from exporters.target import Target
from model.document import Snapshot
from model.language import Message


@dataclass(frozen=True)
class Made:
    """What a target wrote, and what it had to say; ``remarks`` tell by which schema it was judged
    and are no finding.
    """

    target: Target
    artifacts: tuple[Artifact, ...]
    report: ExportReport
    remarks: tuple[Message, ...] = ()


def make(view: Snapshot, target: Target, schemas: Path | None = None) -> Made:
    """Run the writer of a target on frozen data, and ask the schemas about what it wrote.
    ``schemas``: the user's folder of official ones.
    """
    from exporters.official import concerns, tell
    from studio.jobs.schemas import library_or_remark

    artifacts, report = target.write(view)
    if not concerns(artifacts):
        return Made(target, tuple(artifacts), report)
    library, remarks = library_or_remark(schemas)
    entries, told = tell(artifacts, view, library)
    whole = ExportReport((*report.entries, *entries))
    return Made(target, tuple(artifacts), whole, (*remarks, *told))
