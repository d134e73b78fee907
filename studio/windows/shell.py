"""What is there of the window before it is furnished?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from studio import PRODUCT
from widgets.look import icons
from widgets.look.theme import look

_SIZE = (1440, 900)
_FRAME = QSize(16, 44)
"""What a window manager draws around it; unknown before it is shown."""


class Shell(QMainWindow):
    """The frame: title, size, paper. Whoever furnishes it sets ``may_close``, ``take_files`` and
    ``back_to_work`` (Esc that nobody else wanted: from a pane back to the document).
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fachwerk")
        self.setWindowTitle(PRODUCT)
        self.setWindowIcon(icons.icon("logo", "timber"))
        self.setAcceptDrops(True)
        self.may_close: Callable[[], bool] = lambda: True
        self.take_files: Callable[[list[str]], None] = lambda _files: None
        self.back_to_work: Callable[[], object] = lambda: None
        self.waiting = Waiting(self)
        self.setCentralWidget(self.waiting)
        self._fit_screen()

    def _fit_screen(self) -> None:
        """As large as the drawing, or as the screen allows."""
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen is not None else None
        width, height = _SIZE
        if room is not None:
            width = min(width, room.width() - _FRAME.width())
            height = min(height, room.height() - _FRAME.height())
        self.resize(width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back_to_work()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files_in(event)
        if files:
            event.acceptProposedAction()
            self.take_files(files)


class Waiting(QWidget):
    """The paper with the brand mark, for the blink of an eye."""

    painted = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), said.color("paper"))
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - 24, middle.y() - 24, 48, 48)
        icons.paint(painter, "logo", box, said.color("timber"))
        self.painted.emit()


def _files_in(event: QDropEvent) -> list[str]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
