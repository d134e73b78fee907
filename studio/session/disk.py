"""What is asked of the operating system? The only calls that touch a disk, in one replaceable
object.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from pathlib import Path

# Windows: no translation of line breaks, no handle in child processes.
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0) | getattr(os, "O_CLOEXEC", 0)


class Disk:
    """The calls by name; a test puts one in between that fails, kills or counts."""

    def create(self, path: Path) -> int:
        """Open a file that must not be there yet; exactly one of several processes succeeds."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o666)

    def open_append(self, path: Path) -> int:
        """Open a private file to write at its end."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _PLAIN, 0o600)

    def open_update(self, path: Path) -> int:
        """Open a file that is there to write into it."""
        return os.open(path, os.O_RDWR | _PLAIN)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        return os.write(handle, data)

    def truncate(self, handle: int, size: int) -> None:
        os.ftruncate(handle, size)

    def sync(self, handle: int) -> None:
        os.fsync(handle)

    def close(self, handle: int) -> None:
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """All bytes; the file is closed again at once, because an open one cannot be replaced on a
        share.
        """
        return path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        target.hardlink_to(source)

    def remove(self, path: Path) -> None:
        path.unlink()

    def modified(self, path: Path) -> float:
        """When it was last written, by the clock of the computer that holds it."""
        return path.stat().st_mtime

    def size(self, path: Path) -> int:
        return path.stat().st_size

    def copy_mode(self, source: Path, target: Path) -> None:
        """Let those read and write ``target`` who may with ``source``."""
        shutil.copymode(source, target)

    def may_write(self, path: Path) -> bool:
        return os.access(path, os.W_OK)

    def sync_folder(self, folder: Path) -> None:
        """Make names durable where the system can (not on Windows, not on every share)."""
        if os.name != "posix":
            return
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    # ------------------------------------------------------------------ made of the calls above

    def write_all(self, handle: int, data: bytes) -> None:
        """Write until everything is out: one call may take only a part."""
        rest = memoryview(data)
        while rest:
            taken = self.write(handle, rest)
            if taken <= 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[taken:]

    def write_new(self, path: Path, data: bytes, *, sync: bool = False) -> None:
        """Write a file that must not be there yet; when it fails, it is not there afterwards."""
        handle = self.create(path)
        try:
            try:
                self.write_all(handle, data)
                if sync:
                    self.sync(handle)
            finally:
                self.close(handle)
        except BaseException:
            self.drop(path)
            raise

    def drop(self, path: Path) -> None:
        """Remove a file of our own that may be gone already; a second try for a scanner that held
        it.
        """
        for _ in range(2):
            try:
                self.remove(path)
            except FileNotFoundError:
                return
            except OSError:
                continue
            return


DISK = Disk()
"""The real one."""
