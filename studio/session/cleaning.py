"""Which files of our own were left behind by a process that died?"""

from __future__ import annotations

import contextlib
from pathlib import Path

from studio.session.disk import Disk
from studio.session.names import Me, is_dead, process_of_temporary

_DAY = 24 * 3600.0


def remove_dead_temporaries(target: Path, now: float, *, disk: Disk, me: Me) -> list[Path]:
    """Remove half-written files beside ``target``: of this computer, of a dead process, older than
    a day.
    """
    removed: list[Path] = []
    with contextlib.suppress(OSError):
        for path in sorted(target.parent.glob(f".~{_literal(target.name)}.*.tmp")):
            process = process_of_temporary(path.name)
            if process is None or process[0] != me.host or is_dead(process[1]) is False:
                continue
            # Where nobody knows (Windows): a file that a living process has open is not removed.
            with contextlib.suppress(OSError):
                if now - disk.modified(path) > _DAY:
                    disk.remove(path)
                    removed.append(path)
    return removed


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
