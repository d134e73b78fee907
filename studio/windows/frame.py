"""How is the window on the screen before the house is imported?"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from model.language import tr
from studio import PRODUCT
from studio.jobs.later import Later
from studio.language.load import load
from studio.settings import Settings, find_paths
from studio.windows.reception import WAKES, Reception
from studio.windows.shell import Shell
from widgets.look import theme

DONE, LACKING = 0, 3
_AT_THE_LATEST = 1500


def run_studio(
    files: list[str], wish: str = "", sample: str = "", *, reading: Sequence[str] = ()
) -> int:
    """Open the studio with files, a copy of a sample, or what is only to be read; returns when its
    window is closed.
    """
    if not _has_display():
        sys.stderr.write(tr("cli.no_display") + "\n")
        return LACKING
    settings = Settings(find_paths().settings)
    load(wish if wish in ("de", "en") else settings.value("language", "de"))
    app = application()
    theme.apply(app, settings.value("theme", "system"))
    wished = settings.value("text_scale", 1.0)
    theme.scale_text(app, wished if wished in theme.TEXT_SCALES else 1.0)
    shell = Shell()
    start = Furnishing(shell, settings, [Path(name) for name in files], sample)
    start.reading = [Path(name) for name in reading]
    shell.show()
    code = int(app.exec())
    del start
    return code


class Furnishing(QObject):
    """Brings the house into the shell after its first paint: records, checks and panes cost more
    than the frame. The start page comes first and hears clicks and keys; what is asked for before
    the rest is awake brings the rest at once.
    """

    def __init__(
        self, shell: Shell, settings: Settings, files: list[Path], sample: str = ""
    ) -> None:
        super().__init__(shell)
        self._shell, self._settings, self._files = shell, settings, files
        self._sample = sample
        self.reading: list[Path] = []
        self.done = False
        self.reception: Reception | None = None
        self._asleep = list(WAKES)
        self._soon = Later(self, 0, self.begin)
        self._next = Later(self, 0, self._wake)
        self._at_the_latest = Later(self, _AT_THE_LATEST, self.furnish)
        self._at_the_latest.ask()  # a window that starts minimised is never painted
        shell.waiting.painted.connect(self._soon.ask)

    @property
    def usable(self) -> bool:
        """Does the window take clicks and keys?"""
        return self.done or self.reception is not None

    def begin(self) -> None:
        """The start page, if it is what comes first: no file was named, no work was left behind."""
        if self.usable:
            return
        called = bool(self._files or self.reading or self._sample)
        if called or any(find_paths().journals.glob("*.journal")):
            self.furnish()
            return
        self.reception = Reception(self._shell, self._settings)
        page = self.reception.page
        for wish in (page.new_wanted, page.open_wanted, page.import_wanted, page.exercise_wanted):
            wish.connect(partial(self._bring, wish))
        for named in (page.sample_wanted, page.recent_wanted):
            named.connect(partial(self._bring, named))
        self._shell.take_files = self._take_files
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self.reception.receive()
        self._next.ask()

    def furnish(self) -> None:
        """All of it, once."""
        if self.done:
            return
        self.done = True
        self._at_the_latest.cancel()
        self._next.cancel()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        from studio.compose import furnish, watch_errors

        desk = furnish(
            self._shell,
            self._settings,
            self._files,
            sample=self._sample,
            reading=self.reading,
            reception=self.reception,
        )
        watch_errors(desk)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A shortcut is pressed that nobody knows yet: when this returns, Qt looks for it."""
        if event.type() == QEvent.Type.ShortcutOverride and _may_be_shortcut(event):
            self.furnish()
        return super().eventFilter(watched, event)

    def _wake(self) -> None:
        """A piece of the house in each turn of the loop, so that a key never waits long."""
        if self.done:
            return
        if not self._asleep:
            self.furnish()
            return
        importlib.import_module(self._asleep.pop(0))
        self._next.ask()

    def _bring(self, wish: SignalInstance, *said: object) -> None:
        """A button was pressed before the desk heard it: bring the desk, and say it again."""
        if not self.done:
            self.furnish()
            wish.emit(*said)

    def _take_files(self, files: list[str]) -> None:
        self.furnish()
        self._shell.take_files(files)


def _may_be_shortcut(event: QEvent) -> bool:
    keys = Qt.KeyboardModifier
    if not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier)
    return bool(held) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def application() -> QApplication:
    """The one application of this process."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication(sys.argv[:1])
    app.setApplicationName(PRODUCT)
    app.setDesktopFileName("fachwerk")
    return app


def _has_display() -> bool:
    """On Linux a window needs an X or Wayland display, or a platform that was asked for."""
    if sys.platform in ("win32", "darwin") or QGuiApplication.instance() is not None:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
