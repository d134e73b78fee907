"""A furnished window and a person at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exporters.registry import TARGETS
from model.document import Snapshot
from model.storage import from_bytes
from studio.samples import sample_bytes
from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    return Hand(qtbot, open_desk(qtbot, tmp_path / "desk"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "hundesteuer.fachwerk"
    path.write_bytes(sample_bytes("hundesteuer"))
    return path


@pytest.fixture(scope="session")
def package_bytes() -> bytes:
    view = Snapshot.of_records(from_bytes(sample_bytes("hundesteuer"), "x").records)
    return TARGETS["package"].write(view)[0][0].content


@pytest.fixture
def package(tmp_path: Path, package_bytes: bytes) -> Path:
    path = tmp_path / "hundesteuer.fachwerk.zip"
    path.write_bytes(package_bytes)
    return path
