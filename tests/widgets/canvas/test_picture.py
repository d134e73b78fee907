"""Is the picture complete, made of text and lines, and the same on every run?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.helpers.parking import Parking
from widgets.canvas import picture


def test_an_svg_holds_every_title_and_question_as_text_and_no_raster(
    qapp: QApplication, service: Parking, tmp_path: Path
) -> None:
    path = tmp_path / "bild.svg"

    picture.render(service.document.snapshot(), path)

    svg = path.read_text("utf-8")
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    for words in ("1 Ihre Angaben", "2 Ihr Fahrzeug", "Antrag prüfen", "Ausweis erteilt"):
        assert words in texts
    for words in ("Name", "Hauptwohnsitz", "Sind Sie Halter?", "Ja", "Nein", "Amt"):
        assert words in texts
    assert "<image" not in svg
    assert "<title>Bewohnerparkausweis</title>" in svg


def test_two_runs_give_the_same_bytes(qapp: QApplication, service: Parking) -> None:
    view = service.document.snapshot()

    assert picture.to_bytes(view, "svg") == picture.to_bytes(view, "svg")
    assert picture.to_bytes(view, "png") == picture.to_bytes(view, "png")


def test_a_png_shows_more_than_paper(qapp: QApplication, service: Parking) -> None:
    data = picture.to_bytes(service.document.snapshot(), "png")

    image = QImage.fromData(data)

    assert image.width() > 1200
    assert len({image.pixel(x, 300) for x in range(0, image.width(), 7)}) > 4


def test_a_pdf_goes_to_an_open_device(qapp: QApplication, service: Parking) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)

    picture.render(service.document.snapshot(), buffer, form="pdf")

    assert bytes(buffer.data().data()).startswith(b"%PDF")


def test_an_unknown_format_is_refused(qapp: QApplication, service: Parking) -> None:
    with pytest.raises(ValueError, match="no such format"):
        picture.render(service.document.snapshot(), "bild.gif")
