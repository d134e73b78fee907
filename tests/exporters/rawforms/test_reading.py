"""Is an old form recognised by what is inside, and does it become a service with a shelf?"""

from __future__ import annotations

import pytest

from exporters.rawforms import is_raw, read_as_service, read_raw
from exporters.reading import read_foreign
from model.behaviors import open_document
from model.commands import forms_beside, open_entries
from model.records import Field, OldEntry
from tests.helpers.dogform import dog_form
from tests.helpers.oldforms import archive
from tests.helpers.speaking import speaking
from tests.helpers.wordforms import allotment_table, parking_form


@pytest.mark.parametrize(
    ("data", "name", "medium"),
    [
        (dog_form(), "ohne Endung", "pdf"),
        (parking_form(), "falsch.xlsx", "word"),
        (allotment_table(), "falsch.docx", "excel"),
        (b"Name\nAnschrift\n", "liste.txt", "list"),
    ],
)
def test_the_inside_tells_what_it_is_and_not_the_ending(
    data: bytes, name: str, medium: str
) -> None:
    assert is_raw(data, name)
    assert read_raw(data, name).medium == medium


def test_other_files_are_left_to_their_readers() -> None:
    assert not is_raw(b"<definitions/>", "modell.bpmn")
    assert not is_raw(b"<definitions/>", "umbenannt.txt")
    assert not is_raw(b"Name\n", "liste.bpmn")
    assert not is_raw(archive({"source/a.fachwerk": "x"}), "paket.zip")


def test_an_old_form_becomes_a_service_in_which_nothing_is_placed_yet() -> None:
    with speaking("de"):
        read = read_foreign(dog_form(), "Hundesteuer.pdf")
        notes = [str(note) for note in read.notes]

    view = open_document(read.records).snapshot()

    (form,) = forms_beside(view)
    assert view.service.name == "Hundesteuer"
    assert form.name == "Hundesteuer.pdf"
    assert len(open_entries(view, form.id)) == 41
    assert view.of(Field) == []
    assert len(notes) == 1
    assert "41 Angaben" in notes[0]
    assert "übernommen ist noch nichts" in notes[0].lower()


def test_the_same_file_gives_the_same_records() -> None:
    with speaking("de"):
        one = read_as_service(parking_form(), "a.docx").records
        other = read_as_service(parking_form(), "a.docx").records

    assert one == other
    assert sum(isinstance(record, OldEntry) for record in one) == 17
