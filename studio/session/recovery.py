"""Which work did a session leave behind that was killed?"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.document import ChangeSet
from model.errors import Conflict, FachwerkError
from model.language import say
from model.storage import DamagedJournal, Journal, Note, decode_lines, from_bytes, remaining, sha256
from studio.session.alive import AliveLock
from studio.session.files import ABSENT
from studio.session.names import backup_of
from studio.session.session import Check, Session
from studio.session.surroundings import Surroundings


class RecoveryFailed(FachwerkError):
    """The work cannot be brought back now; its journal stays where it is."""


@dataclass(frozen=True)
class Recovery:
    """Work that was not saved: of which file (None = unnamed), when, how many steps. Only a person
    applies or discards it.

    ``file_changed``: somebody changed, moved or deleted the file since; then the work comes back as
    an unnamed copy.
    """

    session: str
    path: Path | None
    title: str
    time: datetime
    steps: int
    file_changed: bool
    surroundings: Surroundings

    def apply(self, *, check: Check | None = None) -> Session:
        """Open the service with the work of that session, not saved yet; every step can be undone.
        The file is not touched.

        Raises:
            RecoveryFailed: what the changes were made on is nowhere to be found.
        """
        lock = AliveLock(self.surroundings.paths.journals, self.session)
        if not lock.take():
            raise self._failed("storage.recovery_taken")
        try:
            session = self._rebuilt(check)
            _set_aside(self.session, self.surroundings)
        finally:
            lock.release()
        return session

    def discard(self) -> None:
        """The person does not want it: the journal is moved aside, not deleted."""
        lock = AliveLock(self.surroundings.paths.journals, self.session)
        if not lock.take():
            raise self._failed("storage.recovery_taken")
        try:
            _set_aside(self.session, self.surroundings)
        finally:
            lock.release()

    def _rebuilt(self, check: Check | None) -> Session:
        journal = _journal(_files(self.session, self.surroundings)[0], self.surroundings)
        found = self._base(journal) if journal else None
        if found is None or journal is None:
            raise self._failed("storage.recovery_base_missing")
        base, changes = found
        opened = from_bytes(base, self.title)
        current = _hash_of_file(self.path, self.surroundings)
        ours = self.path is not None and current in journal.hashes
        session = Session(
            self.surroundings.build(opened.records),
            base=base,
            path=self.path if ours else None,
            origin=current if ours else ABSENT,
            notes=opened.notes,
            read_only=ours and opened.read_only,
            surroundings=self.surroundings,
            check=check,
            instead_of=self.session,
        )
        _repeat(session, remaining(changes))
        if not journal.whole:
            session.opening_notes += (Note(say("storage.recovery_torn")),)
        if self.path is not None and not ours:
            session.opening_notes += (Note(say("storage.recovery_as_copy", name=self.path.name)),)
        session.keep_dirty()
        return session

    def _base(self, journal: Journal) -> tuple[bytes, tuple[ChangeSet, ...]] | None:
        """Bytes the changes can be repeated on, and the changes these do not hold yet."""
        places = [_files(self.session, self.surroundings)[1]]
        if self.path is not None:
            places += [self.path, backup_of(self.path)]
        for place in places:
            with contextlib.suppress(OSError):
                data = self.surroundings.disk.read(place)
                changes = journal.after(sha256(data))
                if changes is not None:
                    return data, changes
        return None

    def _failed(self, key: str) -> RecoveryFailed:
        return RecoveryFailed(
            say(key, name=self.title), todo=say(f"{key}.todo"), code="WIEDERHERSTELLEN"
        )


def find_recoveries(surroundings: Surroundings | None = None) -> list[Recovery]:
    """All work of dead sessions of this user, the newest first.

    Journals that hold nothing unsaved are cleared away.
    """
    around = surroundings or Surroundings()
    found = [
        recovery
        for path in sorted(around.paths.journals.glob("*.journal"))
        if (recovery := _look(path.stem, around)) is not None
    ]
    return sorted(found, key=lambda recovery: recovery.time, reverse=True)


def _look(session: str, around: Surroundings) -> Recovery | None:
    lock = AliveLock(around.paths.journals, session)
    try:
        if not lock.take():
            return None
    except OSError:
        return None
    try:
        return _examine(session, around)
    except OSError:
        return None
    finally:
        lock.release()


def _examine(session: str, around: Surroundings) -> Recovery | None:
    path = _files(session, around)[0]
    journal = _journal(path, around)
    if journal is None:
        _set_aside(session, around)
        return None
    file = Path(journal.header.path) if journal.header.path else None
    current = _hash_of_file(file, around)
    ours = current in journal.hashes
    missing = journal.after(current) if ours else journal.changesets
    steps = len(remaining(missing or ()))
    if steps == 0:
        for left in _files(session, around):
            around.disk.drop(left)
        return None
    time = datetime.fromtimestamp(around.disk.modified(path)).astimezone()
    changed = file is not None and not ours
    return Recovery(session, file, journal.header.title, time, steps, changed, around)


def _repeat(session: Session, steps: list[ChangeSet]) -> None:
    for number, step in enumerate(steps, start=1):
        try:
            session.document.apply(step)
        except Conflict:
            note = Note(say("storage.recovery_stopped", step=number - 1, steps=len(steps)))
            session.opening_notes += (note,)
            return


def _files(session: str, around: Surroundings) -> tuple[Path, Path]:
    folder = around.paths.journals
    return folder / f"{session}.journal", folder / f"{session}.base"


def _journal(path: Path, around: Surroundings) -> Journal | None:
    try:
        return decode_lines(around.disk.read(path))
    except (OSError, DamagedJournal):
        return None


def _hash_of_file(path: Path | None, around: Surroundings) -> str:
    if path is None:
        return ABSENT
    try:
        return sha256(around.disk.read(path))
    except OSError:
        return ABSENT


def _set_aside(session: str, around: Surroundings) -> None:
    folder = around.paths.set_aside
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for path in _files(session, around):
            if path.exists():
                around.disk.replace(path, folder / path.name)
