"""German words and the light theme for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.speaking import speaking
from tests.widgets.inspector.desk import Desk
from widgets.inspector import Inspector
from widgets.look import theme


@pytest.fixture(autouse=True)
def _german_and_light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    with speaking("de"):
        yield


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(340, 800)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.activateWindow()
    return Desk(inspector)
