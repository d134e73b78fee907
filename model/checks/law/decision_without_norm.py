"""Finds steps in which an office decides without naming the law (Art. 20 Abs. 3 GG)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import cite
from model.records import Citation, Norm, Step

_DECIDE = (5, 6)
"""The activity groups of FIM in which an office weighs, and in which it decides."""


def _find(view: Reading) -> Iterator[Found]:
    norms = [norm.id for norm in view.of(Norm)]
    if not norms:
        return
    for step in view.of(Step):
        if step.activity_group not in _DECIDE or view.cited(step.id):
            continue
        repairs = [Repair("cite", opens="norms")]
        if len(norms) == 1:
            only = partial(cite, record=step.id, norm=norms[0])
            repairs.insert(0, Repair("cite_the_norm", only))
        yield Found(step.id, {"name": called(step)}, tuple(repairs))


DECISION_WITHOUT_NORM = Check(
    "decision_without_norm",
    "hint",
    (Step, Citation, Norm),
    whole=_find,
    heeds=frozenset({"activity_group", "parent"}),
)
