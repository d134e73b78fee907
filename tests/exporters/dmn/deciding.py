"""How do tests let bpmn.io's FEEL decide a fee?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from exporters.dmn import DecisionFile
from exporters.dmn.decision import Decision
from exporters.expressions import Derived
from model.document import Snapshot
from model.expressions.evaluate import evaluate
from tests.exporters.expressions.feelin import feelin
from tests.exporters.expressions.test_same_meaning import variables


def decided(
    file: DecisionFile, derived: Derived, view: Snapshot, cases: Sequence[dict[str, Any]]
) -> list[Any]:
    """The amount of each case, as an engine finds it from what the forms hand over."""
    given = [{k: v for k, v in case.items() if v is not None} for case in cases]
    contexts = [variables(case, derived.names) for case in given]
    for case, context in zip(cases, contexts, strict=True):
        for part, value in derived._values.items():
            found = evaluate(view, part, case)
            context[value.name] = float(found) if isinstance(found, Decimal) else found
    for decision in reversed(file.decisions):
        for context, result in zip(contexts, _results(decision, contexts), strict=True):
            context[decision.key] = result
    return [context[file.key] for context in contexts]


def _results(decision: Decision, contexts: list[dict[str, Any]]) -> list[Any]:
    """What a decision gives for each context, cell by cell, first hit wins."""
    if decision.formula:
        return _values(decision.formula, contexts)
    inputs = {column: _values(column.text, contexts) for column in decision.columns}
    hits: list[Any] = [None] * len(contexts)
    for rule in reversed(decision.rules):
        fits = [True] * len(contexts)
        for column, test in rule.cells.items():
            asked = [
                {"kind": "unary", "text": test, "context": {**c, "?": value}}
                for c, value in zip(contexts, inputs[column], strict=True)
            ]
            fits = [fit and found is True for fit, found in zip(fits, feelin(asked), strict=True)]
        for place, value in enumerate(_values(rule.result, contexts)):
            if fits[place]:
                hits[place] = value
    return hits


def _values(text: str, contexts: list[dict[str, Any]]) -> list[Any]:
    return feelin([{"kind": "expression", "text": text, "context": c} for c in contexts])
