"""FEEL, JUEL and the product's own evaluation agree, also where answers are missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exporters.expressions import Derived, Names, feel_truth, juel
from exporters.platforms.gates_ways import is_our_juel
from model.expressions import evaluate
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    Expression,
    Membership,
    Not,
    Present,
    Sum,
    Value,
)
from model.records.expression import OptionRef
from tests.exporters.expressions.feelin import feelin
from tests.exporters.expressions.juel_engine import run
from tests.exporters.platforms.dogs import dogs

RELATION = st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"])
NUMBER = st.sampled_from([Decimal(n) for n in ("0", "1", "2", "2.5", "20")])
WEIGHT = Answer(field="weight")
NUMBERS = st.one_of(
    st.just(WEIGHT),
    st.just(Count(group="more")),
    st.just(Sum(field="age")),
    NUMBER.map(lambda n: Value(number=n)),
    st.builds(
        lambda op, n: Arithmetic(operation=op, parts=(WEIGHT, Value(number=n))),
        st.sampled_from(["add", "subtract", "multiply"]),
        NUMBER,
    ),
)
ATOM: st.SearchStrategy[Expression] = st.one_of(
    st.builds(lambda r, a, b: Comparison(relation=r, left=a, right=b), RELATION, NUMBERS, NUMBERS),
    st.builds(
        lambda r, d: Comparison(relation=r, left=Answer(field="since"), right=Value(day=d)),
        RELATION,
        st.sampled_from([date(2025, 12, 31), date(2026, 1, 2)]),
    ),
    st.sampled_from(["yes", "no"]).map(lambda o: Chosen(field="danger", option=o)),
    st.sampled_from(["blind", "rescue"]).map(lambda o: Chosen(field="marks", option=o)),
    st.just(Membership(field="danger", options=(OptionRef(option="yes"), OptionRef(option="no")))),
    st.just(
        Membership(field="marks", options=(OptionRef(option="blind"), OptionRef(option="rescue")))
    ),
    st.sampled_from(["weight", "name", "since", "danger", "marks"]).map(lambda f: Present(field=f)),
    st.just(Answer(field="sure")),
)
CONDITION = st.recursive(
    ATOM,
    lambda inner: st.one_of(
        st.builds(lambda p: AllOf(parts=tuple(p)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda p: AnyOf(parts=tuple(p)), st.lists(inner, min_size=1, max_size=3)),
        inner.map(lambda part: Not(part=part)),
    ),
    max_leaves=6,
)
ANSWERS = st.fixed_dictionaries(
    {
        "sure": st.booleans(),
        "more": st.lists(st.fixed_dictionaries({}, optional={"age": NUMBER}), max_size=2),
    },
    optional={
        "weight": NUMBER,
        "name": st.sampled_from(["", "Muster"]),
        "since": st.sampled_from([date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]),
        "danger": st.sampled_from(["ja", "nein"]),
        "marks": st.lists(st.sampled_from(["blind", "rettung"]), unique=True).map(tuple),
    },
)

VIEW = dogs()


def variables(answers: dict[str, Any], names: Names) -> dict[str, Any]:
    """The answers as a form hands them over: JSON values under the names of the export."""
    found: dict[str, Any] = {}
    for record, answer in answers.items():
        found[names.key(record)] = _json(answer, names)
    return found


def _json(answer: Any, names: Names) -> Any:
    if isinstance(answer, Decimal):
        return float(answer)
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, list | tuple):
        return [_json(one, names) for one in answer]
    return variables(answer, names) if isinstance(answer, dict) else answer


@settings(max_examples=300, deadline=None)
@given(CONDITION, ANSWERS)
def test_juel_means_what_the_product_means(condition: Expression, answers: dict[str, Any]) -> None:
    names = Names(VIEW)
    derived = Derived(names)
    said = juel(condition, names, derived)
    known = variables(answers, names)
    for part, value in derived._values.items():
        found = evaluate(VIEW, part, answers)
        known[value.name] = float(found) if isinstance(found, Decimal) else found

    result = run(said, known)

    assert is_our_juel(said[2:-1])
    assert result == bool(evaluate(VIEW, condition, answers)), said


@pytest.mark.judge
def test_feel_means_what_the_product_means() -> None:
    cases: list[tuple[Expression, dict[str, Any]]] = []

    @settings(
        max_examples=400,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(CONDITION, ANSWERS)
    def collect(condition: Expression, answers: dict[str, Any]) -> None:
        cases.append((condition, answers))

    collect()
    names = Names(VIEW)
    asked = [
        {"kind": "expression", "text": feel_truth(c, names), "context": variables(a, names)}
        for c, a in cases
    ]

    answers = feelin(asked)

    expected = [bool(evaluate(VIEW, c, a)) for c, a in cases]
    wrong = [(q, a, e) for q, a, e in zip(asked, answers, expected, strict=True) if a is not e]
    assert wrong == []
