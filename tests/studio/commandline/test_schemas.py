"""Do official schemas judge on the command line?"""

from __future__ import annotations

import json
from pathlib import Path

from resources import open_resource
from tests.exporters.xdatenfelder.files import group_v3
from tests.studio.commandline.conftest import Call

OURS = "schemas/xdatenfelder-3.0.0-reconstructed.xsd"


def _folder(tmp_path: Path) -> Path:
    """Stands for a download: it allows no field kind "input"."""
    folder = tmp_path / "amt"
    folder.mkdir()
    strict = open_resource(OURS).replace(b'<xs:enumeration value="input"/>', b"")
    (folder / "xdatenfelder.xsd").write_bytes(strict)
    return folder


def test_export_says_by_which_schema_it_was_judged(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    out, folder = tmp_path / "d.xml", _folder(tmp_path)

    ours = call("export", service_file, "--target", "xdatenfelder3", "-o", out)
    theirs = call(
        "export", service_file, "--target", "xdatenfelder3", "-o", out, "--schemas", folder
    )

    assert "gegen rekonstruiertes Schema geprüft" in ours.out
    assert "[XSD]" not in ours.out
    assert "Element „feldart“" in theirs.out
    assert "(xdatenfelder.xsd): nicht eingehalten" in theirs.out
    assert theirs.code == 1


def test_import_and_check_ask_the_official_schema_too(call: Call, tmp_path: Path) -> None:
    source, out, folder = tmp_path / "g.xml", tmp_path / "g.fachwerk", _folder(tmp_path)
    source.write_bytes(group_v3())

    brought = call("import", source, "-o", out, "--schemas", folder)
    checked = call("check", out, "--fim", "--schemas", folder)
    told = json.loads(call("check", out, "--fim", "--json", "--schemas", folder).out)

    assert "Bricht das amtliche Schema XDatenfelder 3.0.0" in brought.out
    assert brought.code == 1
    assert "(xdatenfelder.xsd): nicht eingehalten" in checked.out
    assert any(entry["check"] == "xsd" and "feldart" in entry["what"] for entry in told)


def test_a_folder_that_is_not_there_is_refused(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    said = call("check", service_file, "--fim", "--schemas", tmp_path / "weg")

    assert said.code == 2
    assert str(tmp_path / "weg") in said.err


def test_check_names_the_links_of_fim_that_are_missing(call: Call, tmp_path: Path) -> None:
    source, out = tmp_path / "g.xml", tmp_path / "g.fachwerk"
    source.write_bytes(group_v3())
    call("import", source, "-o", out)

    plain, asked = call("check", out), call("check", out, "--fim")

    assert "Zum eingelesenen Datenschema oder Prozess ist kein Dokumentsteckbrief" in plain.out
    assert asked.out.count("[FIM-LINK]") == 3  # key, process, profile; the schema is there
    assert asked.code == plain.code
