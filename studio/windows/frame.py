"""How is the window on the screen before the house is imported?"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from model.language import tr
from studio import PRODUCT
from studio.jobs.later import Later
from studio.language.load import load
from studio.settings import Settings, find_paths
from studio.windows.shell import Shell
from widgets.look import theme

DONE, LACKING = 0, 3
_AT_THE_LATEST = 1500


def run_studio(files: list[str], wish: str = "", sample: str = "") -> int:
    """Open the studio with files or a copy of a sample; returns when its window is closed."""
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
    shell.show()
    code = int(app.exec())
    del start
    return code


class Furnishing(QObject):
    """Brings the house into the shell after its first paint: records, checks and exporters cost
    more than the frame.
    """

    def __init__(
        self, shell: Shell, settings: Settings, files: list[Path], sample: str = ""
    ) -> None:
        super().__init__(shell)
        self._shell, self._settings, self._files = shell, settings, files
        self._sample = sample
        self._done = False
        self._soon = Later(self, 0, self.furnish)
        self._at_the_latest = Later(self, _AT_THE_LATEST, self.furnish)
        self._at_the_latest.ask()  # a window that starts minimised is never painted
        shell.waiting.painted.connect(self._soon.ask)

    def furnish(self) -> None:
        """Do it, once."""
        if self._done:
            return
        self._done = True
        self._at_the_latest.cancel()
        from studio.compose import furnish, watch_errors

        watch_errors(furnish(self._shell, self._settings, self._files, sample=self._sample))


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
