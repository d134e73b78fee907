"""What does an engine receive, and how many definitions must come of it?"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any

from exporters.artifact import Artifact
from exporters.platforms import Deployment, deployment
from exporters.platforms.finished import Finished
from exporters.platforms.flowable.writer import archive
from model.document import Snapshot
from tests.engines.asking import Engine

_BESIDE = (".json", ".md")


def exported(view: Snapshot, target: str) -> Deployment:
    """The set for an engine; that it is ready is the first promise."""
    made = deployment(view, target)
    assert made.status == "bereit", [fault for fault in made.faults if fault.severity == "failed"]
    return made


def files_of(artifacts: Sequence[Artifact]) -> dict[str, str]:
    """Name -> text of what is sent to the engine."""
    return {a.name: a.content.decode() for a in artifacts if not a.name.endswith(_BESIDE)}


def deploy(engine: Engine, artifacts: Sequence[Artifact]) -> dict[str, Any]:
    """Deploy a set; nothing of an earlier one is left. Flowable gets its archive."""
    if engine.name == "flowable":
        inside = [a for a in artifacts if not a.name.endswith(_BESIDE)]
        packed = base64.b64encode(archive("probe", inside).content).decode()
        return engine.ask("deploy", bar=packed)
    return engine.ask("deploy", files=files_of(artifacts))


def expected(artifacts: Sequence[Artifact]) -> dict[str, list[str]]:
    """The definitions that the files promise."""
    finished = Finished(artifacts)
    runs = [p.get("id") for p in finished.processes if p.get("isExecutable") == "true"]
    return {"processes": sorted(runs), "decisions": sorted(_asked(finished))}


def _asked(finished: Finished) -> set[str]:
    """Every decision; those inside a decision service are a part of it."""
    found = set(finished.decisions)
    for key, service in finished.decision_services.items():
        found -= {one.get("href", "").lstrip("#") for one in service}
        found.add(key)
    return found


def forms_of(artifacts: Sequence[Artifact]) -> set[str]:
    """The ids of the forms in a set."""
    forms = [json.loads(a.content) for a in artifacts if a.name.endswith(".form")]
    return {str(form.get("id") or form.get("key")) for form in forms}


__all__ = ["deploy", "expected", "exported", "files_of", "forms_of"]
