"""What do the tests of the data schemas share?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporters.xmlkit import Schema
from model.language import use
from resources import open_resource, texts

MAIN = "main.xsd"


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.fixture(scope="session")
def own_schema() -> Schema:
    """Our own description of XDatenfelder 3.0.0."""
    return Schema(MAIN, {MAIN: open_resource("schemas/xdatenfelder-3.0.0-reconstructed.xsd")})


@pytest.fixture(scope="session")
def own_genericode() -> Schema:
    return Schema(MAIN, {MAIN: open_resource("schemas/genericode-subset.xsd")})


@pytest.fixture(scope="session")
def samples(shared: Path) -> Path:
    return shared / "fim" / "samples"
