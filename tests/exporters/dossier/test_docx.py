"""Does the library that everybody uses read the Word file, and find the same text?"""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from exporters.dossier import Drawing, dossier, write
from exporters.dossier.blocks import Cell, Heading, Table
from model.document import Snapshot
from tests.exporters.dossier.hostile import HOSTILE, filled_with
from tests.helpers.speaking import speaking

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def made(sample: Snapshot, drawing: Drawing) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(sample, ".docx", drawing)))


def words(cell: Cell) -> str:
    return "\n".join("".join(span.words for span in line) for line in cell)


def test_headings_are_those_of_the_report_in_order(
    made: docx.document.Document, sample: Snapshot, drawing: Drawing
) -> None:
    titles = [b for b in dossier(sample, drawing).blocks if isinstance(b, Heading)]

    found = [(p.style.name, p.text) for p in made.paragraphs if p.style.name.startswith("Heading")]

    expected = [(f"Heading {b.level}", f"{b.number}  {words((b.line,))}") for b in titles]
    assert found == expected


def test_tables_say_the_same_and_repeat_their_head(
    made: docx.document.Document, sample: Snapshot, drawing: Drawing
) -> None:
    expected = [b for b in dossier(sample, drawing).blocks if isinstance(b, Table)]

    found = [t for t in made.tables if t.rows[0]._tr.find(f"{W}trPr") is not None]

    assert len(found) == len(expected)
    for table, told in zip(found, expected, strict=True):
        cells = [[cell.text.strip() for cell in row.cells] for row in table.rows]
        assert cells[0] == list(told.head)
        assert cells[1:] == [[words(cell).strip() for cell in row] for row in told.rows]
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_the_file_tells_title_and_language_and_no_person_or_hour(
    made: docx.document.Document, sample: Snapshot
) -> None:
    about = made.core_properties

    assert about.title == f"Verfahrensdokumentation: {sample.service.name}"
    assert about.language == "de"
    assert (about.author, about.last_modified_by) == ("", "")
    assert about.created is None
    assert about.modified is None


def test_pictures_say_what_they_show_or_that_they_are_decoration(
    made: docx.document.Document,
) -> None:
    told = [shape._inline.docPr for shape in made.inline_shapes]

    figures = [one.get("descr") for one in told if one.get("descr")]
    assert len(figures) == 3
    assert figures[0].startswith("Ablaufdiagramm der Leistung")
    rest = [one for one in told if not one.get("descr")]
    assert rest
    assert all(any(e.tag.endswith("decorative") for e in one.iter()) for one in rest)
    sizes = [(round(s.page_width.mm), round(s.page_height.mm)) for s in made.sections]
    assert sizes == [(210, 297), (297, 210), (420, 297), (420, 297), (210, 297)]


def test_german_words_in_an_english_file_are_marked(sample: Snapshot) -> None:
    with speaking("en"):
        made = docx.Document(io.BytesIO(write(sample, ".docx")))

    marks = {e.get(f"{W}val") for e in made.element.body.iter(f"{W}lang")}
    assert marks == {"de"}


def test_two_runs_give_the_same_file(sample: Snapshot, drawing: Drawing) -> None:
    again = Snapshot.of_records(reversed(list(sample)))

    data = write(sample, ".docx", drawing)

    assert data == write(again, ".docx", drawing)
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_text_of_a_file_becomes_markup_a_field_or_a_link(
    sample: Snapshot, drawing: Drawing
) -> None:
    data = write(filled_with(sample, HOSTILE), ".docx", drawing)

    made = docx.Document(io.BytesIO(data))
    fields = [e.text for e in made.element.body.iter(f"{W}instrText")]
    targets = [r.target_ref for r in made.part.rels.values() if r.is_external]
    text = "\n".join(e.text or "" for e in made.element.body.iter(f"{W}t"))

    assert fields == [' TOC \\o "1-2" \\h \\z \\u ']
    assert targets == []
    assert '=HYPERLINK("http://x.example","y")' in text
    assert "<script>alert(1)</script>" in text
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", text)
