"""How does a disk fail? Layers that break, die or count at the n-th call."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from typing import Any

from studio.session.disk import Disk

CALLS = (
    "create open_append open_update write truncate sync close read replace link remove modified "
    "size copy_mode may_write"
).split()


class CountingDisk(Disk):
    """Notes every call; ``before`` is called with its number (from 1) and name."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def before(self, number: int, name: str) -> None:
        """Nothing goes wrong here."""

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__(self, name)
        if name not in CALLS:
            return found

        def call(*arguments: Any) -> Any:
            calls = object.__getattribute__(self, "calls")
            calls.append(name)
            if name == "close":
                found(*arguments)  # a close that reports an error has closed all the same
            self.before(len(calls), name)
            return None if name == "close" else found(*arguments)

        return call


class FailingDisk(CountingDisk):
    """The n-th call fails; with ``forever`` all later ones too: the disk has died."""

    def __init__(self, at: int, code: int = errno.EIO, *, forever: bool = False) -> None:
        super().__init__()
        self.at = at
        self.code = code
        self.forever = forever
        self.failed = False

    def before(self, number: int, name: str) -> None:
        if number == self.at or (self.forever and number > self.at):
            self.failed = True
            raise OSError(self.code, os.strerror(self.code))


class KillingDisk(CountingDisk):
    """The process is dead before the n-th call."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    def before(self, number: int, name: str) -> None:
        if number == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


class FullDisk(Disk):
    """Takes ``room`` bytes and then no more, as a full disk does: first a part, then an error."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, handle: int, data: bytes | memoryview) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = os.write(handle, data[: self.room])
        self.room -= taken
        return taken


class StubbornDisk(Disk):
    """Some of the calls named ``name`` fail, the first ``times``."""

    def __init__(self, name: str, times: int, code: int) -> None:
        self.times = times
        original: Callable[..., Any] = getattr(super(), name)

        def call(*arguments: Any) -> Any:
            if self.times:
                self.times -= 1
                raise OSError(code, os.strerror(code))
            return original(*arguments)

        setattr(self, name, call)
