"""Does a real assistive technology hear the service in reading order, over the real bus?"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.behaviors import open_document
from model.graph import reading_order
from model.language import tr
from model.records import Node
from model.storage import from_bytes
from studio.language.load import load
from studio.samples import sample_bytes

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = Path("/usr/bin/python3")
READER = Path(__file__).parents[1] / "judges" / "reader.py"
SCRIPT = """
{launcher} --launch-immediately & bus=$!
{studio} -m studio --sample hundesteuer & window=$!
{python} {reader} "{name}" 40 > {out}
kill $window $bus
"""


def _can_listen() -> bool:
    if not (LAUNCHER.exists() and shutil.which("dbus-run-session") and shutil.which("xdotool")):
        return False
    question = "import gi; gi.require_version('Atspi', '2.0')"
    return PYTHON.exists() and not subprocess.run([PYTHON, "-c", question], check=False).returncode


@pytest.mark.xwindow
def test_U9_a_screen_reader_hears_the_service_in_reading_order(tmp_path: Path) -> None:
    if not _can_listen():
        pytest.skip("needs dbus, at-spi2-core, gir1.2-atspi-2.0 and python3-gi")
    load("de")
    out = tmp_path / "heard.json"
    script = SCRIPT.format(
        launcher=LAUNCHER,
        studio=sys.executable,
        python=PYTHON,
        reader=READER,
        name=tr("canvas.name"),
        out=out,
    )
    surroundings = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "de_DE.UTF-8"}
    surroundings["FACHWERK_HOME"] = str(tmp_path / "home")

    subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=surroundings,
        check=False,
        capture_output=True,
        timeout=90,
        cwd=READER.parents[2],
    )
    heard = json.loads(out.read_text(encoding="utf-8"))

    opened = from_bytes(sample_bytes("hundesteuer"), "hundesteuer")
    view = open_document(opened.records).snapshot()
    nodes = [view.the(one, Node) for one in reading_order(view)]
    names = heard["names"]
    assert heard["unnamed"] == []
    assert all(names)
    for place, (node, said) in enumerate(zip(nodes, names, strict=False), start=1):
        assert node.name in said
        assert f"{place} von {len(nodes)}" in said
    walked = [names.index(said) for said in heard["focused"]]
    assert len(walked) == 4
    assert walked == sorted(set(walked))
