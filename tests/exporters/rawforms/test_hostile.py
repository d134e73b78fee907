"""Is every old form that means harm refused in a sentence, quickly, and never with a traceback?"""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Callable

import pytest

from exporters.rawforms import read_raw
from model.errors import FachwerkError
from tests.helpers.dogform import dog_form
from tests.helpers.oldforms import PdfForm, R, S, W, archive, excel, paragraph, run, table, word
from tests.helpers.speaking import speaking

SECONDS = 2.0
"""Of work; what other programs do meanwhile does not count."""
BOX = (0.0, 0.0, 10.0, 10.0)


def _bomb() -> bytes:
    """200 MB of strokes in 200 KB; the page does not even need them."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b"q " * 500_000) for _ in range(200)) + packer.flush()


def _with_content(data: bytes, facts: str = "") -> bytes:
    form = PdfForm()
    form.field("feld", BOX, tip="Frage")
    number = form.stream(data, facts)
    made = form.bytes()
    return made.replace(f"/Contents {number + 1} 0 R".encode(), f"/Contents {number} 0 R".encode())


def _many(number: int) -> bytes:
    form = PdfForm()
    for place in range(number):
        form.field(f"f{place}", BOX)
    return form.bytes()


def _chain(length: int) -> bytes:
    """Fields that hold fields that hold fields; the last holds the first."""
    form = PdfForm()
    numbers = [form.put(b"") for _ in range(length)]
    following = [*numbers[1:], numbers[0]]
    for number, kid in zip(numbers, following, strict=True):
        form.objects[number - 1] = f"<< /T (a) /Kids [{kid} 0 R] >>".encode()
    form.fields = [numbers[0]]
    return form.bytes()


def _xfa(packet: bytes) -> bytes:
    form = PdfForm()
    number = form.stream(packet)
    return form.bytes(form=f"/XFA [(template) {number} 0 R]")


def _locked(facts: str) -> bytes:
    return dog_form().replace(b"/Root", f"/ID [<00> <00>] /Encrypt << {facts} >> /Root".encode())


def _office(sheet: str, target: str) -> bytes:
    return archive(
        {
            "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="a" r:id="r1"/></sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<R><r Id="r1" Target="{target}"/></R>',
            "xl/worksheets/s.xml": f"<worksheet {S}><sheetData>{sheet}</sheetData></worksheet>",
        }
    )


_KEY = "/Filter /Standard /V 1 /R 2 /O <" + "11" * 32 + "> /U <" + "22" * 32 + "> /P -4"
CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "only its first line": ("a.pdf", lambda: b"%PDF-1.7\n", "RAW-BROKEN"),
    "cut off": ("a.pdf", lambda: dog_form()[:9000], "RAW-BROKEN"),
    "zeros": ("a.pdf", lambda: b"%PDF-1.7\n" + b"\0" * 2_000_000, "RAW-BROKEN"),
    "a password": ("a.pdf", lambda: _locked(_KEY), "RAW-LOCKED"),
    "an unknown lock": ("a.pdf", lambda: _locked("/Filter /Standard /V 5 /R 6"), "RAW-LOCKED"),
    "a lock of another maker": ("a.pdf", lambda: _locked("/Filter /Fremd /V 1"), "RAW-LOCKED"),
    "100 000 fields": ("a.pdf", lambda: _many(100_000), "RAW-TOO-MUCH"),
    "2 100 fields": ("a.pdf", lambda: _many(2_100), "RAW-TOO-MANY"),
    "fields in a circle": ("a.pdf", lambda: _chain(3), "RAW-NO-FIELDS"),
    "fields in fields": ("a.pdf", lambda: _chain(3_000), "RAW-TOO-MUCH"),
    "half a million objects": (
        "a.pdf",
        lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 400_000,
        "RAW-BROKEN",
    ),
    "a form of the other kind": (
        "a.pdf", lambda: PdfForm().bytes(form="/XFA (x)"), "RAW-XFA"
    ),
    "entities in its XML": (
        "a.pdf", lambda: _xfa(b'<!DOCTYPE a [<!ENTITY x "y">]><template/>'), "XML-DOCTYPE"
    ),
    "XML that is none": ("a.pdf", lambda: _xfa(b"<template>"), "XML-BROKEN"),
    "no form at all": ("a.pdf", lambda: PdfForm().bytes(), "RAW-NO-FIELDS"),
    "entities": (
        "a.docx",
        lambda: archive(
            {"word/document.xml": f'<!DOCTYPE a [<!ENTITY x "y">]><w:document {W}/>'}
        ),
        "XML-DOCTYPE",
    ),
    "too many lines": (
        "a.docx",
        lambda: word(*[paragraph(run(f"Frage {n}: ____")) for n in range(30_000)]),
        "RAW-TOO-MANY",
    ),
    "a table without end": (
        "a.docx",
        lambda: word(table(*[(f"Frage {n}", "") for n in range(5_000)])),
        "RAW-TOO-MANY",
    ),
    "an empty document": ("a.docx", word, "RAW-NO-FIELDS"),
    "a part that grows": (
        "a.docx",
        lambda: archive({"word/document.xml": "<a>" + " " * 50_000_000 + "</a>"}),
        "ZIP-RATIO",
    ),
    "an archive of something else": ("a.docx", lambda: archive({"a.txt": "x"}), "RAW-UNKNOWN"),
    "too many rows": (
        "a.xlsx",
        lambda: excel({"a": [(f"x{n}",) for n in range(5_000)]}),
        "RAW-TOO-MANY",
    ),
    "the last cell of all": (
        "a.xlsx",
        lambda: _office('<row><c r="XFD1048576"><v>1</v></c></row>', "worksheets/s.xml"),
        "RAW-NO-FIELDS",
    ),
    "a way out of the archive": (
        "a.xlsx", lambda: _office("", "../../../etc/passwd"), "RAW-NO-FIELDS"
    ),
    "Word before 2007": (
        "a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "RAW-OLD-OFFICE"
    ),
    "no text": ("a.csv", lambda: b"a;b\0c", "RAW-NOT-TEXT"),
    "nothing": ("a.csv", lambda: b" \n", "RAW-NO-FIELDS"),
    "a line without end": ("a.csv", lambda: b"a" * 30_000_000, "RAW-TOO-LARGE"),
    "lines without end": ("a.txt", lambda: b"Frage\n" * 100_000, "RAW-TOO-MANY"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_form_that_means_harm_is_refused_in_a_sentence(case: str) -> None:
    name, make, code = CASES[case]
    data = make()
    start = time.process_time()

    with speaking("de"), pytest.raises(FachwerkError) as refused:
        read_raw(data, name)
    words = str(refused.value)

    assert time.process_time() - start < SECONDS
    assert refused.value.code == code
    assert name in words
    assert refused.value.todo is not None
    assert "{" not in words


@pytest.mark.parametrize(
    "data",
    [
        _with_content(_bomb(), "/Filter /FlateDecode"),
        _with_content(b"[" * 100_000),
        _with_content(b"BT /R 9 Tf (a) Tj ET " * 100_000),
    ],
    ids=["a bomb", "brackets in brackets", "too many words"],
)
def test_a_page_that_means_harm_costs_only_its_words(data: bytes) -> None:
    start = time.process_time()

    form = read_raw(data, "a.pdf")

    assert time.process_time() - start < SECONDS
    assert [entry.label for entry in form.entries] == ["Frage"]


def test_a_script_at_the_opening_is_not_even_looked_at() -> None:
    form = PdfForm()
    form.field("feld", BOX, tip="Frage", script="while(true){}")
    opening = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"

    assert len(read_raw(form.bytes(catalog=opening), "a.pdf").entries) == 1


def test_bytes_turned_at_random_are_read_or_refused_and_nothing_else() -> None:
    dice, whole = random.Random(6), dog_form()
    start = time.process_time()
    read, refused = 0, 0

    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 30)):
            place = dice.randrange(len(data))
            data[place : place + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 4))
        try:
            read_raw(bytes(data), "a.pdf")
            read += 1
        except FachwerkError:
            refused += 1

    assert read + refused == 60
    assert read > 10
    assert time.process_time() - start < 10
