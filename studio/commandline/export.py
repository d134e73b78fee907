"""How does a service become the files of a target?"""

from __future__ import annotations

import sys
from pathlib import Path

from exporters.registry import all_targets
from exporters.target import Target
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from studio.commandline.export_signing import prepared
from studio.commandline.files import read_service, schemas_of
from studio.jobs.exporting import make
from studio.jobs.signing import signed
from studio.jobs.writing import write_target
from studio.wording import said


def run(values: dict[str, str]) -> int:
    """Write the files; exit code 1 when the report says anything, 2 when a gate blocks and nothing
    is written.
    """
    target = _target(values["target"])
    seal = prepared(values, target)
    view = Snapshot.of_records(read_service(values["FILE"]).records)
    made = make(view, target, schemas_of(values))
    for entry in made.report.entries:
        code = f" [{entry.code}]" if entry.code else ""
        stream = sys.stderr if entry.kind == "failed" else sys.stdout
        print(said(view, entry.kind, entry.record, entry.message) + code, file=stream)
    for remark in made.remarks:
        print(remark)
    if made.report.blocked:
        print(tr("cli.export.blocked", target=target.title), file=sys.stderr)
        return 2
    artifacts = made.artifacts if seal is None else signed(made.artifacts, seal)
    if seal is not None:
        print(seal.told)
    out = Path(values["output"])
    for path in write_target(target, out, artifacts):
        print(tr("cli.written", path=path))
    return 1 if made.report else 0


def _target(key: str) -> Target:
    targets = all_targets()
    if key not in targets:
        raise FachwerkError(
            say("cli.no_target", target=key),
            todo=say("cli.no_target.todo", targets=", ".join(targets)),
        )
    return targets[key]
