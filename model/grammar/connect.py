"""May a way lead from here to there, and if not, why not?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar.kinds import title
from model.grammar.verdict import Verdict
from model.language import say
from model.records import (
    Chosen,
    DataFlow,
    DataObject,
    Decision,
    End,
    Event,
    Field,
    Flow,
    Message,
    Node,
    Option,
    Parallel,
    Record,
    Start,
    Step,
    SubProcess,
    Timer,
)


def may_connect(view: Queries, source: str, target: str, option: str = "") -> Verdict:
    """Whether a way may be drawn; with ``option``, a way that leaves this answer. From or to a data
    object it is one that reads or writes.
    """
    if view.get(source, DataObject) or view.get(target, DataObject):
        return _data(view, view.get(source), view.get(target))
    start, end = view.get(source, Node), view.get(target, Node)
    if start is None or end is None:
        return Verdict.no(say("connect.only_cards"), say("connect.only_cards.instead"))
    refused = _ends(start, end)
    if refused is not None:
        return refused
    others = view.outgoing(source)
    if any(f.target == target and _leaves(f, option) for f in others):
        return Verdict.no(say("connect.twice"))
    return _from_option(view, start, option) if option else _plain(view, start, others)


def may_lead(view: Queries, flow: str, *, source: str = "", target: str = "") -> Verdict:
    """Whether a way that is there may begin or end elsewhere.

    Its condition is its own affair: only a way without one has to share its step with others.
    """
    way = view.the(flow, Flow)
    start, end = view.get(source or way.source, Node), view.get(target or way.target, Node)
    if start is None or end is None:
        return Verdict.no(say("connect.only_cards"), say("connect.only_cards.instead"))
    refused = _ends(start, end)
    if refused is not None:
        return refused
    others = [other for other in view.outgoing(start.id) if other.id != flow]
    if any(other.target == end.id and other.condition == way.condition for other in others):
        return Verdict.no(say("connect.twice"))
    chooses = way.condition is not None and not isinstance(start, NEVER_CHOOSES)
    return Verdict.yes() if chooses else _plain(view, start, others)


def may_stand_between(view: Queries, node: str, flow: str) -> Verdict:
    """Whether a node that no way touches yet may be put into a way."""
    way, record = view.the(flow, Flow), view.get(node, Node)
    hangs = bool(getattr(record, "attached_to", ""))
    if record is None or hangs or isinstance(record, Start | End) or stands_alone(record):
        return Verdict.no(say("connect.only_cards"), say("connect.only_cards.instead"))
    if view.incoming(node) or view.outgoing(node):
        return Verdict.no(say("quick.between.connected"), say("quick.between.connected.instead"))
    led = may_lead(view, flow, target=node)
    return may_connect(view, node, way.target) if led.allowed else led


def _data(view: Queries, source: Record | None, target: Record | None) -> Verdict:
    """Between a card or event and a data object, in one direction once."""
    ends = (source, target)
    if not any(isinstance(end, Node) for end in ends):
        return Verdict.no(say("connect.data_needs_card"), say("connect.data_needs_card.instead"))
    if any(isinstance(end, Decision | Parallel) for end in ends):
        return Verdict.no(say("connect.data_gateway"), say("connect.data_gateway.instead"))
    if isinstance(source, End):
        return Verdict.no(say("connect.data_from_end"), say("connect.data_from_end.instead"))
    assert source is not None
    assert target is not None
    same = [f for f in view.referring(source.id, DataFlow) if f.source == source.id]
    if any(flow.target == target.id for flow in same):
        return Verdict.no(say("connect.twice"))
    return Verdict.yes()


NEVER_CHOOSES = (Start, Message, Timer, Event, Parallel)
"""From these a case goes on without asking: their ways have neither condition nor "sonst"."""


def stands_alone(record: Record) -> bool:
    """True for what no way both reaches and leaves: a jump, its goal, what an event starts."""
    jumps = isinstance(record, Event) and record.trigger == "link"
    return jumps or (isinstance(record, SubProcess) and record.by_event)


def _ends(start: Node, end: Node) -> Verdict | None:
    """Why no way at all may lead from one to the other; None when one may."""
    if start.id == end.id:
        return Verdict.no(say("connect.itself"), say("connect.itself.instead"))
    if start.parent != end.parent:
        return Verdict.no(say("connect.other_frame"))
    if isinstance(start, End):
        return Verdict.no(say("connect.from_end"), say("connect.from_end.instead"))
    if isinstance(end, Start):
        return Verdict.no(say("connect.to_start"), say("connect.to_start.instead"))
    if getattr(end, "attached_to", ""):
        return Verdict.no(say("connect.to_exception"))
    if any(isinstance(one, SubProcess) and one.by_event for one in (start, end)):
        return Verdict.no(say("connect.by_event"), say("connect.by_event.instead"))
    return _jumps(start, end)


def _jumps(start: Node, end: Node) -> Verdict | None:
    """Behind a jump the way goes on at its goal: no drawn way leaves the one or reaches the
    other.
    """
    if isinstance(start, Event) and start.trigger == "link" and start.direction == "send":
        return Verdict.no(say("connect.from_jump"), say("connect.from_jump.instead"))
    if isinstance(end, Event) and end.trigger == "link" and end.direction == "receive":
        return Verdict.no(say("connect.to_goal"), say("connect.to_goal.instead"))
    return None


def _leaves(flow: Flow, option: str) -> bool:
    """True when the way already leaves this answer (or, without one, has no condition)."""
    if not option:
        return flow.condition is None
    return isinstance(flow.condition, Chosen) and flow.condition.option == option


def _from_option(view: Queries, start: Node, option: str) -> Verdict:
    answer = view.get(option, Option)
    question = view.get(answer.parent, Field) if answer else None
    if question is None:
        return Verdict.no(say("connect.no_answer"))
    card = view.card_of(question.id)
    if card is None or (card.id != start.id and not isinstance(start, Decision)):
        return Verdict.no(say("connect.answer_elsewhere", question=title(question)))
    return Verdict.yes()


def _plain(view: Queries, start: Node, outgoing: list[Flow]) -> Verdict:
    if isinstance(start, Decision | Parallel) or not outgoing:
        return Verdict.yes()
    if all(flow.condition is not None for flow in outgoing):
        return Verdict.yes()
    if isinstance(start, Step) and _has_answers(view, start.id):
        return Verdict.no(say("connect.second_plain"), say("connect.second_plain.answer"))
    return Verdict.no(say("connect.second_plain"), say("connect.second_plain.instead"))


def _has_answers(view: Queries, card: str) -> bool:
    return any(view.options(row.id) for row in view.rows(card))
