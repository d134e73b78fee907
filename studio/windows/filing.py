"""How are documents opened, saved and closed in the window?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.behaviors import new_document, open_document
from model.commands import RawForm, shelve
from model.document import Document
from model.errors import FachwerkError
from model.graph import reading_order
from model.language import say, tr
from model.records import Step
from model.storage import collector_off, from_bytes
from studio.samples import sample_bytes
from studio.session import Recovery, SaveConflict, Session, Surroundings
from studio.settings import Settings
from studio.windows.choosers import Choosers
from studio.windows.sheet import Sheet
from studio.windows.sheets import Sheets
from studio.windows.working import Working
from widgets.basics.labels import ask, choose
from widgets.basics.notice import Notice

T = TypeVar("T")
ENDING = ".fachwerk"
FOREIGN = ("*.bpmn", "*.xml", "*.zip")
PACKAGE, REVIEW = ".zip", ".pruefung"
"""What is looked at and not changed, and what was said about it."""
RAW = (".pdf", ".docx", ".xlsx", ".csv", ".txt")
"""Old forms: they come to lie beside the service."""
LARGE = 2_000_000
"""Files of more bytes are read beside the window."""


class Host(Protocol):
    """What filing needs of the desk."""

    settings: Settings
    surroundings: Surroundings
    choosers: Choosers
    sheets: Sheets
    notice: Notice

    @property
    def window(self) -> QWidget: ...

    @property
    def sheet(self) -> Sheet | None: ...

    def run(self, deed: Callable[[Any], object]) -> None: ...

    def refresh(self) -> None: ...

    def tell(self, words: object, severity: str = "hint") -> None: ...

    def tell_error(self, error: Exception) -> None: ...


def _undisturbed(deed: Callable[..., T]) -> Callable[..., T]:
    """Without the collector of garbage: nothing that opening builds is any."""

    def run(*given: Any) -> T:
        with collector_off():
            return deed(*given)

    return run


class Filing(QObject):
    """Opens, saves and closes; every refusal becomes a notice, every question is asked in plain
    words. ``laid`` carries the Sheet beside which an old form lies now, and the id of the form.
    """

    laid = Signal(object, str)

    def __init__(self, desk: Host) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.closed: list[Path] = []
        self._working: Working | None = None

    @property
    def working(self) -> Working:
        """What reads large files beside the window."""
        if self._working is None:
            self._working = Working(self.desk.notice, self)
        return self._working

    # --------------------------------------------------------------------------------- opening

    def new(self) -> Sheet:
        """An empty service with its lanes."""
        return self.show(Session.new(new_document(), surroundings=self.desk.surroundings))

    def open_sample(self, name: str) -> Sheet | None:
        """A copy of a worked example, not saved anywhere."""
        try:
            opened = from_bytes(sample_bytes(name), name)
        except FachwerkError as error:
            self._refused(error)
            return None
        document = open_document(opened.records)
        sheet = self.show(Session.new(document, surroundings=self.desk.surroundings))
        first = next((n for n in reading_order(sheet.view) if sheet.view.get(n, Step)), "")
        sheet.canvas.select([first] if first else [], first)  # its form is in the preview
        return sheet

    def open(self, path: Path) -> Sheet | None:
        """Open a file, or bring it to the front when it is open already; a foreign format is read
        in; a package is only looked at, and a review goes to what is in front.
        """
        if path.suffix.lower() in (PACKAGE, REVIEW):
            return self.look_at(path)
        for sheet in self.desk.sheets.all:
            if sheet.session.path is not None and _same(sheet.session.path, path):
                self.desk.sheets.show(sheet)
                return sheet
        if path.suffix.lower() in (".bpmn", ".xml"):
            return self.read_in(path)
        if path.suffix.lower() in RAW:
            return self.lay_beside(path)

        def work() -> Session:
            return Session.open(path, surroundings=self.desk.surroundings)

        def then(session: Session) -> Sheet:
            self.desk.settings.opened(path.absolute())
            return self.show(session)

        def refused(error: Exception) -> None:
            if isinstance(error, FachwerkError | OSError):
                self.desk.settings.forget_file(path)
            self._refused(error)

        return self._run(path, work, then, refused)

    def look_at(self, path: Path) -> Sheet | None:
        """Open a package or a file read-only, without a question; take a review in."""
        from studio.reviewing.atdesk import look_at

        return look_at(self.desk, path)

    def read_in(self, path: Path) -> Sheet | None:
        """Read a foreign file; what is not understood is kept in the document."""

        def work() -> tuple[Any, Document]:
            from exporters.reading import read_foreign
            from studio.jobs.beside import files_beside
            from studio.jobs.schemas import chosen_place, notes_of_schemas
            from studio.session import read_file

            data = read_file(path)
            read = read_foreign(data, path.name, lambda: files_beside(path))
            read.notes += notes_of_schemas(data, path.name, chosen_place(self.desk.settings))
            return read, open_document(read.records)

        def then(result: tuple[Any, Document]) -> Sheet:
            read, document = result
            sheet = self.show(Session.new(document, surroundings=self.desk.surroundings))
            if read.notes:
                words = say("import.notes", n=len(read.notes), first=read.notes[0])
                sheet.notice.tell(words, "warning")
            return sheet

        return self._run(path, work, then, self._refused)

    def lay_beside(self, path: Path) -> Sheet | None:
        """Read an old form and lay it beside the service in front, or beside a new one."""
        front = self.desk.sheet

        def work() -> RawForm:
            from exporters.rawforms import read_raw
            from studio.session import read_file

            return read_raw(read_file(path), path.name)

        def then(form: RawForm) -> Sheet:
            sheet = front if front in self.desk.sheets.all else None
            sheet = sheet or self.new()
            label = say("shelf.undo.shelve", name=form.name)
            with sheet.session.document.transaction(label, "desk") as tx:
                laid = shelve(tx, form)
            self.laid.emit(sheet, laid.id)
            return sheet

        return self._run(path, work, then, self._refused)

    def _run(
        self,
        path: Path,
        work: Callable[[], Any],
        then: Callable[[Any], Sheet],
        refused: Callable[[Exception], object],
    ) -> Sheet | None:
        """Do it at once; a large file is read beside the window (then the sheet comes later)."""
        work, then = _undisturbed(work), _undisturbed(then)
        if _size(path) > LARGE:
            self.working.do(say("working.open", name=path.name), work, then, refused)
            return None
        try:
            result = work()
        except (FachwerkError, OSError) as error:
            refused(error)
            return None
        return then(result)

    def recover(self, recovery: Recovery) -> Sheet | None:
        """Bring back what a crash left behind."""
        try:
            return self.show(recovery.apply())
        except (FachwerkError, OSError) as error:
            self._refused(error)
            return None

    def ask_open(self) -> None:
        """Let the person choose a file and open it."""
        kinds = f"{tr('file.kind.own')} (*{ENDING});;{tr('file.kind.all')} (*)"
        path = self.desk.choosers.open(
            self.desk.window, tr("file.open.title"), self.usual_folder(), kinds
        )
        if path is not None:
            self.open(path)

    def ask_import(self) -> None:
        """Let the person choose a foreign file and read it in."""
        kinds = f"{tr('file.kind.foreign')} ({' '.join(FOREIGN)});;{tr('file.kind.all')} (*)"
        path = self.desk.choosers.open(
            self.desk.window, tr("file.import.title"), self.usual_folder(), kinds
        )
        if path is not None:
            self.read_in(path)

    def ask_beside(self) -> None:
        """Let the person choose an old form and lay it beside the service."""
        endings = " ".join(f"*{ending}" for ending in RAW)
        kinds = f"{tr('file.kind.raw')} ({endings});;{tr('file.kind.all')} (*)"
        path = self.desk.choosers.open(
            self.desk.window, tr("file.beside.title"), self.usual_folder(), kinds
        )
        if path is not None:
            self.lay_beside(path)

    def reopen(self) -> None:
        """Open again what was closed last."""
        if self.closed:
            self.open(self.closed.pop())

    # ---------------------------------------------------------------------------------- saving

    def save(self, sheet: Sheet | None = None) -> bool:
        """Save; without a name yet, ask for one. True when it is on the disk."""
        sheet = sheet or self.desk.sheet
        if sheet is None:
            return False
        if sheet.reading:
            self.desk.run(lambda d: d.review("save"))
            return True
        if sheet.session.path is None or sheet.session.read_only:
            return self.save_as(sheet)
        try:
            sheet.session.save()
        except SaveConflict as error:
            return self._conflict(sheet, error)
        except (FachwerkError, OSError) as error:
            self._refused(error)
            return False
        self.desk.refresh()
        return True

    def save_as(self, sheet: Sheet | None = None) -> bool:
        """Ask where to, and save there."""
        sheet = sheet or self.desk.sheet
        if sheet is None:
            return False
        if sheet.reading:
            self.desk.run(lambda d: d.review("save_copy"))
            return True
        proposal = str(Path(self.usual_folder()) / f"{file_name(sheet.session.title)}{ENDING}")
        kinds = f"{tr('file.kind.own')} (*{ENDING})"
        path = self.desk.choosers.save(self.desk.window, tr("file.save.title"), proposal, kinds)
        if path is None:
            return False
        if path.suffix.lower() != ENDING:
            path = path.with_name(path.name + ENDING)
        try:
            sheet.session.save_as(path)
        except (FachwerkError, OSError) as error:
            self._refused(error)
            return False
        self.desk.settings.opened(path.absolute())
        self.desk.refresh()
        return True

    def save_picture(self) -> None:
        """Draw the service into a file."""
        from studio.commandline.render import draw
        from studio.jobs.writing import write_file

        sheet = self.desk.sheet
        if sheet is None:
            return
        proposal = str(Path(self.usual_folder()) / f"{file_name(sheet.session.title)}.svg")
        kinds = "SVG (*.svg);;PNG (*.png);;PDF (*.pdf)"
        path = self.desk.choosers.save(self.desk.window, tr("file.picture.title"), proposal, kinds)
        if path is None:
            return
        if path.suffix.lower() not in (".svg", ".png", ".pdf"):
            path = path.with_name(path.name + ".svg")
        try:
            write_file(path, draw(sheet.view, path, "light"))
        except (FachwerkError, OSError) as error:
            self._refused(error)
            return
        self.desk.tell(say("file.picture.done", path=path), "ok")

    # --------------------------------------------------------------------------------- closing

    def close_current(self) -> bool:
        """Close what is in front."""
        sheet = self.desk.sheet
        return self.close(sheet) if sheet is not None else False

    def close(self, sheet: Sheet) -> bool:
        """Close a document; asks when something is not saved. False when the person stays."""
        if sheet.session.dirty and not sheet.practice:
            self.desk.sheets.show(sheet)
            answers = (say("close.save"), say("close.discard"))
            name = sheet.session.title
            chosen = choose(
                self.desk.window, say("close.ask", name=name), (tr("close.what"),), answers
            )
            if chosen < 0 or (chosen == 0 and not self.save(sheet)):
                return False
        if sheet.session.path is not None:
            self.closed.append(sheet.session.path)
        sheet.close_session()
        self.desk.sheets.remove(sheet)
        return True

    def close_all(self) -> bool:
        """Close everything, asking where needed; False when the person stays."""
        if self._working is not None:
            self._working.stop()
            self._working.wait()
        return all(self.close(sheet) for sheet in reversed(list(self.desk.sheets.all)))

    # ---------------------------------------------------------------------------------- inside

    def show(self, session: Session) -> Sheet:
        """Put a session in front."""
        sheet = Sheet(session)
        self.desk.sheets.add(sheet)
        sheet.canvas.setFocus()
        return sheet

    def _conflict(self, sheet: Sheet, error: SaveConflict) -> bool:
        """Somebody else changed the file: offer another name; nothing is overwritten."""
        details = (str(error), tr("conflict.what"))
        if ask(self.desk.window, say("conflict.ask"), details, say("conflict.save_as")):
            return self.save_as(sheet)
        return False

    def _refused(self, error: Exception) -> None:
        self.desk.tell_error(error)

    def usual_folder(self) -> str:
        """Where the person worked last."""
        recent = self.desk.settings.recent_files
        return str(recent[0].parent) if recent and recent[0].parent.is_dir() else str(Path.home())


def file_name(title: str) -> str:
    """A title without the characters that some file systems refuse."""
    plain = "".join("_" if c in '<>:"/\\|?*' or not c.isprintable() else c for c in title)
    return plain.strip(" .") or "fachwerk"


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()


def _size(path: Path) -> int:
    """Bytes of a file; 0 when it is not there (then opening says so)."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
