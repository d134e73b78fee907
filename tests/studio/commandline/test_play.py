"""Does ``fachwerk play`` say what becomes of the example citizens, with the right codes?"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from model.document import Snapshot
from model.records import ExampleCase
from model.storage import from_bytes, to_bytes
from studio.samples import sample_bytes, sample_names
from tests.studio.commandline.conftest import Call


@pytest.fixture
def dog_tax(tmp_path: Path) -> Path:
    path = tmp_path / "hund.fachwerk"
    path.write_bytes(sample_bytes("hundesteuer"))
    return path


def changed(path: Path, cases: list[ExampleCase] | None = None, **fields: object) -> Snapshot:
    """The file with other cases, or with its first case changed."""
    view = Snapshot.of_records(from_bytes(path.read_bytes()).records)
    known = view.of(ExampleCase)
    cases = [known[0].replaced(**fields), *known[1:]] if cases is None else cases
    view = Snapshot.of_records([*(r for r in view if not isinstance(r, ExampleCase)), *cases])
    path.write_bytes(to_bytes(view))
    return view


@pytest.mark.parametrize("name", sample_names())
def test_all_cases_of_a_sample_agree(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / "sample.fachwerk"
    path.write_bytes(sample_bytes(name))

    said = call("play", path, "--all")

    assert said.code == 0
    assert "12 von 12 Beispielfällen stimmen." in said.out


def test_a_difference_is_told_and_gives_code_one(call: Call, dog_tax: Path) -> None:
    changed(dog_tax, expected_fee=Decimal("91"))

    said = call("play", dog_tax, "--all")

    assert said.code == 1
    assert "weicht ab: Ein Dackel aus dem Tierheim" in said.out
    assert "Erwartet waren 91 Euro, fällig sind 90,00 Euro." in said.out


def test_one_case_is_told_line_by_line(call: Call, dog_tax: Path) -> None:
    said = call("play", dog_tax, "--case", "Ein Dackel aus dem Tierheim")

    assert said.code == 0
    assert "„Steuer festsetzen“ ist erledigt." in said.out


def test_json_has_name_expected_got_and_trace_of_each_case(call: Call, dog_tax: Path) -> None:
    said = call("play", dog_tax, "--all", "--json")

    cases = json.loads(said.out)["cases"]
    assert len(cases) == 12
    assert {"name", "expected", "got", "trace"} <= set(cases[0])
    assert cases[0]["expected"]["end"] == cases[0]["got"]["end"]
    assert cases[0]["trace"][1]["caused_by"] == [1]


def test_cases_for_all_ways_are_written_into_the_file(call: Call, dog_tax: Path) -> None:
    changed(dog_tax, [])

    said = call("play", dog_tax, "--generate", "--json")

    assert said.code == 0
    data = json.loads(said.out)
    assert data["untouched"] == {"nodes": [], "flows": []}
    view = Snapshot.of_records(from_bytes(dog_tax.read_bytes()).records)
    assert len(view.of(ExampleCase)) == len(data["cases"]) > 0


@pytest.mark.parametrize("words", [(), ("--case", "gibt es nicht")])
def test_what_cannot_be_played_is_refused_in_words(
    call: Call, dog_tax: Path, words: tuple[str, ...]
) -> None:
    said = call("play", dog_tax, *words)

    assert said.code == 2
    assert "Beispielfall" in said.err
    assert "Traceback" not in said.err
