"""Which scripts are there beside a document, and how are they read and written?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import current_language, say
from model.records import Record, Script, Stop, Text
from model.storage import from_bytes, to_bytes
from model.teaching import scripts, stops_of, worded
from resources import list_resources, open_resource

ENDING = ".drehbuch"
_FOLDER = "lessons"
_ORDER = ("erste_leistung", "bedingung", "pruefung")


class NoScript(FachwerkError):
    """The file holds no stop that could be played."""


@dataclass(frozen=True)
class Book:
    """A script with its stops and wordings. ``name`` is that of the file."""

    name: str
    view: Snapshot

    @property
    def script(self) -> Script:
        """The script itself."""
        return scripts(self.view)[0]

    @property
    def stops(self) -> list[Stop]:
        """Its stops, in German."""
        return stops_of(self.view, self.script.id)

    @property
    def title(self) -> str:
        """What people call it, in the language in use now."""
        return worded(self.view, self.script, current_language()).name

    @property
    def about(self) -> str:
        """What one learns, in the language in use now."""
        return worded(self.view, self.script, current_language()).about


def parts_of(view: Snapshot, script: str) -> Iterator[Record]:
    """The records of a script: itself, its stops, and how both are worded."""
    for record in (view.the(script, Script), *stops_of(view, script)):
        yield record
        yield from view.children(record.id, Text)


def book_of(view: Snapshot, script: str) -> Book:
    """The script of a document, taken out of it: what is done to the document later does not
    change what is being played.
    """
    return Book(script, Snapshot.of_records(parts_of(view, script)))


def write_book(view: Snapshot, script: str) -> bytes:
    """The file that stands beside a document."""
    return to_bytes(parts_of(view, script))


def read_book(data: bytes, name: str = "") -> Book:
    """The first script in a file (also in a service).

    Raises:
        NotReadable: it is no file of ours.
        NoScript: there is nothing to play in it.
    """
    view = Snapshot.of_records(from_bytes(data, name).records)
    found = next((script for script in scripts(view) if stops_of(view, script.id)), None)
    if found is None:
        raise NoScript(say("lesson.file.empty", name=name), todo=say("lesson.file.empty.todo"))
    return Book(name, book_of(view, found.id).view)


def shipped_names() -> list[str]:
    """Names of the lessons the house brings along, in the order in which one learns."""
    names = [name.removesuffix(ENDING) for name in list_resources(_FOLDER, ENDING)]
    return sorted(names, key=lambda n: (_ORDER.index(n) if n in _ORDER else len(_ORDER), n))


def shipped_book(name: str) -> Book:
    """One of them."""
    return read_book(open_resource(f"{_FOLDER}/{name}{ENDING}"), name)


def shipped_books() -> list[Book]:
    """All of them."""
    return [shipped_book(name) for name in shipped_names()]
