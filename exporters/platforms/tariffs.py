"""How does the engine know what a payment comes to?"""

from __future__ import annotations

from exporters.bpmn.description import Description, Extension, Node
from exporters.bpmn.insertion import insert_before
from exporters.dmn import DecisionFile, is_decided
from exporters.expressions import Names, harmless
from exporters.expressions.feel import feel_number
from exporters.expressions.juel import juel_variable
from exporters.forms.wording import spoken
from exporters.platforms.profile import camunda
from exporters.report import ExportReport
from exporters.xmlkit import element
from model.expressions import evaluate
from model.grammar import title
from model.language import say
from model.records import Fee, FeeAmount, Step


def inputs(values: dict[str, str]) -> Extension:
    """Local variables of an activity. So each exists, at least as null, when it is read."""

    def append(parent: object) -> None:
        mapping = element(parent, camunda("inputOutput"))  # type: ignore[arg-type]
        for name, text in sorted(values.items()):
            element(mapping, camunda("inputParameter"), {"name": name}, text)

    return append


def set_amounts(
    description: Description, names: Names, files: list[DecisionFile], report: ExportReport
) -> None:
    """Give every payment its amount; what depends on the application the engine decides before."""
    tables = {file.fee: file for file in files}
    for node in list(description.nodes.values()):
        step = names.view.get(node.record, Step)
        fee = names.view.get(step.fee, Fee) if step is not None else None
        if step is None or step.basis != "payment" or step.form != "automatic":
            continue
        if fee is None:
            report.failed(step.id, say("platforms.operaton.no_fee", step=step.name), "C08")
            continue
        if fee.id in tables:
            _decide_before(description, node, tables[fee.id], names)
        node.extensions.append(inputs(_amount(fee, names, report)))


def _amount(fee: Fee, names: Names, report: ExportReport) -> dict[str, str]:
    values = {"waehrung": fee.currency, "zweck": harmless(title(fee))}
    name = names.key(fee.id)
    decided = is_decided(fee)
    due = None if decided else evaluate(names.view, FeeAmount(fee=fee.id), {})
    if due is not None:
        return {**values, "betrag": feel_number(due)}
    if not decided:
        report.hint(fee.id, say("platforms.operaton.amount_open", fee=title(fee), variable=name))
    return {**values, "betrag": "${" + juel_variable(name) + "}"}


def _decide_before(
    description: Description, payment: Node, file: DecisionFile, names: Names
) -> None:
    if not description.incoming(payment.id):
        return
    fee = names.view.the(file.fee, Fee)
    node = Node(
        id=_free(description, f"{payment.id}_tarif"),
        tag="businessRuleTask",
        name=spoken(say("platforms.operaton.tariff", fee=title(fee))),
        record=fee.id,
        attributes={
            camunda("decisionRef"): file.key,
            camunda("decisionRefBinding"): "deployment",
            camunda("mapDecisionResult"): "singleEntry",
            camunda("resultVariable"): file.key,
        },
    )
    if file.inputs:
        read = {name: "${" + juel_variable(name) + "}" for name in file.inputs}
        node.extensions.append(inputs(read))
    insert_before(description, payment.id, node, flow_id=_free(description, f"{node.id}_weiter"))


def _free(description: Description, wanted: str) -> str:
    found, number = wanted, 2
    while found in description.nodes or found in description.flows:
        found, number = f"{wanted}_{number}", number + 1
    return found
