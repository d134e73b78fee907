"""A real canvas with the small service on it, at 100 %, speaking German."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.document import History
from model.language import use
from resources import texts
from tests.helpers.parking import Parking, parking
from widgets.canvas import Canvas
from widgets.look import theme


@pytest.fixture
def german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.fixture
def service(german: None) -> Parking:
    return parking()


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication, service: Parking) -> Canvas:
    theme.apply(qapp, "light")
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(1400, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.open(service.document, History(service.document))
    made.zoom_to(1.0)
    made.centerOn(660, 320)
    made.setFocus()
    return made
