"""The small service on a bare stage."""

from __future__ import annotations

import pytest

from tests.helpers.parking import Parking, parking
from tests.helpers.pointer import BareStage


@pytest.fixture
def service() -> Parking:
    return parking()


@pytest.fixture
def stage(service: Parking) -> BareStage:
    return BareStage(service.document)
