"""On which law does it rest?"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from model.commands import cite, uncite
from model.document import Snapshot, Transaction
from model.language import say, tr
from model.records import Citation, Norm
from widgets.basics.labels import shown, tip
from widgets.conditions.still import still
from widgets.conditions.tabbing import tab_through
from widgets.inspector.form import Form, Section
from widgets.inspector.specs import FIRST, Spec
from widgets.look.theme import px
from widgets.panels.buttons import Chip, FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks

_PLACE = re.compile(r"^(?P<paragraph>(?:§|Art|Nr|Anl|Abs|Tz|Ziff).*?)\s+(?P<law>\S+)$")


CITED = (
    Spec("passage", label="inspector.citation.passage"),
    Spec("reason", label="inspector.citation.reason"),
)
NORM = FIRST["norm"]


class NormsSection(Section):
    """The norms as chips (a click shows the passage and the norm); a new one is typed or picked
    from those that are there.
    """

    title_key = "inspector.section.norms"
    add_key = "inspector.norm.add"

    def signature(self) -> object:
        view = self.editing.view
        cited = view.children(self.record_id, Citation)
        return tuple((c.id, c.norm) for c in cited)

    def filled(self) -> bool:
        return bool(self.editing.view.norms(self.record_id))

    def rebuild(self) -> None:
        self.opened = ""
        self._chips: dict[str, Chip] = {}
        view = self.editing.view
        cited = [
            (citation, norm)
            for citation in view.children(self.record_id, Citation)
            if (norm := view.get(citation.norm, Norm)) is not None
        ]
        if not cited:
            self.quiet(tr("inspector.norms.none"))
            return
        box = QWidget(self)
        flow = FlowLayout(box)
        for citation, norm in cited:
            flow.addWidget(self._chip(citation, norm, box))
        self.part(box)

    def reload(self) -> None:
        super().reload()
        for norm_id, chip in getattr(self, "_chips", {}).items():
            norm = self.editing.view.get(norm_id, Norm)
            if norm is not None:
                chip.setText(shown(norm.cited_as or tr("inspector.norm.unnamed")))
                chip.updateGeometry()

    def added(self) -> None:
        self.part(NormPicker(self, self.editing.view, self.take))
        tab_through(self)

    def take(self, text: str) -> None:
        """Cite the norm of that name; a new one joins the catalogue."""
        if text.strip():
            label = say("undo.cite", norm=text.strip())
            self.editing.change(label, lambda tx: cite_named(tx, [self.record_id], text.strip()))
        self._signature = None
        self.reload()

    def open_citation(self, citation: Citation) -> None:
        """Show the passage that is meant, and the norm itself; a second click closes it."""
        for form in self._forms:
            self.body.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._forms = []
        self.opened = "" if self.opened == citation.id else citation.id
        if self.opened:
            self.part(Form(self.editing, citation.id, CITED, self))
            self.part(Form(self.editing, citation.norm, NORM, self))
            tab_through(self)
            self._forms[0].editors[0].setFocus()

    def _chip(self, citation: Citation, norm: Norm, parent: QWidget) -> QWidget:
        pair = QWidget(parent)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = norm.cited_as or tr("inspector.norm.unnamed")
        chip = Chip(words, pair, color="timber")
        chip.setAccessibleName(tr("inspector.norm.open", norm=words))
        tip(chip, " · ".join(part for part in (norm.title or words, citation.passage) if part))
        chip.clicked.connect(lambda _c=False: self.open_citation(citation))
        self._chips[norm.id] = chip
        away = FlatButton("", pair, role="quiet", sign="close")
        away.setAccessibleName(tr("inspector.norm.remove", norm=norm.cited_as))
        tip(away, tr("inspector.norm.remove", norm=norm.cited_as))
        away.clicked.connect(lambda _c=False: self._uncite(norm))
        row.addWidget(chip)
        away.setFixedWidth(px(26))
        row.addWidget(away)
        return pair

    def _uncite(self, norm: Norm) -> None:
        label = say("undo.uncite", norm=norm.cited_as)
        self.editing.change(label, lambda tx: uncite(tx, self.record_id, norm.id))


def cite_named(tx: Transaction, records: list[str], text: str) -> None:
    """Records rest on the norm of that name; a new one joins the catalogue."""
    norm = next((n for n in tx.of(Norm) if n.cited_as == text), None)
    if norm is None:
        found = _PLACE.match(text)
        paragraph, law = (found["paragraph"], found["law"]) if found else ("", text)
        norm = tx.add(Norm(id=tx.new_id("norm"), law=law, paragraph=paragraph))
    for record in records:
        cite(tx, record, norm.id)


class NormPicker(QWidget):
    """One line to type or pick a norm; ``take`` is told which."""

    def __init__(
        self,
        parent: QWidget,
        view: Snapshot,
        take: Callable[[str], object],
        *,
        focus: bool = True,
    ) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        edged(self.box)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumHeight(px(28))
        still(shrinks(self.box))
        self.box.setAccessibleName(tr("inspector.norm.which"))
        self.box.addItems(sorted({n.cited_as for n in view.of(Norm) if n.cited_as}))
        self.box.setCurrentText("")
        line, completer = self.box.lineEdit(), self.box.completer()
        assert line is not None
        assert completer is not None
        line.setPlaceholderText(tr("inspector.norm.example"))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        button = FlatButton(tr("inspector.norm.take"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(button)
        button.clicked.connect(lambda _c=False: take(self.box.currentText()))
        line.returnPressed.connect(lambda: take(self.box.currentText()))
        if focus:
            self.box.setFocus()
