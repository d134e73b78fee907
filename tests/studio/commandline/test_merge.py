"""Does ``fachwerk merge`` write one file of two, with the right codes, also when git asks it?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.document import Snapshot
from model.records import Field, Remark
from model.storage import from_bytes
from tests.studio.commandline.conftest import Call
from tests.studio.commandline.test_compare import changed


def _view(path: Path) -> Snapshot:
    opened = from_bytes(path.read_bytes())
    assert not opened.read_only
    return Snapshot.of_records(opened.records)


@pytest.fixture
def two_fields(service_file: Path) -> tuple[str, str]:
    one, two = [field.id for field in _view(service_file).of(Field) if field.label][:2]
    return one, two


def test_changes_that_do_not_meet_come_together(
    call: Call, service_file: Path, two_fields: tuple[str, str], tmp_path: Path
) -> None:
    ours = changed(service_file, "o.fachwerk", two_fields[0], help="Eins")
    theirs = changed(service_file, "t.fachwerk", two_fields[1], help="Zwei")
    out = tmp_path / "m.fachwerk"

    said = call("merge", service_file, ours, theirs, "-o", out)

    assert said.code == 0
    assert "1 Änderung der anderen Seite übernommen." in said.out
    fields = [_view(out).the(one, Field).help for one in two_fields]
    assert fields == ["Eins", "Zwei"]


def test_a_contradiction_is_printed_ours_is_kept_and_the_code_is_one(
    call: Call, service_file: Path, two_fields: tuple[str, str], tmp_path: Path
) -> None:
    ours = changed(service_file, "o.fachwerk", two_fields[0], help="Eins")
    theirs = changed(service_file, "t.fachwerk", two_fields[0], help="Zwei")
    out = tmp_path / "m.fachwerk"

    said = call("merge", service_file, ours, theirs, "-o", out)

    assert said.code == 1
    assert "Hilfetext ist auf beiden Seiten anders" in said.out
    assert "hier (gilt jetzt): „Eins“" in said.out
    assert "andere Seite: „Zwei“" in said.out
    view = _view(out)
    assert view.the(two_fields[0], Field).help == "Eins"
    assert any(remark.about == two_fields[0] for remark in view.of(Remark))


def test_json_lists_the_questions(
    call: Call, service_file: Path, two_fields: tuple[str, str], tmp_path: Path
) -> None:
    ours = changed(service_file, "o.fachwerk", two_fields[0], help="Eins")
    theirs = changed(service_file, "t.fachwerk", two_fields[0], help="Zwei")

    said = call("merge", service_file, ours, theirs, "-o", tmp_path / "m.fachwerk", "--json")

    (question,) = json.loads(said.out)["conflicts"]
    assert (question["records"], question["attributes"]) == ([two_fields[0]], ["help"])
    assert (question["ours"], question["theirs"]) == ("„Eins“", "„Zwei“")


def test_a_damaged_file_is_refused_and_nothing_is_written(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    lines = service_file.read_bytes().splitlines(keepends=True)
    damaged = tmp_path / "d.fachwerk"
    damaged.write_bytes(b"".join([*lines[:5], *lines[6:]]))
    out = tmp_path / "m.fachwerk"

    said = call("merge", service_file, service_file, damaged, "-o", out)

    assert said.code == 2
    assert "sähe wie gelöscht aus" in said.err
    assert not out.exists()


def test_an_empty_base_means_that_nothing_was_there(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    empty, out = tmp_path / "leer", tmp_path / "m.fachwerk"
    empty.write_bytes(b"")

    assert call("merge", empty, service_file, service_file, "-o", out).code == 0
    assert out.read_bytes() == service_file.read_bytes()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_git_merges_two_branches_with_it(
    service_file: Path, two_fields: tuple[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "ablage"
    folder.mkdir()
    file = folder / "a.fachwerk"
    ours = changed(service_file, "o.fachwerk", two_fields[0], help="Eins")
    theirs = changed(service_file, "t.fachwerk", two_fields[1], help="Zwei")

    def git(*words: str) -> int:
        names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        done = subprocess.run(
            ["git", *names, *words], cwd=folder, capture_output=True, text=True, check=False
        )
        return done.returncode

    def commit(source: Path) -> None:
        file.write_bytes(source.read_bytes())
        git("add", "-A")
        assert git("commit", "-q", "-m", source.name) == 0

    git("init", "-q", "-b", "haupt")
    (folder / ".gitattributes").write_text("*.fachwerk merge=fachwerk\n")
    git("config", "merge.fachwerk.driver", f"'{sys.executable}' -m studio merge %O %A %B -o %A")
    commit(service_file)
    git("checkout", "-q", "-b", "zweig")
    commit(theirs)
    git("checkout", "-q", "haupt")
    commit(ours)

    assert git("merge", "-q", "zweig") == 0

    assert [_view(file).the(one, Field).help for one in two_fields] == ["Eins", "Zwei"]
