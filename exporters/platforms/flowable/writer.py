"""What does Flowable receive to run a service? One archive, and a page that says how to use it."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import MEDIA_TYPE
from exporters.bpmn.writer import serialise
from exporters.causes import grouped
from exporters.expressions import Derived, Names
from exporters.forms import Form, forms_of
from exporters.german import spoken_german
from exporters.platforms.conditions import say_conditions, say_what_is_waited_for
from exporters.platforms.flowable.gates import GATES
from exporters.platforms.flowable.guide import guide_file
from exporters.platforms.flowable.process import translate
from exporters.platforms.flowable.questions import FLOWABLE, beyond, form_file
from exporters.platforms.flowable.tables import reference, table_file, tables_of
from exporters.platforms.gates import judge
from exporters.platforms.losses import tell_what_is_lost
from exporters.platforms.operaton import Deployment, described, dress, tell_faults
from exporters.platforms.tasks import rename_process
from exporters.report import ExportReport
from exporters.xmlkit.zipwrite import zipped
from model.document import Snapshot
from model.language import say

ARCHIVE_TYPE = "application/zip"


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """The folder: the archive and the page. Failed gates stand in the report as "failed"."""
    found = deployment(view)
    page = [artifact for artifact in found.artifacts if artifact.role == "anleitung"]
    inside = [artifact for artifact in found.artifacts if artifact.role != "anleitung"]
    return [archive(found.key, inside), *page], found.report


def archive(key: str, artifacts: Sequence[Artifact]) -> Artifact:
    """The flat archive, the same bytes every time."""
    by_name = sorted(artifacts, key=lambda artifact: artifact.name)
    content = zipped({artifact.name: artifact.content for artifact in by_name})
    return Artifact(f"{key.replace('_', '-')}.bar", ARCHIVE_TYPE, content, "archiv")


@spoken_german()
def deployment(view: Snapshot) -> Deployment:
    """What is in the archive, and the page; with the verdict of each gate. German at every desk."""
    report = ExportReport()
    names = Names(view)
    derived = Derived(names)
    description = described(view, report)
    key = rename_process(description, names.service_key)
    say_conditions(description, names, derived, report)
    say_what_is_waited_for(description, names, derived, report)
    tables = tables_of(view, names, derived, report)
    forms = forms_of(view, names, report, derived)
    dress(description, names, forms, tables, report)
    asked = {table.key: (reference(table), table.inputs) for table in tables}
    translate(description, {form.key: form for form in forms}, asked, report)
    _tell_what_forms_lose(forms, view, report)
    tell_what_is_lost(view, report)
    report.lost(view.service.id, say("platforms.flowable.no_history"), "F15")
    files = [
        Artifact(
            f"{key.replace('_', '-')}.bpmn20.xml", MEDIA_TYPE, serialise(description), "prozess"
        ),
        *(form_file(form) for form in forms),
        *(table_file(table, report) for table in tables),
    ]
    faults = judge(files, GATES, space=FLOWABLE)
    tell_faults(faults, description, view, report)
    report = grouped(report, view)
    page = guide_file(view, key, description, forms, report)
    return Deployment(key, [*files, page], report, faults, description, derived)


def _tell_what_forms_lose(forms: list[Form], view: Snapshot, report: ExportReport) -> None:
    for form in forms:
        if beyond(form):
            name = getattr(view[form.card], "name", "") or form.key
            report.lost(form.card, say("platforms.flowable.form_rules", name=name), "F15")
        if any(row["type"] == "expression" for row in form.schema["components"]):
            name = getattr(view[form.card], "name", "") or form.key
            report.hint(form.card, say("platforms.flowable.reckons", name=name), "F07")


__all__ = ["archive", "deployment", "write"]
