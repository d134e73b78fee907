"""Does a foreign reader find title, language, headings, tables and alternative texts (PDF/UA-1)?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pytest

from exporters.dossier import Drawing, dossier, write
from exporters.dossier.blocks import Heading, Table
from model.document import Snapshot
from tests.exporters.dossier.conftest import svg
from tests.exporters.dossier.hostile import HOSTILE, filled_with
from tests.helpers.speaking import speaking

Element = Any


@pytest.fixture
def made(sample: Snapshot, drawing: Drawing) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(sample, ".pdf", drawing)))


def structure(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """All elements of the structure in the order of reading."""
    waiting: list[Element] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += reversed(list(one))
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                waiting.append(one.K)


def inside(element: Element) -> list[str]:
    """What kinds of elements are directly in one."""
    children = element.get("/K", pikepdf.Array())
    every = children if isinstance(children, pikepdf.Array) else [children]
    return [str(c.S) for c in every if isinstance(c, pikepdf.Dictionary) and "/S" in c]


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return text.replace("\u200b", "").replace("\r", "")


def test_title_language_marks_and_the_promise_of_the_standard_are_there(
    made: pikepdf.Pdf, sample: Snapshot
) -> None:
    with made.open_metadata() as about:
        promised = about["pdfuaid:part"]
        title = about["dc:title"]

    assert promised == "1"
    assert title == f"Verfahrensdokumentation: {sample.service.name}"
    assert str(made.Root.Lang) == "de"
    assert bool(made.Root.MarkInfo.Marked) is True
    assert bool(made.Root.ViewerPreferences.DisplayDocTitle) is True
    assert all(page.get("/Tabs") == "/S" for page in made.pages if "/Annots" in page)


def test_headings_are_those_of_the_report_in_order(
    made: pikepdf.Pdf, sample: Snapshot, drawing: Drawing
) -> None:
    whole = dossier(sample, drawing)

    levels = [str(one.S) for one in structure(made) if str(one.S).startswith("/H")]
    with made.open_outline() as outline:
        entries = [one.title for top in outline.root for one in (top, *top.children)]

    titles = [b for b in whole.blocks if isinstance(b, Heading)]
    assert levels == ["/H1", *(f"/H{b.level}" for b in titles)]
    said = [f"{b.number} {''.join(s.words for s in b.line)}" for b in titles]
    assert [" ".join(one.split()) for one in entries] == [whole.words["contents"], *said]


def test_every_table_has_a_head_of_header_cells(
    made: pikepdf.Pdf, sample: Snapshot, drawing: Drawing
) -> None:
    expected = [b for b in dossier(sample, drawing).blocks if isinstance(b, Table)]

    found = [one for one in structure(made) if one.S == "/Table"]

    assert len(found) == len(expected)
    assert all(inside(one) == ["/THead", "/TBody"] for one in found)
    heads = [one for one in structure(made) if one.S == "/TH"]
    assert len(heads) == sum(len(table.head) for table in expected)
    assert {str(one.A[0].Scope) for one in heads} == {"/Column"}
    rows = [one for one in structure(made) if one.S == "/TR"]
    assert len(rows) == sum(len(table.rows) + 1 for table in expected)
    assert all(set(inside(row)) in ({"/TH"}, {"/TD"}) for row in rows)


def test_every_figure_says_what_it_shows(made: pikepdf.Pdf) -> None:
    figures = [str(one.get("/Alt", "")) for one in structure(made) if one.S == "/Figure"]

    assert figures[0].startswith("Ablaufdiagramm der Leistung „Bewohnerparkausweis ausstellen“.")
    assert [alt.split(" ")[:2] for alt in figures[1:]] == [
        ["Ausschnitt", "A1"],
        ["Ausschnitt", "B1"],
    ]


def test_sheets_lie_on_their_own_paper(made: pikepdf.Pdf) -> None:
    sizes = [tuple(round(float(n)) for n in page.mediabox[2:]) for page in made.pages]

    assert sizes.count((842, 595)) == 1
    assert sizes.count((1191, 842)) == 2
    assert set(sizes) == {(595, 842), (842, 595), (1191, 842)}


def test_links_of_norms_can_be_followed_and_lead_nowhere_else(
    made: pikepdf.Pdf, sample: Snapshot
) -> None:
    annotations = [a for page in made.pages for a in page.get("/Annots", ())]
    targets = {str(a.A.URI) for a in annotations if "/A" in a and "/URI" in a.A}

    assert targets
    assert targets <= {getattr(record, "link", "") for record in sample}


def test_in_english_the_language_of_german_words_is_told(sample: Snapshot) -> None:
    with speaking("en"):
        made = pikepdf.open(io.BytesIO(write(sample, ".pdf")))

    assert str(made.Root.Lang) == "en"
    assert "de" in {str(one.Lang) for one in structure(made) if "/Lang" in one}


def test_two_runs_give_the_same_sheets(sample: Snapshot, drawing: Drawing) -> None:
    again = Snapshot.of_records(reversed(list(sample)))

    data = write(sample, ".pdf", drawing)

    assert data == write(again, ".pdf", drawing)
    assert b"/CreationDate" not in data
    assert b"/ModDate" not in data


def test_no_text_of_a_file_becomes_a_program(sample: Snapshot, drawing: Drawing) -> None:
    view = filled_with(sample, HOSTILE)

    said = words(write(view, ".pdf", drawing)).replace("\n", " ")

    assert '#read("/etc/passwd")' in said
    assert '#eval("1") $x$ *b* _i_ @ref <l>' in said
    assert "root:" not in said
    assert "[U+202E]abc" in said


def test_a_sign_that_no_font_has_is_written_by_its_number(sample: Snapshot) -> None:
    odd = "\U00013080"  # an Egyptian eye
    service = sample.service.replaced(description=f"Auge {odd}")
    view = Snapshot.of_records([service if r.id == service.id else r for r in sample])

    said = words(write(view, ".pdf"))

    assert f"Auge [U+{ord(odd):04X}]" in said or odd in said


def test_a_drawing_with_such_signs_comes_as_pixels(sample: Snapshot, drawing: Drawing) -> None:
    odd = replace(drawing, svg=svg("\U00013080"))

    made = pikepdf.open(io.BytesIO(write(sample, ".pdf", odd)))

    assert len([one for one in structure(made) if one.S == "/Figure"]) == 3
