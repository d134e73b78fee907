"""What did the person ask the program to do: open the studio, or one of the verbs without a window?

Imports nothing heavy: the frame of the window, or the one verb, wakes what it needs.
"""

from __future__ import annotations

import io
import os
import sys

from model.language import tr
from studio import __version__
from studio.language import chosen, load, take_option

DONE, FOUND, REFUSED, LACKING = 0, 1, 2, 3
"""Exit codes: nothing to say, findings or losses, refused, the environment lacks something."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default); the exit code."""
    _never_fail_at_an_umlaut()
    wish, rest = take_option(list(sys.argv[1:] if arguments is None else arguments))
    load(chosen(os.environ, wish))
    if rest[:1] in (["--version"], ["-V"]):
        _print(tr("cli.version", version=__version__))
        return DONE
    from studio.commandline import VERBS, general_help, run_verb

    if rest[:1] in (["--help"], ["-h"], ["help"]):
        _print(general_help())
        return DONE
    if rest and rest[0] in VERBS:
        return run_verb(rest[0], rest[1:])
    if rest[:1] == ["--sample"] and len(rest) == 2:
        return _open_studio([], wish, rest[1])
    if rest and rest[0].startswith("-"):
        _complain(tr("cli.unknown_option", option=rest[0]))
        return REFUSED
    return _open_studio(rest, wish)


def _never_fail_at_an_umlaut() -> None:
    """A terminal that cannot show a character gets a stand-in, not the end of the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _open_studio(files: list[str], wish: str, sample: str = "") -> int:
    try:
        from studio.windows.frame import run_studio
    except ImportError as missing:
        _complain(tr("cli.no_toolkit", name=str(missing)))
        return LACKING
    return run_studio(files, wish, sample)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
