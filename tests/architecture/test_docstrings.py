"""What a docstring shows by example is true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
SHOWING = [
    ".".join(path.relative_to(HOUSE).with_suffix("").parts)
    for storey in ("model", "exporters", "resources", "widgets", "studio")
    for path in sorted((HOUSE / storey).rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", SHOWING)
def test_examples_in_docstrings_come_out_as_written(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module))

    assert result.attempted > 0
    assert result.failed == 0
