"""How is the Verfahrensdokumentation of a service written into a file?"""

from __future__ import annotations

from pathlib import Path

from exporters.dossier import ENDINGS, write
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from studio.commandline.files import read_service
from studio.commandline.toolkit import painting
from studio.jobs.writing import write_file


def run(values: dict[str, str]) -> int:
    """Write the report; needs no display."""
    out = Path(values["output"])
    if out.suffix.lower() not in ENDINGS:
        raise FachwerkError(say("dossier.ending"), where=str(out), todo=say("dossier.ending.todo"))
    view = Snapshot.of_records(read_service(values["FILE"]).records)
    write_file(out, report_of(view, out.suffix.lower()))
    print(tr("cli.written", path=out))
    return 0


def report_of(view: Snapshot, ending: str) -> bytes:
    """The report as a file of this ending (".pdf", ".html", ".docx"), with its diagram.

    Raises:
        FachwerkError: there is no such format, or a library is missing.
    """
    with painting():
        from studio.commandline.drawing import drawing_of

        return write(view, ending, drawing_of(view))
