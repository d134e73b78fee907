"""Which service does a file hold that is to be compared or merged?"""

from __future__ import annotations

import sys
from pathlib import Path

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say
from model.storage.read import from_bytes
from studio.commandline.files import read_bytes

_HEADS = (b'{"fachwerk"', b"\xef\xbb\xbf{")


def read_state(path: str, *, whole: bool = False) -> Snapshot:
    """A document of Fachwerk, told by its content (git names files as it likes), else a package or
    a file that can be imported. What was noticed goes to stderr.

    ``whole``: nothing may be missing, because what is missing would look as if it were deleted; an
    empty file then is the state before anything was there.

    Raises:
        FachwerkError: it cannot be read, or not as a whole.
    """
    data = read_bytes(path)
    if whole and not data.strip():
        return Snapshot.of_records(())
    if data.startswith(_HEADS) or path.endswith(".fachwerk"):
        opened = from_bytes(data, path)
        notes = [note.what for note in opened.notes]
        if whole and opened.read_only and notes:
            todo = say("cli.merge.not_whole.todo")
            raise FachwerkError(say("cli.merge.not_whole", note=notes[0]), where=path, todo=todo)
        records = list(opened.records)
    else:
        from exporters.reading import read_foreign
        from studio.jobs.beside import files_beside

        read = read_foreign(data, Path(path).name, lambda: files_beside(Path(path)))
        notes, records = list(read.notes), list(read.records)
    for note in notes:
        print(note, file=sys.stderr)
    return Snapshot.of_records(records)
