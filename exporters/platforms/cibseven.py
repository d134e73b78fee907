"""What does CIB seven receive to run a service? Operaton's set, with forms of the older kind."""

from __future__ import annotations

from exporters.artifact import Artifact
from exporters.platforms.operaton import Deployment
from exporters.platforms.operaton import deployment as of_family
from exporters.platforms.profile import CIBSEVEN
from exporters.report import ExportReport
from model.document import Snapshot


def deployment(view: Snapshot) -> Deployment:
    """The set for CIB seven, with the verdict of each gate."""
    return of_family(view, CIBSEVEN)


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """The folder for the engine; failed gates stand in the report as "failed"."""
    found = deployment(view)
    return found.artifacts, found.report
