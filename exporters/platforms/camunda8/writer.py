"""Which files does a Camunda 8 receive?"""

from __future__ import annotations

from dataclasses import replace

from exporters.artifact import Artifact
from exporters.bpmn.description import Description
from exporters.bpmn.vocabulary import MEDIA_TYPE
from exporters.bpmn.writer import serialise
from exporters.causes import grouped
from exporters.dmn import decisions_of
from exporters.expressions import Derived, Names
from exporters.forms import Form, forms_of
from exporters.forms.wording import spoken
from exporters.german import spoken_german
from exporters.platforms.camunda8.gates import GATES
from exporters.platforms.camunda8.process import (
    CASE,
    MODELER,
    PLATFORM,
    PLATFORM_VERSION,
    ZEEBE,
    translate,
    untold,
)
from exporters.platforms.conditions import say_conditions
from exporters.platforms.gates import judge
from exporters.platforms.guide import GUIDE, head, table
from exporters.platforms.losses import tell_what_is_lost
from exporters.platforms.operaton import Deployment, described, dress, tell_faults
from exporters.platforms.profile import INITIATOR, camunda
from exporters.platforms.tasks import rename_process
from exporters.report import ExportReport
from exporters.xmlkit import parse, to_bytes
from model.document import Snapshot
from model.language import Message, say


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """The folder; failed gates stand in the report as "failed"."""
    found = deployment(view)
    return found.artifacts, found.report


@spoken_german()
def deployment(view: Snapshot) -> Deployment:
    """The same with the verdict of each gate; German at every desk."""
    report = ExportReport()
    names = Names(view)
    derived = Derived(names)
    description = described(view, report)
    key = rename_process(description, names.service_key)
    say_conditions(description, names, derived, report)
    tables = decisions_of(view, names, derived, report)
    forms = [_newer(form) for form in forms_of(view, names, report, derived)]
    dress(description, names, forms, tables, report)
    work = _works(description)
    translate(description, names, report)
    untold(description, report)
    tell_what_is_lost(view, report)
    report.hint(view.service.id, say("profiles.unproved", target=spoken(say("target.camunda8"))))
    files = [
        Artifact(f"{key.replace('_', '-')}.bpmn", MEDIA_TYPE, _marked(description), "prozess"),
        *(form.artifact() for form in forms),
        *(one.artifact() for one in tables),
    ]
    faults = judge(files, GATES, space=ZEEBE)
    tell_faults(faults, description, view, report)
    report = grouped(report, view)
    page = _guide(view, key, work)
    return Deployment(key, [*files, page], report, faults, description, derived, proved=False)


def _newer(form: Form) -> Form:
    """For the task list of this platform."""
    about = {"executionPlatform": PLATFORM, "executionPlatformVersion": PLATFORM_VERSION}
    return replace(form, schema={**form.schema, **about})


def _marked(description: Description) -> bytes:
    """The file says at its top for which platform it is meant; tools choose their rules by it."""
    root = parse(serialise(description), description.id).root
    root.set(f"{{{MODELER}}}executionPlatform", PLATFORM)
    root.set(f"{{{MODELER}}}executionPlatformVersion", PLATFORM_VERSION)
    return to_bytes(root)


def _works(description: Description) -> dict[str, list[str]]:
    """Type of a job -> the steps that need it; read before the words of the family go."""
    found: dict[str, list[str]] = {}
    for node in description.nodes.values():
        event = node.event.attributes if node.event is not None else {}
        topic = node.attributes.get(camunda("topic")) or event.get(camunda("topic"))
        if topic:
            found.setdefault(topic, []).append(node.name or node.id)
    return dict(sorted(found.items()))


def _guide(view: Snapshot, key: str, work: dict[str, list[str]]) -> Artifact:
    parts: list[Message | str] = [
        head(view, key, "camunda8"),
        say("platforms.camunda8.guide.files"),
        say("platforms.camunda8.guide.start", process=key, case=CASE, applicant=INITIATOR),
    ]
    if work:
        parts.append(say("platforms.camunda8.guide.jobs"))
        parts += table(work, "platforms.camunda8.guide.jobs.columns")
    text = "\n\n".join(p if isinstance(p, str) else spoken(p) for p in parts) + "\n"
    return Artifact(GUIDE, "text/markdown", text.encode(), "anleitung")
