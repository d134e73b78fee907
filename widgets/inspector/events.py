"""How is shown and changed what an event waits for, what repeats, and what a step is in BPMN?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from model.commands import attach, detach
from model.grammar import kind_title, may_attach, title
from model.grammar.attach import hangs
from model.grammar.expert import expert_name
from model.graph import reading_order
from model.language import say, tr
from model.records import End, Event, Message, Start, Step, SubProcess
from widgets.inspector.conditions import ConditionEditor
from widgets.inspector.editors import (
    CheckEditor,
    ChoiceEditor,
    EditorClass,
    FixedEditor,
    LineEditor,
)
from widgets.look.expert import is_expert

_NAMED = ("signal", "escalation", "error", "link")
_CODED = ("error", "escalation")


def _what(record: object) -> str:
    """What an event waits for or announces."""
    return str(getattr(record, "trigger", "") or getattr(record, "result", ""))


class TriggerEditor(ChoiceEditor):
    """What begins something or is waited for: only what can be where it stands."""

    def offers(self) -> list[tuple[object, str]]:
        never = self._never() - {self.current()}
        return [offer for offer in super().offers() if offer[0] not in never]

    def _never(self) -> set[object]:
        record = self.record
        if isinstance(record, Start):
            around = self.editing.view.get(record.parent, SubProcess)
            inside = around is not None and around.by_event
            return set() if inside else {"error", "escalation", "compensation"}
        hung = bool(getattr(record, "attached_to", ""))
        return {"none", "link"} if hung else {"error", "cancel"}


class EventNameEditor(LineEditor):
    """The name of the signal, error, escalation or jump; those in use are offered."""

    @property
    def wanted(self) -> bool:
        return _what(self.record) in _NAMED

    def build(self) -> None:
        super().build()
        self.known: tuple[str, ...] = ()

    def load(self) -> None:
        super().load()
        known = tuple(self._used())
        if known != self.known:
            self.known = known
            offered = QCompleter(list(known), self.line)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.activated.connect(self._typed)
            self.line.setCompleter(offered)

    def _used(self) -> list[str]:
        what, view = _what(self.record), self.editing.view
        events: list[Event | Start | End] = [*view.of(Event), *view.of(Start), *view.of(End)]
        names = {e.event_name for e in events if _what(e) == what and e.id != self.record_id}
        return sorted(names - {""})


class EventCodeEditor(LineEditor):
    """The code by which an error or an escalation is told apart."""

    @property
    def wanted(self) -> bool:
        return _what(self.record) in _CODED


class MessageNameEditor(LineEditor):
    """The name of the message that begins or ends something."""

    @property
    def wanted(self) -> bool:
        return _what(self.record) == "message"


class EventConditionEditor(ConditionEditor):
    """When it happens."""

    @property
    def wanted(self) -> bool:
        return _what(self.record) == "conditional"

    def unsaid(self) -> str:
        return tr("inspector.condition.missing")


class InterruptingEditor(CheckEditor):
    """Whether the step (or the work around) stops when it happens."""

    @property
    def wanted(self) -> bool:
        record = self.record
        if isinstance(record, Start):
            around = self.editing.view.get(record.parent, SubProcess)
            return around is not None and around.by_event
        return bool(getattr(record, "attached_to", ""))


class AttachedEditor(ChoiceEditor):
    """At the edge of which step an exception hangs; on its way otherwise."""

    @property
    def wanted(self) -> bool:
        record = self.record
        return bool(getattr(record, "attached_to", "")) or hangs(record)

    def offers(self) -> list[tuple[object, str]]:
        view, now = self.editing.view, self.current()
        words: list[tuple[object, str]] = [("", tr(f"{self.spec.key}.none_"))]
        for node in reading_order(view):
            if node == now or may_attach(view, node, self.record_id).allowed:
                record = view[node]
                words.append((node, title(record) or str(kind_title(record))))
        return words

    def picked(self, data: object) -> None:
        card, node = str(data or ""), self.record_id
        if card == self.current():
            return
        if card:
            self.editing.change(say("canvas.undo.attach"), lambda tx: attach(tx, node, card))
        else:
            self.editing.change(say("canvas.undo.detach"), lambda tx: detach(tx, node))
        self.load()


class TaskEditor(ChoiceEditor):
    """The sort of task in BPMN, for the expert; and where one is set."""

    @property
    def wanted(self) -> bool:
        record = self.record
        return isinstance(record, Step) and (is_expert() or record.task != "")


class ExpertEditor(FixedEditor):
    """What it is called in BPMN, for the expert."""

    @property
    def wanted(self) -> bool:
        return is_expert()

    @property
    def value(self) -> object:
        return expert_name(self.record) if self.record is not None else ""


class DirectionEditor(ChoiceEditor):
    """Whether an event is awaited or announced; what hangs at a step is always awaited."""

    @property
    def wanted(self) -> bool:
        record = self.record
        fixed = isinstance(record, Event) and record.trigger in ("error", "cancel")
        return isinstance(record, Event | Message) and not record.attached_to and not fixed


EVENTS: dict[str, EditorClass] = {
    "trigger": TriggerEditor,
    "event_name": EventNameEditor,
    "event_code": EventCodeEditor,
    "message_name": MessageNameEditor,
    "event_condition": EventConditionEditor,
    "interrupting": InterruptingEditor,
    "attached": AttachedEditor,
    "task": TaskEditor,
    "expert": ExpertEditor,
    "direction": DirectionEditor,
}
"""Name in a Spec -> editor."""

__all__ = ["EVENTS"]
