"""What do the tests of BPMN share?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.language import use
from resources import texts
from tests.exporters.bpmn.files import Records, records_of, small_file


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.fixture
def small() -> Records:
    """The records of the small foreign file."""
    return records_of(small_file())
