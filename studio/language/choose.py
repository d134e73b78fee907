"""Which language does this person want?"""

from __future__ import annotations

from collections.abc import Mapping

from resources import LANGUAGES

DEFAULT = LANGUAGES[0]
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_SAYS_NOTHING = ("", "C", "POSIX")


def chosen(environment: Mapping[str, str], wish: str = "") -> str:
    """The language of a wish ("en", "en-GB"); else that of the surroundings; else German.

    Every language we do not speak gets English, because that is more widely read; surroundings
    that say nothing get German.
    """
    for said in (wish, *(environment.get(name, "") for name in _VARIABLES)):
        code = said.split(".")[0].replace("-", "_")
        if code in _SAYS_NOTHING:
            if code:  # "C" is a statement: no language is set on this machine
                return DEFAULT
            continue
        short = code.split("_")[0].lower()
        return short if short in LANGUAGES else "en"
    return DEFAULT


def take_option(arguments: list[str]) -> tuple[str, list[str]]:
    """The value of ``--language`` wherever it stands, and the other arguments."""
    wish, others = "", []
    waiting = False
    for argument in arguments:
        if waiting:
            wish, waiting = argument, False
        elif argument == "--language":
            waiting = True
        elif argument.startswith("--language="):
            wish = argument.partition("=")[2]
        else:
            others.append(argument)
    return wish, others
