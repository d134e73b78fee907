"""Is a protocol complete, and is what people typed only text in it?"""

from __future__ import annotations

import csv
import io

import pytest

from exporters.registry import TARGETS
from exporters.reviewing import Protocol, Reviewed, passport, protocol_csv, protocol_html
from model.document import Snapshot
from model.language import use
from model.review import Answer, Review, ReviewRemark, Tick, Variant
from model.storage import from_bytes
from studio.language.load import load
from studio.samples import sample_bytes

EVIL = '<script>alert(1)</script>"&\u202e'


@pytest.fixture(autouse=True)
def _german() -> object:
    load("de")
    yield None
    use("de", {})


def protocol(text: str = EVIL) -> Protocol:
    moment = "2026-11-25T10:57:00.000001+01:00"
    head = Review(
        id="r", author="Frau Amann", role="Recht", verdict="query", reason=text, changed=moment
    )
    remark = ReviewRemark(
        id="m",
        about="f",
        place="Ihr Hund › Rasse",
        text=text,
        weight="must",
        state="answered",
        author="Frau Amann",
        written=moment,
        verdict="agreed",
        judged_by="Herr Berg",
        answers=(Answer(author="Herr Berg", written=moment, text=text),),
        variants=(Variant(field="text", value="Andere Worte"),),
    )
    tick = Tick(id="r.law.fees", review="r", topic="law.fees", ticked="no", note=text)
    reviewed = Reviewed("Hundesteuer", (("Fassung", "1.0.0"), ("Prüfsumme", "2824e023")))
    return Protocol(reviewed, (head,), (remark,), (tick,), "abc123")


def test_everything_that_was_said_stands_on_the_page() -> None:
    page = protocol_html(protocol("Bitte ändern.")).decode()

    for words in (
        *("Prüfprotokoll: Hundesteuer", "2824e023", "Frau Amann, Recht", "Rückfrage"),
        *("Ihr Hund › Rasse", "Bitte ändern.", "Muss geändert werden", "Herr Berg"),
        *("Einverstanden", "Andere Worte", "Nicht erfüllt", "25.11.2026, 10:57", "abc123"),
        "Gebühren",
    ):
        assert words in page
    assert page == protocol_html(protocol("Bitte ändern.")).decode()


def test_what_people_typed_is_never_markup() -> None:
    page = protocol_html(protocol()).decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_table_begins_a_formula(start: str) -> None:
    table = protocol_csv(protocol(f'{start}HYPERLINK("x")')).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row]

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert sum("HYPERLINK" in cell for cell in cells) == 4


def test_a_package_says_which_platforms_are_ready_and_a_torn_one_what_is_wrong() -> None:
    view = Snapshot.of_records(from_bytes(sample_bytes("hundesteuer"), "x").records)
    data = TARGETS["package"].write(view)[0][0].content

    whole, torn, none = passport(data), passport(data[:-40]), passport(b"PK\x03\x04")

    assert dict(whole.statuses)["operaton"] == "bereit"
    assert whole.problems == ()
    assert not whole.signed
    assert torn.problems
    assert none.problems
    assert none.statuses == ()
