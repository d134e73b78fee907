"""What does one remark say, and what was answered?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.language import tr
from model.review import STATES, VERDICTS, WEIGHTS, ReviewRemark, told_moment
from widgets.basics.labels import plain_label, shown, tip
from widgets.look.theme import ui_font
from widgets.panels.buttons import Chip, FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks
from widgets.panels.scrollbar import thin
from widgets.review.host import Host
from widgets.review.notebox import NoteBox


class RemarkForm(QScrollArea):
    """The chosen remark. ``jumped`` carries the element it is about."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host: Host | None = None
        self.remark: ReviewRemark | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thin(self)
        inner = QWidget(self)
        self._inner = inner
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 4, 6, 4)
        self._column.setSpacing(5)
        self.place = Chip("", inner)
        self.text = NoteBox(3, inner)
        self.weight = shrinks(edged(QComboBox(inner)))
        self.state = shrinks(edged(QComboBox(inner)))
        self.by = plain_label("", inner, wrap=True)
        self.said = plain_label("", inner, wrap=True)
        self.variants = QWidget(inner)
        self._variants = QVBoxLayout(self.variants)
        self._variants.setContentsMargins(0, 0, 0, 0)
        self.verdicts = {verdict: FlatButton("", inner, role="tab") for verdict in VERDICTS}
        self.judged = plain_label("", inner)
        self.answer = NoteBox(2, inner)
        self.send = FlatButton("", inner)
        self.drop = FlatButton("", inner, role="quiet", sign="delete")
        self._build(inner)
        self._wire()
        self.setWidget(inner)
        self.retranslate()

    def _build(self, inner: QWidget) -> None:
        for quiet in (self.by, self.judged):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            quiet.setFont(ui_font(0.92))
        add = self._column.addWidget
        add(self.place)
        add(self.text)
        add(self.by)
        row = QHBoxLayout()
        row.addWidget(self.weight, 3)
        row.addWidget(self.state, 2)
        self._column.addLayout(row)
        add(self.variants)
        add(self.said)
        add(self.judged)
        verdicts = QWidget(inner)
        flow = FlowLayout(verdicts, gap=2)
        for button in self.verdicts.values():
            button.setCheckable(True)
            flow.addWidget(button)
        add(verdicts)
        add(self.answer)
        row = QHBoxLayout()
        row.addWidget(self.send)
        row.addStretch(1)
        row.addWidget(self.drop)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def _wire(self) -> None:
        self.place.clicked.connect(lambda _c=False: self._jump())
        self.text.taken.connect(lambda text: self._do("reword", text))
        self.text.sent.connect(lambda _text: self.text.take())
        self.weight.activated.connect(lambda _row: self._do("weigh", self.weight.currentData()))
        self.state.activated.connect(lambda _row: self._do("move_on", self.state.currentData()))
        for verdict, button in self.verdicts.items():
            button.clicked.connect(lambda _c=False, v=verdict: self._judge(v))
        self.answer.sent.connect(lambda _text: self._send())
        self.send.clicked.connect(lambda _c=False: self._send())
        self.drop.clicked.connect(lambda _c=False: self._do("drop"))

    # ----------------------------------------------------------------------------------- showing

    def show_remark(self, host: Host | None, remark: ReviewRemark | None) -> None:
        """Show another remark (or none)."""
        self.text.take()  # belongs to the one before
        if self.remark is None or remark is None or self.remark.id != remark.id:
            self.answer.clear()
        self.host, self.remark = host, remark
        self._inner.setVisible(remark is not None)
        if host is None or remark is None:
            return
        there = remark.about in host.view
        where = host.place(remark.about) if there else remark.place or tr("review.whole")
        self.place.setText(shown(where))
        self.place.setAccessibleName(shown(where))
        self.place.updateGeometry()
        self.place.setEnabled(there)
        tip(self.place, f"{where}\n{tr('review.place.tip')}" if there else where)
        self.text.show_text(remark.text)
        self.weight.setCurrentIndex(self.weight.findData(remark.weight))
        self.state.setCurrentIndex(self.state.findData(remark.state))
        self.by.setText(self._by(remark, gone=bool(remark.about) and not there))
        self._show_answers(remark)
        for verdict, button in self.verdicts.items():
            button.setChecked(remark.verdict == verdict)
        by = tr("review.judged_by", name=remark.judged_by or tr("review.nobody"))
        self.judged.setText(shown(by) if remark.verdict else tr("review.judge"))
        self._show_variants(remark)

    def _by(self, remark: ReviewRemark, *, gone: bool) -> str:
        name = remark.author or tr("review.nobody")
        words = tr("review.by", name=name, moment=told_moment(remark.written))
        return shown(" ".join([words, tr("review.gone")] if gone else [words]))

    def _show_answers(self, remark: ReviewRemark) -> None:
        lines = [
            tr("review.said", name=a.author or tr("review.nobody"), text=a.text)
            for a in remark.answers
        ]
        self.said.setText(shown("\n".join(lines)))
        self.said.setVisible(bool(lines))

    def _show_variants(self, remark: ReviewRemark) -> None:
        while (item := self._variants.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.variants.setVisible(bool(remark.variants))
        for variant in remark.variants:
            words = tr("review.variant", name=variant.author or tr("review.nobody"))
            self._variants.addWidget(plain_label(words, self.variants, wrap=True))
            self._variants.addWidget(plain_label(variant.value, self.variants, wrap=True))
            for other, key in ((False, "review.variant.keep"), (True, "review.variant.take")):
                button = FlatButton(tr(key), self.variants)
                field = variant.field
                button.clicked.connect(lambda _c=False, f=field, o=other: self._do("settle", f, o))
                self._variants.addWidget(button)

    def retranslate(self) -> None:
        """Say all words again."""
        for box, keys, kind in ((self.weight, WEIGHTS, "weight"), (self.state, STATES, "state")):
            now = box.currentData()
            box.clear()
            for key in keys:
                box.addItem(tr(f"review.{kind}.{key}"), key)
            box.setCurrentIndex(max(0, box.findData(now)))
            box.setAccessibleName(tr(f"review.{kind}"))
        for verdict, button in self.verdicts.items():
            button.say(tr(f"review.verdict.{verdict}"))
        self.send.say(tr("review.answer.send"))
        self.answer.setPlaceholderText(tr("review.answer"))
        self.answer.setAccessibleName(tr("review.answer"))
        self.text.setAccessibleName(tr("review.text"))
        self.drop.say("")
        self.drop.setAccessibleName(tr("review.drop"))
        tip(self.drop, tr("review.drop"))
        tip(self.send, tr("review.answer.tip"))
        self.show_remark(self.host, self.remark)

    # ------------------------------------------------------------------------------------- doing

    def _do(self, verb: str, *words: object) -> None:
        if self.host is not None and self.remark is not None:
            getattr(self.host, verb)(self.remark.id, *words)

    def _judge(self, verdict: str) -> None:
        """The same again takes it back."""
        if self.remark is not None:
            self._do("judge_remark", "" if self.remark.verdict == verdict else verdict)

    def _send(self) -> None:
        text = self.answer.toPlainText()
        if text.strip():
            self.answer.clear()
            self._do("answer", text)
        else:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self) -> None:
        if self.remark is not None:
            self.jumped.emit(self.remark.about)
