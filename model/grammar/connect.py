"""May a way lead from here to there, and if not, why not?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar.kinds import title
from model.grammar.verdict import Verdict
from model.language import say
from model.records import Decision, End, Field, Message, Node, Option, Parallel, Start, Step, Timer


def may_connect(view: Queries, source: str, target: str, option: str = "") -> Verdict:
    """Whether a way may be drawn; with ``option``, a way that leaves this answer."""
    start, end = view.get(source, Node), view.get(target, Node)
    if start is None or end is None:
        return Verdict.no(say("connect.only_cards"), say("connect.only_cards.instead"))
    if source == target:
        return Verdict.no(say("connect.itself"), say("connect.itself.instead"))
    if start.parent != end.parent:
        return Verdict.no(say("connect.other_frame"))
    if isinstance(start, End):
        return Verdict.no(say("connect.from_end"), say("connect.from_end.instead"))
    if isinstance(end, Start):
        return Verdict.no(say("connect.to_start"), say("connect.to_start.instead"))
    if isinstance(end, Timer | Message) and end.attached_to:
        return Verdict.no(say("connect.to_exception"))
    if any(f.target == target and _leaves(view, f.id, option) for f in view.outgoing(source)):
        return Verdict.no(say("connect.twice"))
    return _from_option(view, start, option) if option else _plain(view, start)


def _leaves(view: Queries, flow: str, option: str) -> bool:
    """True when the way already stands for this answer (or, without one, is any plain way)."""
    names = list(view[flow].references())
    return option in names if option else True


def _from_option(view: Queries, start: Node, option: str) -> Verdict:
    answer = view.get(option, Option)
    question = view.get(answer.parent, Field) if answer else None
    if question is None:
        return Verdict.no(say("connect.no_answer"))
    card = view.card_of(question.id)
    if card is None or (card.id != start.id and not isinstance(start, Decision)):
        return Verdict.no(say("connect.answer_elsewhere", question=title(question)))
    return Verdict.yes()


def _plain(view: Queries, start: Node) -> Verdict:
    outgoing = view.outgoing(start.id)
    if isinstance(start, Decision | Parallel) or not outgoing:
        return Verdict.yes()
    if all(flow.condition is not None for flow in outgoing):
        return Verdict.yes()
    if isinstance(start, Step) and _has_answers(view, start.id):
        return Verdict.no(say("connect.second_plain"), say("connect.second_plain.answer"))
    return Verdict.no(say("connect.second_plain"), say("connect.second_plain.instead"))


def _has_answers(view: Queries, card: str) -> bool:
    return any(view.options(row.id) for row in view.rows(card))
