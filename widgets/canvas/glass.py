"""How does something lie over a canvas and not in its way?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from widgets.canvas.view import Canvas


class Glass(QWidget):
    """Lies over the paper of a canvas, as large as it, below the minimap; everything goes through
    it to what lies below. It is painted anew whenever something of the canvas has moved.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cover()
        self.stackUnder(canvas.minimap)
        canvas.viewport().installEventFilter(self)
        for signal in (canvas.zoom_changed, canvas.stirred):
            signal.connect(self.update)
        for scroll in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            scroll.valueChanged.connect(self.update)
        self.show()

    def strike(self) -> None:
        """Away with it."""
        self.canvas.viewport().removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self.canvas.viewport().geometry())
