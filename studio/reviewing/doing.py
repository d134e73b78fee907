"""What does each wish from menu, bar and pane mean for a review?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from exporters.reviewing import Protocol, Reviewed, protocol_csv, protocol_html
from model.errors import FachwerkError
from model.language import say, tr
from model.review import (
    ENDING,
    Review,
    ReviewRecord,
    Tick,
    every,
    read_review,
    write_review,
)
from studio.jobs.writing import write_file
from studio.reviewing.facts import protocol_facts
from studio.reviewing.reader import Reader
from studio.reviewing.reviewing import Reviewing, review_of
from studio.reviewing.reviews import Reviews
from studio.session import read_file
from studio.windows.desk import Desk
from studio.windows.filing import file_name


def do(desk: Desk, wish: str) -> None:
    """Do it.

    Raises:
        FachwerkError: it cannot be done, and why.
    """
    if wish == "open":
        _open(desk)
        return
    if desk.sheet is None:
        raise FachwerkError(say("review.no_service"), todo=say("review.no_service.todo"))
    try:
        _WISHES[wish](desk, review_of(desk, desk.sheet))
    except OSError as failed:
        reason = failed.strerror or type(failed).__name__
        raise FachwerkError(say("cli.disk", reason=reason), todo=say("cli.disk.todo")) from failed


def merge_file(desk: Desk, path: Path) -> None:
    """Take the review in a file in, for the service in front.

    Raises:
        FachwerkError: there is none, or the file is no review of it.
    """
    if desk.sheet is None:
        raise FachwerkError(
            say("review.no_service"), where=path.name, todo=say("review.no_service.todo")
        )
    review = review_of(desk, desk.sheet)
    file = read_review(read_file(path), path.name)
    merged = review.take_in(file)
    _show(desk, "remarks")
    counted = {"n": merged.added, "changed": merged.changed}
    if merged.conflicts:
        desk.tell(say("review.merged.conflicts", conflicts=merged.conflicts), "warning")
        desk.panes.review.filter.setCurrentIndex(desk.panes.review.filter.findData("variants"))
        desk.panes.review.refresh()
    elif not review.kept:
        desk.tell(say("review.merged.unsaved", **counted), "warning")
    elif any(head.content != review.content for head in file.heads):
        desk.tell(say("review.merged.other_state", **counted), "warning")
    else:
        desk.tell(say("review.merged", **counted), "ok")


def _show(desk: Desk, tab: str) -> None:
    reviews = desk.findChild(Reviews)
    if isinstance(reviews, Reviews) and desk.sheet is not None:
        reviews.begin(desk.sheet)
    desk.docks.set_needed("review", True)
    if not desk.docks.is_shown("review"):
        desk.docks.toggle("review")
    desk.docks.bring_forward("review")
    desk.panes.review.show_tab(tab)


def _comment(desk: Desk, _review: Reviewing) -> None:
    _show(desk, "remarks")
    desk.panes.review.begin_remark()
    desk.docks.went_into("review")


def _pane(desk: Desk, review: Reviewing) -> None:
    if desk.docks.is_shown("review") and desk.panes.review.host is review:
        desk.docks.toggle("review")
    else:
        _remarks(desk, review)


def _remarks(desk: Desk, _review: Reviewing) -> None:
    _show(desk, "remarks")
    desk.docks.enter("review")


def _questions(desk: Desk, _review: Reviewing) -> None:
    _show(desk, "questions")


def _verdict(desk: Desk, _review: Reviewing) -> None:
    _show(desk, "verdict")


def _step(direction: int) -> Callable[[Desk, Reviewing], None]:
    def go(desk: Desk, _review: Reviewing) -> None:
        _show(desk, "remarks")
        remark = desk.panes.review.step(direction)
        if remark is None:
            desk.tell(say("review.none"))
        elif desk.sheet is not None and remark.about in desk.sheet.view:
            desk.panes.jump(remark.about)

    return go


def _copy(desk: Desk, _review: Reviewing) -> None:
    assert desk.sheet is not None
    reader = desk.sheet.findChild(Reader)
    if reader is None:
        raise FachwerkError(say("review.no_copy"), todo=say("review.no_copy.todo"))
    reader.copy()


def _open(desk: Desk) -> None:
    kinds = f"{tr('file.kind.package')} (*.zip *.fachwerk);;{tr('file.kind.all')} (*)"
    title, folder = tr("file.review.title"), desk.filing.usual_folder()
    path = desk.choosers.open(desk.window, title, folder, kinds)
    if path is not None:
        desk.filing.look_at(path)


def _save_copy(desk: Desk, review: Reviewing) -> None:
    proposal = f"{file_name(review.sheet.session.title)}.fachwerk"
    proposal = str(Path(desk.filing.usual_folder()) / proposal)
    kinds = f"{tr('file.kind.own')} (*.fachwerk)"
    path = desk.choosers.save(desk.window, tr("file.save.title"), proposal, kinds)
    if path is not None:
        review.sheet.session.save_copy(path)
        desk.tell(say("review.copy_saved", path=path), "ok")


def _load(desk: Desk, _review: Reviewing) -> None:
    kinds = f"{tr('review.file.kind')} (*{ENDING});;{tr('file.kind.all')} (*)"
    folder = desk.filing.usual_folder()
    path = desk.choosers.open(desk.window, tr("review.file.open"), folder, kinds)
    if path is not None:
        merge_file(desk, path)


def _save(desk: Desk, review: Reviewing) -> None:
    records = _said(review)
    kinds = f"{tr('review.file.kind')} (*{ENDING})"
    path = _target(desk, "review.file.save", ENDING, kinds)
    if path is not None:
        write_file(path, write_review(records))
        desk.tell(say("review.file.saved", path=path), "ok")


def _protocol(desk: Desk, review: Reviewing) -> None:
    records = _said(review)
    kinds = f"{tr('review.protocol.page')} (*.html);;{tr('review.protocol.table')} (*.csv)"
    path = _target(desk, "review.protocol.save", ".html", kinds, also=(".csv",))
    if path is None:
        return
    view, book = review.view, review.book
    facts = tuple(protocol_facts(view, review.content))
    title = view.service.name or tr("storage.untitled")
    protocol = Protocol(
        Reviewed(title, facts),
        tuple(every(book, Review)),
        tuple(review.remarks),
        tuple(every(book, Tick)),
        read_review(write_review(records)).digest,
    )
    made = protocol_csv(protocol) if path.suffix.lower() == ".csv" else protocol_html(protocol)
    write_file(path, made)
    desk.tell(say("review.protocol.saved", path=path), "ok")


def _said(review: Reviewing) -> list[ReviewRecord]:
    found = every(review.book, ReviewRecord)
    if not found:
        raise FachwerkError(say("review.nothing_said"), todo=say("review.nothing_said.todo"))
    return found


def _target(
    desk: Desk, title: str, ending: str, kinds: str, also: tuple[str, ...] = ()
) -> Path | None:
    assert desk.sheet is not None
    name = tr("review.file.name", name=desk.sheet.session.title)
    proposal = str(Path(desk.filing.usual_folder()) / f"{file_name(name)}{ending}")
    path = desk.choosers.save(desk.window, tr(title), proposal, kinds)
    if path is not None and path.suffix.lower() not in (ending, *also):
        path = path.with_name(path.name + ending)
    return path


_WISHES: dict[str, Callable[[Desk, Reviewing], None]] = {
    "comment": _comment,
    "pane": _pane,
    "remarks": _remarks,
    "questions": _questions,
    "verdict": _verdict,
    "next": _step(1),
    "previous": _step(-1),
    "copy": _copy,
    "save_copy": _save_copy,
    "load": _load,
    "save": _save,
    "protocol": _protocol,
}
