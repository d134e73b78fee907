"""How are facts changed that reach beyond their own line: type, lane, where an answer leads?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from model.commands import (
    change_field_type,
    connect_steps,
    make_default,
    move_to,
    reconnect,
    remove,
    set_required,
)
from model.document import Transaction
from model.grammar import TEMPLATES, kind_title, may_connect, title
from model.grammar.kinds import template_of
from model.graph import reading_order
from model.language import say, tr
from model.records import Field, Flow, Option, Role
from widgets.basics.labels import shown
from widgets.inspector.choosing import CHOOSING
from widgets.inspector.conditions import CONDITIONS
from widgets.inspector.editors import SIMPLE, CheckEditor, ChoiceEditor, Editor, EditorClass
from widgets.inspector.events import EVENTS
from widgets.inspector.languages import LANGUAGES
from widgets.panels.buttons import Chip


class TemplateEditor(ChoiceEditor):
    """Which kind of answer a field asks for."""

    def offers(self) -> list[tuple[object, str]]:
        kinds = [t for t in TEMPLATES.values() if t.kind == "field"]
        words: list[tuple[object, str]] = [(t.key, str(t.title)) for t in kinds]
        if self.current() not in TEMPLATES:
            words.insert(0, ("", tr("inspector.template.other")))
        return words

    def current(self) -> object:
        field = self.record
        if not isinstance(field, Field):
            return ""
        key = template_of(field)
        if key != "yesno" and key in ("choice", ""):
            codes = {option.code for option in self.editing.view.children(field.id, Option)}
            return "yesno" if codes in ({"ja", "nein"}, {"yes", "no"}) else key
        labels = {o.code for o in self.editing.view.children(field.id, Option)}
        return key if key != "yesno" or labels in ({"ja", "nein"}, {"yes", "no"}) else "choice"

    def picked(self, data: object) -> None:
        if data and data != self.current():
            label = say("undo.edit", what=self.label)
            self.editing.change(label, lambda tx: change_field_type(tx, self.record_id, str(data)))


class RequiredEditor(CheckEditor):
    """Whether an answer must be given."""

    def is_on(self) -> bool:
        return bool(getattr(self.record, "minimum", 0))

    def load(self) -> None:
        super().load()
        self.box.setText(
            tr("inspector.required.on") if self.is_on() else tr("inspector.required.off")
        )

    def put(self, value: object) -> None:
        label = say("undo.edit", what=self.label)
        self.editing.change(label, lambda tx: set_required(tx, self.record_id, bool(value)))


class RepeatableEditor(CheckEditor):
    """Whether a group can be filled in several times."""

    def is_on(self) -> bool:
        return getattr(self.record, "maximum", 1) != 1

    def put(self, value: object) -> None:
        super().put(None if value else 1)


class DefaultEditor(CheckEditor):
    """Whether a way is "sonst"; no question where a single way leads on."""

    @property
    def wanted(self) -> bool:
        flow = self.editing.view.get(self.record_id, Flow)
        if flow is None:
            return False
        return flow.default or len(self.editing.view.outgoing(flow.source)) > 1

    def put(self, value: object) -> None:
        if value:
            label = say("undo.edit", what=self.label)
            self.editing.change(label, lambda tx: make_default(tx, self.record_id))
        else:
            self.editing.refused.emit(tr("inspector.default.keep"))


class RoleEditor(ChoiceEditor):
    """In which lane something stands; moving it there moves it on the canvas, too."""

    def offers(self) -> list[tuple[object, str]]:
        return [(r.id, title(r) or str(kind_title(r))) for r in self.editing.view.ordered(Role)]

    def picked(self, data: object) -> None:
        if data == self.value:
            return
        label = say("undo.edit", what=self.label)
        self.editing.change(label, lambda tx: self._move(tx, str(data)))

    def _move(self, tx: Transaction, role: str) -> None:
        lane, place = tx.placement(role), tx.placement(self.record_id)
        if lane is not None and place is not None:
            middle = place.box.center
            move_to(tx, self.record_id, middle._replace(y=lane.box.center.y))
        else:
            tx.alter(self.record_id, role=role)


class LeadsToEditor(ChoiceEditor):
    """Where an answer leads: a page or step, or the usual way on."""

    def offers(self) -> list[tuple[object, str]]:
        view = self.editing.view
        card, now = view.card_of(self.record_id), self.current()
        words: list[tuple[object, str]] = [("", tr("inspector.leads_to.usual"))]
        for node in reading_order(view):
            allowed = card is not None and may_connect(view, card.id, node, self.record_id).allowed
            if node == now or allowed:
                record = view[node]
                words.append((node, title(record) or str(kind_title(record))))
        return words

    def current(self) -> object:
        flow = self._flow()
        return flow.target if flow else ""

    def picked(self, data: object) -> None:
        if data != self.current():
            label = say("undo.edit", what=self.label)
            self.editing.change(label, lambda tx: self._lead(tx, str(data)))

    def _lead(self, tx: Transaction, target: str) -> None:
        flow, card = self._flow(), tx.card_of(self.record_id)
        if not target and flow is not None:
            remove(tx, [flow.id])
        elif flow is not None and card is not None:
            reconnect(tx, flow.id, target=target)
        elif card is not None:
            connect_steps(tx, card.id, target, option=self.record_id)

    def _flow(self) -> Flow | None:
        flows = self.editing.view.referring(self.record_id, Flow)
        return next((f for f in flows if f.condition is not None), None)


class JumpEditor(Editor):
    """Names another record; a click goes there."""

    def build(self) -> None:
        self.chip: Chip | None = None
        self.row = QHBoxLayout()
        self.column.addLayout(self.row)
        self.row.addStretch(1)

    def load(self) -> None:
        target = self.editing.view.get(str(self.value or ""))
        words = (title(target) or str(kind_title(target))) if target else "–"
        if self.chip is not None and self.chip.text() == shown(words):
            return
        if self.chip is not None:
            self.row.removeWidget(self.chip)
            self.chip.deleteLater()
        self.chip = Chip(words, self)
        self.row.insertWidget(0, self.chip)
        if target is not None:
            self.chip.clicked.connect(lambda _c=False, i=target.id: self.editing.jumped.emit(i))


EDITORS: dict[str, EditorClass] = {
    **SIMPLE,
    "template": TemplateEditor,
    "required": RequiredEditor,
    "repeatable": RepeatableEditor,
    "default": DefaultEditor,
    "role": RoleEditor,
    "leads_to": LeadsToEditor,
    "jump": JumpEditor,
    **CHOOSING,
    **CONDITIONS,
    **EVENTS,
    **LANGUAGES,
}
"""Name in a Spec -> editor."""
