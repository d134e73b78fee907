"""How does the picture of a service get into a file?"""

from __future__ import annotations

import os
from pathlib import Path

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from studio.commandline.files import read_service
from studio.commandline.toolkit import painting
from studio.jobs.writing import write_file

ENDINGS = (".svg", ".png", ".pdf")
_THEMES = ("light", "dark")


def run(values: dict[str, str]) -> int:
    """Draw the service; needs no display."""
    out = Path(values["output"])
    theme = values.get("theme", "light")
    if out.suffix.lower() not in ENDINGS:
        raise FachwerkError(
            say("cli.render.ending"), where=str(out), todo=say("cli.render.ending.todo")
        )
    if theme not in _THEMES:
        raise FachwerkError(say("cli.render.theme", theme=theme), todo=say("cli.render.theme.todo"))
    view = Snapshot.of_records(read_service(values["FILE"]).records)
    picture = draw(view, out, theme)
    write_file(out, picture)
    print(tr("cli.written", path=out))
    return 0


def draw(view: Snapshot, out: Path, theme: str) -> bytes:
    """The bytes of the picture, drawn without a window."""
    beside = out.absolute().with_name(f".~{out.stem}.{os.getpid()}{out.suffix.lower()}")
    with painting():
        from widgets.canvas.picture import render

        try:
            render(view, beside, theme=theme)
            return beside.read_bytes()
        finally:
            beside.unlink(missing_ok=True)
