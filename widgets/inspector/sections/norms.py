"""On which law does it rest?"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from model.commands import cite, uncite
from model.document import Transaction
from model.language import say, tr
from model.records import Citation, Norm
from widgets.basics.labels import tip
from widgets.inspector.form import Section
from widgets.panels.buttons import Chip, FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks

_PLACE = re.compile(r"^(?P<paragraph>(?:§|Art|Nr|Anl|Abs|Tz|Ziff).*?)\s+(?P<law>\S+)$")


class NormsSection(Section):
    """The norms as chips; a new one is typed or picked from those that are there."""

    title_key = "inspector.section.norms"
    add_key = "inspector.norm.add"

    def signature(self) -> object:
        view = self.editing.view
        cited = view.children(self.record_id, Citation)
        return tuple((c.norm, c.passage, getattr(view.get(c.norm), "cited_as", "")) for c in cited)

    def filled(self) -> bool:
        return bool(self.editing.view.norms(self.record_id))

    def rebuild(self) -> None:
        norms = self.editing.view.norms(self.record_id)
        if not norms:
            self.quiet(tr("inspector.norms.none"))
            return
        box = QWidget(self)
        flow = FlowLayout(box)
        for norm in norms:
            flow.addWidget(self._chip(norm, box))
        self.part(box)

    def added(self) -> None:
        self.part(NormPicker(self))

    def take(self, text: str) -> None:
        """Cite the norm of that name; a new one joins the catalogue."""
        if text.strip():
            label = say("undo.cite", norm=text.strip())
            self.editing.change(label, lambda tx: self._cite(tx, text.strip()))
        self._signature = None
        self.reload()

    def _cite(self, tx: Transaction, text: str) -> None:
        norm = next((n for n in tx.of(Norm) if n.cited_as == text), None)
        if norm is None:
            found = _PLACE.match(text)
            paragraph, law = (found["paragraph"], found["law"]) if found else ("", text)
            norm = tx.add(Norm(id=tx.new_id("norm"), law=law, paragraph=paragraph))
        cite(tx, self.record_id, norm.id)

    def _chip(self, norm: Norm, parent: QWidget) -> QWidget:
        pair = QWidget(parent)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        chip = Chip(norm.cited_as or tr("inspector.norm.unnamed"), pair, color="timber")
        tip(chip, norm.title or norm.cited_as)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        away = FlatButton("", pair, role="quiet", sign="close")
        away.setAccessibleName(tr("inspector.norm.remove", norm=norm.cited_as))
        tip(away, tr("inspector.norm.remove", norm=norm.cited_as))
        away.clicked.connect(lambda _c=False: self._uncite(norm))
        row.addWidget(chip)
        away.setFixedWidth(24)
        row.addWidget(away)
        return pair

    def _uncite(self, norm: Norm) -> None:
        label = say("undo.uncite", norm=norm.cited_as)
        self.editing.change(label, lambda tx: uncite(tx, self.record_id, norm.id))


class NormPicker(QWidget):
    """One line to type or pick a norm."""

    def __init__(self, section: NormsSection) -> None:
        super().__init__(section)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        edged(self.box)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        shrinks(self.box)
        self.box.setAccessibleName(tr("inspector.norm.which"))
        names = sorted({n.cited_as for n in section.editing.view.of(Norm) if n.cited_as})
        self.box.addItems(names)
        self.box.setCurrentText("")
        line, completer = self.box.lineEdit(), self.box.completer()
        assert line is not None
        assert completer is not None
        line.setPlaceholderText(tr("inspector.norm.example"))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        take = FlatButton(tr("inspector.norm.take"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(take)
        take.clicked.connect(lambda _c=False: section.take(self.box.currentText()))
        line.returnPressed.connect(lambda: section.take(self.box.currentText()))
        self.box.setFocus()
