"""Do the verbs do what the studio does, with the right codes, and write whole or not at all?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporters.artifact import Artifact
from exporters.registry import TARGETS
from model.behaviors import new_document
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say
from model.storage import from_bytes, to_bytes
from studio.jobs.writing import write_beside, write_file, write_folder
from studio.samples import sample_names
from tests.studio.commandline.conftest import Call

BPMN = TARGETS["bpmn"]


# ------------------------------------------------------------------------------------- new, check


def test_new_writes_an_empty_service(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "neu.fachwerk"

    said = call("new", "-o", out)

    assert said.code == 0
    view = Snapshot.of_records(from_bytes(out.read_bytes()).records)
    assert [record.kind for record in view if record.kind == "start"] == ["start"]


def test_samples_are_listed_with_their_name_first(call: Call) -> None:
    said = call("new", "--list")

    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == sample_names()


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_copied_and_has_no_error(call: Call, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"{name}.fachwerk"

    assert call("new", "--sample", name, "-o", out).code == 0
    assert call("check", out).code == 0


def test_an_unknown_sample_is_refused(call: Call, tmp_path: Path) -> None:
    said = call("new", "--sample", "katzensteuer", "-o", tmp_path / "x.fachwerk")

    assert said.code == 2
    assert "katzensteuer" in said.err
    assert not (tmp_path / "x.fachwerk").exists()


def test_check_says_where_what_and_what_to_do(call: Call, service_file: Path) -> None:
    said = call("check", service_file)

    assert said.code == 0
    line = next(line for line in said.out.splitlines() if "Familienname" in line)
    assert line.startswith("Warnung: Ihre Angaben › Familienname: ")
    assert "Abhilfe: " in line


def test_check_gives_code_1_only_for_errors(call: Call, tmp_path: Path) -> None:
    empty = tmp_path / "leer.fachwerk"
    empty.write_bytes(to_bytes(new_document("Leer").snapshot()))

    said = call("check", empty)

    assert said.code == 1
    assert "Fehler: " in said.out


def test_check_speaks_json_to_programs(call: Call, service_file: Path) -> None:
    said = call("check", service_file, "--json")

    found = json.loads(said.out)
    assert said.code == 0
    assert {"check", "severity", "at", "place", "what", "why", "repairs"} == set(found[0])
    assert all(one["what"] and one["why"] for one in found)


# ---------------------------------------------------------------------------------------- export


def test_export_writes_a_file_and_says_what_is_lost(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "aus.bpmn"

    said = call("export", service_file, "--target", "bpmn", "-o", out)

    assert said.code == 1  # the report has hints
    assert out.read_bytes().lstrip().startswith(b"<?xml")
    assert str(out) in said.out


def test_code_lists_stand_beside_the_schema(call: Call, service_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus" / "schema.xml"
    out.parent.mkdir()

    said = call("export", service_file, "--target", "xdatenfelder3", "-o", out)

    assert said.code in (0, 1), said.err
    beside = sorted(p.name for p in out.parent.iterdir() if p != out)
    assert all(name.startswith("schema_") and name.endswith(".xml") for name in beside)


def test_a_target_of_several_files_writes_a_folder(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "operaton"

    said = call("export", service_file, "--target", "operaton", "-o", out)

    if said.code == 2:
        assert not out.exists()
    else:
        assert any(path.suffix == ".bpmn" for path in out.iterdir())


def test_an_unknown_target_is_refused(call: Call, service_file: Path, tmp_path: Path) -> None:
    said = call("export", service_file, "--target", "papyrus", "-o", tmp_path / "x")

    assert said.code == 2
    assert "papyrus" in said.err
    assert "bpmn" in said.err


def test_two_exports_are_equal_byte_for_byte(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    for name in ("eins", "zwei"):
        call("export", service_file, "--target", "bpmn", "-o", tmp_path / name)

    assert (tmp_path / "eins").read_bytes() == (tmp_path / "zwei").read_bytes()


# -------------------------------------------------------------------------------- import, render


def test_what_was_exported_can_be_read_in(call: Call, service_file: Path, tmp_path: Path) -> None:
    bpmn, back = tmp_path / "aus.bpmn", tmp_path / "wieder.fachwerk"
    call("export", service_file, "--target", "bpmn", "-o", bpmn)

    said = call("import", bpmn, "-o", back)

    assert said.code in (0, 1), said.err
    names = {getattr(r, "name", "") for r in from_bytes(back.read_bytes()).records}
    assert "Antrag prüfen" in names


@pytest.mark.gui
@pytest.mark.parametrize(
    ("ending", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")]
)
def test_render_draws_without_a_window(
    call: Call, qapp: object, service_file: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    out = tmp_path / f"bild{ending}"

    said = call("render", service_file, "-o", out)

    assert said.code == 0, said.err
    assert out.read_bytes().startswith(start)
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".~")) == []


def test_render_refuses_other_formats(call: Call, service_file: Path, tmp_path: Path) -> None:
    said = call("render", service_file, "-o", tmp_path / "bild.gif")

    assert said.code == 2
    assert ".svg" in said.err


# ---------------------------------------------------------------------------- whole or not at all


def artifacts(*names: str) -> list[Artifact]:
    return [Artifact(name, "text/plain", name.encode()) for name in names]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "brief.txt").write_text("wichtig")

    with pytest.raises(FachwerkError):
        write_folder(out, artifacts("a.bpmn"))

    assert [p.name for p in out.iterdir()] == ["brief.txt"]


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, artifacts("a.bpmn", "forms/b.form"))

    write_folder(out, artifacts("a.bpmn", "forms/b.form", "c.dmn"))

    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()) == [
        "a.bpmn",
        "c.dmn",
        "forms/b.form",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_failed_export_leaves_the_old_folder_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write_folder(out, artifacts("a.bpmn"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("studio.jobs.writing.os.fsync", full)

    with pytest.raises(OSError, match="space"):
        write_folder(out, artifacts("a.bpmn", "b.form"))
    with pytest.raises(OSError, match="space"):
        write_file(tmp_path / "x.zip", b"neu")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert [p.name for p in out.iterdir()] == ["a.bpmn"]


def test_companions_bear_the_stem_of_the_file(tmp_path: Path) -> None:
    written = write_beside(tmp_path / "hund.xml", artifacts("x.xml", "x_rassen.xml", "farben.xml"))

    assert [p.name for p in written] == ["hund.xml", "hund_rassen.xml", "hund_farben.xml"]


def test_a_blocked_export_writes_nothing(
    call: Call, service_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporters.report import ExportReport
    from exporters.target import Target

    def write(_view: Snapshot) -> tuple[list[Artifact], ExportReport]:
        report = ExportReport()
        report.failed("", say("cli.check.clean"), "C01")
        return artifacts("a.bpmn"), report

    strict = Target("operaton", folder=True, suffix="", write=write, gated=True)
    monkeypatch.setattr("studio.commandline.export.all_targets", lambda: {"operaton": strict})

    said = call("export", service_file, "--target", "operaton", "-o", tmp_path / "out")

    assert said.code == 2
    assert "C01" in said.err
    assert not (tmp_path / "out").exists()


def test_a_lacking_environment_is_code_3(
    call: Call, service_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporters.target import Target

    def write(_view: Snapshot) -> object:
        raise FachwerkError(say("target.not_built", target="x"), code="TARGET-MISSING")

    lacking = Target("x", folder=False, suffix="", write=write)  # type: ignore[arg-type]
    monkeypatch.setattr("studio.commandline.export.all_targets", lambda: {"x": lacking})

    assert call("export", service_file, "--target", "x", "-o", tmp_path / "out").code == 3
