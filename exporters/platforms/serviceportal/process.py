"""How is a process said in the dialect of the portal?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from exporters.bpmn.description import Description, Extension, Node
from exporters.platforms.tasks import group_of
from exporters.report import ExportReport
from exporters.xmlkit import element
from model.document import Snapshot
from model.language import say
from model.records import Step

ACTIVITI: Final = "http://activiti.org/bpmn"
STARTED_BY: Final = "${startedBy}"
TENANT, FORM_VERSION = "1", "v1.0"
ANSWERS: Final = "applicantForm"
"""The variable in which the portal keeps a form."""

_ROOM: Final = "de.seitenbau.serviceportal.prozess.servicetask."
CLASSES: Final[dict[str, str]] = {
    "document": f"{_ROOM}PdfErstellenService",
    "mailbox": f"{_ROOM}NachrichtAnMSBWService",
}
"""Basisdienst -> class of the portal; only those that are public."""
_FIELDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "document": (("source", f"${{{ANSWERS}}}"), ("target", "dokument")),
    "mailbox": (("betreff", ""), ("text", "")),
}


def activiti(name: str) -> str:
    """The full name of an attribute or element of the portal."""
    return f"{{{ACTIVITI}}}{name}"


def form_key(name: str) -> str:
    """How a task names its form."""
    return f"formular:{TENANT}:{name}:{FORM_VERSION}"


def dress(
    description: Description, view: Snapshot, forms: Mapping[str, str], report: ExportReport
) -> None:
    """``forms``: card -> the name of its form."""
    description.namespaces["activiti"] = ACTIVITI
    for process in description.processes:
        runs = any(node.process == process.id for node in description.nodes.values())
        process.attributes["isExecutable"] = "true" if runs else "false"
    for node in description.nodes.values():
        step = view.get(node.record, Step)
        if step is not None:
            _step(node, step, view, forms, report)
        elif node.tag == "callActivity":
            report.hint(node.record, say("platforms.operaton.call", called=node.name), "S04")


def _step(
    node: Node, step: Step, view: Snapshot, forms: Mapping[str, str], report: ExportReport
) -> None:
    if step.form == "automatic":
        _system(node, step, report)
        return
    node.tag = "userTask"
    if step.form == "page":
        node.attributes[activiti("assignee")] = STARTED_BY
    elif group := group_of(view, step, report):
        node.attributes[activiti("candidateGroups")] = group
    if name := forms.get(step.id):
        node.attributes[activiti("formKey")] = form_key(name)


def _system(node: Node, step: Step, report: ExportReport) -> None:
    """A class of the portal where one is known, else a place for a script."""
    known = CLASSES.get(step.basis)
    if known is not None:
        node.tag = "serviceTask"
        node.attributes[activiti("class")] = known
        node.extensions.append(_fields(_FIELDS[step.basis]))
        report.hint(step.id, say("platforms.serviceportal.fields", step=step.name), "S06")
        return
    node.tag = "scriptTask"
    node.attributes["scriptFormat"] = "groovy"
    report.lost(step.id, say("platforms.serviceportal.script", step=step.name), "S06")


def _fields(fields: tuple[tuple[str, str], ...]) -> Extension:
    def append(parent: Any) -> None:
        for name, text in fields:
            one = element(parent, activiti("field"), {"name": name})
            if text.startswith("${"):
                element(one, activiti("expression"), text=text)
            else:
                element(one, activiti("string"), text=text)

    return append
