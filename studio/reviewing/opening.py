"""How does a package or a file come into the window read-only?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.reviewing.passport import Passport, passport
from model.document import Snapshot
from model.language import Message
from model.records import Record
from model.storage import collector_off, from_bytes, to_bytes
from studio.lessons.memory import in_memory
from studio.reviewing.locked import locked_document
from studio.session import Session, read_file
from studio.windows.sheet import Sheet

if TYPE_CHECKING:
    from studio.windows.desk import Desk

OWN = ".fachwerk"


@dataclass(frozen=True)
class Opened:
    """What was read. ``passport`` is None when it was no package, ``data`` its bytes if it was."""

    path: Path
    records: tuple[Record, ...]
    notes: tuple[Message, ...] = ()
    passport: Passport | None = None
    data: bytes = b""


def read_for_review(path: Path) -> Opened:
    """Read a package, a service or a foreign format.

    Raises:
        FachwerkError: it cannot be read, and why.
    """
    data = read_file(path)
    if path.suffix.lower() == OWN:
        own = from_bytes(data, path.name)
        return Opened(path, own.records, tuple(note.what for note in own.notes))
    from exporters.reading import read_foreign
    from studio.jobs.beside import files_beside

    read = read_foreign(data, path.name, lambda: files_beside(path))
    told = passport(data, path.name) if data.startswith(b"PK") else None
    kept = data if told is not None else b""
    return Opened(path, tuple(read.records), tuple(read.notes), told, kept)


def show_for_review(desk: Desk, opened: Opened) -> Sheet:
    """Put it in front, locked, with what a reader needs around it."""
    from studio.reviewing.reader import Reader

    document = locked_document(opened.records)
    session = Session(
        document,
        base=_bytes_of(document.snapshot()),
        read_only=True,
        surroundings=in_memory(desk.surroundings),
    )
    sheet = Sheet(session, reading=True)
    reader = Reader(desk, sheet, opened)
    desk.sheets.add(sheet)
    reader.begin()
    return sheet


def open_reading(desk: Desk, path: Path) -> Sheet | None:
    """Open a file read-only, or bring it to the front when it is open so already.

    Raises:
        FachwerkError: it cannot be read, and why.
    """
    for sheet in desk.sheets.all:
        if sheet.reading and sheet.property("read_from") == str(path.absolute()):
            desk.sheets.show(sheet)
            return sheet
    with collector_off():
        sheet = show_for_review(desk, read_for_review(path))
    if path.suffix.lower() != OWN:  # a service would be opened for editing the next time
        desk.settings.opened(path.absolute())
    return sheet


def _bytes_of(view: Snapshot) -> Callable[[], bytes]:
    return lambda: to_bytes(view)
