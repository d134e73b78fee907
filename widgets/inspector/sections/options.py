"""Which answers can be chosen, and where does each lead?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from model.commands import add_option, change_field_type
from model.document import Transaction
from model.expressions import flow_label
from model.grammar import kind_title, title
from model.language import say, tr
from model.records import Chosen, Field, Flow, Option, key_between
from widgets.basics.labels import shown, tip
from widgets.inspector.editors import LineEditor
from widgets.inspector.form import Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.specs import Spec
from widgets.panels.buttons import Chip, FlatButton

_ANSWER = Spec("label", label="inspector.answer")


class OptionsSection(Section):
    """The answers of a choice: name, place, where each leads."""

    title_key = "inspector.section.options"
    add_key = "inspector.option.add"

    def signature(self) -> object:
        options = self._options()
        self.setVisible(self._is_choice())
        ways = tuple((o.id, self.way(o)[0]) for o in options)
        return ways, self.from_list(), self.asked_singly()

    def filled(self) -> bool:
        return bool(self._options())

    def rebuild(self) -> None:
        if self.add is not None:
            self.add.setVisible(not self.from_list())
        self.lines: list[OptionLine] = []
        for option in self._options():
            line = OptionLine(self, option)
            self.lines.append(line)
            self.part(line)
        if self.asked_singly():
            self.quiet(tr("inspector.options.several"))
            single = FlatButton(tr("condition.single"), self, role="quiet")
            single.clicked.connect(lambda _c=False: self.allow_one())
            self.part(single)

    def reload(self) -> None:
        super().reload()
        for line in getattr(self, "lines", ()):
            line.load()

    def added(self) -> None:
        number = len(self._options()) + 1
        label = tr("option.first", n=number)
        self.editing.change(
            say("undo.add_option"), lambda tx: add_option(tx, self.record_id, label)
        )
        if self.lines:
            self.lines[-1].editor.line.setFocus()
            self.lines[-1].editor.line.selectAll()

    def put(self, option: str, by: int) -> None:
        """Put an answer one place up (-1) or down (1)."""
        self.editing.change(say("undo.move_option"), lambda tx: _move(tx, option, by))

    def _is_choice(self) -> bool:
        return getattr(self.editing.view.get(self.record_id), "field_kind", "") == "select"

    def _options(self) -> list[Option]:
        return self.editing.view.options(self.record_id) if self._is_choice() else []

    def asked_singly(self) -> bool:
        """Several answers may be chosen, but a way leaves a single one."""
        view = self.editing.view
        field = view.get(self.record_id, Field)
        if field is None or field.choices != "many":
            return False
        return any(
            isinstance(flow.condition, Chosen) and flow.condition.field == field.id
            for flow in view.referring(field.id, Flow)
        )

    def allow_one(self) -> None:
        """From now on one answer is chosen; the ways stay."""
        self.editing.change(
            say("undo.one_answer"), lambda tx: change_field_type(tx, self.record_id, "choice")
        )

    def from_list(self) -> bool:
        field = self.editing.view.get(self.record_id, Field)
        return bool(field and field.code_list)

    def way(self, option: Option) -> tuple[str, bool, str]:
        """Where an answer leads: words, whether it is "sonst", id to jump to."""
        view = self.editing.view
        flows = [f for f in view.referring(option.id, Flow) if f.condition is not None]
        usual = not flows
        if usual:
            card = view.card_of(option.id) or view.card_of(self.record_id)
            flows = [f for f in view.outgoing(card.id) if f.default] if card else []
        if not flows:
            return "", False, ""
        target = view.get(flows[0].target)
        name = (title(target) or str(kind_title(target))) if target else ""
        words = f"{flow_label(view, flows[0])} → {name}" if usual else f"→ {name}"
        return words, usual, flows[0].target


class OptionLine(QWidget):
    """One answer."""

    def __init__(self, section: OptionsSection, option: Option) -> None:
        super().__init__(section)
        self.section, self.option = section, option
        self.editor = LineEditor(section.editing, option.id, _ANSWER, self)
        self.editor.line.setReadOnly(section.from_list())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.editor, 1)
        words, usual, target = section.way(option)
        if words:
            chip = Chip(words, self, italic=usual)
            chip.LONGEST = 124
            tip(chip, words)
            chip.clicked.connect(lambda _c=False: section.editing.jumped.emit(target))
            row.addWidget(chip)
        if not section.from_list():
            row.addWidget(self._menu())

    def load(self) -> None:
        """Show the document's words."""
        if self.editor.record is not None:
            self.editor.load()

    def _menu(self) -> FlatButton:
        button = FlatButton("", self, role="quiet", sign="more")
        button.setAccessibleName(shown(tr("inspector.option.more", answer=self.option.label)))
        menu = QMenu(button)
        section, record_id = self.section, self.option.id
        menu.addAction(tr("inspector.option.up"), lambda: section.put(record_id, -1))
        menu.addAction(tr("inspector.option.down"), lambda: section.put(record_id, 1))
        menu.addAction(
            tr("inspector.option.details"), lambda: section.editing.jumped.emit(record_id)
        )
        menu.addSeparator()
        menu.addAction(tr("inspector.option.remove"), lambda: remove_asked(section, [record_id]))
        button.clicked.connect(
            lambda _c=False: menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        )
        return button


def _move(tx: Transaction, option: str, by: int) -> None:
    record = tx.the(option, Option)
    siblings = tx.children(record.parent, Option)
    place = next(i for i, o in enumerate(siblings) if o.id == option)
    others = siblings[:place] + siblings[place + 1 :]
    new = min(max(place + by, 0), len(others))
    before = others[new - 1].order if new else ""
    after = others[new].order if new < len(others) else ""
    tx.replace(record.replaced(order=key_between(before, after)))
