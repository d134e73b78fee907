"""A saved file to try things on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.studio.session.folder import OLD


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Hundesteuer.fachwerk"
    path.write_bytes(OLD)
    return path
