"""How do the tabs look by which two panes share a place?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from widgets.look.theme import look, ui_font

_TOUCH = 3


class PaneTabs(QObject):
    """Paints the bars that Qt makes for panes behind each other like the tabs of the documents.

    Qt makes and removes these bars itself, so they can be no class of ours: their paint events are
    taken over.
    """

    def dress(self, window: QMainWindow) -> None:
        """Take over all bars that a window has now, and hide those that Qt forgot.

        Qt 6.11 leaves the bar of panes that stand below each other again where it was, as long as
        the window keeps its size.
        """
        served: set[tuple[int, int]] = set()
        for bar in reversed(_bars(window)):
            place = bar.x(), bar.y()
            if bar.isVisible() and (place in served or not _serves(window, bar)):
                bar.hide()
                continue
            served.add(place)
            bar.removeEventFilter(self)
            bar.installEventFilter(self)
            bar.setDrawBase(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QTabBar):
            _paint(watched)
            return True
        return super().eventFilter(watched, event)


def _bars(window: QMainWindow) -> list[QTabBar]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return list(window.findChildren(QTabBar, options=direct))


def _serves(window: QMainWindow, bar: QTabBar) -> bool:
    """Whether panes that stand behind each other touch the bar."""
    near = bar.geometry().adjusted(-_TOUCH, -_TOUCH, _TOUCH, _TOUCH)
    return any(
        dock.isVisible()
        and bool(window.tabifiedDockWidgets(dock))
        and dock.x() == bar.x()
        and near.intersects(dock.geometry())
        for dock in window.findChildren(QDockWidget)
    )


def _paint(bar: QTabBar) -> None:
    said = look()
    font = ui_font()
    font.setWeight(QFont.Weight.Medium)
    painter = QPainter(bar)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for place in range(bar.count()):
        front = place == bar.currentIndex()
        box = QRectF(bar.tabRect(place)).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(said.color("accent_soft" if front else "panel"))
        painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        if front and bar.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        painter.setPen(said.color("accent" if front else "text"))
        words = painter.fontMetrics().elidedText(
            bar.tabText(place), Qt.TextElideMode.ElideRight, int(box.width()) - 8
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
