"""What stands in the window before the house is awake, and takes clicks already?

Records, checks and panes are ten times as much to import as a start page. So the page comes first,
and the rest is woken in small turns of the loop while the person reads (11/2026).
"""

from __future__ import annotations

from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.language import current_language
from studio.language.switch import switch
from studio.samples import sample_names, sample_story, sample_title
from studio.settings import Settings
from studio.windows.brand import Brand
from studio.windows.sheets import Sheets
from studio.windows.shell import Shell
from widgets.basics.notice import Notice
from widgets.start.page import RecentFile, SampleCard, StartPage

WAKES = (
    *("pydantic", "model.records", "model.document", "model.storage", "model.behaviors"),
    *("model.checks", "studio.session", "widgets.painters", "widgets.items", "widgets.tools"),
    *("widgets.quick", "widgets.canvas", "studio.windows.sheet", "studio.actions.table"),
    *("widgets.conditions", "widgets.inspector", "widgets.preview", "widgets.findings"),
    *("widgets.outline", "studio.windows.panes", "studio.compose"),
)
"""What the desk needs, in pieces that nobody feels."""


class Reception:
    """The start page in its place, and the places of notice and documents. The desk moves in."""

    def __init__(self, window: Shell, settings: Settings) -> None:
        switch(current_language())
        self.page = StartPage(window)
        self.sheets = Sheets(self.page, window)
        self.notice = Notice(window)
        box = QWidget(window)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.sheets.stack, 1)
        window.setCentralWidget(box)
        window.menuBar().setCornerWidget(Brand(window), Qt.Corner.TopLeftCorner)
        self._settings = settings

    def receive(self) -> None:
        """Show samples and recent files; the keyboard begins at the first button."""
        self.page.furnish(samples(drawn=False), recent_files(self._settings))
        self.page.new_button.setFocus(Qt.FocusReason.OtherFocusReason)


def samples(*, drawn: bool) -> list[SampleCard]:
    """The worked examples; ``drawn``: their pictures may be asked for (it takes the canvas)."""
    return [
        SampleCard(name, sample_title(name), sample_story(name), _picture(name) if drawn else None)
        for name in sample_names()
    ]


def recent_files(settings: Settings) -> list[RecentFile]:
    """The files of the last days that are still there."""
    return [
        RecentFile(str(path), path.stem, str(path.parent))
        for path in settings.recent_files
        if path.exists()
    ]


@cache
def _picture(name: str) -> partial[QPixmap | None]:
    return partial(_thumbnail, name)


def _thumbnail(name: str) -> QPixmap | None:
    from studio.windows.thumbnails import thumbnail

    return thumbnail(name)
