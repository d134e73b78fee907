"""How are the files called that stand for a moment, or for an hour, beside a person's file?"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

_LONGEST = 255
_TEMP = re.compile(r"\.~(?P<name>.+)\.(?P<host>[A-Za-z0-9-]+)\.(?P<pid>\d+)\.[0-9a-f]+\.tmp")


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", platform.node())[:32] or "pc"


@dataclass(frozen=True, slots=True)
class Me:
    """This process, as its files name it."""

    host: str = field(default_factory=_host)
    pid: int = field(default_factory=os.getpid)

    def temporary(self, target: Path) -> Path:
        """A name nobody else takes, in the folder of ``target``."""
        return beside(target, f".{self.host}.{self.pid}.{secrets.token_hex(4)}.tmp")


def beside(target: Path, ending: str) -> Path:
    """``.~<name><ending>`` in the same folder; a name that would be too long is shortened to its
    hash.
    """
    name = f".~{target.name}{ending}"
    if len(os.fsencode(name)) > _LONGEST:
        name = f".~{hashlib.sha256(target.name.encode()).hexdigest()[:16]}{ending}"
    return target.with_name(name)


def backup_of(target: Path) -> Path:
    """The one generation before: ``<name>.bak``."""
    return target.with_name(target.name + ".bak")


def process_of_temporary(name: str) -> tuple[str, int] | None:
    """Host and process number in the name of a temporary file; None for any other file."""
    found = _TEMP.fullmatch(name)
    return (found["host"], int(found["pid"])) if found else None


def is_dead(pid: int) -> bool | None:
    """Has that process of this computer ended? None where it cannot be asked without harm
    (Windows).
    """
    if os.name != "posix":
        return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
