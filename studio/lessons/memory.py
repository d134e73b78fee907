"""How does a copy for training leave no trace on the disk?"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from studio.session import Surroundings
from studio.session.disk import Disk


class NoJournal(Disk):
    """The disk, but whatever would be written into the folder of the journals goes nowhere. A copy
    that is saved under a name is written like any other.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._nowhere: set[int] = set()

    def create(self, path: Path) -> int:
        return self._open() if self._ours(path) else super().create(path)

    def open_append(self, path: Path) -> int:
        return self._open() if self._ours(path) else super().open_append(path)

    def open_update(self, path: Path) -> int:
        return self._open() if self._ours(path) else super().open_update(path)

    def truncate(self, handle: int, size: int) -> None:
        if handle not in self._nowhere:
            super().truncate(handle, size)

    def sync(self, handle: int) -> None:
        if handle not in self._nowhere:
            super().sync(handle)

    def close(self, handle: int) -> None:
        self._nowhere.discard(handle)
        super().close(handle)

    def replace(self, source: Path, target: Path) -> None:
        if not self._ours(target):
            super().replace(source, target)

    def _ours(self, path: Path) -> bool:
        return path.parent == self._folder

    def _open(self) -> int:
        handle = os.open(os.devnull, os.O_WRONLY)
        self._nowhere.add(handle)
        return handle


def in_memory(around: Surroundings) -> Surroundings:
    """The same world, in which a session keeps no journal: nobody is asked after a crash whether
    an exercise shall be brought back.
    """
    return replace(around, disk=NoJournal(around.paths.journals))
