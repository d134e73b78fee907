"""How does a reviewer look at a package or a file, without changing it?"""

from __future__ import annotations

import gc

from model.errors import FachwerkError
from model.language import current_language, say
from resources import LANGUAGES
from studio.commandline.files import read_bytes


def run(values: dict[str, str]) -> int:
    """Open the window with the file read-only; the exit code is that of the window.

    Raises:
        FachwerkError: the file is not there, or this installation has no window.
    """
    path = values["FILE"]
    read_bytes(path)
    try:
        from studio.windows.frame import run_studio
    except ImportError as missing:
        raise FachwerkError(say("cli.no_toolkit", name=str(missing)), code="ENV") from missing
    gc.enable()  # a window lives long
    spoken = current_language()
    return run_studio([], spoken if spoken != LANGUAGES[0] else "", reading=[path])
