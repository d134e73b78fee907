"""What do the tests of XProzess share?"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model.language import use
from resources import texts


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.fixture(scope="session")
def real(shared: Path) -> Path:
    """The one real message that is known."""
    folder = shared / "fim" / "samples" / "xprozess-2.0"
    return folder / "99006028261000-alleInhalte.export.0303.xml"


@pytest.fixture(scope="session")
def facts(shared: Path) -> Callable[[Path], Any]:
    """The measure of the judge from outside: all facts of a file but spelling."""
    spec = importlib.util.spec_from_file_location("judge", shared / "acceptance/roundtrip.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[Path], Any] = module.facts
    return found
