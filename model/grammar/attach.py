"""May this hang at the edge of a step, as an exception?"""

from __future__ import annotations

from typing import Any

from model.document.queries import Queries
from model.grammar.kinds import TEMPLATES
from model.grammar.verdict import Verdict
from model.language import say
from model.records import (
    KINDS,
    Event,
    Message,
    Node,
    Record,
    ServiceCall,
    Step,
    SubProcess,
    Timer,
)

CARRIES = (Step, SubProcess, ServiceCall)
"""At these exceptions may hang (BPMN: Boundary Event)."""
HANGS = (Timer, Message, Event)
ONLY_HANGS = ("error", "escalation", "cancel")
"""What is only caught at the edge of a step, never awaited on the way."""


def may_attach(view: Queries, card: str, what: str) -> Verdict:
    """Whether ``what`` (a template key or the id of a sign) may hang at the edge of a card."""
    holder, record = view.get(card), view.get(what, Node)
    if not isinstance(holder, CARRIES) or (isinstance(holder, SubProcess) and holder.by_event):
        return Verdict.no(say("attach.only_cards"), say("attach.only_cards.instead"))
    if not hangs(record) if record is not None else not can_hang(what):
        return Verdict.no(say("attach.only_waiting"), say("attach.only_waiting.instead"))
    if record is not None and (view.incoming(record.id) or record.parent != holder.parent):
        return Verdict.no(say("attach.on_a_way"), say("attach.on_a_way.instead"))
    return Verdict.yes()


def can_hang(key: str) -> bool:
    """True when what a template makes can hang at the edge of a step."""
    template = TEMPLATES.get(key)
    if template is None or not issubclass(KINDS[template.kind], HANGS):
        return False
    return _waits(template.fields.get("direction"), template.fields.get("trigger"))


def hangs(record: Record | None) -> bool:
    """True for a sign that can hang at the edge of a step."""
    if not isinstance(record, HANGS):
        return False
    return _waits(getattr(record, "direction", None), getattr(record, "trigger", None))


def _waits(direction: Any, trigger: Any) -> bool:
    return direction != "send" and trigger not in ("none", "link")


def may_stand_alone(key: str) -> Verdict:
    """Whether what a template makes may stand on the way, or only at the edge of a step."""
    template = TEMPLATES[key]
    trigger = str(template.fields.get("trigger", ""))
    only = template.fields.get("direction") == "receive" and trigger in ONLY_HANGS
    if only and template.kind == "event":
        return Verdict.no(say(f"attach.needs_card.{trigger}"), say("attach.needs_card.instead"))
    return Verdict.yes()


__all__ = ["CARRIES", "HANGS", "can_hang", "hangs", "may_attach", "may_stand_alone"]
