"""Is the documentation of a service one call away, whole on its paper, and the same every time?"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from model.document import Snapshot
from model.storage import from_bytes, to_bytes
from resources import list_resources, open_resource
from studio.commandline.report import report_of
from studio.main import main
from tests.conftest import Bar
from tests.helpers.musterleistung import musterleistung
from tests.helpers.speaking import speaking

SAMPLES = [name.removesuffix(".fachwerk") for name in list_resources("samples", ".fachwerk")]
EDGE = 28.0
"""About a centimetre: nothing is printed nearer to the edge (points)."""


def sample(name: str) -> Snapshot:
    data = open_resource(f"samples/{name}.fachwerk")
    return Snapshot.of_records(from_bytes(data, name).records)


def outside(data: bytes) -> list[str]:
    """Signs on upright sheets that lie outside of the printable area."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        if width > height:
            continue  # the diagram: its cards are held to the sheets elsewhere
        text = page.get_textpage()
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            if right > left and not (
                left >= EDGE and bottom >= EDGE and right <= width - EDGE and top <= height - EDGE
            ):
                found.append(text.get_text_range(number, 1))
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_U13_no_word_of_the_documentation_leaves_its_paper(
    qapp: QApplication, name: str, language: str
) -> None:
    with speaking(language):
        data = report_of(sample(name), ".pdf")

    assert outside(data) == []


@pytest.mark.parametrize("ending", [".pdf", ".html", ".docx"])
def test_U13_documentation_is_one_call_and_the_same_every_time(
    qapp: QApplication, tmp_path: Path, bar: Bar, ending: str
) -> None:
    service = tmp_path / "leistung.fachwerk"
    service.write_bytes(to_bytes(musterleistung()))
    outs = [tmp_path / f"{name}{ending}" for name in ("eins", "zwei")]

    codes = [main(["report", str(service), "-o", str(out)]) for out in outs]

    assert codes == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    bar(f"U13 {ending}", "1 action, equal", "3 actions, equal")


def test_U13_a_very_long_word_breaks_instead_of_leaving_its_paper(qapp: QApplication) -> None:
    view = musterleistung()
    long = view.service.replaced(name="Donau" * 40, description="x" * 900, office="Amt" * 90)

    with speaking("de"):
        data = report_of(
            Snapshot.of_records([long if r.id == long.id else r for r in view]), ".pdf"
        )

    assert outside(data) == []


def test_an_unknown_ending_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service, out = tmp_path / "leistung.fachwerk", tmp_path / "bericht.odt"
    service.write_bytes(to_bytes(musterleistung()))

    code = main(["--language", "de", "report", str(service), "-o", str(out)])

    assert code == 2
    assert ".pdf, .html oder .docx" in capsys.readouterr().err
    assert not out.exists()
