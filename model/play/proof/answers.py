"""Which answers show that the ways or questions contradict each other?

For each decision, fee and condition only those questions are tried that decide whether a case
comes there and how it goes on. What is found is shown by a citizen's answers, put to the same
evaluator as the rehearsal; that something is never so is said only where every answer that matters
was tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any, Final, Literal

from model.document.queries import Queries
from model.expressions.dated import rows_at
from model.expressions.evaluate import evaluate
from model.expressions.filling import is_seen
from model.play.proof.domains import SOME_DAY, Asked, asked_by
from model.records import (
    Decision,
    Expression,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Node,
    Rule,
    Step,
    TariffRow,
)

MOST_CASES: Final = 4_096
"""Combinations of answers tried for one place; beyond it nothing is said about it."""

MOST_NODES: Final = 1_500
"""Nodes up to which the decisions before a decision are taken into account."""

Kind = Literal["never", "overlap", "missing", "two_rates", "unasked", "asked_but_hidden"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``at``: way (never), decision (overlap, missing), fee (two_rates), row (unasked), rule
    (asked_but_hidden). ``answers`` of a citizen who shows it, as ``evaluate`` takes them (empty for
    what never is); ``ids``: the ways or rows that meet.
    """

    kind: Kind
    at: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    tried: int = 0


def contradictions(view: Queries) -> Iterator[Contradiction]:
    """All that can be shown, decision by decision, then fees, then rows."""
    ground = _Ground(view)
    for node in view.of(Node):
        if ground.asking(node.id):
            yield from _at_decision(ground, node)
    for fee in view.of(Fee):
        yield from _at_fee(view, fee)
    rows: list[Field | FieldGroup] = [*view.of(Field), *view.of(FieldGroup)]
    for row in rows:
        yield from _at_row(view, row)


class _Ground:
    """The ways of a service, and which decisions matter for a place."""

    def __init__(self, view: Queries) -> None:
        self.view = view
        self.after: dict[str, list[str]] = defaultdict(list)
        self.before: dict[str, list[str]] = defaultdict(list)
        self.ways: dict[str, list[Flow]] = defaultdict(list)
        for way in view.of(Flow):
            self._link(way.source, way.target)
        for node in view.of(Node):
            self.ways[node.id] = view.outgoing(node.id)
            if at := getattr(node, "attached_to", ""):
                self._link(at, node.id)
            if node.parent:
                self._link(node.parent, node.id)

    def _link(self, source: str, target: str) -> None:
        self.after[source].append(target)
        self.before[target].append(source)

    def asking(self, node: str) -> list[Flow]:
        """The ways of a node with a condition, in their order."""
        return [way for way in self.ways[node] if way.condition is not None]

    def deciding(self, place: str) -> list[str]:
        """Nodes with conditions that decide whether a case comes to a place; none are looked for in
        a service too large for it (then more cases come there than do, and "never" stays true).
        """
        if len(self.ways) > MOST_NODES:
            return []
        towards = _closure(self.before, [place])
        ends = [name for name in self.ways if not self.after[name] and name != place]
        around = _closure(self.before, ends, without=place)
        return [n for n in towards if n != place and n in around and self.asking(n)]

    def comes(self, place: str, answers: Mapping[str, Any], towards: set[str]) -> bool:
        """Does a case with these answers come to a place?"""
        starts = [name for name in towards if not self.before[name]] or [place]
        seen, todo = set(starts), list(starts)
        while todo:
            here = todo.pop()
            if here == place:
                return True
            for target in self._next(here, answers):
                if target in towards and target not in seen:
                    seen.add(target)
                    todo.append(target)
        return False

    def _next(self, node: str, answers: Mapping[str, Any]) -> list[str]:
        asking = self.asking(node)
        if not asking:
            return self.after[node]
        open_ways = [way for way in asking if self.holds(way.condition, answers)]
        plain = [way for way in self.ways[node] if way.condition is None]
        beside = [t for t in self.after[node] if all(t != way.target for way in self.ways[node])]
        if _takes_several(self.view, node):
            return [*(way.target for way in open_ways or plain), *beside]
        return [*(way.target for way in (open_ways or plain)[:1]), *beside]

    def holds(self, condition: Expression | None, answers: Mapping[str, Any]) -> bool:
        return condition is not None and bool(evaluate(self.view, condition, answers))


def _closure(links: Mapping[str, list[str]], first: list[str], without: str = "") -> set[str]:
    found, todo = set(first), list(first)
    while todo:
        for name in links.get(todo.pop(), ()):
            if name not in found and name != without:
                found.add(name)
                todo.append(name)
    return found


def _takes_several(view: Queries, node: str) -> bool:
    record = view.get(node)
    return isinstance(record, Decision) and record.mode in ("inclusive", "complex")


# ------------------------------------------------------------------------------------- decisions


