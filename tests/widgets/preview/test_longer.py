"""Is nothing of the form cut when its words are a third longer and large?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from model.records import Step
from model.storage import from_bytes
from resources import open_resource
from tests.helpers.longer import clipped, speak_longer
from widgets.canvas.selection import Selection
from widgets.look import theme
from widgets.preview import Preview
from widgets.table import Table


@pytest.fixture(autouse=True)
def _small_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.scale_text(qapp, 1.0)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_U12_no_word_of_form_or_table_is_cut(
    qtbot: QtBot, qapp: QApplication, language: str, scale: float
) -> None:
    document = open_document(from_bytes(open_resource("samples/hundesteuer.fachwerk")).records)
    theme.scale_text(qapp, scale)
    speak_longer(language)
    preview, table = Preview(), Table(Selection())
    table.selection.setParent(table)
    for widget in (preview, table):
        qtbot.addWidget(widget)
        widget.resize(round(420 * scale), round(700 * scale))
        widget.open(document)
        with qtbot.waitExposed(widget):
            widget.show()

    preview.switches.set_on("faults", True)
    for step in document.snapshot().of(Step):
        preview.show_selection([step.id])
        qapp.processEvents()
        assert clipped(preview) == [], step.name
    assert clipped(table) == []
