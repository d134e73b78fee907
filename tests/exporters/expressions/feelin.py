"""How do tests ask bpmn.io's FEEL?"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "judges" / "node_modules" / "@bpmn-io" / "feelin"


def feelin(asked: Sequence[dict[str, Any]]) -> list[Any]:
    """The values of many expressions or unary tests ({kind, text, context}), in one run of node.

    A text that feelin cannot read fails the test.
    """
    node = shutil.which("node")
    if node is None or not PACKAGE.is_dir():
        if os.environ.get("FACHWERK_REQUIRE_SHARED") == "1":
            pytest.fail("node or the npm packages of tests/judges are not here")
        pytest.skip("node or the npm packages of tests/judges are not here")
    done = subprocess.run(
        [node, str(HERE / "feelin.mjs")],
        input=json.dumps(list(asked)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    faults = [(a["error"], q["text"]) for a, q in zip(answers, asked, strict=True) if "error" in a]
    assert faults == []
    return [answer["value"] for answer in answers]
