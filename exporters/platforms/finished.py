"""What do the finished files of a deployment say, read as an outsider would read them?"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import FLOW_NODES, q
from exporters.dmn.writer import DMN
from exporters.platforms.profile import CAMUNDA
from exporters.xmlkit import XmlRefused, parse

Xml = Any


@dataclass
class Finished:
    """The parsed files. What cannot be parsed is named in ``broken``. ``space`` is the namespace of
    the engine's own attributes and elements.
    """

    artifacts: Sequence[Artifact]
    space: str = CAMUNDA
    broken: list[str] = field(default_factory=list)
    models: list[Xml] = field(default_factory=list)
    tables: list[Xml] = field(default_factory=list)
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)
    form_ids: list[str] = field(default_factory=list)
    request: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        for artifact in self.artifacts:
            try:
                self._take(artifact)
            except (ValueError, XmlRefused):
                self.broken.append(artifact.name)

    def _take(self, artifact: Artifact) -> None:
        if artifact.name.endswith((".bpmn", ".bpmn20.xml")):
            self.models.append(parse(artifact.content, artifact.name).root)
        elif artifact.name.endswith(".dmn"):
            self.tables.append(parse(artifact.content, artifact.name).root)
        elif artifact.name.endswith(".form"):
            self._take_form(artifact)
        elif artifact.name == "deployment.json":
            self.request = json.loads(artifact.content)

    def _take_form(self, artifact: Artifact) -> None:
        form = json.loads(artifact.content)
        if not isinstance(form, dict):
            raise ValueError(artifact.name)
        key = str(form.get("id") or form.get("key", ""))
        self.form_ids.append(key)
        self.forms[key] = form

    @cached_property
    def decisions(self) -> dict[str, Xml]:
        """Decision id -> its element, over all tables."""
        found: dict[str, Xml] = {}
        for root in self.tables:
            for decision in root.iter(f"{{{DMN}}}decision"):
                found[decision.get("id", "")] = decision
        return found

    @cached_property
    def processes(self) -> list[Xml]:
        return [process for root in self.models for process in root.iter(q("process"))]

    @cached_property
    def nodes(self) -> dict[str, Xml]:
        """Flow node id -> element, in the order of the file."""
        found: dict[str, Xml] = {}
        for process in self.processes:
            for one in process.iter():
                if (
                    isinstance(one.tag, str)
                    and tag_of(one) in FLOW_NODES
                    and one.tag == q(tag_of(one))
                ):
                    found[one.get("id", "")] = one
        return found

    @cached_property
    def flows(self) -> dict[str, Xml]:
        found = (flow for process in self.processes for flow in process.iter(q("sequenceFlow")))
        return {flow.get("id", ""): flow for flow in found}

    @cached_property
    def leaving(self) -> dict[str, list[Xml]]:
        return self._flows_by("sourceRef")

    @cached_property
    def arriving(self) -> dict[str, list[Xml]]:
        return self._flows_by("targetRef")

    def _flows_by(self, end: str) -> dict[str, list[Xml]]:
        found: dict[str, list[Xml]] = defaultdict(list)
        for flow in self.flows.values():
            found[flow.get(end, "")].append(flow)
        return found

    def tasks(self, *tags: str) -> Iterator[Xml]:
        """Nodes with one of the element names."""
        return (node for node in self.nodes.values() if tag_of(node) in tags)

    def own(self, name: str) -> str:
        """The full name of an attribute or element of the engine."""
        return f"{{{self.space}}}{name}"

    def form_of(self, node: Xml) -> dict[str, Any] | None:
        return self.forms.get(node.get(self.own("formRef"), ""))

    def written_at(self, node: Xml) -> set[str]:
        """Variables that exist after the form of a node was submitted."""
        asked = {one.get("id", "") for one in node.iter(self.own("formProperty"))}
        form = self.form_of(node)
        return asked | (written_by(form) if form is not None else set()) | self._decided_at(node)

    def asked_at(self, node: Xml) -> str:
        """The key of the table that a service task of Flowable asks, or ""."""
        fields = list(node.iter(self.own("field")))
        keys = [text_in(f) for f in fields if f.get("name") == "decisionTableReferenceKey"]
        return keys[0] if keys else ""

    def _decided_at(self, node: Xml) -> set[str]:
        """A decision writes a variable of its name; of a decision service, its last one does."""
        key = self.asked_at(node)
        if key in self.decision_services:
            outputs = self.decision_services[key].iter(f"{{{DMN}}}outputDecision")
            return {one.get("href", "").lstrip("#") for one in outputs}
        return {key} if key else set()

    @cached_property
    def decision_services(self) -> dict[str, Xml]:
        services = (s for root in self.tables for s in root.iter(f"{{{DMN}}}decisionService"))
        return {service.get("id", ""): service for service in services}


def tag_of(one: Xml) -> str:
    """The element name without namespace."""
    return str(one.tag).rpartition("}")[2]


def namespace_of(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def condition_of(flow: Xml) -> Xml | None:
    return flow.find(q("conditionExpression"))


def text_in(one: Xml | None) -> str:
    return "".join(one.itertext()).strip() if one is not None else ""


def components_of(form: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All components of a form, those of groups and lists, too."""
    waiting = list(form.get("components", ()))
    while waiting:
        component = waiting.pop(0)
        yield component
        waiting = [*component.get("components", ()), *waiting]


def written_by(form: dict[str, Any]) -> set[str]:
    """Variables that exist after a form was submitted; the entries of a list are one variable."""
    found: set[str] = set()
    waiting = list(form.get("components", ()))
    while waiting:
        component = waiting.pop(0)
        if component.get("type") == "dynamiclist":
            found.add(component.get("path", ""))
        elif component.get("type") == "group":
            waiting += component.get("components", ())
        elif component.get("key") and not component.get("readonly"):
            found.add(component["key"])
    return found
