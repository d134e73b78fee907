"""A destination of FIT-Connect learns what it will receive, and nothing secret travels along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exporters.platforms.fim import LISTS
from exporters.platforms.fim import write as write_fim
from exporters.platforms.fit_connect import DESTINATION, METADATA, write
from model.document import Snapshot
from model.records import Service
from studio.samples import sample_names
from tests.exporters.platforms.dogs import dogs
from tests.studio.examples.looking import example

jsonschema = pytest.importorskip("jsonschema", reason="a development dependency")


def files(view: Snapshot) -> dict[str, Any]:
    artifacts, _ = write(view)
    return {a.name: json.loads(a.content) for a in artifacts if a.name.endswith(".json")}


@pytest.mark.parametrize("name", sample_names())
def test_the_metadata_hold_against_the_schema_of_fit_connect(name: str, shared: Path) -> None:
    path = shared / "fim" / "fit-connect" / "metadata.schema.v1.0.0.json"
    schema = json.loads(path.read_text(encoding="utf-8"))

    metadata = files(example(name))[METADATA]

    jsonschema.Draft202012Validator(schema).validate(metadata)
    assert metadata["publicServiceType"]["identifier"].startswith("urn:de:fim:leika:leistung:")


def test_the_destination_is_told_the_schema_and_every_attachment_of_the_citizen() -> None:
    found = files(example("hundesteuer"))

    sheet = found[DESTINATION]

    data = found[METADATA]["contentStructure"]["data"]["submissionSchema"]
    assert sheet["fachdatenschema"]["schemaUri"] == data["schemaUri"]
    assert sheet["fachdatenschema"]["datei"] in found
    assert [one["name"] for one in sheet["anlagen"]] == ["Nachweis der Sachkunde", "Nachweis dazu"]


def test_a_service_without_its_number_is_stopped() -> None:
    records = (one.replaced(leika_key="") if isinstance(one, Service) else one for one in dogs())

    _, report = write(Snapshot.of_records(records))

    assert [(e.code, e.message.key) for e in report.of("failed")] == [("B03", "profiles.fit.leika")]


def test_nothing_secret_and_no_address_is_in_the_files() -> None:
    artifacts, report = write(dogs())
    text = " ".join(a.content.decode() for a in artifacts).casefold()

    assert not report.blocked
    for word in ("client_id", "clientid", "secret", "password", "destinationid"):
        assert word not in text
    assert "profiles.unproved" in {e.message.key for e in report.of("hint")}


def test_the_files_of_fim_come_together_each_list_once() -> None:
    artifacts, report = write_fim(example("hundesteuer"))
    names = [artifact.name for artifact in artifacts]

    assert not report.blocked
    assert {"datenfelder-3.0.xml", "datenfelder-2.0.xml", "prozess.xml", "leistung.xml"} <= set(
        names
    )
    assert len(names) == len(set(names))
    assert names.count(f"{LISTS}/codeliste_hunderassen.xml") == 1
    assert write_fim(example("hundesteuer"))[0] == artifacts
