"""Is the project folder what the portal's own tools expect? Asked of the finished bytes.

C = every platform, S = Serviceportal. What is not public cannot be judged; the report names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, XSI
from exporters.platforms import gates_engine, gates_shape, gates_ways
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, namespace_of, tag_of
from exporters.platforms.gates import EVERYWHERE, Gate, numbered
from exporters.platforms.serviceportal.process import ACTIVITI, CLASSES

_ID: Final = re.compile(r"[a-zA-Z_][\w.-]*")
_KEY: Final = re.compile(r"formular:([^:]+):([^:]+):([^:]+)")
_SECRETS: Final = ("auth.json", "token", "password", "secret")
_PROJECT: Final = ("projectName", "projectVersion", "mandant")


def namespaces(finished: Finished) -> Iterator[Fault]:
    """S03: nothing of another engine."""
    own = {"", BPMN, BPMNDI, DC, DI, XSI, ACTIVITI}
    for one in (one for root in finished.models for one in root.iter() if isinstance(one.tag, str)):
        for name in (one.tag, *one.attrib):
            if namespace_of(name) not in own:
                yield Fault("S03", "foreign_attribute", one.get("id", ""), name.rpartition("}")[2])


def services(finished: Finished) -> Iterator[Fault]:
    """S06: a class of the portal that is public; everything else is a place for a script."""
    for node in finished.tasks("serviceTask"):
        if node.get(finished.own("class")) not in CLASSES.values():
            yield Fault("S06", "no_implementation", node.get("id", ""))
    for node in finished.tasks("scriptTask"):
        if any(tag_of(child) == "script" for child in node):
            yield Fault("S06", "foreign_element", node.get("id", ""), "script")


GATES: Final[dict[str, Gate]] = {
    **EVERYWHERE,
    "C12": gates_engine.groups,
    "S03": namespaces,
    "S06": services,
    "S07": numbered("S07", gates_shape.readable),
    "S09": numbered("S09", gates_ways.exclusive),
}
"""Number -> what is asked of the process; ``of_folder`` asks the rest."""


def of_folder(artifacts: Sequence[Artifact], finished: Finished) -> Iterator[Fault]:
    """S01, S02, S05 and S08: forms, project and what must not be there."""
    found = {artifact.name: artifact for artifact in artifacts}
    forms = {name: json.loads(found[name].content) for name in found if name.startswith("forms/")}
    for form in forms.values():
        yield from _ids(form)
    yield from _keys(finished, {str(form["id"]) for form in forms.values()})
    project = found.get("config/project.json")
    content = json.loads(project.content) if project is not None else {}
    for name in _PROJECT:
        if not content.get(name):
            yield Fault("S05", "attribute_missing", "config/project.json", name)
    for name, artifact in found.items():
        words = (name + artifact.content.decode()).casefold() if name.startswith("config/") else ""
        for secret in _SECRETS:
            if secret in words:
                yield Fault("S05", "foreign_element", name, secret)


def _ids(form: dict[str, Any]) -> Iterator[Fault]:
    for section in form["sections"]:
        for group in section["fieldGroups"]:
            seen: set[str] = set()
            for one in (group["id"], *(field["id"] for field in group["fields"])):
                if not _ID.fullmatch(one) or one in seen:
                    yield Fault("S01", "form_id", str(form["id"]), one)
                seen.add(one)


def _keys(finished: Finished, forms: set[str]) -> Iterator[Fault]:
    for name, node in finished.nodes.items():
        key = node.get(finished.own("formKey"))
        parts = _KEY.fullmatch(key) if key is not None else None
        if key is not None and (parts is None or ":".join(parts.groups()) not in forms):
            yield Fault("S02", "form_missing", name, key)
