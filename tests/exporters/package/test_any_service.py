"""Whatever a clerk has done so far, the export gives files and a report, never a crash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import SpiffWorkflow
from hypothesis import HealthCheck, given, settings

from exporters.package import verify, write
from exporters.platforms import deployment
from exporters.xmlkit import Schema
from model.behaviors import new_document
from model.document import Snapshot
from model.document.ids import numbered_ids
from model.records import Record
from tests.helpers.editing import edit_at_random
from tests.helpers.records import record_lists


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The OMG's schema, carried by a development dependency."""
    folder = Path(SpiffWorkflow.__file__).parent / "bpmn" / "parser" / "schema"
    return Schema("BPMN20.xsd", {path.name: path.read_bytes() for path in folder.glob("*.xsd")})


@pytest.mark.parametrize("seed", range(12))
def test_a_service_edited_at_random_has_a_whole_package(seed: int, schema: Schema) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    chance = random.Random(seed)
    for _ in range(60):
        edit_at_random(document, chance)

    (artifact,), report = write(document.snapshot())

    assert verify(artifact.content) == []
    assert not report.blocked
    models = [a for a in deployment(document.snapshot()).artifacts if a.name.endswith(".bpmn")]
    assert [schema.faults(model.content) for model in models] == [[]]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(record_lists())
def test_any_records_have_a_verdict(records: list[Record]) -> None:
    found = deployment(Snapshot.of_records(records))

    assert found.status in ("bereit", "nicht-bereit")
    assert found.artifacts
