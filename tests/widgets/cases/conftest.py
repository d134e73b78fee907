"""The pane of the cases by itself, over a small service."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from model.language import use
from resources import texts


@pytest.fixture(autouse=True)
def german(qtbot: QtBot) -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})
