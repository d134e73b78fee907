"""How are the decisions of a fee written as a DMN 1.3 file?"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from exporters.artifact import Artifact
from exporters.dmn.cells import Cells
from exporters.dmn.charge import decisions, is_decided
from exporters.dmn.decision import Decision
from exporters.expressions import Derived, Names, Neutral
from exporters.report import ExportReport
from exporters.xmlkit import element, to_bytes
from model.document import Snapshot
from model.records import Fee

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn"
MEDIA_TYPE = "application/dmn+xml"


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """The table of one fee: ``key`` is the decision that gives the amount, ``inputs`` the
    variables that all its decisions read.
    """

    fee: str
    key: str
    inputs: tuple[str, ...]
    decisions: tuple[Decision, ...]
    label: str
    service: str
    version: str

    @property
    def name(self) -> str:
        return f"{self.key.replace('_', '-')}.dmn"

    def artifact(self, folder: str = "", *, time_to_live: str = "") -> Artifact:
        """The file; with ``time_to_live`` in the flavour of the Camunda 7 family, else neutral."""
        root = self._root(bool(time_to_live))
        for decision in self.decisions:
            self._decision(root, decision, time_to_live)
        return Artifact(f"{folder}{self.name}", MEDIA_TYPE, to_bytes(root), "entscheidung")

    def _root(self, engine: bool) -> etree._Element:
        prefixes: dict[str | None, str] = {None: DMN}
        if engine:
            prefixes["camunda"] = CAMUNDA_DMN
        root = etree.Element(f"{{{DMN}}}definitions", nsmap=prefixes)
        for name, value in (
            ("id", f"Definitions_{self.key}"),
            ("name", self.label or self.key),
            ("namespace", f"urn:fachwerk:{self.service}"),
            ("exporter", "Fachwerk"),
        ):
            root.set(name, value)
        return root

    def _decision(self, root: etree._Element, decision: Decision, time_to_live: str) -> None:
        node = element(
            root, _q("decision"), {"id": decision.key, "name": decision.name or decision.key}
        )
        if time_to_live:
            node.set(f"{{{CAMUNDA_DMN}}}historyTimeToLive", time_to_live)
            node.set(f"{{{CAMUNDA_DMN}}}versionTag", self.version)
        element(
            node,
            _q("variable"),
            {"id": f"Var_{decision.key}", "name": decision.key, "typeRef": decision.type},
        )
        for number, needed in enumerate(decision.needs, 1):
            need = element(
                node, _q("informationRequirement"), {"id": f"Need_{decision.key}_{number}"}
            )
            element(need, _q("requiredDecision"), {"href": f"#{needed}"})
        if decision.formula:
            formula = element(
                node,
                _q("literalExpression"),
                {"id": f"Formula_{decision.key}", "typeRef": decision.type},
            )
            element(formula, _q("text"), text=decision.formula)
        else:
            _table(node, decision)


def _table(parent: etree._Element, decision: Decision) -> None:
    key = decision.key
    table = element(parent, _q("decisionTable"), {"id": f"Table_{key}", "hitPolicy": "FIRST"})
    columns = decision.columns
    for number, column in enumerate(columns, 1):
        head = element(
            table, _q("input"), {"id": f"In_{key}_{number}", "label": column.label or column.text}
        )
        asked = element(
            head,
            _q("inputExpression"),
            {"id": f"Ask_{key}_{number}", "typeRef": column.type},
        )
        element(asked, _q("text"), text=column.text)
    element(
        table,
        _q("output"),
        {"id": f"Out_{key}", "label": decision.name or key, "name": key, "typeRef": decision.type},
    )
    for number, rule in enumerate(decision.rules, 1):
        row = element(table, _q("rule"), {"id": f"Rule_{key}_{number}"})
        if rule.label:
            element(row, _q("description"), text=rule.label)
        for place, column in enumerate(columns, 1):
            cell = element(row, _q("inputEntry"), {"id": f"Cell_{key}_{number}_{place}"})
            element(cell, _q("text"), text=rule.cells.get(column, ""))
        result = element(row, _q("outputEntry"), {"id": f"Result_{key}_{number}"})
        element(result, _q("text"), text=rule.result)


def decisions_of(
    view: Snapshot,
    names: Names,
    derived: Derived,
    report: ExportReport,
    *,
    cells: Cells | None = None,
    row_words: bool = True,
) -> list[DecisionFile]:
    """One file per fee whose amount depends on the application, in the order of the fees.

    ``cells`` say the conditions in the language of an engine (FEEL when None); ``row_words``: the
    words of the rows are written, too.
    """
    cells, neutral = cells or Cells(names, derived), Neutral(report)
    files: list[DecisionFile] = []
    for fee in view.ordered(Fee):
        found = decisions(fee, cells, report) if is_decided(fee) else []
        if not found:
            continue
        for decision in found:
            decision.name = neutral.text(decision.name, fee.id)
            for rule in decision.rules if row_words else ():
                rule.label = neutral.text(rule.label, fee.id)
        read = {name for decision in found for name in decision.variables}
        files.append(
            DecisionFile(
                fee.id,
                found[0].key,
                tuple(sorted(read)),
                tuple(found),
                found[0].name,
                names.service_key,
                view.service.version or "1.0.0",
            )
        )
    return files


def _q(name: str) -> str:
    return f"{{{DMN}}}{name}"
