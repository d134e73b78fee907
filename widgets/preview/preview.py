"""How does the selected page look as a form?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.document import ChangeSet, Document, Snapshot
from model.grammar import title
from model.graph import page_numbers, reading_order
from model.language import say, tr
from model.records import Field, FieldGroup, FieldUse, Step
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.basics.labels import plain_label
from widgets.look.theme import look, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin
from widgets.preview.controls import control_for


class Preview(Panel):
    """The pane of the preview. ``headed`` carries its title ("Vorschau · Seite 2")."""

    headed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._hearing: Hearing | None = None
        self._page = ""
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        thin(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 12)
        column.addWidget(self._area)

    def open(self, document: Document | None) -> None:
        """Show another document (or none)."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self._document, self._page = document, ""
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
        self._show()

    def show_selection(self, ids: Iterable[str]) -> None:
        """Show the page that is selected, or the one the selected row stands on."""
        if self._document is None:
            return
        view = self._document.snapshot()
        for record_id in ids:
            card = view.card_of(record_id)
            if isinstance(card, Step) and card.form != "automatic":
                if card.id != self._page:
                    self._page = card.id
                    self._show()
                return

    def retranslate(self) -> None:
        self._show()

    def restyle(self) -> None:
        self._show()

    def _hear(self, changeset: ChangeSet) -> None:
        assert self._document is not None
        view = self._document.snapshot()
        cards = {getattr(view.card_of(i), "id", "") for i in changeset.ids}
        gone = any(record_id not in view for record_id in changeset.ids)
        if gone or self._page in cards or self._page not in view:
            self._show()

    def _show(self) -> None:
        view = self._document.snapshot() if self._document else None
        if view is not None and self._page not in view:
            pages = (i for i in reading_order(view) if getattr(view[i], "form", "") == "page")
            self._page = next(pages, "")
        page = view.get(self._page, Step) if view is not None else None
        if page is None or view is None:
            self._put(EmptyHint("page", say("preview.empty"), ()))
            self.headed.emit(tr("pane.preview"))
            return
        self._put(FormPicture(view, page))
        number = page_numbers(view).get(page.id)
        known = tr("preview.title", n=number) if number else tr("preview.title.step")
        self.headed.emit(known)

    def _put(self, widget: QWidget) -> None:
        place = self._area.verticalScrollBar().value()
        old = self._area.takeWidget()
        self._area.setWidget(widget)
        self._area.verticalScrollBar().setValue(place)
        if old is not None:
            old.deleteLater()


class FormPicture(QFrame):
    """One page as a form on a sheet of paper."""

    def __init__(self, view: Snapshot, page: Step) -> None:
        super().__init__()
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Base, look().color("panel"))
        self.setPalette(colors)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(4)
        head = plain_label(page.name, self, wrap=True)
        font = ui_font(1.3)
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(font)
        column.addWidget(head)
        rows = view.rows(page.id)
        for row in rows:
            self._row(view, column, row, 0)
        if not rows:
            key = "preview.no_fields" if page.form == "page" else "preview.no_fields.step"
            column.addWidget(plain_label(tr(key), self, wrap=True))
        if page.form == "page":
            column.addSpacing(10)
            column.addLayout(self._buttons())
        column.addStretch(1)

    def _row(self, view: Snapshot, column: QVBoxLayout, row: object, depth: int) -> None:
        if isinstance(row, FieldGroup) and depth < 10:
            self._label(column, row.label, bold=True)
            for inner in view.rows(row.id):
                self._row(view, column, inner, depth + 1)
            if row.repeatable:
                more = FlatButton(tr("preview.repeat", name=row.label), self, role="quiet")
                column.addWidget(more)
        elif isinstance(row, FieldUse):
            self._used(view, column, row)
        elif isinstance(row, Field) and row.field_kind != "hidden":
            if row.field_kind == "label":
                column.addSpacing(4)
                column.addWidget(plain_label(row.content or row.label, self, wrap=True))
                return
            label = row.label + (" *" if row.required else "")
            self._label(column, label)
            if row.help:
                hint = plain_label(row.help, self, wrap=True)
                hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
                column.addWidget(hint)
            control = control_for(view, row, self)
            for part in (control, *control.findChildren(QLineEdit)):
                part.setAccessibleName(row.label)
            column.addWidget(control)

    def _used(self, view: Snapshot, column: QVBoxLayout, use: FieldUse) -> None:
        """An answer given elsewhere, shown to the clerk."""
        field = view.get(use.field)
        if field is not None:
            self._label(column, title(field))
            words = plain_label(tr(f"preview.use.{use.mode}"), self, wrap=True)
            words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(words)

    def _label(self, column: QVBoxLayout, text: str, *, bold: bool = False) -> None:
        label = plain_label(text, self, wrap=True)
        font = ui_font()
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Medium)
        label.setFont(font)
        column.addSpacing(6)
        column.addWidget(label)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FlatButton(tr("preview.back"), self))
        row.addWidget(FlatButton(tr("preview.next"), self, role="primary"))
        row.addStretch(1)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("paper"))
        painter.setPen(QPen(said.color("panel_line"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, said.radius_card, said.radius_card)
