"""Do the import contracts hold, and would a break be reported?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT, STOREYS


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml on a tree."""
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The modules of the house, to be spoiled."""
    for storey in STOREYS:
        for module in (ROOT / storey).rglob("*.py"):
            target = tmp_path / module.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(module, target)
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def test_the_import_contracts_hold() -> None:
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_planted_break_of_a_contract_is_reported(copy: Path) -> None:
    planted = {
        "widgets/planted.py": "import exporters",
        "model/planted.py": "import studio",
        "model/geometry_planted.py": "import resources",
        "model/records/planted.py": "import model.document",
        "model/document/planted.py": "def f() -> None:\n    import networkx",
        "exporters/planted.py": "from PySide6 import QtCore",
        "exporters/forms/planted.py": "import exporters.bpmn",
        "widgets/tools/planted.py": "import widgets.planted_qt",
        "widgets/planted_qt.py": "import PySide6.QtWidgets",
        "studio/planted.py": "from lxml import etree",
    }
    for path, text in planted.items():
        (copy / path).write_text(f'"""Planted."""\n\n{text}\n', encoding="utf-8")

    done = lint_imports(copy)

    assert done.returncode == 1
    for sentence in (
        "widgets is not allowed to import exporters",
        "model is not allowed to import studio",
        "model is not allowed to import resources",
        "model.records is not allowed to import model.document",
        "exporters is not allowed to import PySide6",
        "exporters.forms is not allowed to import exporters.bpmn",
        "widgets.tools is not allowed to import PySide6",
        "studio is not allowed to import lxml",
        "model is not allowed to import networkx",
    ):
        assert sentence in done.stdout.replace("\n", " "), done.stdout
