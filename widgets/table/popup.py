"""Where are the lines of a condition shown beside its cell?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget


def beside(grid: QAbstractScrollArea, at: QPoint, builder: QWidget) -> QFrame:
    """A small sheet over the lines, as large as the room allows; it scrolls when it must."""
    sheet = QFrame(grid.viewport())
    sheet.setFrameShape(QFrame.Shape.StyledPanel)
    sheet.setAutoFillBackground(True)
    area = QScrollArea(sheet)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(builder)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(10, 8, 10, 8)
    column.addWidget(area)
    room = grid.viewport().size()
    wide = min(380, max(240, room.width() - 16))
    high = min(max(builder.sizeHint().height() + 24, 210), max(room.height() - 8, 120))
    left = max(4, min(at.x(), room.width() - wide - 4))
    top = max(4, min(at.y(), room.height() - high - 4))
    sheet.setGeometry(left, top, wide, high)
    sheet.show()
    sheet.raise_()
    return sheet


def enter_first(sheet: QWidget) -> None:
    """Put the focus on the uppermost part that takes keys."""
    parts = [
        part
        for part in sheet.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisibleTo(sheet)
        and part.focusProxy() is None
    ]
    if parts:
        first = min(parts, key=lambda part: _reading_place(part, sheet))
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _reading_place(part: QWidget, sheet: QWidget) -> tuple[int, int]:
    place = part.mapTo(sheet, QPoint(0, 0))
    return place.y(), place.x()
