"""Are the files for the engine valid, the same in every run, and accepted by others?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import SpiffWorkflow

from exporters.bpmn.vocabulary import BPMN, BPMNDI, DI
from exporters.platforms import write
from exporters.registry import TARGETS
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.records import (
    FieldUse,
    Flow,
    Record,
    Service,
    Step,
)
from tests.exporters.platforms.dogs import dogs
from tests.exporters.platforms.exported import Exported
from tests.helpers.musterleistung import musterleistung
from tests.judges import judge

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def dog_tax() -> Exported:
    return Exported(dogs())


def test_the_request_names_every_file_once(dog_tax: Exported) -> None:
    request = json.loads(dog_tax.files["deployment.json"])

    names = [part["filename"] for part in request["resources"]]
    assert set(names) == set(dog_tax.files) - {"deployment.json", "einspielen.md"}
    assert len(names) == len(set(names))
    assert request["enable-duplicate-filtering"] == "true"


def test_the_guide_names_topics_and_groups(dog_tax: Exported) -> None:
    guide = dog_tax.files["einspielen.md"].decode()

    assert guide.startswith("# Hundesteuer anmelden einspielen\n")
    assert "`fachwerk-bezahlung`" in guide
    assert "`amt-fuer-steuern`" in guide
    assert "platforms." not in guide


def test_the_picture_has_no_gap_where_the_first_page_was(dog_tax: Exported) -> None:
    edges = {e.get("bpmnElement"): e for e in dog_tax.root.iter(f"{{{BPMNDI}}}BPMNEdge")}

    assert len(edges["w2"].findall(f"{{{DI}}}waypoint")) >= 2
    assert set(edges) == {f.get("id") for f in dog_tax.root.iter(f"{{{BPMN}}}sequenceFlow")}


def test_the_musterleistung_is_ready() -> None:
    exported = Exported(musterleistung())

    assert exported.deployment.faults == []
    assert exported.deployment.status == "bereit"


def _many(number: int) -> list[Record]:
    """A long row of steps."""
    steps = [Step(id=f"n{n}", name=f"Schritt {n}", role="office") for n in range(number)]
    ways = [Flow(id=f"m{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(number - 1)]
    return [
        *steps,
        *ways,
        Flow(id="w5", source="check", target="n0"),
        Flow(id="m", source=f"n{number - 1}", target="pay"),
    ]


def test_a_long_service_is_written_and_judged() -> None:
    exported = Exported(dogs(*_many(300)))

    assert exported.deployment.faults == []


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The OMG's schema, carried by a development dependency."""
    folder = Path(SpiffWorkflow.__file__).parent / "bpmn" / "parser" / "schema"
    return Schema("BPMN20.xsd", {path.name: path.read_bytes() for path in folder.glob("*.xsd")})


@pytest.mark.parametrize("view", [dogs(), musterleistung()], ids=["dogs", "musterleistung"])
def test_the_process_is_valid_bpmn(schema: Schema, view: Snapshot) -> None:
    (model,) = (a for a in write(view)[0] if a.name.endswith(".bpmn"))

    assert schema.faults(model.content) == []


@pytest.mark.judge
def test_bpmn_io_reads_and_lints_without_a_complaint(tmp_path: Path) -> None:
    paths = []
    for number, view in enumerate((dogs(), musterleistung())):
        (model,) = (a for a in write(view)[0] if a.name.endswith(".bpmn"))
        paths.append(tmp_path / f"{number}.bpmn")
        paths[-1].write_bytes(model.content)

    answers = judge.bpmn(paths)

    assert [(a["warnings"], a["errors"]) for a in answers] == [([], [])] * 2


def test_the_target_is_in_the_table() -> None:
    artifacts, report = TARGETS["operaton"].write(dogs())

    assert len(artifacts) == 7
    assert not report.blocked


_HASHES = """
import hashlib
from exporters.platforms import write
from tests.helpers.musterleistung import musterleistung
for artifact in write(musterleistung())[0]:
    print(artifact.name, hashlib.sha256(artifact.content).hexdigest())
"""


def test_the_same_service_gives_the_same_bytes() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", _HASHES],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0] == runs[1]
    assert runs[0].count("\n") == 7


def test_an_empty_service_is_refused_by_its_gates_not_by_a_crash() -> None:
    exported = Exported(Snapshot.of_records([Service(id="s", name="Leer")]))

    assert exported.deployment.status == "nicht-bereit"
    assert {fault.gate for fault in exported.deployment.faults} >= {"O02"}


def test_uses_of_deleted_fields_do_no_harm() -> None:
    exported = Exported(dogs(FieldUse(id="u", parent="check", field="nobody")))

    assert exported.deployment.status == "bereit"
