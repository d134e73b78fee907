"""Can the judges tell good from bad?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judges import judge

pytestmark = pytest.mark.judge

GOOD_BPMN = (Path(__file__).parent / "good.bpmn").read_text(encoding="utf-8")

GOOD_FORM: dict[str, Any] = {
    "type": "default",
    "schemaVersion": 19,
    "id": "angaben",
    "components": [
        {"type": "text", "id": "intro", "text": "# Ihre Angaben"},
        {
            "type": "textfield",
            "id": "f1",
            "key": "name",
            "label": "Name",
            "validate": {"required": True},
        },
        {"type": "number", "id": "f2", "key": "gewicht", "label": "Gewicht"},
    ],
}


@pytest.fixture
def bpmn_file(tmp_path: Path) -> Path:
    """A small process without a fault."""
    path = tmp_path / "good.bpmn"
    path.write_text(GOOD_BPMN, encoding="utf-8")
    return path


def test_a_clean_process_is_accepted(bpmn_file: Path) -> None:
    (answer,) = judge.bpmn([bpmn_file])

    assert answer == {"file": str(bpmn_file), "warnings": [], "errors": []}


@pytest.mark.parametrize(
    ("old", "new", "where", "expected"),
    [
        ('targetRef="e"', 'targetRef="nobody"', "warnings", "unresolved reference <nobody>"),
        ('<bpmn:startEvent id="s"', '<bpmn:task id="s"', "errors", "not readable"),
        ('name="Antrag prüfen"', "", "errors", "label-required at t"),
        ('bpmnElement="e"', 'bpmnElement="t"', "errors", "no-bpmndi at e"),
    ],
)
def test_a_faulty_process_is_refused(
    bpmn_file: Path, old: str, new: str, where: str, expected: str
) -> None:
    bpmn_file.write_text(GOOD_BPMN.replace(old, new), encoding="utf-8")

    (answer,) = judge.bpmn([bpmn_file])

    assert expected in " ".join(answer[where])


def test_good_and_bad_forms_are_told_apart(tmp_path: Path) -> None:
    unknown = {"type": "crystal_ball", "id": "f3", "key": "x"}
    twice = {"type": "textfield", "id": "f4", "key": "name", "label": "Noch einmal"}
    files = {
        "good.form": GOOD_FORM,
        "unknown.form": {**GOOD_FORM, "components": [unknown]},
        "twice.form": {**GOOD_FORM, "components": [*GOOD_FORM["components"], twice]},
    }
    paths = [tmp_path / name for name in files]
    for path in paths:
        path.write_text(json.dumps(files[path.name]), encoding="utf-8")

    good, unknown_type, same_key = judge.forms(paths)

    assert (good["warnings"], good["errors"]) == ([], [])
    assert (good["fields"], good["drawn"]) == (["name", "gewicht"], 3)
    assert list(good["missing"]) == ["name"]
    assert "crystal_ball" in unknown_type["errors"][0]
    assert "name" in same_key["errors"][0]
