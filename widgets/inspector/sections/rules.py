"""What must hold here, and which conditions have a name?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from model.commands import add_rule, dissolve_condition, named_conditions
from model.commands.rules import Purpose
from model.language import say, tr
from model.records import Field, Rule, Service
from widgets.inspector.conditions import ConditionEditor
from widgets.inspector.form import Form, Section
from widgets.inspector.removing import remove_asked
from widgets.inspector.sections.users import chips, users
from widgets.inspector.specs import Spec
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import heading

PURPOSES: dict[str, tuple[Purpose, ...]] = {
    "field": ("validation", "required", "notice"),
    "group": ("validation", "required", "notice"),
    "step": ("notice", "validation", "eligibility"),
    "service": ("eligibility", "notice"),
}
"""Kind -> which rules one can add there."""

SPECS: dict[str, tuple[Spec, ...]] = {
    purpose: (
        Spec("expression", "condition", f"inspector.rule.when.{purpose}"),
        *((Spec("message", "text", "inspector.rule.message"),) if purpose != "required" else ()),
    )
    for purpose in ("validation", "required", "notice", "eligibility", "calculation")
}
TOLD = Spec("description", "text", "inspector.rule.description")
NAMED = (
    Spec("name", label="inspector.rule.name"),
    Spec("expression", "condition", "inspector.rule.when.condition"),
)


class FlowBox(QWidget):
    """Buttons side by side, broken into lines where the pane is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = FlowLayout(self)


class RulesSection(Section):
    """The rules about a field, group, page or the service."""

    title_key = "inspector.section.rules"
    add_key = "inspector.rule.add"

    def signature(self) -> object:
        return tuple((rule.id, rule.purpose, bool(rule.description)) for rule in self._rules())

    def count(self) -> int:
        return len(self._rules())

    def filled(self) -> bool:
        return bool(self._rules())

    def rebuild(self) -> None:
        for rule in self._rules():
            self.part(heading(tr(f"inspector.rule.{rule.purpose}"), self))
            specs = SPECS[rule.purpose]
            told = (TOLD,) if rule.description else ()
            self.part(Form(self.editing, rule.id, (*specs, *told), self))
            away = FlatButton(tr("inspector.rule.remove"), self, role="quiet")
            away.clicked.connect(lambda _c=False, i=rule.id: remove_asked(self, [i]))
            self.part(away)

    def added(self) -> None:
        """Ask which rule; one alone is added at once."""
        offered = self.offered()
        if len(offered) == 1:
            self.add_rule(offered[0])
            return
        assert self.add is not None
        menu = QMenu(self.add)
        for purpose in offered:
            words = tr(f"inspector.rule.{purpose}")
            menu.addAction(words, partial(self.add_rule, purpose))
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def offered(self) -> tuple[Purpose, ...]:
        """Which rules can be added here."""
        record = self.editing.view.get(self.record_id)
        found = PURPOSES.get(record.kind if record else "", ())
        if isinstance(record, Field) and record.field_kind != "input":
            return tuple(p for p in found if p != "required" or record.field_kind == "select")
        return found

    def add_rule(self, purpose: Purpose) -> None:
        """A new rule; its condition is asked for at once."""
        self.set_folded(False)
        message = "" if purpose == "required" else tr(f"inspector.rule.first_message.{purpose}")
        done = self.editing.change(
            say("undo.rule"),
            lambda tx: add_rule(tx, self.record_id, purpose, message=message),
        )
        if done and self._forms and isinstance(self._forms[-1].editors[0], ConditionEditor):
            self._forms[-1].editors[0].open_builder()

    def _rules(self) -> list[Rule]:
        found = self.editing.view.children(self.record_id, Rule)
        return [rule for rule in found if rule.purpose != "condition"]


class NamedSection(Section):
    """The conditions that have a name: those of a thing, or all of them at the service."""

    title_key = "inspector.section.named"
    add_key = "inspector.named.add"

    def signature(self) -> object:
        rules = self._rules()
        self.setVisible(bool(rules) or isinstance(self._record(), Service))
        view = self.editing.view
        return tuple((rule.id, tuple(users(view, rule.id))) for rule in rules)

    def count(self) -> int:
        return len(self._rules())

    def filled(self) -> bool:
        return bool(self._rules())

    def rebuild(self) -> None:
        if self.add is not None:
            self.add.setVisible(isinstance(self._record(), Service))
        for rule in self._rules():
            self.part(Form(self.editing, rule.id, NAMED, self))
            found = len(self.editing.view.referring(rule.id))
            self.quiet(tr("inspector.named.users", n=found))
            if found:
                self.part(chips(self, users(self.editing.view, rule.id)))
            self.part(self._buttons(rule, found))

    def added(self) -> None:
        name = tr("inspector.named.first_name", n=len(self._rules()) + 1)
        service = self.record_id
        self.set_folded(False)
        self.editing.change(
            say("undo.rule"), lambda tx: add_rule(tx, service, "condition", name=name)
        )
        if self._forms:
            self._forms[-1].editors[0].setFocus()

    def _buttons(self, rule: Rule, users: int) -> FlowBox:
        box = FlowBox(self)
        if users and rule.expression is not None:
            dissolve = FlatButton(tr("inspector.named.dissolve"), box, role="quiet")
            dissolve.clicked.connect(lambda _c=False: self._dissolve(rule.id))
            box.row.addWidget(dissolve)
        away = FlatButton(tr("inspector.named.remove"), box, role="quiet")
        away.clicked.connect(lambda _c=False: remove_asked(self, [rule.id]))
        box.row.addWidget(away)
        return box

    def _dissolve(self, rule: str) -> None:
        label = say("undo.dissolve_condition")
        self.editing.change(label, lambda tx: dissolve_condition(tx, rule))

    def _record(self) -> object:
        return self.editing.view.get(self.record_id)

    def _rules(self) -> list[Rule]:
        view = self.editing.view
        if isinstance(view.get(self.record_id), Service):
            return named_conditions(view)
        return [r for r in view.children(self.record_id, Rule) if r.purpose == "condition"]
