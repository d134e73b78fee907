"""How does Flowable decide a fee?

One file per fee. Its cells are JUEL behind the name of the input (``> 5`` becomes ``n > 5``); what
one operator cannot say is a whole condition in ``${}``. A fee of several decisions is a decision
service: the engine decides what is needed first, and the last table reckons.

Why each input is set before, to nothing where nobody gave it (11/2026): the engine fails in silence
when a name is unknown, and no amount would be found.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from exporters.artifact import Artifact
from exporters.dmn import DecisionFile, decisions_of
from exporters.dmn.cells import Cells, Column, Row
from exporters.dmn.decision import Decision
from exporters.dmn.writer import DMN, MEDIA_TYPE
from exporters.expressions import CannotSay, Derived, Names, juel
from exporters.platforms.flowable.formula import amount, truth
from exporters.report import ExportReport
from exporters.xmlkit import element, to_bytes
from model.document import Snapshot
from model.records import Expression

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DAY: Final = re.compile(r"date\(([A-Za-z_][A-Za-z0-9_]*)\)")
_READ: Final = re.compile(r"execution\.getVariable\('(\w+)'\)")
_NUMBER: Final = re.compile(r"(<=|>=|<|>)?\s*(-?\d+(?:\.\d+)?)")
_DATED: Final = re.compile(r'date\(("[^"]*")\)')
SERVICE: Final = "_gebuehr"
"""Behind the key of a fee: the decision service that gives it."""


class JuelCells(Cells):
    """Cells whose whole conditions are JUEL, because this engine knows no FEEL."""

    def _whole(self, condition: Expression) -> Row:
        said = juel(condition, self.names, self.derived)[2:-1]
        variables = tuple(sorted(set(_READ.findall(said))))
        return {Column(_READ.sub(r"\1", said), "boolean", "", variables): "true"}


def tables_of(
    view: Snapshot, names: Names, derived: Derived, report: ExportReport
) -> list[DecisionFile]:
    """What ``exporters.dmn`` says, with conditions that this engine can read."""
    return decisions_of(
        view, names, derived, report, cells=JuelCells(names, derived), row_words=False
    )


def reference(file: DecisionFile) -> str:
    """The key by which the process asks for the amount."""
    return file.key if len(file.decisions) == 1 else f"{file.key}{SERVICE}"


def table_file(file: DecisionFile, report: ExportReport) -> Artifact:
    """The decisions of a fee; what cannot be said is a failed gate."""
    root = etree.Element(f"{{{DMN}}}definitions", nsmap={None: DMN})
    root.set("id", f"Definitions_{file.key}")
    root.set("name", file.label or file.key)
    root.set("namespace", f"urn:fachwerk:{file.service}")
    for decision in file.decisions:
        try:
            _decision(root, decision)
        except CannotSay as refusal:
            report.failed(refusal.record or file.fee, refusal.message, "F06")
    if len(file.decisions) > 1:
        _service(root, file)
    return Artifact(file.name, MEDIA_TYPE, to_bytes(root), "entscheidung")


def _decision(root: etree._Element, decision: Decision) -> None:
    key = decision.key
    node = element(root, _q("decision"), {"id": key, "name": decision.name or key})
    variable = {"id": f"Var_{key}", "name": key, "typeRef": decision.type}
    element(node, _q("variable"), variable)
    for number, needed in enumerate(decision.needs, 1):
        need = element(node, _q("informationRequirement"), {"id": f"Need_{key}_{number}"})
        element(need, _q("requiredDecision"), {"href": f"#{needed}"})
    table = element(node, _q("decisionTable"), {"id": f"Table_{key}", "hitPolicy": "FIRST"})
    columns = decision.columns
    for number, column in enumerate(columns, 1):
        _input(table, key, number, column)
    if not columns:
        _free_input(table, decision)
    label = decision.name or key
    output = {"id": f"Out_{key}", "label": label, "name": key, "typeRef": decision.type}
    element(table, _q("output"), output)
    if decision.formula:
        _rule(table, key, 1, ["-"], f"${{{amount(decision.formula)}}}")
    for number, rule in enumerate(decision.rules, 1):
        cells = [_cell(column, rule.cells.get(column, "")) for column in columns] or ["-"]
        _rule(table, key, number, cells, _result(rule.result))


def _input(table: etree._Element, key: str, number: int, column: Column) -> None:
    label = {"id": f"In_{key}_{number}", "label": column.label or column.variables[0]}
    head = element(table, _q("input"), label)
    kind = "string" if column.type == "date" else column.type
    kind = kind if _input_of(column) == column.text or _DAY.fullmatch(column.text) else "string"
    asked = element(head, _q("inputExpression"), {"id": f"Ask_{key}_{number}", "typeRef": kind})
    element(asked, _q("text"), text=_input_of(column))


def _free_input(table: etree._Element, decision: Decision) -> None:
    """A table must have an input; the cell of this one is free."""
    read = (*decision.needs, *sorted(decision.variables), decision.key)
    head = element(table, _q("input"), {"id": f"In_{decision.key}_1", "label": read[0]})
    kind = {"id": f"Ask_{decision.key}_1", "typeRef": "number"}
    element(element(head, _q("inputExpression"), kind), _q("text"), text=read[0])


def _rule(table: etree._Element, key: str, number: int, cells: list[str], result: str) -> None:
    row = element(table, _q("rule"), {"id": f"Rule_{key}_{number}"})
    for place, text in enumerate(cells, 1):
        cell = element(row, _q("inputEntry"), {"id": f"Cell_{key}_{number}_{place}"})
        element(cell, _q("text"), text=text)
    entry = element(row, _q("outputEntry"), {"id": f"Result_{key}_{number}"})
    element(entry, _q("text"), text=result)


def _service(root: etree._Element, file: DecisionFile) -> None:
    first, *others = file.decisions
    key = reference(file)
    node = element(root, _q("decisionService"), {"id": key, "name": file.label or key})
    element(node, _q("outputDecision"), {"href": f"#{first.key}"})
    for decision in others:
        element(node, _q("encapsulatedDecision"), {"href": f"#{decision.key}"})


def _input_of(column: Column) -> str:
    """The variable in front of the cells."""
    day = _DAY.fullmatch(column.text)
    if day is not None:
        return day[1]
    return column.text if _NAME.fullmatch(column.text) else column.variables[0]


def _cell(column: Column, test: str) -> str:
    if not test:
        return "-"
    name = _input_of(column)
    if not _NAME.fullmatch(column.text) and not _DAY.fullmatch(column.text):
        return f"${{{column.text}}}"
    negated = test.startswith("not(") and test.endswith(")")
    plain = test[4:-1] if negated else test
    if not negated and column.type == "number" and (found := _NUMBER.fullmatch(plain)):
        return f"{found[1] or '=='} {found[2]}"
    if not negated and re.fullmatch(r'"[^"\\,]*"|true|false', plain):
        return plain if plain.startswith('"') else f"== {plain}"
    tests = [_test(name, one) for one in _split(plain)]
    whole = tests[0] if len(tests) == 1 else f"({' || '.join(tests)})"
    # A missing answer is neither this nor that.
    return f"${{{f'!({whole})' if negated else whole}}}"


def _test(name: str, test: str) -> str:
    """One alternative of a cell as a condition; days are texts in their order."""
    plain = _DATED.sub(r"\1", test.strip())
    sign = next((sign for sign in ("<=", ">=", "<", ">") if plain.startswith(sign)), "")
    return truth(f"{name} {sign or '='} {plain.removeprefix(sign)}")


def _split(tests: str) -> list[str]:
    """At commas outside of texts."""
    return re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^,])+', tests)


def _result(text: str) -> str:
    plain = re.fullmatch(r"-?\d+(?:\.\d+)?|true|false", text)
    return text if plain else f"${{{amount(text)}}}"


def _q(name: str) -> str:
    return f"{{{DMN}}}{name}"
