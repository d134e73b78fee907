"""Which line does a person mean?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from model.language import Message, say
from widgets.basics.labels import plain_label, shown, tip
from widgets.finder.lines import Line, Lines
from widgets.finder.paint import SMALL, LineDelegate
from widgets.look.theme import look, px, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel, edged
from widgets.panels.scrollbar import thin

K = Qt.Key
_MOVES = {K.Key_Down: 1, K.Key_Up: -1, K.Key_PageDown: 8, K.Key_PageUp: -8}
_MARGIN = 12


class Finder(Panel):
    """A panel over its parent: at the upper right (``corner``) or in the middle. ``asked`` carries
    what was typed, ``taken`` the key of a line, ``closed`` says that Esc was pressed.

    With ``transient`` it closes when the focus goes elsewhere.
    """

    asked = Signal(str)
    taken = Signal(object)
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        prompt: Message,
        how: Message,
        *,
        corner: bool = False,
        transient: bool = True,
    ) -> None:
        super().__init__(parent)
        self._prompt, self._how = prompt, how
        self._corner = corner
        self._been = -1
        self._back: Callable[[], object] | None = None
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.count = plain_label("", self)
        self.list = QListView(self)
        self.lines = Lines()
        self.how = plain_label("", self)
        self._cross = FlatButton("", self, role="quiet", sign="close")
        self._arrows = [FlatButton("", self, role="quiet", sign=s) for s in ("up", "down")]
        self._build()
        self.retranslate()
        self.restyle()
        self.hide()
        parent.installEventFilter(self)
        app = QApplication.instance()
        if transient and isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _build(self) -> None:
        self.lines.setParent(self)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(False)
        thin(self.list)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.line, 1)
        head.addSpacing(8)
        head.addWidget(self.count)
        for button, step in zip(self._arrows, (-1, 1), strict=True):
            button.setVisible(self._corner)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _c=False, s=step: self.go(s))
            head.addWidget(button)
        self._cross.clicked.connect(self.close_finder)
        head.addWidget(self._cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 6, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.how)
        self.line.textChanged.connect(self.asked)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)

    # ----------------------------------------------------------------------------------- looking

    @property
    def current(self) -> Line | None:
        """The line that is chosen."""
        row = self.list.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def open(self, back: Callable[[], object], text: str | None = None) -> None:
        """Come to the front; ``back`` gives the focus back when it closes. ``text`` None: what was
        typed before, all of it selected.
        """
        self._back = back
        if text is not None and text != self.line.text():
            self.line.setText(text)
        else:
            self.asked.emit(self.line.text())
        self.show()
        self.raise_()
        self._stand()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_lines(self, lines: Sequence[Line], count: object = "", row: int = 0) -> None:
        """Other lines; ``row`` is chosen."""
        self.lines.show(lines)
        self._been = -1
        self.count.setText(shown(count))
        if lines:
            self.choose(min(row, len(lines) - 1))
        self._stand()

    def choose(self, row: int) -> None:
        """Stand on a line."""
        index = self.lines.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def step(self, by: int) -> Line | None:
        """Go to the next or previous line, round and round; the line one stands on then."""
        number = len(self.lines.lines)
        if number:
            self.choose((self.list.currentIndex().row() + by) % number)
        return self.current

    def go(self, by: int) -> None:
        """Take the next or previous line."""
        if self.step(by) is not None:
            self._take(self.list.currentIndex().row())

    def close_finder(self) -> None:
        """Go away; the focus returns to where one was."""
        if self.isHidden():
            return
        inside = self._has_focus()
        self.hide()
        if inside and self._back is not None:
            self._back()
        self.closed.emit()

    # ------------------------------------------------------------------------------------- words

    def retranslate(self) -> None:
        self.line.setPlaceholderText(shown(self._prompt))
        self.line.setAccessibleName(shown(self._prompt))
        self.list.setAccessibleName(shown(say("finder.list")))
        self.how.setText(shown(self._how))
        self.line.setAccessibleDescription(shown(self._how))
        for button, key in (
            (self._arrows[0], "finder.previous"),
            (self._arrows[1], "finder.next"),
            (self._cross, "basics.close"),
        ):
            button.setAccessibleName(shown(say(key)))
            tip(button, say(key))

    def restyle(self) -> None:
        edged(self.line)
        small = ui_font(SMALL)
        for label in (self.count, self.how):
            label.setFont(small)
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.line.setMinimumHeight(px(30))
        self.line.setTextMargins(4, 0, 4, 0)
        self.update()

    # -------------------------------------------------------------------------------------- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == K.Key_Escape:
            self.close_finder()
            return True
        if event.key() in (K.Key_Return, K.Key_Enter):
            self._enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        by = _MOVES.get(K(event.key()))
        if by is None:
            return False
        last = len(self.lines.lines) - 1
        row = self.list.currentIndex().row() + by
        if abs(by) == 1:
            self.step(by)
        elif last >= 0:
            self.choose(max(0, min(last, row)))
        return True

    def _enter(self, *, back: bool) -> None:
        """Take the line; in a search the same one again means the next."""
        row = self.list.currentIndex().row()
        if self._corner and (back or row == self._been):
            self.go(-1 if back else 1)
        else:
            self._take(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == K.Key_Escape:
            self.close_finder()
            return
        super().keyPressEvent(event)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.lines.lines):
            self.choose(row)
            self._been = row
            self.taken.emit(self.lines.lines[row].key)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and new is not self and not self.isAncestorOf(new):
            self._back = None
            self.close_finder()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    # ------------------------------------------------------------------------------------- place

    def _stand(self) -> None:
        """At the upper right, or in the middle, as high as its lines need."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        room = parent.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide = min(px(440 if self._corner else 620), room.width())
        high = min(self._wanted_height(), int(room.height() * 0.8))
        left = room.right() - wide if self._corner else room.center().x() - wide // 2
        top = room.top() if self._corner else room.top() + room.height() // 12
        self.setGeometry(left, top, wide, high)

    def _wanted_height(self) -> int:
        many = min(len(self.lines.lines), 400)
        lines = sum(self.list.sizeHintForRow(row) for row in range(many))
        self.list.setVisible(bool(many))
        self.how.setVisible(bool(many))
        frame = self.line.sizeHint().height() + 26
        return max(frame, self.line.minimumHeight() + 26) + (
            lines + self.how.sizeHint().height() + 14 if many else 0
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("panel"))
        painter.setPen(QPen(said.color("card_edge"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
