"""How does a script get into a file beside the document, and back?"""

from __future__ import annotations

from pathlib import Path

from model.commands import script_of
from model.document import Transaction
from model.errors import FachwerkError
from model.language import say, tr
from model.records import Record, Script, Stop
from model.records.base import Child
from studio.jobs.writing import write_file
from studio.lessons.begin import begin
from studio.lessons.book import ENDING, Book, read_book, write_book
from studio.session import read_file
from studio.windows.desk import Desk
from studio.windows.filing import file_name


def save_book(desk: Desk) -> Path | None:
    """Ask where to, and write the script of the document in front.

    Raises:
        FachwerkError: there is no script, or the file cannot be written.
    """
    sheet = desk.sheet
    script = script_of(sheet.view) if sheet is not None else None
    if sheet is None or script is None:
        raise FachwerkError(say("lesson.none"), todo=say("lesson.none.todo"))
    proposal = str(Path(desk.filing.usual_folder()) / f"{file_name(script.name)}{ENDING}")
    kinds = f"{tr('lesson.file.kind')} (*{ENDING})"
    path = desk.choosers.save(desk.window, tr("lesson.file.save"), proposal, kinds)
    if path is None:
        return None
    if path.suffix.lower() != ENDING:
        path = path.with_name(path.name + ENDING)
    write_file(path, write_book(sheet.view, script.id))
    desk.tell(say("lesson.file.saved", path=path), "ok")
    return path


def load_book(desk: Desk) -> Book | None:
    """Ask for a file. Its script goes into the document in front; with none in front, or when it
    brings its own service along, it is played.

    Raises:
        FachwerkError: it holds no script.
    """
    kinds = f"{tr('lesson.file.kind')} (*{ENDING});;{tr('file.kind.all')} (*)"
    path = desk.choosers.open(
        desk.window, tr("lesson.file.open"), desk.filing.usual_folder(), kinds
    )
    if path is None:
        return None
    book = read_book(read_file(path), path.name)
    if desk.sheet is None or book.script.start:
        begin(desk, book)
    else:
        desk.change(say("lesson.undo.load"), lambda tx: put_in(tx, book))
        desk.tell(say("lesson.file.loaded", name=book.title, n=len(book.stops)), "ok")
    return book


def put_in(tx: Transaction, book: Book) -> None:
    """The script of a book takes the place of the one that is there."""
    old = script_of(tx)
    if old is not None:
        for one in (old.id, *(stop.id for stop in tx.children(old.id, Stop))):
            tx.remove(one)
    ids = {r.id: r.id if r.id not in tx else tx.new_id(r.kind) for r in book.view}
    for record in book.view:
        tx.add(_renamed(record, ids))


def _renamed(record: Record, ids: dict[str, str]) -> Record:
    parent = getattr(record, "parent", "")
    if isinstance(record, Child) and not isinstance(record, Script):
        return record.replaced(id=ids[record.id], parent=ids.get(parent, parent))
    return record.replaced(id=ids[record.id])
