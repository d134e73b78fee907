"""What is one open service: its document, its history, its file, its journal?"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from model.document import ChangeSet, Document, History, Snapshot
from model.errors import FachwerkError
from model.language import Message, say, tr
from model.storage import LineCache, Note, Point, collector_off, from_bytes, sha256, to_bytes
from studio.session.alive import is_alive
from studio.session.cleaning import remove_dead_temporaries
from studio.session.files import ABSENT, WHATEVER, Saved, read_file, save_bytes
from studio.session.journalfile import JournalFile
from studio.session.owner import BEAT_EVERY, Holder, Owner
from studio.session.surroundings import Surroundings
from studio.session.ticking import Running

Listener = Callable[["Session"], None]
Check = Callable[[Snapshot], Iterable[Any]]
_NEVER = object()


class ReadOnly(FachwerkError):
    """The file may be looked at, not overwritten."""


class NeedsName(FachwerkError):
    """The document has no file yet: "Save as" is asked for."""


class Session:
    """One open service. Made by ``new``, ``open`` or a Recovery; ended by ``close``.

    Whoever shows it calls ``listen`` and asks the properties again whenever it is called: after
    each change, save, undo or redo. Undo and redo go through the session, so that ``dirty`` is
    right then.
    """

    def __init__(
        self,
        document: Document,
        *,
        base: bytes | Callable[[], bytes],
        path: Path | None = None,
        origin: str = ABSENT,
        notes: Iterable[Note] = (),
        read_only: bool = False,
        lines: LineCache | None = None,
        surroundings: Surroundings | None = None,
        check: Check | None = None,
        instead_of: str = "",
    ) -> None:
        """``base``: bytes that hold the document as it is now, or what makes them of data that
        never changes; ``origin``: hash of the file at ``path``.
        """
        self.surroundings = surroundings or Surroundings()
        self.document = document
        self.history = History(document)
        self.id = self.surroundings.new_session()
        self.path = path
        self.saved_at: datetime | None = None
        self.holder = Holder("free")
        self.opening_notes: tuple[Note, ...] = tuple(notes)
        self._origin = origin
        self._damaged = read_only
        self._lines = LineCache() if lines is None else lines
        self._mark: object = self.history.position
        self._listeners: list[Listener] = []
        self._check = check
        self._checked: tuple[Snapshot, tuple[Any, ...]] | None = None
        self._backup_failed = False
        self._instead_of = instead_of
        self._owner: Owner | None = None
        self._heart: Running | None = None
        journals = self.surroundings.paths.journals
        self._journal = JournalFile(journals, self.id, self.surroundings.disk)
        if callable(base):
            self._journal.start_soon(base, path, self.title)
        else:
            self._journal.start(base, path, self.title)
        self._stop_hearing = document.listen(self._hear)
        self._hold(path)

    # ------------------------------------------------------------------------ beginning and end

    @classmethod
    def new(
        cls,
        document: Document,
        *,
        surroundings: Surroundings | None = None,
        check: Check | None = None,
    ) -> Self:
        """A document without a file: new, imported, or a copy of a sample."""
        lines = LineCache()
        base = partial(_bytes_of, document.snapshot(), lines)
        return cls(document, base=base, lines=lines, surroundings=surroundings, check=check)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        surroundings: Surroundings | None = None,
        check: Check | None = None,
    ) -> Self:
        """Open a file.

        Raises:
            OpenFailed: the bytes cannot be had.
            NotReadable: they are no service.
        """
        around = surroundings or Surroundings()
        data = read_file(path, disk=around.disk)
        lines = LineCache()
        with collector_off():
            opened = from_bytes(data, path.name, lines=lines)
            document = around.build(opened.records)
        now = around.clock().timestamp()
        remove_dead_temporaries(path.absolute(), now, disk=around.disk, me=around.me)
        return cls(
            document,
            base=data,
            path=path,
            origin=sha256(data),
            notes=opened.notes,
            read_only=opened.read_only,
            lines=lines,
            surroundings=around,
            check=check,
        )

    def close(self, *, keep_work: bool = False) -> None:
        """End the session.

        What was not saved is given up, or with ``keep_work`` offered at the next start.
        """
        self._stop_hearing()
        self.history.stop()
        self._let_go()
        self._journal.close(keep=keep_work and self.dirty)
        self._listeners.clear()

    # ---------------------------------------------------------------------------------- looking

    @property
    def title(self) -> str:
        """How people call it: the file's name, else the service's, else "unnamed"."""
        if self.path is not None:
            return self.path.stem
        return self.document.snapshot().service.name or tr("storage.untitled")

    @property
    def dirty(self) -> bool:
        """Is there anything the file does not hold? Undoing back to the last save makes it so."""
        return self.history.position is not self._mark

    @property
    def read_only(self) -> bool:
        """Saving would harm something: the file is damaged or newer, or a colleague has it open."""
        return self._damaged or self.holder.state == "fresh"

    @property
    def notes(self) -> tuple[Message, ...]:
        """Sentences a person should know now: about the file, its holder, the journal."""
        found = [note.what for note in self.opening_notes]
        if self.holder.state in ("fresh", "stale"):
            found.append(_held(self.holder))
        if self._owner is not None and self._owner.unreachable:
            found.append(say("storage.folder_unreachable"))
        if self._journal.trouble is not None:
            found.append(say("storage.journal_trouble"))
        if self._backup_failed:
            found.append(say("storage.no_backup"))
        return tuple(found)

    @property
    def findings(self) -> tuple[Any, ...]:
        """What the check that was handed in says of the document as it is; computed when asked."""
        if self._check is None:
            return ()
        snapshot = self.document.snapshot()
        if self._checked is None or self._checked[0] is not snapshot:
            self._checked = (snapshot, tuple(self._check(snapshot)))
        return self._checked[1]

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called after everything that may alter a property; the result ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    # ----------------------------------------------------------------------------- undo and redo

    def undo(self) -> ChangeSet | None:
        """Take the last step back, then tell the listeners."""
        step = self.history.undo()
        self._tell()
        return step

    def redo(self) -> ChangeSet | None:
        """Do the last undone step again, then tell the listeners."""
        step = self.history.redo()
        self._tell()
        return step

    # ----------------------------------------------------------------------------------- saving

    def save(self) -> None:
        """Put the document into its file.

        Raises:
            NeedsName: it has none yet.
            ReadOnly: the file must not be overwritten.
            SaveFailed: SaveConflict when somebody else changed it; the work stays in the journal.
        """
        if self.path is None:
            raise NeedsName(say("storage.needs_name"), todo=say("storage.save_as.todo"))
        if self.read_only:
            raise ReadOnly(
                say("storage.read_only", name=self.path.name),
                todo=say("storage.save_as.todo"),
                code="NUR-LESEN",
            )
        self._put(self.path, self._origin)

    def save_as(self, path: Path) -> None:
        """Put the document into another file and go on with that one. A file that is there is
        replaced: the person was asked.

        Raises:
            SaveFailed: nothing was saved; the session stays with its file.
        """
        if self.path is not None and _same_file(path, self.path):
            self.save()
            return
        self._put(path, WHATEVER)
        self._let_go()
        self.path = path
        self._damaged = False
        self.opening_notes = ()
        self._begin_again()
        self._hold(path)
        self._tell()

    def save_copy(self, path: Path) -> None:
        """Write the document into another file; the session stays with its own.

        Raises:
            SaveFailed: nothing was saved.
        """
        data = self._bytes()
        self._write(path, data, WHATEVER)

    def _put(self, path: Path, expected: str) -> None:
        data = self._bytes()
        self._journal.write(Point(sha256(data)))
        saved = self._write(path, data, expected)
        self._origin = saved.sha256
        self._backup_failed = not saved.backup
        self.history.close_step()
        self._mark = self.history.position
        self.saved_at = self.surroundings.clock()
        if path == self.path:
            self._journal.start(data, path, self.title)
            self._tell()

    def _begin_again(self) -> None:
        data = self._bytes()
        self._journal.start(data, self.path, self.title)

    def _bytes(self) -> bytes:
        """The document as it is now; the lines kept of it belong to one thread at a time."""
        self._journal.settle()
        return to_bytes(self.document.snapshot(), lines=self._lines)

    def _write(self, path: Path, data: bytes, expected: str) -> Saved:
        around = self.surroundings
        return save_bytes(path, data, expected, disk=around.disk, me=around.me, wait=around.wait)

    def _hear(self, changeset: ChangeSet) -> None:
        self._journal.write(changeset)
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self)

    # ------------------------------------------------------------------------------- the holder

    def look_again(self) -> Holder:
        """Ask once more who has the file; when it has become free, take it (the file must not have
        changed).
        """
        if self._owner is not None and self.holder.state == "fresh":
            self._take()
            self._tell()
        return self.holder

    def edit_anyway(self) -> None:
        """The person knows about the colleague and wants to save here all the same; a conflict will
        be said when saving.
        """
        self.holder = Holder("free")
        self._tell()

    def _hold(self, path: Path | None) -> None:
        if path is None:
            return
        around = self.surroundings
        self._owner = Owner(
            Path(os.path.realpath(path)),
            session=self.id,
            user=around.user,
            me=around.me,
            disk=around.disk,
            since=around.clock(),
            is_alive=self._is_alive,
        )
        self._take()

    def _is_alive(self, session: str) -> bool:
        known_dead = session == self._instead_of
        return not known_dead and is_alive(self.surroundings.paths.journals, session)

    def _take(self) -> None:
        assert self._owner is not None
        self.holder = self._owner.take()
        if self._owner.held and self._heart is None:
            self._heart = self.surroundings.every(BEAT_EVERY, self._owner.beat)

    def _let_go(self) -> None:
        if self._heart is not None:
            self._heart.stop()
        if self._owner is not None:
            self._owner.release()
        self._heart = self._owner = None
        self.holder = Holder("free")

    def keep_dirty(self) -> None:
        """Nothing of this was saved yet, whatever the history says (after a recovery)."""
        self._mark = _NEVER
        self._tell()


def _bytes_of(view: Snapshot, lines: LineCache) -> bytes:
    with collector_off():
        return to_bytes(view, lines=lines)


def _held(holder: Holder) -> Message:
    known = bool(holder.user)
    key = {"fresh": "storage.held", "stale": "storage.was_held"}[holder.state]
    if not known:
        return say(f"{key}_by_somebody")
    return say(key, user=holder.user, host=holder.host, since=holder.since[11:16])


def _same_file(a: Path, b: Path) -> bool:
    return os.path.realpath(a) == os.path.realpath(b)
