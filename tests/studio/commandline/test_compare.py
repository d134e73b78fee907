"""Does ``fachwerk compare`` tell what differs, with the right codes?"""

from __future__ import annotations

import json
from pathlib import Path

from model.document import Snapshot
from model.records import Field, Placement, Record
from model.storage import from_bytes, to_bytes
from tests.studio.commandline.conftest import Call


def changed(path: Path, name: str, record_id: str, **fields: object) -> Path:
    """A copy of the file with other values in one record."""
    records = from_bytes(path.read_bytes()).records
    after = [r.replaced(**fields) if r.id == record_id else r for r in records]
    return _written(path.with_name(name), after)


def _written(path: Path, records: list[Record]) -> Path:
    path.write_bytes(to_bytes(records))
    return path


def _field(path: Path) -> Field:
    view = Snapshot.of_records(from_bytes(path.read_bytes()).records)
    return next(f for f in view.of(Field) if not f.required and f.label)


def test_the_same_file_is_no_difference(call: Call, service_file: Path) -> None:
    said = call("compare", service_file, service_file)

    assert (said.code, said.out) == (0, "Kein Unterschied.\n")


def test_a_difference_is_a_sentence_under_its_page_and_gives_code_one(
    call: Call, service_file: Path
) -> None:
    field = _field(service_file)
    after = changed(service_file, "neu.fachwerk", field.id, minimum=1)

    said = call("compare", service_file, after)

    assert said.code == 1
    assert f"Feld „{field.label}“ ist jetzt Pflichtangabe" in said.out
    assert said.out.splitlines()[0] == "Von „sondernutzung.fachwerk“ zu „neu.fachwerk“:"
    assert said.out.splitlines()[-1].startswith("1 Unterschied; ")


def test_a_new_place_in_the_picture_is_counted_and_no_difference(
    call: Call, service_file: Path
) -> None:
    records = from_bytes(service_file.read_bytes()).records
    place = next(r for r in records if isinstance(r, Placement))
    after = changed(service_file, "neu.fachwerk", place.id, x=place.x + 20)

    said = call("compare", service_file, after)

    assert (said.code, said.out) == (0, "Nur im Bild geändert: 1 Element.\n")


def test_json_has_sentence_place_and_both_values(call: Call, service_file: Path) -> None:
    field = _field(service_file)
    after = changed(service_file, "neu.fachwerk", field.id, help="Siehe Bescheid")

    said = call("compare", service_file, after, "--json")

    data = json.loads(said.out)
    (change,) = data["changes"]
    assert (data["different"], data["layout"], said.code) == (True, 0, 1)
    assert (change["record"], change["attribute"], change["after"]) == (
        field.id,
        "help",
        "Siehe Bescheid",
    )
    assert "Hilfetext" in change["what"]


def test_a_package_is_compared_by_the_document_in_it(
    call: Call, service_file: Path, tmp_path: Path
) -> None:
    package = tmp_path / "paket.fachwerk.zip"
    assert call("export", service_file, "--target", "package", "-o", package).code in (0, 1)

    assert call("compare", service_file, package).code == 0
    field = _field(service_file)
    after = changed(service_file, "neu.fachwerk", field.id, help="Siehe Bescheid")
    assert call("compare", package, after).code == 1


def test_english_is_spoken(call: Call, service_file: Path) -> None:
    said = call("--language", "en", "compare", service_file, service_file)

    assert said.out == "No difference.\n"


def test_a_file_that_is_none_is_refused_with_code_two(call: Call, tmp_path: Path) -> None:
    bad = tmp_path / "x.bin"
    bad.write_bytes(b"\x00\x01Hallo")

    said = call("compare", bad, bad)

    assert said.code == 2
    assert said.err
