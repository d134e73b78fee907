"""On which copy is a script played?"""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.behaviors import new_document, open_document
from model.commands import script_of
from model.document import Document, numbered_ids
from model.errors import FachwerkError
from model.language import say
from model.records import Record
from model.storage import from_bytes
from studio.lessons.book import Book, book_of, shipped_book
from studio.lessons.lesson import Lesson
from studio.lessons.memory import in_memory
from studio.samples import sample_bytes
from studio.session import Session
from studio.windows.desk import Desk

NEW = "new"


def begin(desk: Desk, book: Book | str, *, presenting: bool = False) -> Lesson:
    """Play a book (or the lesson of that name that the house brings along) on a copy.

    Raises:
        FachwerkError: the service it begins with is not there.
    """
    found = shipped_book(book) if isinstance(book, str) else book
    return _play(desk, found, copy_for(found), presenting=presenting)


def present(desk: Desk) -> Lesson | None:
    """Play the script of the document in front on a copy of it; a lesson that runs already gets the
    keys.

    Raises:
        FachwerkError: there is no stop yet.
    """
    sheet = desk.sheet
    if sheet is None:
        return None
    running = sheet.findChild(Lesson)
    if running is not None and sheet.property("lesson"):
        running.stage.present()
        running.say()
        running.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return running
    script = script_of(sheet.view)
    if script is None or not book_of(sheet.view, script.id).stops:
        raise FachwerkError(say("lesson.none"), todo=say("lesson.none.todo"))
    book = book_of(sheet.view, script.id)
    return _play(desk, book, copy_for(book, tuple(sheet.view)), presenting=True)


def copy_for(book: Book, own: tuple[Record, ...] = ()) -> Document:
    """What a book begins with: an empty service, a worked example, or the service it stands in
    (``own``).
    """
    start = book.script.start
    if not start and own:
        return open_document(own)
    if start in ("", NEW):
        return new_document(book.title, ids=numbered_ids())
    opened = from_bytes(sample_bytes(start), start)
    return open_document(opened.records, ids=numbered_ids("own_"))


def _play(desk: Desk, book: Book, document: Document, *, presenting: bool) -> Lesson:
    session = Session.new(document, surroundings=in_memory(desk.surroundings))
    return Lesson(desk, desk.filing.show(session), book, presenting=presenting)
