"""How does a played case compare with what was expected of it, in sentences?

For each thing that can be expected one aspect; and where the course went otherwise first: the last
place from which the expected end (or what writes a missing document) could still be reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from model.document.queries import Queries
from model.expressions import flow_label
from model.expressions.tariff import CENT
from model.language import Message, say, tr
from model.play.answers import read
from model.play.fees import fee
from model.play.playing import Played
from model.play.said import why
from model.play.state import Happening
from model.play.walk import Untouched
from model.records import DataFlow, DataObject, ExampleCase, Fee, Field, Flow, Node, Step
from model.records.names import title

Kind = Literal["end", "fee", "deadline", "documents", "answer"]
Stand = Literal["agrees", "differs", "open"]


@dataclass(frozen=True)
class Aspect:
    """One thing that comes out. ``stand``: as expected, otherwise, or nothing was expected."""

    kind: Kind
    stand: Stand
    words: Message


@dataclass(frozen=True)
class Place:
    """Where a course went otherwise: a record to look at, and why in a sentence."""

    at: str
    words: Message


def aspects(view: Queries, case: ExampleCase, got: Played) -> tuple[Aspect, ...]:
    """Everything that came out, beside what was expected."""
    differing: dict[str, list[Message]] = {}
    for one in got.differences:
        differing.setdefault(one.kind, []).append(one.what)
    found: list[Aspect] = []
    for kind, asked, value in _came(view, case, got):
        told = differing.get(kind)
        if told:
            found += [Aspect(kind, "differs", words) for words in told]
        else:
            stand: Stand = "agrees" if asked else "open"
            found.append(Aspect(kind, stand, say(f"cases.aspect.{kind}.{stand}", got=value)))
    found += [Aspect("answer", "differs", words) for words in differing.get("answer", ())]
    return tuple(found)


def _came(view: Queries, case: ExampleCase, got: Played) -> Iterator[tuple[Kind, bool, Any]]:
    end = view.get(got.end)
    yield "end", bool(case.expected_end), (title(end) if end else "") or say("cases.no_end")
    money = (got.fee or Decimal(0)).quantize(CENT)
    yield "fee", case.expected_fee is not None, money
    expected = case.expected_deadline
    yield "deadline", expected is not None, _day(got.deadline)
    papers = ", ".join(got.documents) or say("cases.none")
    yield "documents", bool(case.documents), papers


def _day(day: date | None) -> Any:
    return say("cases.day", day=day) if day is not None else say("cases.no_deadline")


# ----------------------------------------------------------------------------- the first place


def went_otherwise(view: Queries, case: ExampleCase, got: Played) -> tuple[Place, ...]:
    """Where the course first went otherwise, for each difference; none when all agrees."""
    found: list[Place] = [Place(one.at, one.what) for one in got.incidents]
    for one in got.differences:
        if one.kind == "end":
            found += _left(view, got, case.expected_end)
        elif one.kind == "fee":
            found += _charged(view, got)
        elif one.kind == "documents":
            for name in set(case.documents) - set(got.documents):
                found += _left(view, got, _writer(view, name))
        elif one.kind == "answer":
            found.append(Place(one.at, one.what))
    return tuple({place.at: place for place in reversed(found)}.values())[::-1]


def _left(view: Queries, got: Played, wanted: str) -> Iterator[Place]:
    """The last node that could still lead to what was wanted, and why it did not."""
    if wanted not in view:
        return
    near = _leading_to(view, wanted)
    last: Happening | None = None
    for one in got.trace:
        if one.node in near and one.node != wanted:
            last = one
    if last is None:
        return
    decided = next((one for one in last.decided), None)
    name = _name(view, last.node)
    if decided is not None:
        words = say("cases.place.decided", name=name, why=why(view, decided))
    else:
        words = say("cases.place.passed", name=name, wanted=_name(view, wanted))
    yield Place(last.node, words)


def _leading_to(view: Queries, wanted: str) -> set[str]:
    """All nodes from which ways lead to one, itself included."""
    found, pending = {wanted}, [wanted]
    while pending:
        here = pending.pop()
        before = [flow.source for flow in view.incoming(here)]
        node = view.get(here, Node)
        if node is not None:
            before += [node.parent, str(getattr(node, "attached_to", ""))]
        for one in before:
            if one and one not in found and one in view:
                found.add(one)
                pending.append(one)
    return found


def _charged(view: Queries, got: Played) -> Iterator[Place]:
    """Each step that charged something, with its reckoning; else the steps that did not come."""
    known = read(view, got.state.answers, got.state.begun.date())
    charging = [step for step in view.of(Step) if step.fee in view and step.fee]
    done = {one.node for one in got.trace if one.kind == "done"}
    reached = [step for step in charging if step.id in done]
    for step in reached:
        due = fee(view, view.the(step.fee, Fee), known, got.state.begun.date())
        lines = " ".join(str(line) for line in (*due.lines, *due.open))
        yield Place(step.id, say("cases.place.charged", name=_name(view, step.id), lines=lines))
    for step in () if reached else charging[:1]:
        yield from _left(view, got, step.id)


def _writer(view: Queries, document: str) -> str:
    """The step that writes a document of this name."""
    for flow in view.of(DataFlow):
        made = view.get(flow.target, DataObject)
        if made is not None and title(made) == document:
            return flow.source
    return ""


def _name(view: Queries, record_id: str) -> str | Message:
    record = view.get(record_id)
    if record is None:
        return say("play.gone")
    return title(record) or say(f"kind.{record.kind}")


# ------------------------------------------------------------------------------ side by side


@dataclass(frozen=True)
class Beside:
    """Two cases side by side: how far they go together, where they part and why, what came out."""

    together: tuple[str, ...]
    parting: str
    reasons: tuple[Message, Message]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def beside(view: Queries, one: Played, other: Played) -> Beside:
    """Compare the courses of two cases."""
    first, second = _done(one), _done(other)
    shared = 0
    for a, b in zip(first, second, strict=False):
        if (a.node, a.ways) != (b.node, b.ways):
            break
        shared += 1
    rest = first[shared : shared + 1], second[shared : shared + 1]
    place = rest[0][0].node if rest[0] else rest[1][0].node if rest[1] else ""
    seen_a, seen_b = {h.node for h in first}, {h.node for h in second}
    return Beside(
        _once(h.node for h in first[:shared]),
        place,
        (_reason(view, rest[0]), _reason(view, rest[1])),
        _once(h.node for h in first if h.node not in seen_b),
        _once(h.node for h in second if h.node not in seen_a),
    )


def _done(played: Played) -> list[Happening]:
    return [one for one in played.trace if one.kind == "done"]


def _reason(view: Queries, rest: list[Happening]) -> Message:
    """Why a case went on as it did at the parting."""
    if not rest:
        return say("cases.beside.over")
    one = rest[0]
    if one.decided:
        return why(view, one.decided[0])
    ways = [flow for way in one.ways if (flow := view.get(way, Flow)) is not None]
    target = ways[0].target if ways else ""
    if target:
        return say("cases.beside.goes", name=_name(view, one.node), to=_name(view, target))
    return say("cases.beside.comes", name=_name(view, one.node))


def _once(nodes: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(nodes))


def differently_answered(
    view: Queries, one: ExampleCase, other: ExampleCase
) -> Iterator[tuple[str, str, str]]:
    """Questions that two cases answer differently, and both answers, in words."""
    first, second = _by_question(one), _by_question(other)
    for key in dict.fromkeys([*first, *second]):
        field = view.get(key[0], Field)
        if field is not None and first.get(key) != second.get(key):
            yield title(field), _said(view, field, first, key), _said(view, field, second, key)


Given = dict[tuple[str, int], list[str]]


def _by_question(case: ExampleCase) -> Given:
    found: Given = {}
    for answer in case.answers:
        found.setdefault((answer.field, answer.repetition), []).append(answer.value)
    return found


def _said(view: Queries, field: Field, given: Given, key: tuple[str, int]) -> str:
    known = {option.code or option.label: option.label for option in view.options(field.id)}
    truths = {"true": tr("sentence.yes"), "false": tr("sentence.no")}
    words = [known.get(one) or (truths.get(one, one)) for one in given.get(key, ())]
    return ", ".join(words) or tr("play.unanswered")


def unreached_words(view: Queries, left: Untouched) -> Iterator[tuple[str, Message]]:
    """Each place that no case has reached, with its words; a way that leads there or on from there
    is said by its node.
    """
    for node in left.nodes:
        yield node, say("cases.untouched.node", name=_name(view, node))
    for way in left.flows:
        flow = view.get(way, Flow)
        if flow is None or {flow.source, flow.target} & set(left.nodes):
            continue
        ends = {"source": _name(view, flow.source), "target": _name(view, flow.target)}
        when = flow_label(view, flow)
        if when:
            yield way, say("cases.untouched.way.when", **ends, when=when)
        else:
            yield way, say("cases.untouched.way", **ends)
