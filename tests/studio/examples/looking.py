"""What does a worked example hold, and what happens to its invented citizens?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from model.document import Snapshot
from model.expressions import evaluate
from model.grammar import title
from model.records import (
    Deadline,
    Decision,
    End,
    ExampleCase,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Norm,
    Parallel,
    Record,
    Start,
    Step,
    TariffRow,
)
from studio.examples.catalogue import build


@cache
def example(name: str) -> Snapshot:
    """An example, told once for all tests."""
    return build(name)


def named(view: Snapshot, kind: type[Record], name: str) -> Any:
    """The one record of a kind with that name or label.

    Raises:
        AssertionError: there is none, or there are several.
    """
    found = [record for record in view.of(kind) if title(record) == name]
    assert len(found) == 1, f"{kind.__name__} {name!r}: {len(found)} found"
    return found[0]


def titles(view: Snapshot, kind: type[Record]) -> set[str]:
    """Names or labels of all records of a kind."""
    return {title(record) for record in view.of(kind)}


def lane(view: Snapshot, step: str) -> str:
    """The lane a step of that name stands in."""
    return title(view[named(view, Step, step).role])


def norms(view: Snapshot) -> set[str]:
    """All norms as lawyers name them."""
    return {norm.cited_as for norm in view.of(Norm)}


def answers_of(view: Snapshot, question: str) -> list[str]:
    """What can be chosen."""
    return [title(option) for option in view.options(named(view, Field, question).id)]


def tariff(view: Snapshot, fee: str) -> dict[str, tuple[Decimal, str]]:
    """Rows of a fee's table: label -> amount and effect."""
    rows = view.children(named(view, Fee, fee).id, TariffRow)
    return {row.label: (row.amount, row.effect) for row in rows}


def deadline(view: Snapshot, name: str) -> tuple[int | None, str]:
    """Length and unit."""
    found = named(view, Deadline, name)
    return found.length, found.unit


def follows(view: Snapshot, source: str) -> set[str]:
    """Names of what comes directly after a step or sign of that name."""
    nodes = [n for kind in (Step, Decision, Start) for n in view.of(kind) if title(n) == source]
    return {title(view[flow.target]) for node in nodes for flow in view.outgoing(node.id)}


# ----------------------------------------------------------------------------- invented citizens


def play(view: Snapshot, case: ExampleCase) -> tuple[str, Decimal, list[str]]:
    """Id of the end that a case reaches, what it pays, and the names of the steps on its way."""
    answers = given(view, case)
    waiting = [node.id for node in view.of(Start)]
    arrived: dict[str, int] = {}
    seen: list[str] = []
    end, due = "", Decimal(0)
    while waiting:
        node = view[waiting.pop(0)]
        arrived[node.id] = arrived.get(node.id, 0) + 1
        if isinstance(node, Parallel) and arrived[node.id] < len(view.incoming(node.id)):
            continue
        assert arrived[node.id] < 20, f"{title(node)} is a circle"
        if isinstance(node, Step):
            seen.append(title(node))
            if node.fee:
                due += evaluate(view, FeeAmount(fee=node.fee), answers) or 0
        if isinstance(node, End):
            end = node.id
        waiting += [flow.target for flow in _taken(view, node, answers)]
    return end, due, seen


def _taken(view: Snapshot, node: Record, answers: dict[str, Any]) -> list[Flow]:
    flows = view.outgoing(node.id)
    if isinstance(node, Parallel) or len(flows) < 2:
        return flows
    fitting = [f for f in flows if f.condition is not None and evaluate(view, f.condition, answers)]
    return fitting[:1] or [flow for flow in flows if flow.default]


def given(view: Snapshot, case: ExampleCase) -> dict[str, Any]:
    """The answers of a case as the form would hand them over, with everything it computes."""
    answers: dict[str, Any] = {"today": case.applied}
    lists: dict[str, list[dict[str, Any]]] = {}
    for answer in case.answers:
        field = view.the(answer.field, Field)
        group = _list_of(view, field)
        value = _typed(field, answer.value)
        if not group:
            answers[field.id] = value
            continue
        rows = lists.setdefault(group, [])
        while len(rows) <= answer.repetition:
            rows.append({})
        rows[answer.repetition][field.id] = value
    for group, rows in lists.items():
        for row in rows:
            _compute(view, answers | row, row, group)
        answers[group] = rows
        # A sum looks for its number in the group around it: within a list that is the list.
        answers |= {inner.id: rows for inner in view.children(group, FieldGroup)}
    _compute(view, answers, answers, "")
    return answers


def _compute(view: Snapshot, known: dict[str, Any], into: dict[str, Any], group: str) -> None:
    for field in view.of(Field):
        if field.value is None or _list_of(view, field) != group:
            continue
        if _shown(view, field, known):
            into[field.id] = evaluate(view, field.value, known)


def _shown(view: Snapshot, row: Any, known: dict[str, Any]) -> bool:
    while isinstance(row, Field | FieldGroup):
        if row.visible is not None and not evaluate(view, row.visible, known):
            return False
        row = view.get(row.parent)
    return True


def _list_of(view: Snapshot, row: Any) -> str:
    while isinstance(row, Field | FieldGroup):
        if isinstance(row, FieldGroup) and row.repeatable:
            return row.id
        row = view.get(row.parent)
    return ""


def _typed(field: Field, value: str) -> Any:
    if field.data_type in ("num", "num_int", "num_currency"):
        return Decimal(value)
    if field.data_type == "date":
        return date.fromisoformat(value)
    if field.data_type == "bool":
        return value == "true"
    return (value,) if field.choices == "many" else value
