"""What is in the package of a service?"""

from __future__ import annotations

from dataclasses import replace

from exporters.artifact import Artifact
from exporters.causes import grouped, singles
from exporters.german import spoken_german
from exporters.package.container import MANIFEST, MEDIA_TYPE, pack
from exporters.package.contents import DESCRIBED, Contents, contents
from exporters.package.manifest import manifest
from exporters.package.reports import reports
from exporters.package.verify import verify
from exporters.report import Entry, ExportReport
from exporters.xzufi.writer import CODE as DRAFT
from model.checks import check
from model.document import Snapshot
from model.language import say

SUFFIX = ".fachwerk.zip"


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """One artifact, the package. It is read back and compared before anybody gets it."""
    with spoken_german():
        return _written(view)


def composed(view: Snapshot) -> dict[str, bytes]:
    """All files of the package, not packed yet."""
    with spoken_german():
        return _composed(view)[0]


def _composed(view: Snapshot) -> tuple[dict[str, bytes], Contents]:
    found = contents(view)
    artifacts = [*found.artifacts, *reports(view, found, check(view))]
    files = {artifact.name: artifact.content for artifact in artifacts}
    files[MANIFEST] = manifest(view, found, artifacts)
    return files, found


def _written(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    files, found = _composed(view)
    data = pack(files)
    report = _report(view, found)
    for problem in verify(data):
        report.failed("", problem.message, problem.code)
    return [Artifact(f"{found.key}{SUFFIX}", MEDIA_TYPE, data, "paket")], report


def _report(view: Snapshot, found: Contents) -> ExportReport:
    """What the package as a whole could not say; a cause in several files is one line, too.

    What neutral BPMN, the process of FIM and the Leistung have no words for is left out: other
    files of the package say it, and their own reports lie beside them. A failed gate is a loss
    here, because the package leaves that platform out.
    """
    report = ExportReport()
    for target, engine in found.engines.items():
        if engine.report.blocked:
            report.lost("", say("platforms.package.left_out", target=say(f"target.{target}")))
    for target, part in found.reports.items():
        entries = singles(part)
        if target == "bpmn":
            elsewhere = ("", view.service.id)
            entries = [entry for entry in entries if entry.record not in elsewhere]
        if target in DESCRIBED:
            entries = [entry for entry in entries if entry.code == DRAFT]
        report.extend(_softened(entry) for entry in entries)
    return grouped(report, view)


def _softened(entry: Entry) -> Entry:
    return replace(entry, kind="lost") if entry.kind == "failed" else entry
