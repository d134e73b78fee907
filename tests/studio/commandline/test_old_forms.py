"""Does the command line make a new service of an old form, and say that nothing is placed yet?"""

from __future__ import annotations

from pathlib import Path

import pytest

from model.document import Snapshot
from model.records import Field, OldEntry, OldForm
from model.storage import from_bytes
from tests.helpers.dogform import dog_form
from tests.helpers.wordforms import allotment_table, parking_form
from tests.studio.commandline.conftest import Call


@pytest.mark.parametrize(
    ("name", "data", "number"),
    [
        ("antrag.pdf", dog_form(), 41),
        ("antrag.docx", parking_form(), 17),
        ("tabelle.xlsx", allotment_table(), 8),
        ("liste.csv", b"Feld;Art\nName;Text\nBeginn;Datum\n", 2),
    ],
)
def test_an_old_form_becomes_a_service_with_its_shelf(
    call: Call, tmp_path: Path, name: str, data: bytes, number: int
) -> None:
    source, out = tmp_path / name, tmp_path / "neu.fachwerk"
    source.write_bytes(data)

    said = call("import", source, "-o", out)

    view = Snapshot.of_records(from_bytes(out.read_bytes()).records)
    assert said.code == 1
    assert f"{number} Angaben" in said.out
    assert "Übernommen ist noch nichts" in said.out
    assert [form.name for form in view.of(OldForm)] == [name]
    assert len(view.of(OldEntry)) == number
    assert view.of(Field) == []


def test_a_refused_form_writes_nothing(call: Call, tmp_path: Path) -> None:
    source, out = tmp_path / "kaputt.pdf", tmp_path / "neu.fachwerk"
    source.write_bytes(b"%PDF-1.7\nkaputt")

    said = call("import", source, "-o", out)

    assert said.code == 2
    assert "beschädigt" in said.err
    assert "Traceback" not in said.err
    assert not out.exists()
