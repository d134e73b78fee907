"""How do the verbs read a service?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from model.errors import FachwerkError
from model.language import say

if TYPE_CHECKING:
    from model.storage.read import Opened


def read_bytes(path: str) -> bytes:
    """The bytes of a file that must be there.

    Raises:
        FachwerkError: it is not there, is a folder, or may not be read.
    """
    from studio.session.files import read_file

    place = Path(path)
    if place.is_dir():
        raise FachwerkError(say("cli.is_folder"), where=path, todo=say("cli.is_folder.todo"))
    if not place.exists():
        raise FachwerkError(say("cli.not_there"), where=path, todo=say("cli.not_there.todo"))
    return read_file(place)


def schemas_of(values: dict[str, str]) -> Path | None:
    """Where official schemas lie: the option of the command, else the settings.

    Raises:
        FachwerkError: the option names what is not there.
    """
    from studio.jobs.schemas import chosen_place
    from studio.settings import Settings, find_paths

    given = values.get("schemas", "")
    if given and not Path(given).exists():
        raise FachwerkError(say("cli.not_there"), where=given, todo=say("cli.not_there.todo"))
    return chosen_place(Settings(find_paths().settings), given)


def read_service(path: str) -> Opened:
    """A ``.fachwerk`` file; what the reader noticed goes to stderr."""
    from model.storage.read import from_bytes

    opened = from_bytes(read_bytes(path), path)
    for note in opened.notes:
        print(note, file=sys.stderr)
    return opened
