"""Does the session of that id still run on this computer?

A living session holds an operating-system lock on its own file in the local state folder. The lock
dies with the process, however it ends, and cannot be mistaken for another process that was given
the same number.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


class AliveLock:
    """The lock of one session; ``taken`` tells whether this object holds it."""

    def __init__(self, folder: Path, session: str) -> None:
        self.path = folder / f"{session}.lock"
        self._handle = -1

    @property
    def taken(self) -> bool:
        return self._handle >= 0

    def take(self) -> bool:
        """Try to hold it; False when a living process does.

        Raises:
            OSError: the folder cannot be written.
        """
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if _locked(handle):
            self._handle = handle
            return True
        os.close(handle)
        return False

    def release(self) -> None:
        """Let go and remove the file."""
        if not self.taken:
            return
        # Windows removes no open file, POSIX leaves no gap this way: so try on both sides
        # of closing.
        with contextlib.suppress(OSError):
            self.path.unlink()
        os.close(self._handle)
        self._handle = -1
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self.path.unlink()


def is_alive(folder: Path, session: str) -> bool:
    """Does a living process of this user hold that session?"""
    lock = AliveLock(folder, session)
    if not session.isalnum() or not lock.path.exists():
        return False
    try:
        free = lock.take()
    except OSError:
        return True
    lock.release()
    return not free


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
