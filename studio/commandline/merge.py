"""How do two people's changes to one service become one file?

``git config merge.fachwerk.driver "fachwerk merge %O %A %B -o %A"`` makes git ask it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.compare import marked, merge
from model.language import tr
from model.storage.write import to_bytes
from studio.commandline.states import read_state
from studio.jobs.writing import write_file

if TYPE_CHECKING:
    from model.compare import MergeConflict, Merged


def run(values: dict[str, str]) -> int:
    """Write all changes of both; where they contradict ours stands, and the question is printed and
    stands as a comment in the file. Exit code 1 when there is such a question.
    """
    base, ours, theirs = (read_state(values[n], whole=True) for n in ("BASE", "OURS", "THEIRS"))
    merged = merge(base, ours, theirs)
    out = Path(values["output"])
    write_file(out, to_bytes(marked(merged)))
    if "json" in values:
        print(json.dumps(as_data(merged), ensure_ascii=False, indent=2))
    else:
        for conflict in merged.conflicts:
            for line in as_lines(conflict):
                print(line)
        for line in _total(merged, out):
            print(line)
    return 1 if merged.conflicts else 0


def as_lines(conflict: MergeConflict) -> list[str]:
    """The question with both answers; only told where there is but one."""
    lines = [tr("cli.merge.conflict", what=conflict.what)]
    if conflict.sort == "followed":
        return [*lines, tr("cli.merge.result", answer=conflict.ours)]
    return [
        *lines,
        tr("cli.merge.ours", answer=conflict.ours),
        tr("cli.merge.theirs", answer=conflict.theirs),
    ]


def _total(merged: Merged, out: Path) -> list[str]:
    lines = []
    if merged.drawn:
        lines.append(tr("cli.merge.drawn", n=len(merged.drawn)))
    if merged.conflicts:
        lines.append(tr("cli.merge.conflicts", n=len(merged.conflicts)))
    lines.append(tr("cli.merge.taken", n=len(merged.changes)))
    return [*lines, tr("cli.written", path=out)]


def as_data(merged: Merged) -> dict[str, Any]:
    """The same for programs."""
    return {
        "taken": len(merged.changes),
        "conflicts": [_data(one) for one in merged.conflicts],
        "drawn": len(merged.drawn),
    }


def _data(conflict: MergeConflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "sort": conflict.sort,
        "records": list(conflict.records),
        "attributes": list(conflict.attributes),
        "deleted_by": conflict.deleted_by,
        "what": str(conflict.what),
        "ours": str(conflict.ours),
        "theirs": str(conflict.theirs),
    }
