"""Is the look complete, readable and sharp?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from model.grammar import TEMPLATES
from widgets.look import icons, theme
from widgets.look.tokens import THEMES, contrast, tokens

PAPERS = (
    "paper",
    "panel",
    "control",
    "card",
    "lane_applicant",
    "lane_office",
    "lane_system",
    "accent_soft",
)
WORDS = ("text", "muted", "accent", "timber", "error", "warning", "hint", "ok")
LINES = ("flow", "uses", "card_edge", "accent")


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_from_every_paper(name: str) -> None:
    said = tokens(name)
    for paper in PAPERS:
        for words in WORDS:
            found = contrast(getattr(said, words), getattr(said, paper))
            assert found >= 4.5, (paper, words, found)
    assert contrast(said.on_accent, said.accent) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_lines_that_mean_something_stand_out(name: str) -> None:
    said = tokens(name)
    for paper in PAPERS:
        for line in LINES:
            assert contrast(getattr(said, line), getattr(said, paper)) >= 3, (paper, line)


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no such theme"):
        tokens("pink")


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_theme_is_worn_as_a_palette(qapp: QApplication, name: str) -> None:
    assert theme.apply(qapp, name) == name

    assert theme.current() == name
    assert theme.wish() == name
    said = tokens(name)
    worn = qapp.palette()
    assert worn.color(QPalette.ColorRole.Window) == QColor(said.panel)
    assert worn.color(QPalette.ColorRole.Highlight) == QColor(said.accent)
    assert qapp.styleSheet() == ""
    assert qapp.style().objectName().lower() == "fusion"


def test_the_theme_of_the_system_can_be_followed(qapp: QApplication) -> None:
    assert theme.apply(qapp, "system") in THEMES
    assert theme.wish() == "system"


@pytest.mark.parametrize("key", sorted({t.icon for t in TEMPLATES.values()} | set(TEMPLATES)))
def test_every_template_has_a_sign_of_its_own(qapp: QApplication, key: str) -> None:
    assert key in icons.names()


def test_every_sign_is_drawn_inside_its_field(qapp: QApplication) -> None:
    field = QRectF(0, 0, icons.FIELD, icons.FIELD)
    for name in icons.names():
        lines, filled = icons.glyph(name)
        box = lines.boundingRect().united(filled.boundingRect())
        assert not box.isEmpty() or box.width() > 0 or box.height() > 0, name
        assert field.contains(box.topLeft()), name
        assert field.contains(box.bottomRight()), name


def test_an_icon_is_sharp_on_dense_screens_and_takes_its_colour(qapp: QApplication) -> None:
    made = icons.icon("page", "error", theme="light")

    dense = made.pixmap(made.actualSize(made.availableSizes()[0]), 2.0).toImage()

    colors = {dense.pixelColor(x, y).rgb() for x in range(32) for y in range(32)}
    assert dense.width() == 32
    assert QColor(tokens("light").error).rgb() in colors


def test_an_unknown_sign_falls_back(qapp: QApplication) -> None:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)

    icons.paint(painter, "never heard of", QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()

    assert any(image.pixelColor(x, 12).value() < 128 for x in range(24))
