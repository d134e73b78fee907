"""What does the operator of a platform get beside the files of the engine?"""

from __future__ import annotations

import json

from exporters.artifact import Artifact
from exporters.bpmn.description import Description
from exporters.causes import singles
from exporters.forms.wording import spoken
from exporters.platforms.profile import DAYS_KEPT, INITIATOR, TOPICS, camunda
from exporters.report import ExportReport
from model.document import Snapshot
from model.grammar import title
from model.language import Message, say

DEPLOYMENT = "deployment.json"
GUIDE = "einspielen.md"


def deployment_file(key: str, artifacts: list[Artifact]) -> Artifact:
    """The parts of the one multipart request; a repeat of the same set makes no new version."""
    parts = sorted(artifact.name for artifact in artifacts)
    content = {
        "deployment-name": key,
        "deployment-source": "Fachwerk",
        "enable-duplicate-filtering": "true",
        "deploy-changed-only": "true",
        "resources": [{"part": name, "filename": name} for name in parts],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return Artifact(DEPLOYMENT, "application/json", text.encode(), "einspielung")


def guide_file(
    view: Snapshot,
    key: str,
    description: Description,
    artifacts: list[Artifact],
    report: ExportReport,
    engine: str,
) -> Artifact:
    """A page for the person who deploys: the request, the workers and groups that are needed."""
    parts = [
        head(view, key, engine),
        say("platforms.guide.request"),
        _request(key, artifacts),
        say("platforms.guide.start", process=key, variable=INITIATOR, n=DAYS_KEPT),
        *_topics(description),
        *_groups(description),
        *_values(view, report),
    ]
    if any(artifact.role == "formular" for artifact in artifacts):
        parts.append(say("platforms.guide.language"))
    if len(report):
        parts.append(say("platforms.guide.report", n=len(report)))
    text = "\n\n".join(p if isinstance(p, str) else spoken(p) for p in parts) + "\n"
    return Artifact(GUIDE, "text/markdown", text.encode(), "anleitung")


def head(view: Snapshot, key: str, engine: str) -> Message:
    """What this is, and for which engine."""
    name, version = view.service.name or key, view.service.version
    meant = say(f"platforms.guide.for.{engine}")
    return say("platforms.guide.head", service=name, version=version, engines=meant)


def _request(key: str, artifacts: list[Artifact]) -> str:
    fields = (f"deployment-name={key}", "deployment-source=Fachwerk")
    switches = ("enable-duplicate-filtering=true", "deploy-changed-only=true")
    files = sorted(artifact.name for artifact in artifacts)
    lines = ['curl -X POST "$ENGINE/deployment/create"']
    lines += [f'  -F "{field}"' for field in (*fields, *switches)]
    lines += [f'  -F "{name}=@{name};filename={name}"' for name in files]
    return "```sh\n" + " \\\n".join(lines) + "\n```"


def _topics(description: Description) -> list[Message | str]:
    found = used(description, camunda("topic"))
    if not found:
        return []
    made: list[Message | str] = [
        say("platforms.guide.topics"),
        *table(found, "platforms.guide.topics.columns"),
    ]
    return [*made, say("platforms.guide.payment")] if TOPICS["payment"] in found else made


def _groups(description: Description) -> list[Message | str]:
    found = used(description, camunda("candidateGroups"))
    if not found:
        return []
    return [say("platforms.guide.groups"), *table(found, "platforms.guide.groups.columns")]


def _values(view: Snapshot, report: ExportReport) -> list[Message | str]:
    """Variables that the platform has to fill before a form opens, and the fields they fill."""
    found: dict[str, list[str]] = {}
    for entry in singles(report):
        field = view.get(entry.record)
        if entry.message.key in _DELIVERED and field is not None:
            found.setdefault(entry.message.values["variable"], []).append(title(field))
    if not found:
        return []
    rows = table(dict(sorted(found.items())), "platforms.guide.values.columns")
    return [say("platforms.guide.values"), *rows]


_DELIVERED = ("platforms.form.prefill", "platforms.form.outside_list")


def used(description: Description, attribute: str) -> dict[str, list[str]]:
    """Value of an attribute (its full name) -> the steps that bear it."""
    found: dict[str, list[str]] = {}
    for node in description.nodes.values():
        places = [node.attributes, node.event.attributes if node.event is not None else {}]
        for value in filter(None, (place.get(attribute) for place in places)):
            found.setdefault(value, []).append(node.name or node.id)
    return dict(sorted(found.items()))


def table(rows: dict[str, list[str]], columns: str) -> list[str]:
    """Two columns in Markdown."""
    head = spoken(say(columns))
    lines = [head, "| --- | --- |"]
    lines += [f"| `{value}` | {_cell('; '.join(steps))} |" for value, steps in rows.items()]
    return ["\n".join(lines)]


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "/").split())
