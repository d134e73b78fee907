"""Do XProzess, JSON Schema and the draft of a Leistung work from the command line?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.exporters.xprozess.files import message
from tests.studio.commandline.conftest import Call


@pytest.fixture
def imported(call: Call, tmp_path: Path) -> Path:
    """A message, read in."""
    source, out = tmp_path / "prozess.xml", tmp_path / "prozess.fachwerk"
    source.write_bytes(message())
    assert call("import", source, "-o", out).code == 1  # its model has no picture
    return out


def test_a_message_goes_in_and_comes_out_unchanged(
    call: Call, imported: Path, tmp_path: Path
) -> None:
    out = tmp_path / "wieder.xml"

    said = call("export", imported, "--target", "xprozess", "-o", out)

    assert said.code == 1
    assert "FIM-LINK" in said.out
    assert out.read_bytes() == message()


@pytest.mark.parametrize("target", ["xprozess", "json-schema", "xzufi"])
def test_neutral_targets_are_always_written_with_their_report(
    call: Call, service_file: Path, tmp_path: Path, target: str
) -> None:
    out = tmp_path / "ausgabe"

    said = call("export", service_file, "--target", target, "-o", out)

    assert said.code == 1
    assert len(said.out.splitlines()) > 1
    assert out.stat().st_size > 500


def test_the_json_schema_names_its_draft(call: Call, service_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "schema.json"

    call("export", service_file, "--target", "json-schema", "-o", out)

    assert json.loads(out.read_bytes())["$schema"].endswith("draft/2020-12/schema")


def test_the_draft_of_a_leistung_is_called_unchecked(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    said = call("export", service_file, "--target", "xzufi", "-o", tmp_path / "l.xml")

    assert "Entwurf, ungeprüft" in said.out
