"""Our gates find every fault before an engine does, and the engines say what they make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from exporters.artifact import Artifact
from exporters.platforms import Deployment, deployment
from exporters.platforms.flowable.gates import GATES
from exporters.platforms.flowable.questions import FLOWABLE
from exporters.platforms.gates import judge
from model.document import Snapshot
from model.play import covering
from model.records import ExampleCase
from tests.engines.asking import ENGINES, Engine, Refused
from tests.engines.comparing import differences
from tests.engines.conftest import Tally
from tests.engines.deploying import deploy
from tests.engines.faults import FAULTS, Sown
from tests.engines.flowable_faults import FLOWABLE_FAULTS, flowable_view
from tests.exporters.platforms.sowing import GOOD, good_view, sown

DAY = date(2026, 11, 25)


def spoilt(fault: Sown, good: Sequence[Artifact]) -> list[Artifact]:
    """A good set with the fault in it."""
    process = next(a.name for a in good if a.role == "prozess")
    ending = process if fault.ending == ".bpmn" else fault.ending
    return sown(fault.change, ending, name=fault.name, good=good)


def verdict(
    engine: Engine,
    view: Snapshot,
    cases: Sequence[ExampleCase],
    made: Deployment,
    artifacts: Sequence[Artifact],
) -> str:
    """What becomes of a set in the engine."""
    try:
        definitions = deploy(engine, artifacts)
    except Refused:
        return "refused"
    if not definitions["processes"]:
        return "skipped"
    faulty = replace(made, artifacts=list(artifacts))
    found = any(differences(engine, view, case, faulty) for case in cases)
    return "wrong" if found else "unnoticed"


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_the_engine_says_of_every_sown_fault_what_we_expect(engine: Engine, tally: Tally) -> None:
    view = flowable_view() if engine.name == "flowable" else good_view()
    faults = FLOWABLE_FAULTS if engine.name == "flowable" else FAULTS
    cases, made = covering(view, DAY), deployment(view, engine.name)
    good = verdict(engine, view, cases, made, made.artifacts)
    told: dict[str, str] = {}

    for fault in faults:
        told[fault.rule] = verdict(engine, view, cases, made, spoilt(fault, made.artifacts))

    assert good == "unnoticed"
    assert told == {fault.rule: fault.verdict for fault in faults}
    tally.faults += len(faults)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.rule for fault in FAULTS])
def test_our_gate_finds_the_fault_before_the_family_does(fault: Sown) -> None:
    found = {(one.gate, one.key, one.severity) for one in judge(spoilt(fault, GOOD))}

    assert (fault.gate, fault.key, "failed") in found


@pytest.mark.parametrize("fault", FLOWABLE_FAULTS, ids=[fault.rule for fault in FLOWABLE_FAULTS])
def test_our_gate_finds_the_fault_before_flowable_does(fault: Sown) -> None:
    files = deployment(flowable_view(), "flowable").artifacts
    inside = [artifact for artifact in files if artifact.role != "anleitung"]

    faults = judge(spoilt(fault, inside), GATES, space=FLOWABLE)

    assert judge(inside, GATES, space=FLOWABLE) == []
    assert (fault.gate, fault.key, "failed") in {(f.gate, f.key, f.severity) for f in faults}
