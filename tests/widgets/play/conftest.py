"""A language for every widget of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.language import use
from studio.language.load import load


@pytest.fixture(autouse=True)
def _german(qapp: object) -> Iterator[None]:
    load("de")
    yield
    use("de", {})
