"""How does a package get its signature on the command line?

The passphrase is asked for or read once, and handed to the key; nobody keeps or prints it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.target import Target
from model.errors import FachwerkError
from model.language import say, tr
from studio.commandline.files import read_bytes
from studio.commandline.moments import moment
from studio.jobs.signing import SIGNABLE, Seal

if TYPE_CHECKING:
    from exporters.signature import SigningKey

_ONLY_WITH_KEY = ("certificate", "passphrase_file", "signing_time")
_LONGEST = 4096


def prepared(values: dict[str, str], target: Target) -> Seal | None:
    """What is needed to sign, if that was asked for; before anything is exported.

    Raises:
        FachwerkError: the key cannot be opened, or the options do not fit together.
    """
    path = values.get("sign", "")
    if not path:
        for option in _ONLY_WITH_KEY:
            if option in values:
                name = "--" + option.replace("_", "-")
                raise FachwerkError(
                    say("cli.sign.needs_key", option=name), todo=say("cli.sign.needs_key.todo")
                )
        return None
    if target.key != SIGNABLE:
        raise FachwerkError(
            say("cli.sign.only_package", target=target.key),
            todo=say("cli.sign.only_package.todo"),
        )
    when = moment(values["signing_time"]) if "signing_time" in values else datetime.now(UTC)
    return Seal(_key(path, values), when)


def _key(path: str, values: dict[str, str]) -> SigningKey:
    from exporters.signature import load_key, needs_passphrase

    data = read_bytes(path)
    certificates = read_bytes(values["certificate"]) if "certificate" in values else b""
    passphrase = b""
    if "passphrase_file" in values:
        passphrase = _first_line(values["passphrase_file"])
    elif needs_passphrase(data):
        passphrase = _asked(path)
    return load_key(data, passphrase, certificates, Path(path).name)


def _first_line(place: str) -> bytes:
    """The first line of a file or of the input, without its end."""
    text = sys.stdin.buffer.readline(_LONGEST) if place == "-" else read_bytes(place)
    return text[:_LONGEST].partition(b"\n")[0].rstrip(b"\r")


def _asked(path: str) -> bytes:
    if not sys.stdin.isatty():
        raise FachwerkError(
            say("cli.sign.nobody_to_ask"), where=path, todo=say("cli.sign.nobody_to_ask.todo")
        )
    return getpass(tr("cli.sign.ask", name=Path(path).name)).encode()
