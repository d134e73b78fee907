"""The German catalogue for tests that look at words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.language import use
from resources import texts


@pytest.fixture
def german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})
