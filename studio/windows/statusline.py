"""Is it saved, how large is it, what was checked, which language and zoom?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStatusBar, QWidget

from model.document import Snapshot
from model.language import tr
from model.records import Field, Norm, Step
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.labels import plain_label, shown, tip
from widgets.look.theme import look, ui_font
from widgets.panels.buttons import FlatButton

_BETWEEN = 100
"""Margins and gaps of the line."""


class StatusLine(QStatusBar):
    """The line at the lower edge; it asks the desk whenever that says it has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.setSizeGripEnabled(False)
        self._said = ""
        self.dot = StateDot(self)
        self.saved, self.counts, self.hint, self.checked = (self._label() for _ in range(4))
        # However much there is to say, the window keeps its width.
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts.setMinimumWidth(1)
        self.language = FlatButton("", self, role="quiet")
        self.language.setMenu(self._languages())
        self.zoom = FlatButton("", self, role="quiet")
        self.zoom.clicked.connect(lambda: desk.canvas_do("zoom_100"))
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.dot)
        row.addWidget(self.saved)
        row.addSpacing(16)
        row.addWidget(self.counts)
        row.addSpacing(16)
        row.addWidget(self.hint, 1)
        for widget in (self.checked, self.language, self.zoom):
            row.addWidget(widget)
        self.addWidget(left, 1)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand."""
        sheet = self.desk.sheet
        self.language.say(self.desk.language.upper())
        tip(self.language, tr("status.language"))
        for widget in (self.dot, self.saved, self.counts, self.checked, self.zoom):
            widget.setVisible(sheet is not None)
        if sheet is None:
            self.say("")
            return
        state, words = saved_words(sheet)
        self.dot.show_state(state)
        self.saved.setText(words)
        self.counts.setText(count_words(sheet.view))
        self.checked.setText(checked_words(sheet))
        self.say_zoom()
        self._make_room()
        tip(self.zoom, tr("status.zoom.tip"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the counts give way to a remark; how it is saved and checked stays."""
        if self.desk.sheet is None:
            self.hint.setText(self._said)
            return
        parts = (self.dot, self.saved, self.checked, self.language, self.zoom)
        room = self.width() - sum(part.sizeHint().width() for part in parts) - _BETWEEN
        counts, remark = self.counts.sizeHint().width(), self.hint.fontMetrics()
        wanted = remark.horizontalAdvance(self._said)
        fits = counts + wanted <= room
        self.counts.setVisible(fits)
        left = room - counts if fits else room
        self.hint.setText(remark.elidedText(self._said, Qt.TextElideMode.ElideRight, max(left, 0)))

    def say_zoom(self) -> None:
        """Say how large the canvas in front shows things; asked with every step of the wheel."""
        self.zoom.say(tr("status.zoom", n=round(self.desk.zoom * 100)))

    def say(self, words: str) -> None:
        """A passing remark, for example how to end a gesture."""
        self._said = shown(words)
        self.hint.setAccessibleName(self._said)
        self._make_room()

    def _label(self) -> QLabel:
        label = plain_label("", self)
        label.setFont(ui_font(0.92))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _languages(self) -> QMenu:
        menu = QMenu(self)
        for code in ("de", "en"):
            menu.addAction(tr(f"language.{code}"), partial(self.desk.speak, code))
        return menu


class StateDot(QWidget):
    """A filled dot: saved; a ring: not saved; a square: read-only. The words stand beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = "saved"
        self.setFixedSize(12, 16)

    def show_state(self, state: str) -> None:
        """One of saved, dirty, locked."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = look().color({"saved": "ok", "dirty": "warning"}.get(self._state, "muted"))
        painter.setPen(color)
        painter.setBrush(color if self._state != "dirty" else look().color("panel"))
        box = QRectF(2, 4, 8, 8)
        if self._state == "locked":
            painter.drawRect(box)
        else:
            painter.drawEllipse(box)


def saved_words(sheet: Sheet) -> tuple[str, str]:
    """The state of saving: for the dot, and in words."""
    session = sheet.session
    if sheet.property("lesson") and session.path is None:
        return "saved", tr("lesson.status")
    if sheet.reading:
        return "locked", tr("review.status")
    if session.read_only:
        return "locked", tr("status.read_only")
    if session.dirty:
        return "dirty", tr("status.dirty")
    if session.path is None:
        return "dirty", tr("status.unsaved_new")
    if session.saved_at is not None:
        return "saved", tr("status.saved_at", time=f"{session.saved_at:%H:%M}")
    return "saved", tr("status.saved")


def count_words(view: Snapshot) -> str:
    """ "3 Seiten, 9 Felder, 5 Schritte, 6 Normen"."""
    steps = view.of(Step)
    pages = view.once("count_pages", _count_pages)
    parts = [
        tr("count.pages", n=pages),
        tr("count.fields", n=len(view.of(Field))),
        tr("count.steps", n=len(steps) - pages),
    ]
    norms = len(view.of(Norm))
    if norms:
        parts.append(tr("count.norms", n=norms))
    return " · ".join(parts)


def checked_words(sheet: Sheet) -> str:
    """What the last check came to; nothing is promised that was not checked."""
    if not sheet.check.up_to_date:
        return tr("status.checking")
    errors = sum(f.severity == "error" for f in sheet.check.findings or ())
    return tr("status.errors", n=errors) if errors else tr("status.no_errors")


def _count_pages(view: Snapshot) -> tuple[int, tuple[str, ...]]:
    return sum(step.form == "page" for step in view.of(Step)), ()
