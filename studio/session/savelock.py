"""Who may compare and replace a file just now?

``.~<name>.sperre`` is made by exclusive create: of several processes one succeeds, also on a share.
It is held for milliseconds. One that is older than a minute, by the clock of the share, was left by
a dead process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.session.disk import Disk
from studio.session.names import Me, beside, is_dead, process_of_temporary

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4, *[0.5] * 8)
"""Seconds between two tries: five in all."""

STALE_AFTER = 60.0

Wait = Callable[[float], None]


class Busy(Exception):
    """Somebody else kept the lock the whole time."""


@contextmanager
def save_lock(target: Path, disk: Disk, me: Me, wait: Wait) -> Iterator[None]:
    """Be the only one who saves this file.

    Raises:
        Busy: not within five seconds.
    """
    lock = beside(target, ".sperre")
    mark = me.temporary(target).name.encode()
    _take(lock, mark, disk, me, wait)
    try:
        yield
    finally:
        _give_back(lock, mark, disk)


def _take(lock: Path, mark: bytes, disk: Disk, me: Me, wait: Wait) -> None:
    for tried, pause in enumerate((*PAUSES, None)):
        try:
            _make(lock, mark, disk)
            return
        except (FileExistsError, PermissionError) as error:
            # Windows reports a file that is just being deleted as "access denied".
            if pause is None:
                raise Busy from error
        if tried in (0, len(PAUSES) - 1) and _is_stale(lock, disk, me):
            _break(lock, disk, me)
        else:
            wait(pause)


def _make(lock: Path, mark: bytes, disk: Disk) -> None:
    """Make the lock and its mark at one stroke: a kill never leaves one that says nothing.

    Where links are unknown it is made in two steps; one left in between is in the way for a minute.
    """
    carrier = lock.with_name(mark.decode())
    disk.write_new(carrier, mark)
    try:
        disk.link(carrier, lock)
    except FileExistsError:
        raise
    except OSError:
        disk.write_new(lock, mark)
    finally:
        disk.drop(carrier)


def _give_back(lock: Path, mark: bytes, disk: Disk) -> None:
    """Remove it unless another process, thinking us dead, has put its own in its place."""
    try:
        if disk.read(lock) != mark:
            return
    except FileNotFoundError:
        return
    except OSError:
        pass
    disk.drop(lock)


def _is_stale(lock: Path, disk: Disk, me: Me) -> bool:
    try:
        process = process_of_temporary(disk.read(lock).decode("utf-8", "replace"))
        if process is not None and process[0] == me.host and is_dead(process[1]):
            return True
        return share_time(lock, disk, me) - disk.modified(lock) > STALE_AFTER
    except OSError:
        return False


def _break(lock: Path, disk: Disk, me: Me) -> None:
    """Remove a dead lock.

    Only one process at a time looks again and removes, so that no fresh lock is hit.
    """
    guard = lock.with_name(lock.name + ".frei")
    try:
        disk.write_new(guard, b"")
    except FileExistsError:
        if _is_stale(guard, disk, me):
            disk.drop(guard)
        return
    try:
        if _is_stale(lock, disk, me):
            disk.drop(lock)
    finally:
        disk.drop(guard)


def share_time(target: Path, disk: Disk, me: Me) -> float:
    """What the computer that holds the folder thinks the time is: the date of a file written just
    now.
    """
    probe = me.temporary(target)
    disk.write_new(probe, b".")
    try:
        return disk.modified(probe)
    finally:
        disk.drop(probe)
