"""Does ``fachwerk play`` say what becomes of the example citizens, with the right codes?"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from model.document import Snapshot
from model.records import ExampleCase, Field
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
    assert "Erwartet waren 91,00 Euro, fällig sind 90,00 Euro." in said.out


def test_one_case_is_told_line_by_line(call: Call, dog_tax: Path) -> None:
    said = call("play", dog_tax, "--case", "Ein Dackel aus dem Tierheim")

    assert said.code == 0
    assert "„Steuer festsetzen“ ist erledigt." in said.out


def test_the_burden_is_told_for_all_and_for_one(call: Call, dog_tax: Path) -> None:
    every = call("play", dog_tax, "--all")
    one = call("play", dog_tax, "--case", "Ein Wachhund")
    data = json.loads(call("play", dog_tax, "--all", "--json").out)

    assert "beantwortet 32 bis 72 Fragen auf 6 bis 7 Seiten" in every.out
    assert "Aufwand: 32 Fragen (davon 29 Pflicht) auf 6 Seiten, 1 Nachweis." in one.out
    assert data["burden"]["most"]["questions"] == 72
    assert data["cases"][0]["burden"] == {
        "questions": 32,
        "required": 29,
        "pages": 6,
        "documents": 0,
        "words": data["cases"][0]["burden"]["words"],
    }


def test_a_missing_required_answer_is_told_with_its_page(call: Call, dog_tax: Path) -> None:
    view = Snapshot.of_records(from_bytes(dog_tax.read_bytes()).records)
    first = view.of(ExampleCase)[0]
    surname = next(f for f in view.of(Field) if f.label == "Familienname")
    left = tuple(answer for answer in first.answers if answer.field != surname.id)
    changed(dog_tax, answers=left)

    said = call("play", dog_tax, "--all")
    data = json.loads(call("play", dog_tax, "--all", "--json").out)

    assert said.code == 1
    assert "Pflichtangabe fehlt: „Familienname“ (Seite „" in said.out
    assert data["cases"][0]["differences"][0]["kind"] == "answer"
    assert data["cases"][0]["differences"][0]["at"] == surname.id
    assert data["cases"][0]["got"]["end"] == data["cases"][0]["expected"]["end"]


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
