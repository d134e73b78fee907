"""What lies in the project folder for the portal?"""

from __future__ import annotations

import json
from typing import Any

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import MEDIA_TYPE
from exporters.bpmn.writer import serialise
from exporters.causes import grouped
from exporters.expressions import Derived, Names
from exporters.forms import Form, forms_of
from exporters.forms.wording import spoken
from exporters.german import spoken_german
from exporters.platforms.conditions import say_conditions, say_what_is_waited_for
from exporters.platforms.finished import Finished
from exporters.platforms.gates import judge
from exporters.platforms.guide import GUIDE, head, table
from exporters.platforms.losses import tell_what_is_lost
from exporters.platforms.operaton import Deployment, described, tell_faults
from exporters.platforms.serviceportal.forms import form_file, unknown_kinds
from exporters.platforms.serviceportal.gates import GATES, of_folder
from exporters.platforms.serviceportal.process import ACTIVITI, TENANT, dress
from exporters.platforms.tasks import make_harmless, rename_process
from exporters.platforms.undressing import undress
from exporters.report import ExportReport
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Step

VERSION = "v1.0"
_UNKNOWN = ("S06", "S08")
"""What is written here as far as it is public: classes of services, kinds of fields."""


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """The project folder; failed gates stand in the report as "failed"."""
    found = deployment(view)
    return found.artifacts, found.report


@spoken_german()
def deployment(view: Snapshot) -> Deployment:
    """The same with the verdict of each gate; German at every desk."""
    report = ExportReport()
    names = Names(view)
    derived = Derived(names)
    description = described(view, report)
    undress(description)
    key = rename_process(description, names.service_key)
    description.target_namespace = f"urn:fachwerk:{key}"
    say_conditions(description, names, derived, report)
    say_what_is_waited_for(description, names, derived, report)
    forms = forms_of(view, names, report, derived)
    dress(description, view, {form.card: form.key for form in forms}, report)
    make_harmless(description, report)
    tell_what_is_lost(view, report)
    _tell_what_is_open(view, forms, report)
    model = Artifact(f"models/{key}.bpmn20.xml", MEDIA_TYPE, serialise(description), "prozess")
    folder = [model, *_forms(view, forms), *_project(view, key, forms)]
    faults = judge([model], GATES, space=ACTIVITI)
    faults += list(dict.fromkeys(of_folder(folder, Finished([model], ACTIVITI))))
    tell_faults(faults, description, view, report)
    report = grouped(report, view)
    page = _guide(view, key, forms)
    unfinished = tuple(sorted({e.code for e in report.entries if e.code in _UNKNOWN}))
    return Deployment(
        key,
        [*folder, page],
        report,
        faults,
        description,
        derived,
        proved=False,
        unfinished=unfinished,
    )


def _forms(view: Snapshot, forms: list[Form]) -> list[Artifact]:
    return [form_file(form, title(view[form.card]) or form.key) for form in forms]


def _project(view: Snapshot, key: str, forms: list[Form]) -> list[Artifact]:
    """Settings; where the operator has to fill in something, it is empty or says so."""
    trusted = view.service.trust_level not in ("", "none")
    reckoned = sorted({one for form in forms for one in _reckoned(form)})
    return [
        _json(
            "config/project.json",
            {"projectName": key, "projectVersion": VERSION, "mandant": TENANT},
        ),
        _json("config/default.json", {"url": "", "status": "EDIT", "mandant": TENANT}),
        _json(
            "parameterdefinitions/default.json",
            [
                {
                    "name": name,
                    "description": spoken(say("platforms.serviceportal.parameter", name=name)),
                    "type": "STRING",
                    "defaultValue": "",
                    "required": False,
                    "hidden": False,
                }
                for name in reckoned
            ],
        ),
        _json(
            "metadata/metadata.json",
            {"authenticationTypes": ["SERVICEKONTO"] if trusted else []},
        ),
    ]


def _reckoned(form: Form) -> list[str]:
    rows = form.schema["components"]
    return [row["key"] for row in rows if row["type"] == "expression"]


def _tell_what_is_open(view: Snapshot, forms: list[Form], report: ExportReport) -> None:
    report.hint(view.service.id, say("platforms.serviceportal.skeleton"), "S08")
    report.hint(view.service.id, say("profiles.unproved", target="Serviceportal"))
    for form in forms:
        if unknown_kinds(form):
            name = title(view[form.card]) or form.key
            report.substituted(form.card, say("platforms.serviceportal.kinds", name=name), "S08")
    for step in view.of(Step):
        if step.fee:
            report.lost(step.id, say("platforms.serviceportal.fee", step=step.name), "S06")


def _guide(view: Snapshot, key: str, forms: list[Form]) -> Artifact:
    parts: list[Any] = [
        head(view, key, "serviceportal"),
        say("platforms.serviceportal.guide.what"),
        say("platforms.serviceportal.guide.finish"),
    ]
    if forms:
        rows = {form.key: [title(view[form.card]) or form.key] for form in forms}
        parts += table(rows, "platforms.serviceportal.guide.forms.columns")
    text = "\n\n".join(p if isinstance(p, str) else spoken(p) for p in parts) + "\n"
    return Artifact(GUIDE, "text/markdown", text.encode(), "anleitung")


def _json(name: str, content: Any) -> Artifact:
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return Artifact(name, "application/json", text.encode(), "einspielung")


__all__ = ["deployment", "write"]
