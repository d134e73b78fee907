"""Which files does a package hold, and what did their writers report?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exporters import processes
from exporters.artifact import Artifact
from exporters.causes import grouped
from exporters.dmn import decisions_of
from exporters.expressions import Derived, Names, file_slug
from exporters.forms import forms_of
from exporters.package.targets import SERVED, deployments
from exporters.package.translations import translations
from exporters.platforms import Deployment
from exporters.report import ExportReport
from exporters.xzufi.writer import write as write_leistung
from model.document import Snapshot
from model.storage.write import to_bytes
from resources import open_resource

SCHEMA = "paket-1.xsd"
DESCRIBED = ("xprozess", "xzufi")
"""The process and the Leistung in the words of FIM, beside the data fields."""
SOURCE_TYPE = "application/vnd.fachwerk+jsonl"


@dataclass(slots=True)
class Contents:
    """Everything that goes into the package before its reports and its manifest.

    ``reports``: target -> what it could not say, one cause in one line. ``engines``: the platforms,
    ready or not.
    """

    key: str
    artifacts: list[Artifact] = field(default_factory=list)
    reports: dict[str, ExportReport] = field(default_factory=dict)
    engines: dict[str, Deployment] = field(default_factory=dict)


def contents(view: Snapshot) -> Contents:
    """Process, decisions, forms, data fields, source, texts, and the files of ready platforms."""
    names = Names(view)
    found = Contents(file_slug(names.service_key))
    _process(found, view)
    _forms_and_tables(found, view, names)
    _data_fields(found, view)
    _described(found, view)
    for target, engine in deployments(view).items():
        found.engines[target] = engine
        found.reports[target] = engine.report
        if not engine.report.blocked:
            files = SERVED[target].handed_over(engine)
            found.artifacts += [_in(f"deploy/{target}", artifact) for artifact in files]
    source = Artifact(f"source/{found.key}.fachwerk", SOURCE_TYPE, to_bytes(view), "quelle")
    found.artifacts += [source, _schema(), *translations(view)]
    return found


def _schema() -> Artifact:
    """What the manifest must look like: a receiver can check it without this program."""
    content = open_resource(f"schemas/{SCHEMA}")
    return Artifact(f"schema/{SCHEMA}", "application/xml", content, "schema")


def _process(found: Contents, view: Snapshot) -> None:
    from exporters.bpmn import write

    artifacts, report = write(view)
    found.reports["bpmn"] = grouped(report, view)
    found.artifacts += [replace(a, name=f"process/{found.key}.bpmn") for a in artifacts[:1]]


def _forms_and_tables(found: Contents, view: Snapshot, names: Names) -> None:
    """The neutral ones; the reports of their writers are those of the platform."""
    derived, report = Derived(names), ExportReport()
    tables = decisions_of(view, names, derived, report)
    forms = forms_of(view, names, report, derived)
    found.artifacts += [table.artifact("decision/") for table in tables]
    found.artifacts += [form.artifact("form/") for form in forms]
    found.reports["formulare"] = grouped(report, view)


def _data_fields(found: Contents, view: Snapshot) -> None:
    from exporters.xdatenfelder.writer_v3 import write

    artifacts, report = write(view)
    found.reports["xdatenfelder3"] = report
    for number, artifact in enumerate(artifacts):
        folder = "fim" if number == 0 else "fim/codelisten"
        found.artifacts.append(_in(folder, artifact))


def _described(found: Contents, view: Snapshot) -> None:
    """The process and the Leistung as FIM describes them."""
    for target, writer in zip(DESCRIBED, (processes.write, write_leistung), strict=True):
        artifacts, found.reports[target] = writer(view)
        found.artifacts += [_in("fim", artifact) for artifact in artifacts]


def _in(folder: str, artifact: Artifact) -> Artifact:
    return replace(artifact, name=f"{folder}/{artifact.name.lower()}")