def _at_decision(ground: _Ground, node: Node) -> Iterator[Contradiction]:
    if isinstance(node, Decision) and node.mode == "event":
        return
    asking = ground.asking(node.id)
    others = [way for name in ground.deciding(node.id) for way in ground.asking(name)]
    asked = _with_visibility(ground.view, [w.condition for w in (*asking, *others) if w.condition])
    cases = _cases(ground.view, asked)
    if cases is None:
        return
    coming = cases
    if others:
        towards = _closure(ground.before, [node.id])
        coming = [answers for answers in cases if ground.comes(node.id, answers, towards)]
    held = [[w.id for w in asking if ground.holds(w.condition, one)] for one in coming]
    if not _takes_several(ground.view, node.id):
        yield from _overlap(ground, node, coming, held)
    if not any(way.condition is None for way in ground.ways[node.id]):
        lost = next((one for one, ways in zip(coming, held, strict=True) if not ways), None)
        if lost is not None:
            yield Contradiction("missing", node.id, lost, tried=len(coming))
    if asked.complete and coming:
        first = _taken(ground, node, held)
        for way in asking:
            if way.id not in first:
                yield Contradiction("never", way.id, tried=len(coming))


def _overlap(
    ground: _Ground, node: Node, coming: Sequence[Mapping[str, Any]], held: list[list[str]]
) -> Iterator[Contradiction]:
    """Two ways to different places hold for one citizen; only the first would be taken."""
    for answers, ways in zip(coming, held, strict=True):
        targets = {ground.view.the(way, Flow).target for way in ways}
        if len(targets) > 1:
            yield Contradiction("overlap", node.id, answers, tuple(ways[:2]), len(coming))
            return


def _taken(ground: _Ground, node: Node, held: list[list[str]]) -> set[str]:
    if _takes_several(ground.view, node.id):
        return {way for ways in held for way in ways}
    return {ways[0] for ways in held if ways}


# ------------------------------------------------------------------------------------------ fees


def _at_fee(view: Queries, fee: Fee) -> Iterator[Contradiction]:
    """Two rates fit one citizen on the same day, and do not come to the same."""
    all_rows = view.children(fee.id, TariffRow)
    if fee.form != "table" or len(all_rows) < 2:
        return
    days = dict.fromkeys([SOME_DAY, *(row.valid_from for row in all_rows if row.valid_from)])
    for day in days:
        rates = [r for r in rows_at(view, fee, day) if r.effect == "rate" and r.when]
        asked = _with_visibility(view, [row.when for row in rates if row.when])
        for answers in (_cases(view, asked) or ()) if len(rates) > 1 else ():
            fit = [row for row in rates if row.when and evaluate(view, row.when, answers)]
            if len({_priced(row) for row in fit}) > 1:
                yield Contradiction("two_rates", fee.id, answers, _apart(fit))
                return


def _apart(fit: list[TariffRow]) -> tuple[str, str]:
    """The first row and the first that comes to something else."""
    other = next(row for row in fit if _priced(row) != _priced(fit[0]))
    return fit[0].id, other.id


def _priced(row: TariffRow) -> tuple[Any, str]:
    """What a rate comes to: its amount, and by what it is multiplied."""
    return row.amount, repr(row.times)


# ------------------------------------------------------------------------------------------ rows


def _at_row(view: Queries, row: Field | FieldGroup) -> Iterator[Contradiction]:
    demands = [r for r in view.children(row.id, Rule) if r.purpose == "required" and r.expression]
    if row.visible is None:
        return
    wanted = [row.visible, *(rule.expression for rule in demands if rule.expression)]
    asked = _with_visibility(view, wanted)
    cases = _cases(view, asked)
    if cases is None:
        return
    seen = [is_seen(view, row, answers) for answers in cases]
    if asked.complete and cases and not any(seen):
        yield Contradiction("unasked", row.id, tried=len(cases))
        return
    for rule in demands:
        for answers, is_shown in zip(cases, seen, strict=True):
            if not is_shown and rule.expression and evaluate(view, rule.expression, answers):
                yield Contradiction("asked_but_hidden", rule.id, answers, (row.id,))
                break


# --------------------------------------------------------------------------------------- answers


def _with_visibility(view: Queries, conditions: list[Expression]) -> Asked:
    """The questions of conditions, and those that decide whether these are asked at all."""
    wanted = list(conditions)
    known: set[str] = set()
    while True:
        asked = asked_by(view, wanted)
        fresh = [name for name in asked.values if name not in known]
        if not fresh:
            return asked
        known.update(fresh)
        for name in fresh:
            wanted += _visible(view, name)


def _visible(view: Queries, name: str) -> list[Expression]:
    found: list[Expression] = []
    record = view.get(name)
    for _ in range(20):
        if not isinstance(record, Field | FieldGroup):
            break
        if record.visible is not None:
            found.append(record.visible)
        record = view.get(record.parent)
    return found


def _cases(view: Queries, asked: Asked) -> list[dict[str, Any]] | None:
    """Every citizen who could be: what is hidden is not answered, what is required is."""
    names = sorted(asked.values)
    if not names or prod(len(asked.values[name]) for name in names) > MOST_CASES:
        return None
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for picked in product(*(asked.values[name] for name in names)):
        answers = {n: v for n, v in zip(names, picked, strict=True) if v not in (None, [])}
        answers["today"] = SOME_DAY
        if _could_be(view, names, answers):
            found[tuple(map(repr, picked))] = answers
    return list(found.values())


def _could_be(view: Queries, names: list[str], answers: Mapping[str, Any]) -> bool:
    for name in names:
        record = view.get(name)
        if not isinstance(record, Field | FieldGroup):
            continue
        seen = is_seen(view, record, answers)
        if name in answers and not seen:
            return False
        asked = isinstance(record, Field) and isinstance(view.card_of(name), Step)
        if asked and seen and record.minimum > 0 and name not in answers:
            return False
    return True
