"""How does what happened in a case read?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from model.document.queries import Queries
from model.expressions import flow_label, sentence
from model.language import Message, say, tr
from model.play.moves import Move
from model.play.state import Decided, Happening
from model.records import Event, Field, FieldGroup, Flow, Timer
from model.records import Message as MessageRecord
from model.records.names import title


def told(view: Queries, happening: Happening) -> Message:
    """One line of the log: what is over, or was broken off."""
    record = view.get(happening.node)
    kind = str(say(f"kind.{record.kind}")) if record is not None else tr("play.gone")
    name = (title(record) if record is not None else "") or kind
    key = f"play.told.{happening.kind}"
    if happening.kind == "done" and record is not None and record.kind in _OWN_WORDS:
        key = f"play.told.{record.kind}"
    return say(key, name=name, day=happening.moment.date())


_OWN_WORDS = ("start", "end", "message", "timer", "event", "decision")


def why(view: Queries, decided: Decided) -> Message:
    """Why a way was taken: the sentence of its condition, and the answers that decided."""
    flow = view.get(decided.way, Flow)
    to = _goal(view, flow) if flow is not None else tr("play.on")
    answers = "; ".join(_answer(view, field, value) for field, value in decided.values)
    if decided.by_hand:
        way = flow_label(view, flow) if flow is not None else ""
        return say("play.why.by_hand", to=to, way=way or to)
    if decided.condition is not None:
        words = sentence(view, decided.condition)
        return say("play.why.holds", to=to, condition=words, answers=answers or tr("play.nothing"))
    if decided.default:
        return say("play.why.else", to=to, answers=answers or tr("play.nothing"))
    return say("play.why.only", to=to)


def _goal(view: Queries, way: Flow) -> str:
    """What a way leads to: past signs without a name to the first that has one, else the kind."""
    first = record = view.get(way.target)
    for _ in range(_NAMELESS):
        if record is None or title(record):
            break
        onwards = view.outgoing(record.id)
        record = view.get(onwards[0].target) if len(onwards) == 1 else None
    if record is not None and title(record):
        return title(record)
    return str(say(f"kind.{first.kind}")) if first is not None else tr("play.on")


_NAMELESS = 20
"""So many signs without a name may stand in a row."""


def offered(view: Queries, move: Move) -> Message:
    """What a move is called on its button."""
    record = view.get(move.event if move.kind in ("event", "way") else move.at)
    if isinstance(record, Flow):
        target = view.get(record.target)
        name = flow_label(view, record) or (title(target) if target is not None else "")
        return say("play.move.way", name=name)
    name = title(record) if record is not None else ""
    if not name and record is not None:
        name = str(say(f"kind.{record.kind}"))
    if move.kind == "time":
        return say("play.move.time", day=move.moment.date() if move.moment else date.min)
    if move.kind == "event":
        return say(f"play.move.event.{_sort_of(record)}", name=name)
    return say(f"play.move.{move.kind}", name=name)


def _sort_of(record: Any) -> str:
    if isinstance(record, MessageRecord) or getattr(record, "trigger", "") == "message":
        return "message"
    if isinstance(record, Timer) or getattr(record, "trigger", "") == "timer":
        return "timer"
    trigger = record.trigger if isinstance(record, Event) else getattr(record, "trigger", "")
    return trigger if trigger in ("signal", "error", "escalation") else "other"


def _answer(view: Queries, field: str, value: Any) -> str:
    """A question and what was answered, as a person reads it."""
    record = view.get(field)
    name = (title(record) if record is not None else "") or tr("play.gone")
    return tr("play.answer", question=name, answer=_shown(view, record, value))


def _shown(view: Queries, record: Any, value: Any) -> str:
    if value is None or value == ():
        return tr("play.unanswered")
    if isinstance(value, tuple):
        return ", ".join(dict.fromkeys(_shown(view, record, one) for one in value))
    if isinstance(record, FieldGroup):
        return tr("play.entries", n=value)
    if isinstance(value, bool):
        return tr("sentence.yes") if value else tr("sentence.no")
    if isinstance(value, date):
        return tr("sentence.day", value=value)
    if isinstance(value, Decimal):
        return tr("sentence.number", value=value)
    if isinstance(record, Field):
        options = {option.code or option.label: option.label for option in view.options(record.id)}
        return options.get(str(value), str(value))
    return str(value)
