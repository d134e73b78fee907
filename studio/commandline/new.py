"""Which samples are there, and how does one get a copy?"""

from __future__ import annotations

from pathlib import Path

from model.errors import FachwerkError
from model.language import say, tr
from studio.jobs.writing import write_file
from studio.samples import sample_bytes, sample_names, sample_title


def run(values: dict[str, str]) -> int:
    """List the samples, or write one, or an empty service."""
    if "list" in values:
        for name in sample_names():
            print(f"{name}  {sample_title(name)}")
        return 0
    if "output" not in values:
        raise FachwerkError(say("cli.new.where"), todo=say("cli.new.where.todo"))
    out = Path(values["output"])
    write_file(out, sample_bytes(values["sample"]) if "sample" in values else _empty())
    print(tr("cli.written", path=out))
    return 0


def _empty() -> bytes:
    from model.behaviors import new_document
    from model.storage.write import to_bytes

    return to_bytes(new_document().snapshot())
