"""What does a FIM editor's office receive? The official files of a service in one folder.

The data schema in both versions, the process, the description of the service, and the code lists in
a folder of their own. Each file is written by its own room; here they only come together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from exporters.artifact import Artifact
from exporters.report import ExportReport
from exporters.target import Writer, Written
from model.document import Snapshot

LISTS: Final = "codelisten"


def write(view: Snapshot) -> Written:
    """The folder. What one file cannot say and another can is told all the same: each goes its
    own way.
    """
    artifacts: list[Artifact] = []
    report = ExportReport()
    for name, writer in _writers():
        found, told = writer(view)
        artifacts += _placed(name, found)
        report.extend(told.entries)
    return _once(artifacts), report


def _writers() -> list[tuple[str, Writer]]:
    from exporters.processes import write as process
    from exporters.xdatenfelder.writer_v2 import write as fields_2
    from exporters.xdatenfelder.writer_v3 import write as fields_3
    from exporters.xzufi.writer import write as description

    return [
        ("datenfelder-3.0.xml", fields_3),
        ("datenfelder-2.0.xml", fields_2),
        ("prozess.xml", process),
        ("leistung.xml", description),
    ]


def _placed(name: str, found: list[Artifact]) -> list[Artifact]:
    """The first file is the one itself; further ones are code lists."""
    first, *lists = found
    placed = [replace(one, name=f"{LISTS}/{one.name.lower()}") for one in lists]
    return [replace(first, name=name), *placed]


def _once(artifacts: list[Artifact]) -> list[Artifact]:
    """Both versions bring the same lists; where they differ, each keeps its own."""
    found: dict[str, Artifact] = {}
    for one in artifacts:
        known = found.get(one.name)
        if known is None:
            found[one.name] = one
        elif known.content != one.content:
            stem, _, ending = one.name.rpartition(".")
            found[f"{stem}-2.{ending}"] = replace(one, name=f"{stem}-2.{ending}")
    return list(found.values())


__all__ = ["LISTS", "write"]
