"""How does a learner get the sheet of results?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from exporters.lesson import Result, Results, results_csv, results_html
from model.errors import FachwerkError
from model.language import say, tr
from studio.jobs.writing import write_file
from studio.windows.filing import file_name
from widgets.basics.labels import plain_label, shown
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged, heading

if TYPE_CHECKING:
    from studio.lessons.lesson import Lesson


def results_of(lesson: Lesson, name: str = "") -> Results:
    """How each task went; in the language in use now."""
    found = []
    for place, mark in enumerate(lesson.marks):
        stop = lesson.wording(place)
        if stop.goals:
            found.append(Result(stop.name, mark.state, mark.failures))
    return Results(lesson.book.title, tuple(found), name.strip())


class ResultSheet(QDialog):
    """What was done, one line a task; a name only when somebody types it."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__(lesson.desk.window)
        self.lesson, self.desk = lesson, lesson.desk
        results = results_of(lesson)
        self.setWindowTitle(tr("lesson.results.title", name=results.title))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(heading(shown(results.title), self, quiet=False))
        said = tr("lesson.results.sum", n=results.solved, of=len(results.stops))
        column.addWidget(plain_label(said, self))
        for number, stop in enumerate(results.stops, start=1):
            state = tr(f"lesson.state.{stop.state or 'open'}")
            words = tr("lesson.results.line", n=number, name=stop.title, state=state)
            column.addWidget(plain_label(words, self, wrap=True))
        column.addSpacing(8)
        column.addWidget(plain_label(tr("lesson.results.name.why"), self, wrap=True))
        self.name = edged(QLineEdit(self))
        self.name.setPlaceholderText(tr("lesson.results.name"))
        self.name.setAccessibleName(tr("lesson.results.name"))
        column.addWidget(self.name)
        column.addLayout(self._buttons())
        self.resize(480, self.sizeHint().height())

    def _buttons(self) -> QHBoxLayout:
        self.keep = FlatButton(tr("lesson.results.save"), self, role="primary")
        self.keep.clicked.connect(lambda _c=False: self.save())
        close = FlatButton(tr("basics.close"), self)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.keep)
        return row

    def save(self) -> Path | None:
        """Ask where to; HTML or CSV by the ending."""
        results = results_of(self.lesson, self.name.text())
        proposal = str(Path(self.desk.filing.usual_folder()) / f"{file_name(results.title)}.html")
        kinds = "HTML (*.html);;CSV (*.csv)"
        path = self.desk.choosers.save(self, tr("lesson.results.save"), proposal, kinds)
        if path is None:
            return None
        as_table = path.suffix.lower() == ".csv"
        if not as_table and path.suffix.lower() != ".html":
            path = path.with_name(path.name + ".html")
        try:
            write_file(path, results_csv(results) if as_table else results_html(results))
        except FachwerkError as error:
            self.desk.tell_error(error)
            return None
        self.desk.tell(say("lesson.results.saved", path=path), "ok")
        self.close()
        return path


def show_results(lesson: Lesson) -> ResultSheet:
    """The sheet in front of the window."""
    sheet = ResultSheet(lesson)
    sheet.setModal(True)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show()
    return sheet
