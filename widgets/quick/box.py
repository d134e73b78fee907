"""How does a person type and take what is offered?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.language import Message, say, tr
from widgets.basics.labels import shown, tip_text
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.panels.panel import edged
from widgets.panels.scrollbar import thin
from widgets.quick.offers import Offer

WIDTH, ROW, ROWS, EDGE = 360, 30, 9, 16
Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str], Sequence[Offer]]
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -ROWS,
    Qt.Key.Key_PageDown: ROWS,
}


class OfferBox(QFrame):
    """A line and the offers for what stands in it. ``taken`` carries an Offer, ``left`` says that
    nothing was taken.

    The keys stay in the line: Up and Down choose, Enter takes, Esc leaves.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._above = parent
        self._open = False
        self._find: Find = lambda _text: ()
        self.setFixedWidth(px(WIDTH))
        self.line = OfferLine(self)
        self.list = QListView(self)
        self.offers = OfferModel(self)
        self.list.setModel(self.offers)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setMouseTracking(True)
        thin(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self.line)
        self._column.addWidget(self.list)
        self.line.textChanged.connect(self._look_up)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._take)
        self.line.left.connect(self.close_box)
        self.list.clicked.connect(self._take)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._open

    def open(self, at: QPoint, find: Find, words: Message, text: str = "") -> None:
        """Show the offers that ``find`` has for a text, near a place of the parent."""
        self._find = find
        self.setFixedWidth(max(min(px(WIDTH), self._above.width() - 3 * EDGE), WIDTH))
        edged(self.line)
        self.line.setPlaceholderText(shown(words))
        self.line.setAccessibleName(shown(words))
        self.list.setAccessibleName(tr("quick.list"))
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)
        self._look_up(text)
        room = self._above.rect()
        x = max(EDGE, min(at.x(), room.right() - self.width() - EDGE))
        y = max(EDGE, min(at.y(), room.bottom() - self.tallest - EDGE))
        self.move(x, y)
        self._open = True
        self.raise_()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)

    def close_box(self) -> None:
        """Take nothing."""
        if self._open:
            self._close()
            self.left.emit()

    def _close(self) -> None:
        self._open = False
        if self.line.hasFocus():
            # Hiding would hand the focus to whatever comes next, and walk the canvas on.
            self._above.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _look_up(self, text: str) -> None:
        self.offers.show(self._find(text))
        now = next((n for n, offer in enumerate(self.offers.offers) if offer.now), 0)
        self._choose(now)
        self.list.setFixedHeight(px(ROW) * max(1, min(ROWS, self.offers.rowCount())))
        self.setFixedHeight(self._column.sizeHint().height())

    @property
    def tallest(self) -> int:
        """Its height with a full list."""
        return px(ROW) * ROWS + max(32, self.line.sizeHint().height()) + 22

    def _step(self, by: int) -> None:
        last = self.offers.rowCount() - 1
        self._choose(max(0, min(last, self.list.currentIndex().row() + by)))

    def _choose(self, row: int) -> None:
        index = self.offers.index(row)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)
            self._announce(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _announce(self, words: str) -> None:
        """The keys are in the line: a screen reader is told what is chosen in the list."""
        if QAccessible.isActive() and words and self._open:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _take(self, *_index: object) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.offers.offers):
            self._close()
            self.taken.emit(self.offers.offers[row])

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("panel"))
        painter.setPen(QPen(said.color("card_edge"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class OfferLine(QLineEdit):
    """The line in which one types; it hands the keys of the list on."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(1000)
        self.setMinimumHeight(32)
        self.setTextMargins(6, 0, 2, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()


class OfferModel(QAbstractListModel):
    """The offers as Qt's list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(offer.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown(say("quick.now", what=offer.title) if offer.now else offer.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(offer.hint)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return shown(offer.hint)
        return None


class OfferDelegate(QStyledItemDelegate):
    """A sign, the words, and at the right the mark of what it is already."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(WIDTH) - 16, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, OfferModel)
        offer, said = model.offers[index.row()], look()
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(said.color("accent"), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 5, 5)
        side, tick = px(18), px(16)
        sign = QRectF(box.left() + 9, box.center().y() - side / 2, side, side)
        icons.paint(painter, offer.icon, sign, said.color("accent"))
        if offer.now:
            mark = QRectF(box.right() - 10 - tick, box.center().y() - tick / 2, tick, tick)
            icons.paint(painter, "check", mark, said.color("accent"))
        painter.setFont(ui_font())
        painter.setPen(said.color("text"))
        place = box.adjusted(20 + side, 0, -14 - tick if offer.now else -8, 0)
        words = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, int(place.width())
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()
