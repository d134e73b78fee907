"""What do other people's schemas and programs say about the exports of the three samples?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from exporters.artifact import Artifact
from exporters.package.verify import verify
from exporters.registry import TARGETS
from model.checks import check
from model.document import Snapshot
from model.storage.read import from_bytes
from studio.samples import sample_bytes, sample_names
from tests.judges import judge

NAMES = sample_names()


@cache
def _snapshot(name: str) -> Snapshot:
    return Snapshot.of_records(from_bytes(sample_bytes(name)).records)


@cache
def _exported(name: str, target: str) -> tuple[Artifact, ...]:
    artifacts, report = TARGETS[target].write(_snapshot(name))
    assert not report.blocked
    return tuple(artifacts)


def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(path)))


def _faults(schema: etree.XMLSchema, content: bytes) -> list[str]:
    schema.validate(etree.fromstring(content))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def _written(artifacts: tuple[Artifact, ...], suffix: str, folder: Path) -> list[Path]:
    paths = []
    for artifact in artifacts:
        if artifact.name.endswith(suffix):
            path = folder / Path(artifact.name).name
            path.write_bytes(artifact.content)
            paths.append(path)
    return paths


def test_the_three_samples_are_there() -> None:
    assert NAMES == ["hundesteuer", "bewohnerparkausweis", "liegenschaftskarte"]


@pytest.mark.parametrize("name", NAMES)
def test_no_check_finds_an_error_in_a_sample(name: str) -> None:
    assert [f for f in check(_snapshot(name)) if f.severity == "error"] == []


@pytest.mark.parametrize("target", ["bpmn", "operaton"])
@pytest.mark.parametrize("name", NAMES)
def test_the_bpmn_is_valid_in_the_schema_of_the_omg(name: str, target: str, shared: Path) -> None:
    schema = _schema(shared / "bpmn-xsd" / "BPMN20.xsd")

    files = [a for a in _exported(name, target) if a.name.endswith(".bpmn")]

    assert len(files) == 1
    assert _faults(schema, files[0].content) == []


@pytest.mark.judge
@pytest.mark.parametrize("target", ["bpmn", "operaton"])
@pytest.mark.parametrize("name", NAMES)
def test_the_reader_and_the_linter_of_bpmn_io_have_nothing_to_say(
    name: str, target: str, tmp_path: Path
) -> None:
    paths = _written(_exported(name, target), ".bpmn", tmp_path)

    (said,) = judge.bpmn(paths)

    assert said["warnings"] == []
    assert said["errors"] == []


@pytest.mark.judge
@pytest.mark.parametrize("name", NAMES)
def test_every_form_opens_in_the_form_viewer(name: str, tmp_path: Path) -> None:
    paths = _written(_exported(name, "operaton"), ".form", tmp_path)

    said = judge.forms(paths)

    assert len(said) == len(paths) > 5
    for form in said:
        assert form["warnings"] == []
        assert form["errors"] == []
        assert form["drawn"] > 0


@pytest.mark.parametrize("name", NAMES)
def test_the_data_schema_is_valid_and_so_are_its_code_lists(name: str, shared: Path) -> None:
    fim = shared / "fim" / "xsd"
    data = _schema(fim / "reconstructed" / "xdatenfelder-3.0.0-RECONSTRUCTED.xsd")
    lists = _schema(fim / "genericode-1.0" / "genericode.xsd")

    main, *code_lists = _exported(name, "xdatenfelder3")

    assert _faults(data, main.content) == []
    assert [_faults(lists, artifact.content) for artifact in code_lists] == [[]] * len(code_lists)


REFUSED = {("liegenschaftskarte", "fit-connect")}
"""No source names a Leistungsschlüssel for this sample, and that target asks for one."""


@pytest.mark.parametrize("target", sorted(TARGETS))
@pytest.mark.parametrize("name", NAMES)
def test_two_exports_are_the_same_bytes(name: str, target: str) -> None:
    first, told = TARGETS[target].write(_snapshot(name))
    again, told_again = TARGETS[target].write(_snapshot(name))

    assert told.blocked == ((name, target) in REFUSED)
    assert first or told.blocked
    assert [(a.name, a.content) for a in again] == [(a.name, a.content) for a in first]
    assert [str(e.message) for e in told_again.entries] == [str(e.message) for e in told.entries]


@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_whole(name: str) -> None:
    (package,) = _exported(name, "package")

    assert package.name.endswith(".fachwerk.zip")
    assert verify(package.content) == []
