"""What does the reviewer think of the whole, and who is it?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from model.language import tr
from model.review import (
    CHECKLISTS,
    VERDICTS,
    Review,
    every,
    list_progress,
    remark_progress,
)
from widgets.basics.labels import plain_label, shown, tip
from widgets.look.theme import ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, heading
from widgets.panels.scrollbar import thin
from widgets.review.host import Host
from widgets.review.notebox import NoteBox


class Verdict(QScrollArea):
    """Name, role, verdict with its reason, how far one is, and the verdicts of others. ``wanted``
    carries save, protocol or load.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host: Host | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thin(self)
        inner = QWidget(self)
        self._inner = inner
        self.heads = {key: heading("", inner) for key in ("who", "verdict", "progress", "others")}
        self.name, self.role = edged(QLineEdit(inner)), edged(QLineEdit(inner))
        self.buttons = {verdict: FlatButton("", inner, role="tab") for verdict in VERDICTS}
        self.reason = NoteBox(4, inner)
        self.progress, self.others = plain_label("", inner, wrap=True), plain_label("", inner)
        self.others.setWordWrap(True)
        self.deeds = {key: FlatButton("", inner) for key in ("save", "protocol", "load")}
        self.deeds["save"].role = "primary"
        self.hint = plain_label("", inner, wrap=True)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setFont(ui_font(0.92))
        self._build(inner)
        self._wire()
        self.setWidget(inner)
        self.retranslate()

    def _build(self, inner: QWidget) -> None:
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2, 8, 6)
        column.setSpacing(6)
        flow = QWidget(inner)
        row = FlowLayout(flow, gap=2)
        for button in self.buttons.values():
            button.setCheckable(True)
            row.addWidget(button)
        deeds = QWidget(inner)
        row = FlowLayout(deeds, gap=6)
        for deed in self.deeds.values():
            row.addWidget(deed)
        for part in (
            *(self.heads["who"], self.name, self.role),
            *(self.heads["verdict"], flow, self.reason),
            *(self.heads["progress"], self.progress),
            *(self.heads["others"], self.others),
            *(deeds, self.hint),
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _wire(self) -> None:
        for line in (self.name, self.role):
            line.setMaxLength(200)
            line.editingFinished.connect(self._name)
        for verdict, button in self.buttons.items():
            button.clicked.connect(lambda _c=False, v=verdict: self._judge(v))
        self.reason.taken.connect(self._reason)
        for key, deed in self.deeds.items():
            deed.clicked.connect(lambda _c=False, k=key: self.wanted.emit(k))

    def open(self, host: Host | None) -> None:
        """Another review."""
        self.host = host
        self.refresh()

    def refresh(self) -> None:
        """Something was said."""
        host = self.host
        if host is None:
            return
        head = host.head
        for line, text in ((self.name, host.name), (self.role, host.role)):
            if not line.hasFocus() and line.text() != text:
                line.setText(text)
        for verdict, button in self.buttons.items():
            button.setChecked(head is not None and head.verdict == verdict)
        self.reason.show_text(head.reason if head is not None else "")
        self.progress.setText(shown(self._progress(host)))
        lines = [
            _told(one) for one in every(host.book, Review) if head is None or one.id != head.id
        ]
        self.others.setText(shown("\n".join(lines)))
        for part in (self.heads["others"], self.others):
            part.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Say all words again."""
        for key, head in self.heads.items():
            head.setText(tr(f"review.head.{key}"))
        for line, key in ((self.name, "name"), (self.role, "role")):
            line.setPlaceholderText(tr(f"review.{key}"))
            line.setAccessibleName(tr(f"review.{key}"))
        for verdict, button in self.buttons.items():
            button.say(tr(f"review.verdict.{verdict}"))
        self.reason.setPlaceholderText(tr("review.reason"))
        self.reason.setAccessibleName(tr("review.reason"))
        for key, deed in self.deeds.items():
            deed.say(tr(f"review.deed.{key}"))
            tip(deed, tr(f"review.deed.{key}.tip"))
        self.hint.setText(tr("review.kept_by_itself"))
        self.refresh()

    def _progress(self, host: Host) -> str:
        remarks = remark_progress(host.book)
        lines = [tr("review.progress.remarks", done=remarks.done, all=remarks.all)]
        head = host.head
        for checklist in CHECKLISTS:
            done = list_progress(host.book, head.id, checklist) if head is not None else None
            if done is not None and done.done:
                name = checklist.title
                lines.append(tr("review.list.progress", name=name, done=done.done, all=done.all))
        return "\n".join(lines)

    def _name(self) -> None:
        host = self.host
        said = self.name.text().strip(), self.role.text().strip()
        if host is not None and said != (host.name, host.role):
            host.name_reviewer(*said)

    def _judge(self, verdict: str) -> None:
        """The same again takes it back."""
        if self.host is not None:
            head = self.host.head
            again = head is not None and head.verdict == verdict
            self.host.judge_service("" if again else verdict, self.reason.toPlainText().strip())

    def _reason(self, text: str) -> None:
        if self.host is not None:
            head = self.host.head
            self.host.judge_service(head.verdict if head is not None else "", text.strip())


def _told(head: Review) -> str:
    """ "Herr Cordes, Datenschutz: Rückfrage. Bitte noch …"."""
    name = head.author or tr("review.nobody")
    who = tr("review.who", name=name, role=head.role) if head.role else name
    verdict = tr(f"review.verdict.{head.verdict}") if head.verdict else tr("review.verdict.none")
    said = tr("review.said", name=who, text=verdict)
    return f"{said}. {head.reason}" if head.reason else said
