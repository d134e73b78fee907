"""How does a person tell Fachwerk where the official schemas lie, and see which were recognised?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout

from model.errors import FachwerkError
from model.language import say, tr
from studio.errors import sentence_of
from studio.jobs.schemas import SETTING, chosen_place, library_at
from studio.windows.desk import Desk
from widgets.basics.labels import plain_label, shown
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading

if TYPE_CHECKING:
    from exporters.official import Library


class SchemaView(QDialog):
    """The place, and what is in it. A choice holds at once and for every document."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.setWindowTitle(tr("official.view.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("official.view.intro"), self, wrap=True))
        column.addSpacing(6)
        column.addWidget(heading(tr("official.view.place"), self))
        self.place = plain_label("", self, wrap=True)
        column.addWidget(self.place)
        column.addLayout(self._choices())
        column.addSpacing(6)
        column.addWidget(heading(tr("official.view.found"), self))
        self.summary = plain_label("", self, wrap=True)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(self.summary)
        self.found = QListWidget(self)
        self.found.setAccessibleName(tr("official.view.found"))
        self.found.setWordWrap(True)
        column.addWidget(self.found, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        leave = FlatButton(tr("basics.close"), self, role="primary")
        leave.clicked.connect(lambda _c=False: self.close())
        leave.setDefault(True)
        row.addWidget(leave)
        column.addLayout(row)
        self.resize(640, 520)
        self.look()

    def look(self) -> None:
        """Read the place again and say what is there."""
        self.found.clear()
        place = chosen_place(self.desk.settings)
        self.forget_button.setEnabled(place is not None)
        if place is None:
            self.place.setText(tr("official.view.nothing"))
            self.summary.setText("")
            return
        self.place.setText(shown(str(place)))
        try:
            library = library_at(place)
        except (FachwerkError, OSError) as error:
            words = str(error) if isinstance(error, FachwerkError) else sentence_of(error)
            self.summary.setText(shown(words))
            return
        self._show(library)

    def choose(self) -> None:
        """Another folder."""
        start = self._start()
        self._take(self.desk.choosers.folder(self, tr("official.view.title"), start))

    def choose_zip(self) -> None:
        """A zip as the XRepository delivers it."""
        title = tr("official.view.title")
        self._take(self.desk.choosers.open(self, title, self._start(), "Zip (*.zip)"))

    def forget(self) -> None:
        """Judge by the reconstructed schemas again."""
        self.desk.settings.remember(SETTING, None)
        self.look()

    # ---------------------------------------------------------------------------------- parts

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.folder_button = FlatButton(tr("official.view.choose"), self)
        self.zip_button = FlatButton(tr("official.view.choose_zip"), self)
        self.forget_button = FlatButton(tr("official.view.forget"), self)
        for button, deed in (
            (self.folder_button, self.choose),
            (self.zip_button, self.choose_zip),
            (self.forget_button, self.forget),
        ):
            button.clicked.connect(lambda _c=False, d=deed: d())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show(self, library: Library) -> None:
        library.try_all()
        self.summary.setText(shown(library.summary))
        for standard in library.standards:
            if library.works(standard):
                words = say("official.view.usable", title=standard.title, file=standard.file)
                self.found.addItem(shown(words))
        for one in library.unusable:
            self.found.addItem(
                shown(say("official.view.unusable", name=one.name, reason=one.reason))
            )

    def _start(self) -> str:
        place = chosen_place(self.desk.settings)
        near = place if place is None or place.is_dir() else place.parent
        return str(near) if near is not None else self.desk.filing.usual_folder()

    def _take(self, place: Path | None) -> None:
        if place is not None:
            self.desk.settings.remember(SETTING, str(place.absolute()))
            self.look()


def show_schemas(desk: Desk) -> SchemaView:
    """Open the view; one at a time."""
    for old in desk.window.findChildren(SchemaView):
        old.close()
    view = SchemaView(desk)
    view.show()
    view.folder_button.setFocus()
    return view
