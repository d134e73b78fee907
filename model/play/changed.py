"""What became of all example citizens, and who is treated otherwise since a change?

``rehearse`` plays only what a change may have touched: as long as nothing changed that a course
can rest on, what is known holds. A citizen is treated differently when another end, fee, deadline
or document comes out than before, or when the case no longer comes to an end; another way to the
same result is none of the citizen's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from model.document.queries import Queries
from model.expressions.tariff import CENT
from model.language import Message, say
from model.play.playing import Played, play
from model.records import (
    Annotation,
    Citation,
    Deadline,
    Decision,
    End,
    Evidence,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    ForeignFile,
    Frame,
    Layer,
    Node,
    Norm,
    OldEntry,
    OldForm,
    Parallel,
    Placement,
    Record,
    Remark,
    Role,
    Rule,
    Script,
    Service,
    Step,
    Stop,
    SubProcess,
    TariffRow,
    Text,
)
from model.records.names import title

_BESIDE = (
    *(Annotation, Citation, Evidence, ExampleCase, ForeignFile, Frame, Layer, Norm),
    *(OldEntry, OldForm, Placement, Remark, Script, Stop, Text),
)
"""What no course rests on."""
_SILENT = frozenset({"help", "retention", "description", "error_text"})
"""Fields on which none rests, whatever record they belong to."""
_CALLED = frozenset({"name", "label"})
_NAMED = (
    *(Deadline, Decision, End, Fee, Field, FieldGroup, Parallel, Role, Rule, Service, Step),
    *(SubProcess, TariffRow),
)
"""Kinds whose names no course rests on; they are only spoken where something is wrong."""
HEAVY = 2000
"""Cases times nodes from which playing all takes longer than the window may stand still."""
_KEPT = 4
"""So many services are remembered: those a person has open beside each other."""
_NUMBER = re.compile(r"_(\d+)$")


def cases_of(view: Queries) -> list[ExampleCase]:
    """All example citizens: those whose id carries a number in that order, then all others by
    name.
    """
    return sorted(view.of(ExampleCase), key=_by_number)


def _by_number(case: ExampleCase) -> tuple[bool, str, int, str, str]:
    found = _NUMBER.search(case.id)
    if found is None:
        return True, "", 0, case.name.casefold(), case.id
    return False, case.id[: found.start()], int(found[1]), "", case.id


@dataclass(frozen=True)
class Rehearsed:
    """All example citizens and what became of each; ``ground``: the records that rests on."""

    cases: tuple[ExampleCase, ...]
    played: tuple[Played, ...]
    ground: dict[str, Record]

    @cached_property
    def by_id(self) -> dict[str, tuple[ExampleCase, Played]]:
        """Case -> itself, and what became of it."""
        pairs = zip(self.cases, self.played, strict=True)
        return {case.id: (case, played) for case, played in pairs}

    @property
    def agreeing(self) -> int:
        """How many come out as expected."""
        return sum(one.verdict == "agrees" for one in self.played)


def rehearse(view: Queries, known: Rehearsed | None = None) -> Rehearsed:
    """Play all example citizens; what is known of the same ground is not played again."""
    ground = _ground(view)
    same = known is not None and _alike(known, ground)
    cases = tuple(cases_of(view))
    if known is not None and same and known.cases == cases:
        return known
    before = known.by_id if known is not None and same else {}
    played = []
    for case in cases:
        was = before.get(case.id)
        played.append(was[1] if was is not None and was[0] == case else play(view, case))
    return Rehearsed(cases, tuple(played), ground)


def _ground(view: Queries) -> dict[str, Record]:
    return {record.id: record for record in view if not isinstance(record, _BESIDE)}


def heavy(view: Queries) -> bool:
    """Does playing all cases take so long that it belongs into a thread?"""
    return len(view.of(ExampleCase)) * len(view.of(Node)) > HEAVY


def _alike(known: Rehearsed, ground: dict[str, Record]) -> bool:
    """Is the ground the same, as far as a course can rest on it and its sentences speak of it?"""
    one, spoken = known.ground, known.agreeing < len(known.cases)
    return one.keys() == ground.keys() and all(
        record is ground[key] or _same(record, ground[key], spoken=spoken)
        for key, record in one.items()
    )


def _same(one: Record, other: Record, *, spoken: bool) -> bool:
    if type(one) is not type(other):
        return False
    names = type(one).model_fields.keys() - _silent(one)
    if not spoken and isinstance(one, _NAMED):
        names -= _CALLED
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _silent(record: Record) -> frozenset[str]:
    """The purpose of a question is for people; that of a rule says what it does."""
    return _SILENT | {"purpose"} if isinstance(record, Field) else _SILENT


_remembered: tuple[Rehearsed, ...] = ()


def rehearsed(view: Queries) -> Rehearsed:
    """The same, from memory where it was played lately: several who ask pay once."""
    global _remembered
    if not view.of(ExampleCase):
        return Rehearsed((), (), {})
    known = next((one for one in _remembered if _of_this(view, one)), None)
    found = rehearse(view, known)
    others = tuple(one for one in _remembered if one is not known)
    _remembered = (found, *others)[:_KEPT]
    return found


def recalled(view: Queries) -> dict[str, Played]:
    """Case -> what became of it, where that is remembered and holds still; nothing is played."""
    known = next((one for one in _remembered if _of_this(view, one)), None)
    if known is None or not _alike(known, _ground(view)):
        return {}
    return {key: played for key, (case, played) in known.by_id.items() if view.get(key) == case}


def _of_this(view: Queries, known: Rehearsed) -> bool:
    """Is this likely the same service? It shares a case."""
    return any(view.get(case.id) is case for case in known.cases[:3])


# ------------------------------------------------------------------------- treated differently


@dataclass(frozen=True)
class Turned:
    """An example citizen who is treated differently: the name, and how, in sentences."""

    case: str
    name: str
    how: tuple[Message, ...]


def treated_differently(before: Queries | Rehearsed, after: Queries | Rehearsed) -> list[Turned]:
    """Who is treated differently, each with before and after in sentences.

    Citizens who tell something else of themselves than before are left out: that is no work of
    the law.
    """
    old = before if isinstance(before, Rehearsed) else rehearse(before)
    new = after if isinstance(after, Rehearsed) else rehearse(after)
    return [
        Turned(case.id, case.name, how)
        for case, now in zip(new.cases, new.played, strict=True)
        if (was := old.by_id.get(case.id)) is not None
        and _tells_same(was[0], case)
        and (how := tuple(_how(old, was[1], new, now)))
    ]


def _tells_same(one: ExampleCase, other: ExampleCase) -> bool:
    return (one.applied, one.answers, one.turns) == (other.applied, other.answers, other.turns)


def _how(old: Rehearsed, was: Played, new: Rehearsed, now: Played) -> Iterator[Message]:
    if was is now:
        return
    if now.incidents:
        if not was.incidents or was.incidents[0].at != now.incidents[0].at:
            yield now.incidents[0].what
        return
    if was.incidents:
        yield say("cases.turned.runs", end=_named(new, now.end))
        return
    if was.end != now.end:
        yield say("cases.turned.end", was=_named(old, was.end), now=_named(new, now.end))
    before, after = was.fee or Decimal(0), now.fee or Decimal(0)
    if before != after:
        yield say("cases.turned.fee", was=_money(before), now=_money(after))
    yield from _deadlines(old, was, new, now)
    if set(was.documents) != set(now.documents):
        yield say("cases.turned.documents", was=_all(was.documents), now=_all(now.documents))


def _deadlines(old: Rehearsed, was: Played, new: Rehearsed, now: Played) -> Iterator[Message]:
    before, after = dict(was.deadlines), dict(now.deadlines)
    for one in dict.fromkeys([*before, *after]):
        if before.get(one) != after.get(one):
            name = _named(new if one in new.ground else old, one)
            gone, come = before.get(one), after.get(one)
            if gone is None:
                yield say("cases.turned.deadline.new", name=name, now=come)
            elif come is None:
                yield say("cases.turned.deadline.gone", name=name, was=gone)
            else:
                yield say("cases.turned.deadline", name=name, was=gone, now=come)


def _named(known: Rehearsed, record_id: str) -> str | Message:
    record = known.ground.get(record_id)
    if record is None:
        return say("cases.no_end")
    return title(record) or say(f"kind.{record.kind}")


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(CENT)


def _all(names: Iterable[str]) -> str | Message:
    return ", ".join(names) or say("cases.none")
