"""How does a script become a click guide (Klickanleitung)?

The script is played without a window: each stop's deeds are done on a copy, and what is there then
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from exporters.lesson import Guide, GuideStop, guide_html
from model.commands import script_of
from model.document import Document, Snapshot
from model.errors import FachwerkError
from model.language import current_language, say, tr
from model.records import Stop
from model.teaching import perform, told_deed, told_goal, worded
from studio.jobs.writing import write_file
from studio.lessons.begin import copy_for
from studio.lessons.book import Book, book_of
from studio.lessons.doing import lesson_in_front
from studio.windows.desk import Desk
from studio.windows.filing import file_name

ENDINGS = (".html", ".pdf")


@dataclass(frozen=True)
class Scene:
    """A stop in the language in use now, the service before and after it, and what was made."""

    stop: Stop
    before: Snapshot
    after: Snapshot
    made: tuple[str, ...] = ()


def scenes(book: Book, document: Document) -> Iterator[Scene]:
    """The stops one after the other; the document is changed on the way.

    Raises:
        FachwerkError: a deed cannot be done; it says at which stop.
    """
    for stop in book.stops:
        spoken = worded(book.view, stop, current_language())
        before = document.snapshot()
        try:
            with document.transaction(say("lesson.undo.deed"), "lesson") as tx:
                made = [perform(tx, deed) for deed in spoken.deeds]
        except FachwerkError as error:
            raise FachwerkError(
                say("lesson.guide.failed", stop=spoken.name, reason=str(error)),
                todo=say("lesson.guide.failed.todo"),
            ) from error
        yield Scene(spoken, before, document.snapshot(), tuple(filter(None, made)))


def guide_of(book: Book, document: Document) -> Guide:
    """The guide with its pictures, in the language in use now."""
    from widgets.lessons.picture import StopPicture

    stops = []
    for scene in scenes(book, document):
        picture = StopPicture(scene.after, _lit(scene), scene.stop.cards)
        words = _words(scene)
        stops.append(replace(words, picture=picture.png()))
    script = worded(book.view, book.script, current_language())
    return Guide(script.name, script.about, tuple(stops))


def guide_pages(book: Book, document: Document) -> bytes:
    """The same as a PDF."""
    from widgets.lessons.paper import Sheet, guide_pdf
    from widgets.lessons.picture import StopPicture

    sheets = []
    for number, scene in enumerate(scenes(book, document), start=1):
        said = _words(scene)
        words = [("title", f"{number}. {said.title}"), ("text", said.text)]
        words += [("task", task) for task in said.tasks]
        words += [("how", how) for how in said.how]
        picture = StopPicture(scene.after, _lit(scene), scene.stop.cards)
        sheets.append(Sheet(tuple(w for w in words if w[1]), picture))
    script = worded(book.view, book.script, current_language())
    return guide_pdf(script.name, script.about, sheets)


def guide_bytes(book: Book, document: Document, ending: str) -> bytes:
    """The guide in the format of an ending."""
    if ending == ".pdf":
        return guide_pages(book, document)
    return guide_html(guide_of(book, document))


def save_guide(desk: Desk) -> Path | None:
    """Ask where to, and write the guide of the lesson that is played, or of the script of the
    document in front.

    Raises:
        FachwerkError: there is no script, a deed of it cannot be done, or nothing can be written.
    """
    book, document = _meant(desk)
    proposal = str(Path(desk.filing.usual_folder()) / f"{file_name(book.title)}.html")
    kinds = "HTML (*.html);;PDF (*.pdf)"
    path = desk.choosers.save(desk.window, tr("lesson.guide.save"), proposal, kinds)
    if path is None:
        return None
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + ENDINGS[0])
    write_file(path, guide_bytes(book, document, path.suffix.lower()))
    desk.tell(say("lesson.guide.saved", path=path), "ok")
    return path


def _meant(desk: Desk) -> tuple[Book, Document]:
    lesson = lesson_in_front(desk)
    if lesson is not None:
        return lesson.book, copy_for(lesson.book, tuple(lesson.start))
    sheet = desk.sheet
    script = script_of(sheet.view) if sheet is not None else None
    if sheet is None or script is None:
        raise FachwerkError(say("lesson.none"), todo=say("lesson.none.todo"))
    book = book_of(sheet.view, script.id)
    return book, copy_for(book, tuple(sheet.view))


def _lit(scene: Scene) -> tuple[str, ...]:
    """What the stop points at, else what was made at it."""
    return scene.stop.lit or scene.made


def _words(scene: Scene) -> GuideStop:
    stop = scene.stop
    how = (stop.solution,) if stop.solution else _told(scene)
    return GuideStop(
        title=stop.name,
        text=stop.text,
        tasks=tuple(str(told_goal(scene.after, goal)) for goal in stop.goals),
        how=how if stop.goals else (),
        shows=tr("lesson.guide.shows", name=stop.name),
    )


def _told(scene: Scene) -> tuple[str, ...]:
    return tuple(str(told_deed(scene.before, deed)) for deed in scene.stop.deeds)
