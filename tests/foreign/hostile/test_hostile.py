"""Is every known attack refused in a sentence, with nothing imported and nothing touched?

Driven through the command line, as a person would meet the file.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from model.document import Snapshot
from model.records import Step
from model.storage import from_bytes
from tests.foreign.hostile.cases import READ, REFUSED, SENTENCES
from tests.foreign.hostile.large import HARMLESS, LARGE
from tests.foreign.hostile.making import FOLDER, MODEL, made
from tests.studio.commandline.conftest import Call

BEFORE = b"was vorher dort lag"
SECONDS = 2.0
MEMORY = 512 * 1024 * 1024


def refused(call: Call, source: Path, code: str) -> None:
    """The whole promise of a refusal."""
    out = source.parent / "ziel.fachwerk"
    out.write_bytes(BEFORE)
    start = time.perf_counter()

    said = call("import", source, "-o", out)

    taken = time.perf_counter() - start
    assert said.code == 2, said
    assert code in said.err
    assert any(sentence in said.err for sentence in SENTENCES[code].split("|"))
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err
    assert said.out == ""
    assert out.read_bytes() == BEFORE
    assert {path.name for path in source.parent.iterdir()} <= {source.name, out.name, "home"}
    assert taken < SECONDS


def copied(name: str, folder: Path) -> Path:
    """The file alone in a folder, so that anything written beside it is seen."""
    place = folder / name
    place.write_bytes((FOLDER / name).read_bytes())
    return place


# -------------------------------------------------------------------------------- committed files


def test_every_file_stands_in_the_list_and_is_what_it_was_made_as() -> None:
    found = {path.name: path.read_bytes() for path in FOLDER.iterdir()}

    assert set(found) == set(REFUSED) | set(READ)
    assert found == made()


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_and_nothing_is_imported(
    call: Call, tmp_path: Path, name: str
) -> None:
    refused(call, copied(name, tmp_path), REFUSED[name])


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_bad_is_read_and_written_back_unchanged(
    call: Call, tmp_path: Path, name: str
) -> None:
    source, out, again = copied(name, tmp_path), tmp_path / "x.fachwerk", tmp_path / "x.bpmn"

    said = call("import", source, "-o", out)

    assert said.code == READ[name], said
    assert call("export", out, "--target", "bpmn", "-o", again).code in (0, 1)
    if source.suffix == ".bpmn":
        assert again.read_bytes() == source.read_bytes()


def service(call: Call, tmp_path: Path, name: str) -> Snapshot:
    out = tmp_path / "x.fachwerk"
    call("import", copied(name, tmp_path), "-o", out)
    return Snapshot.of_records(from_bytes(out.read_bytes()).records)


def test_an_include_is_never_followed(call: Call, tmp_path: Path) -> None:
    service(call, tmp_path, "xinclude-inside.bpmn")

    assert b"root:" not in (tmp_path / "x.fachwerk").read_bytes()


def test_a_comment_inside_a_value_hides_nothing(call: Call, tmp_path: Path) -> None:
    steps = service(call, tmp_path, "comment-in-value.bpmn").of(Step)

    assert "admin" in [step.documentation for step in steps]


def test_a_step_of_a_foreign_namespace_is_no_step(call: Call, tmp_path: Path) -> None:
    steps = service(call, tmp_path, "foreign-namespace-inside.bpmn").of(Step)

    assert [step.name for step in steps] == ["Pruefen"]


@pytest.mark.parametrize("name", ["bidi-name.bpmn", "zero-width-name.bpmn"])
def test_an_invisible_character_in_a_name_is_told_and_shown_spelt(
    call: Call, tmp_path: Path, name: str
) -> None:
    said = call("import", copied(name, tmp_path), "-o", tmp_path / "x.fachwerk")

    assert "enthält unsichtbare Zeichen" in said.out
    assert "\\u20" in said.out
    assert not {"\u202e", "\u200b"} & set(said.out)


def test_ids_that_stand_twice_are_a_finding(call: Call, tmp_path: Path) -> None:
    said = call("import", copied("id-twice.bpmn", tmp_path), "-o", tmp_path / "x.fachwerk")

    assert "doppelt" in said.out


def test_an_invisible_character_in_the_name_of_an_entry_is_never_shown_raw(
    call: Call, tmp_path: Path
) -> None:
    said = call("import", copied("bidi.zip", tmp_path), "-o", tmp_path / "x.fachwerk")

    assert "\\u202e" in said.err
    assert "\u202e" not in said.err


# ------------------------------------------------------------------------------------ large files


@pytest.mark.parametrize("name", LARGE)
def test_a_large_attack_is_refused_within_two_seconds(
    call: Call, tmp_path: Path, name: str
) -> None:
    make, code = LARGE[name]
    source = tmp_path / "angriff.dat"
    source.write_bytes(make())

    refused(call, source, code)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_large_but_honest_is_read_within_two_seconds(
    call: Call, tmp_path: Path, name: str
) -> None:
    source, out, again = tmp_path / "a.bpmn", tmp_path / "a.fachwerk", tmp_path / "b.bpmn"
    source.write_bytes(HARMLESS[name]())
    start = time.perf_counter()

    said = call("import", source, "-o", out)

    assert said.code == 1, said
    assert time.perf_counter() - start < SECONDS
    assert call("export", out, "--target", "bpmn", "-o", again).code == 0
    assert again.read_bytes() == source.read_bytes()


def test_a_file_larger_than_any_archive_is_not_read_at_all(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "riese.bpmn"
    with source.open("wb") as file:
        file.truncate(300 * 1024 * 1024)

    said = call("import", source, "-o", tmp_path / "x.fachwerk")

    assert said.code == 2
    assert "größer als 200 MB" in said.err


_MEASURED = """
import sys
from pathlib import Path
from studio.main import main
code = main(sys.argv[1:])
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(int(peak) * 1024)
sys.exit(code)
"""
_STATUS = Path("/proc/self/status")


@pytest.mark.skipif(not _STATUS.exists(), reason="the peak is told by Linux alone")
@pytest.mark.parametrize("name", ["2 000 000 elements", "zeros of 50 MB in a message"])
def test_the_greediest_attacks_stay_below_the_memory_limit(tmp_path: Path, name: str) -> None:
    make, code = LARGE[name]
    source = tmp_path / "angriff.dat"
    source.write_bytes(make())

    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, "import", str(source), "-o", str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2, done.stderr
    assert code in done.stderr
    assert int(done.stdout.split()[-1]) < MEMORY


def test_the_honest_part_of_each_attack_is_read_by_itself(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "ehrlich.bpmn"
    hostile = (FOLDER / "dtd-unused.bpmn").read_bytes()
    source.write_bytes(hostile[hostile.index(b"<definitions") :])

    assert MODEL.encode() in source.read_bytes()
    assert call("import", source, "-o", tmp_path / "x.fachwerk").code == 1
