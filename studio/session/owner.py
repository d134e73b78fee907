"""Who has this file open? The owner file informs people; what protects their work is the comparison
before each save.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from studio.session.disk import Disk
from studio.session.names import Me, beside
from studio.session.savelock import share_time

BEAT_EVERY: Final = 30.0
FRESH_FOR: Final = 120.0
_LENGTH: Final = 1024
_FORMAT: Final = 1
_LOOKS: Final = 3

State = Literal["free", "mine", "fresh", "stale"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the file. fresh = somebody else, heard of within two minutes; stale = longer ago;
    unreadable is somebody else.

    ``since`` is an ISO time, by the clock of the holder's computer.
    """

    state: State
    user: str = ""
    host: str = ""
    since: str = ""
    session: str = ""


class Owner:
    """Our side of the owner file ``.~<name>.besitz``: JSON of one fixed length, beaten in place.

    In place, because replacing it was refused again and again while others read it (measured on a
    share). Who reads a beat half written reads again.
    """

    def __init__(
        self,
        target: Path,
        *,
        session: str,
        user: str,
        me: Me,
        disk: Disk,
        since: datetime,
        is_alive: Callable[[str], bool],
    ) -> None:
        self.path = beside(target, ".besitz")
        self._note: dict[str, Any] = {
            "besitz": _FORMAT,
            "session": session,
            "user": user[:80],
            "host": me.host,
            "pid": me.pid,
            "since": since.isoformat(timespec="seconds"),
            "beat": 0,
        }
        self._me = me
        self._disk = disk
        self._is_alive = is_alive
        self.held = False
        self.unreachable = False

    def look(self) -> Holder:
        """Who holds it now. A folder that cannot be reached or written counts as free: nobody can
        be told there.
        """
        try:
            note = self._read()
            if note is not None and note["session"] == self._note["session"]:
                return _holder("mine", note)
            if note is not None and self._is_ours(note):
                # Our own state folder knows better than a clock; what died there is taken silently.
                alive = self._is_alive(note["session"])
                return _holder("fresh", note) if alive else Holder("free")
            age = share_time(self.path, self._disk, self._me) - self._disk.modified(self.path)
        except OSError:
            return Holder("free")
        return _holder("fresh" if age < FRESH_FOR else "stale", note or {})

    def take(self) -> Holder:
        """Become the holder where nobody lives there; the result says who holds it now, or held it
        when it was stale.
        """
        try:
            self._disk.write_new(self.path, self._bytes())
            self.held = True
            return _holder("mine", self._note)
        except FileExistsError:
            found = self.look()
        except OSError:
            return Holder("free")
        if found.state in ("stale", "free"):
            self.held = self._write_in_place()
        return _holder("mine", self._note) if found.state == "free" and self.held else found

    def beat(self) -> None:
        """Say that we still live, unless somebody has taken over meanwhile. Runs in the worker;
        never raises.
        """
        if not self.held:
            return
        try:
            note = self._read()
        except FileNotFoundError:
            note = None
        except OSError:
            self.unreachable = True
            return
        if note is None or note["session"] != self._note["session"]:
            self.held = False
            return
        self._note["beat"] += 1
        self.unreachable = not self._write_in_place()

    def release(self) -> None:
        """Take our own owner file away; one of somebody else stays."""
        if not self.held:
            return
        self.held = False
        with contextlib.suppress(OSError):
            note = self._read()
            if note is not None and note["session"] == self._note["session"]:
                self._disk.drop(self.path)

    def _is_ours(self, note: dict[str, Any]) -> bool:
        """Is it a session of the same user on the same computer?"""
        return all(note[name] == self._note[name] for name in ("host", "user"))

    def _read(self) -> dict[str, Any] | None:
        """The note; None when it cannot be understood, also not when read again."""
        for _ in range(_LOOKS):
            note = _parsed(self._disk.read(self.path))
            if note is not None:
                return note
        return None

    def _bytes(self) -> bytes:
        text = json.dumps(self._note, ensure_ascii=True).encode()
        return text.ljust(_LENGTH - 1) + b"\n"

    def _write_in_place(self) -> bool:
        try:
            handle = self._disk.open_update(self.path)
            try:
                self._disk.write_all(handle, self._bytes())
            finally:
                self._disk.close(handle)
        except OSError:
            return False
        return True


def _parsed(data: bytes) -> dict[str, Any] | None:
    try:
        note = json.loads(data)
    except (ValueError, RecursionError):
        return None
    texts = ("session", "user", "host", "since")
    if not isinstance(note, dict) or not all(isinstance(note.get(name), str) for name in texts):
        return None
    return note


def _holder(state: State, note: dict[str, Any]) -> Holder:
    names = ("user", "host", "since", "session")
    return Holder(state, **{name: str(note.get(name, "")) for name in names})
