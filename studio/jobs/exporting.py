"""What does one export make?

The same call serves the command line and the export panel.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.artifact import Artifact
from exporters.report import ExportReport
from exporters.target import Target
from model.document import Snapshot


@dataclass(frozen=True)
class Made:
    """What a target wrote, and what it had to say."""

    target: Target
    artifacts: tuple[Artifact, ...]
    report: ExportReport


def make(view: Snapshot, target: Target) -> Made:
    """Run the writer of a target on frozen data."""
    artifacts, report = target.write(view)
    return Made(target, tuple(artifacts), report)
