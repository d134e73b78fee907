"""How do a sample and a recent file look on the start page?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.basics.labels import shown, tip
from widgets.look import icons
from widgets.look.theme import look, px, ui_font

PICTURE = QSize(232, 104)
WORDS = 240
"""So much room title and story have at least."""
KEEP = Qt.AspectRatioMode.KeepAspectRatio


class HoverButton(QAbstractButton):
    """A button that paints itself, with hover and focus."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(shown(name))
        self.setAccessibleName(shown(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class SampleButton(HoverButton):
    """A worked example: its picture at the left, title and story at the right. The picture is
    drawn when it is first seen.
    """

    def __init__(
        self,
        title: str,
        story: str,
        picture: Callable[[], QPixmap | None] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.story = shown(story)
        self.setAccessibleDescription(self.story)
        self._picture = picture
        self._drawn: QPixmap | None = None
        self._asked = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fetch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(520), max(PICTURE.height(), px(96)) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(400), max(PICTURE.height(), px(96)) + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        hot = self.underMouse() or self.hasFocus()
        painter.setBrush(said.color("card"))
        painter.setPen(
            QPen(said.color("accent" if hot else "card_line"), 2 if self.hasFocus() else 1)
        )
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, said.radius_card, said.radius_card)
        picture = self._picture_size()
        frame = QRect(QPoint(10, (self.height() - picture.height()) // 2), picture)
        self._paint_picture(painter, frame)
        self._paint_words(
            painter,
            QRect(frame.right() + 18, 10, self.width() - frame.right() - 34, self.height() - 20),
        )

    def _picture_size(self) -> QSize:
        """In a narrow card the picture gives way to the words."""
        room = max(self.width() - px(WORDS) - 44, 0)
        return PICTURE.scaled(min(room, PICTURE.width()), PICTURE.height(), KEEP)

    def _paint_picture(self, painter: QPainter, frame: QRect) -> None:
        if not self._asked and self._picture is not None:
            self._asked = True
            self._soon.start()  # the window is there before its pictures are
        said = look()
        painter.setPen(QPen(said.color("panel_line"), 1))
        painter.setBrush(said.color("paper"))
        painter.drawRoundedRect(QRectF(frame), 5, 5)
        if self._drawn is None or self._drawn.isNull():
            inner = QRectF(frame).adjusted(90, 26, -90, -26)
            icons.paint(painter, "picture", inner, said.color("muted"))
            return
        size = self._drawn.deviceIndependentSize().toSize()
        size.scale(frame.size() - QSize(2, 2), KEEP)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(frame.center())
        painter.drawPixmap(place, self._drawn)

    @property
    def pictured(self) -> bool:
        """Is its picture there?"""
        return self._drawn is not None

    def take_picture(self, picture: Callable[[], QPixmap | None] | None) -> None:
        """It can be drawn now; one that is there stays."""
        if self._picture is None:
            self._picture = picture
            self.update()

    def _fetch(self) -> None:
        self._drawn = self._picture() if self._picture is not None else None
        self.update()

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        said = look()
        font = ui_font(1.15)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(said.color("text"))
        flags = int(Qt.TextFlag.TextWordWrap)
        used = QFontMetrics(font).boundingRect(place, flags, self.text())
        story = QFontMetrics(ui_font()).boundingRect(place, flags, self.story)
        top = place.top() + max(0, (place.height() - used.height() - 4 - story.height()) // 2)
        painter.drawText(place.adjusted(0, top - place.top(), 0, 0), flags, self.text())
        painter.setFont(ui_font())
        painter.setPen(said.color("muted"))
        painter.drawText(
            place.adjusted(0, top - place.top() + used.height() + 4, 0, 0), flags, self.story
        )


class RecentButton(HoverButton):
    """A file that was open before: name and, muted, its folder."""

    def __init__(self, name: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.folder = shown(folder)
        self.setAccessibleDescription(self.folder)
        tip(self, folder)
        self.setFixedSize(px(240), px(42))

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(said.color("accent_soft"))
            edge = QPen(said.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        inner = self.rect().adjusted(8, 3, -6, -3)
        font, small = ui_font(), ui_font(0.85)
        painter.setFont(font)
        painter.setPen(said.color("text"))
        name = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(small)
        painter.setPen(said.color("muted"))
        folder = QFontMetrics(small).elidedText(
            self.folder, Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), folder)
