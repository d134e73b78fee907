"""Where does it go on from here?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.expressions import flow_label
from model.grammar import kind_title, title
from model.language import tr
from model.records import Flow
from widgets.basics.labels import plain_label, tip
from widgets.inspector.form import Section
from widgets.panels.buttons import Chip, FlatButton


class WaysSection(Section):
    """The ways that leave a card, the default way first; a click goes there."""

    title_key = "inspector.section.ways"

    def signature(self) -> object:
        return tuple((flow.id, *self._words(flow)) for flow in self._flows())

    def filled(self) -> bool:
        return bool(self._flows())

    def rebuild(self) -> None:
        if not self._flows():
            self.quiet(tr("inspector.ways.none"))
        for flow in self._flows():
            self.part(self._line(flow))

    def _flows(self) -> list[Flow]:
        return self.editing.view.outgoing(self.record_id)

    def _words(self, flow: Flow) -> tuple[str, str]:
        view = self.editing.view
        target = view.get(flow.target)
        name = (title(target) or str(kind_title(target))) if target else ""
        return flow_label(view, flow) or tr("inspector.ways.always"), name

    def _line(self, flow: Flow) -> QWidget:
        label, name = self._words(flow)
        line = QWidget(self)
        line.setProperty("way", flow.id)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = plain_label(label, line, wrap=True)
        row.addWidget(words, 1)
        chip = Chip(f"→ {name}", line)
        chip.LONGEST = 150
        tip(chip, name)
        chip.clicked.connect(lambda _c=False: self.editing.jumped.emit(flow.target))
        row.addWidget(chip)
        edit = FlatButton(tr("inspector.edit"), line, role="quiet")
        edit.clicked.connect(lambda _c=False: self.editing.jumped.emit(flow.id))
        row.addWidget(edit)
        return line
