"""Does ``check`` tell the official rules of FIM where they matter?"""

from __future__ import annotations

import json
from pathlib import Path

from tests.exporters.xdatenfelder.files import group_v3
from tests.studio.commandline.conftest import Call


def test_a_document_from_fim_is_judged_by_the_official_rules(call: Call, tmp_path: Path) -> None:
    source, document = tmp_path / "g.xml", tmp_path / "g.fachwerk"
    source.write_bytes(group_v3())
    call("import", source, "-o", document)

    said = call("check", document)

    assert "1010  F05123000002: Die 'Bezeichnung Ausgabe' muss befüllt werden." in said.out
    assert "nicht offline prüfbar" in said.out


def test_an_own_document_is_judged_on_demand(call: Call, service_file: Path) -> None:
    silent, asked = call("check", service_file), call("check", service_file, "--fim")

    assert "xdfm" not in silent.out
    assert "xdfm 1.8" in asked.out
    assert asked.code == silent.code


def test_programs_get_the_verdicts_as_findings(call: Call, service_file: Path) -> None:
    said = call("check", service_file, "--json", "--fim")

    numbers = {entry["check"] for entry in json.loads(said.out)}
    assert "xdfm.1117" in numbers or "xdfm.1096" in numbers
