"""Are the files themselves what the engine expects: readable, well named, all in the request?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished

_NAME = re.compile(r"[a-z0-9._-]+\.(bpmn|dmn|form)")
_BESIDE = frozenset({"deployment.json", "einspielen.md"})


def well_formed(finished: Finished) -> Iterator[Fault]:
    """C02: XML and JSON can be read."""
    for name in finished.broken:
        yield Fault("C02", "broken", name)


def names(finished: Finished) -> Iterator[Fault]:
    """O17: endings by which the engine decides; each file is one part of the request."""
    resources = [a.name for a in finished.artifacts if a.name not in _BESIDE]
    for name in resources:
        if not _NAME.fullmatch(name):
            yield Fault("O17", "file_name", name)
    folded = [name.casefold() for name in resources]
    for name in sorted({name for name in folded if folded.count(name) > 1}):
        yield Fault("O17", "file_twice", name)
    parts = (finished.request or {}).get("resources", [])
    listed = sorted(str(part.get("filename", "")) for part in parts)
    if listed != sorted(resources):
        yield Fault("O17", "request", detail=", ".join(sorted({*listed} ^ {*resources})))
