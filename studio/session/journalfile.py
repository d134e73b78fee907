"""How does a session keep its journal on the local disk?

Three files named by the session's id: the copy of what was opened (``.base``), the changes since
(``.journal``), and the lock that lives as long as the session (``.lock``).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from model.errors import FachwerkError
from model.storage import Entry, JournalHeader, encode_entry, encode_header, sha256
from studio.session.alive import AliveLock
from studio.session.disk import Disk
from studio.session.ticking import Soon

SYNC_WITHIN = 0.2
"""Seconds: what a power cut may cost at most. A killed program costs nothing: the line is with the
system at once.
"""


class JournalFile:
    """Takes one line per change at once. Trouble with the disk never stops the work: lines wait and
    are written with the next one.
    """

    def __init__(self, folder: Path, session: str, disk: Disk) -> None:
        self.path = folder / f"{session}.journal"
        self.base_path = folder / f"{session}.base"
        self.trouble: Exception | None = None
        self._folder = folder
        self._session = session
        self._disk = disk
        self._lock = AliveLock(folder, session)
        self._guard = Lock()  # the worker syncs what the window writes
        self._handle = -1
        self._size = 0
        self._seq = 0
        self._waiting: list[bytes] = []
        self._lost = False
        self._header = b""
        self._base = b""
        self._make: Callable[[], bytes] | None = None
        self._about: tuple[Path | None, str] = (None, "")
        self._unsynced: set[Path] = set()
        self._soon = Soon(SYNC_WITHIN, self._sync)

    def start(self, base: bytes, path: Path | None, title: str) -> None:
        """Begin anew: everything so far is in ``base``, which is on the disk or was just opened."""
        with self._guard:
            self._begin_with(lambda: base, path, title)
            self._flush()

    def start_soon(self, make: Callable[[], bytes], path: Path | None, title: str) -> None:
        """Begin anew as well; the base is made and written by the worker, or before the first line,
        whichever is earlier: until a change there is nothing to lose. ``make`` must only read what
        never changes.
        """
        with self._guard:
            self._begin_with(make, path, title)
        self._soon.ask()

    def settle(self) -> None:
        """When this returns, ``make`` is not going on and will not be called again."""
        with self._guard:
            self._settle()

    def _begin_with(self, make: Callable[[], bytes], path: Path | None, title: str) -> None:
        self._make, self._about = make, (path, title)
        self._seq, self._lost = 0, False
        self._waiting.clear()
        self._size = -1  # nothing of this journal is on the disk yet

    def _settle(self) -> None:
        if self._make is None:
            return
        path, title = self._about
        self._base, self._make = self._make(), None
        name = str(path.absolute()) if path else ""
        self._header = encode_header(JournalHeader(self._session, sha256(self._base), name, title))

    def write(self, entry: Entry) -> None:
        """Add one line.

        When this returns without ``trouble``, a killed program no longer loses it.
        """
        with self._guard:
            if self._lost:
                return
            try:
                line = encode_entry(entry, self._seq + 1)
            except FachwerkError as error:
                # What follows would rest on a line that is not there.
                self.trouble, self._lost = error, True
                return
            self._seq += 1
            self._waiting.append(line)
            self._flush()

    def close(self, *, keep: bool) -> None:
        """End it. ``keep`` leaves the journal, so that the next start offers the work."""
        with self._guard:
            self._make = None  # whoever has not written until now never will
        self._soon.stop()
        with self._guard:
            if self._handle >= 0:
                with contextlib.suppress(OSError):
                    self._disk.close(self._handle)
                self._handle = -1
        if not keep:
            for path in (self.path, self.base_path):
                self._disk.drop(path)
        self._lock.release()

    def _flush(self) -> None:
        try:
            if self._size < 0:
                self._begin()
            elif self.trouble is not None:
                # A part of a line may have come out before the disk was full.
                self._disk.truncate(self._handle, self._size)
            data = b"".join(self._waiting)
            if data:
                self._disk.write_all(self._handle, data)
                self._size += len(data)
                self._waiting.clear()
            self.trouble = None
        except OSError as error:
            self.trouble = error
            return
        self._soon.ask()

    def _begin(self) -> None:
        """The base first: a journal is worth nothing without what its changes were made on."""
        self._settle()
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._lock.taken:
            self._lock.take()
        fresh = self.base_path.with_suffix(".newbase")
        self._disk.drop(fresh)
        self._disk.write_new(fresh, self._base)
        self._disk.replace(fresh, self.base_path)
        if self._handle < 0:
            self._handle = self._disk.open_append(self.path)
        self._disk.truncate(self._handle, 0)
        self._disk.write_all(self._handle, self._header)
        self._size = len(self._header)
        self._base = b""
        self._unsynced.add(self.base_path)

    def _sync(self) -> None:
        """Runs in the worker.

        The journal is synced outside the guard, so that no gesture waits for a disk.
        """
        with contextlib.suppress(OSError):
            with self._guard:
                if self._make is not None:
                    self._flush()
                self._sync_bases()
                handle = self._handle
            if handle >= 0:
                self._disk.sync(handle)

    def _sync_bases(self) -> None:
        if not self._unsynced:
            return
        for path in self._unsynced:
            handle = self._disk.open_update(path)
            try:
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
        self._unsynced.clear()
        self._disk.sync_folder(self._folder)
