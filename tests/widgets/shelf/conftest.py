"""German words and the light theme for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.speaking import speaking
from widgets.look import theme


@pytest.fixture(autouse=True)
def _german_and_light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    with speaking("de"):
        yield
