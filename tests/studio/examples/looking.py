"""What does a worked example hold, and what happens to its invented citizens?"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from model.document import Snapshot
from model.grammar import title
from model.play import play as played
from model.play import read, typed
from model.records import (
    Deadline,
    Decision,
    ExampleCase,
    Fee,
    Field,
    Norm,
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
    got = played(view, case)
    steps = (view.get(one.node, Step) for one in got.trace if one.kind == "done")
    return got.end, got.fee or Decimal(0), [title(step) for step in steps if step is not None]


def given(view: Snapshot, case: ExampleCase) -> dict[str, Any]:
    """The answers of a case as the form would hand them over, with everything it computes."""
    assert case.applied is not None
    return dict(read(view, typed(view, case.answers), case.applied))
