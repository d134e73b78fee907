"""Which task is it to do what was just done?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.document.queries import Queries
from model.grammar import title
from model.grammar.kinds import template_of
from model.graph import reading_order
from model.records import (
    Chosen,
    Deadline,
    Deed,
    Field,
    FieldGroup,
    Flow,
    Goal,
    Node,
    Option,
    Record,
    Step,
)
from model.records.base import Child


@dataclass(frozen=True)
class Task:
    """What is asked, and how it is done."""

    goals: tuple[Goal, ...] = ()
    deeds: tuple[Deed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.goals)


def derived(before: Queries, after: Queries) -> Task:
    """The task whose solution leads from one state of the service to the other.

    New cards come first, then their questions, then ways, then what was set; a thing that is new
    is meant by its name, one that was there by its id.
    """
    pairs = [
        *_new_cards(before, after),
        *_new_rows(before, after),
        *_new_ways(before, after),
        *_settings(before, after),
        *_gone(before, after),
    ]
    return Task(tuple(goal for goal, _ in pairs), tuple(deed for _, deed in pairs))


Pair = tuple[Goal, Deed]


def _new_cards(before: Queries, after: Queries) -> Iterator[Pair]:
    for one in reading_order(after):
        node = after.get(one, Node)
        template = template_of(node) if node is not None else ""
        if node is None or one in before or not template:
            continue
        role = after.role_of(one)
        side = role.side if role is not None and isinstance(node, Step) else ""
        at = _led(before, after, one)
        asks = "after" if at else "there"
        yield (
            Goal(asks=asks, template=template, name=title(node), side=side, **_ends(at)),  # type: ignore[arg-type]
            Deed(verb="append", template=template, name=title(node), **at),  # type: ignore[arg-type]
        )


def _led(before: Queries, after: Queries, node: str) -> dict[str, str]:
    """Behind which card, or behind which of its answers, a new card stands."""
    way = next(iter(after.incoming(node)), None)
    if way is None:
        return {}
    option = after.get(getattr(way.condition, "option", ""), Option)
    if option is None:
        return _meant(before, after, way.source)
    return {**_meant(before, after, option.parent), "answer": option.label}


def _ends(at: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in at.items() if key != "answer"}


def _new_rows(before: Queries, after: Queries) -> Iterator[Pair]:
    rows = (r for r in after.ordered(Child) if isinstance(r, Field | FieldGroup))
    for row in rows:
        template, card = template_of(row), after.card_of(row.id)
        if row.id in before or card is None or not template:
            continue
        at = _meant(before, after, card.id)
        to = {f"to{key[2:]}": value for key, value in at.items()}
        yield (
            Goal(asks="there", template=template, name=row.label, **to),  # type: ignore[arg-type]
            Deed(verb="row", template=template, name=row.label, **at),  # type: ignore[arg-type]
        )


def _new_ways(before: Queries, after: Queries) -> Iterator[Pair]:
    for flow in after.ordered(Flow):
        old = before.get(flow.id, Flow)
        chosen = flow.condition
        if isinstance(chosen, Chosen) and (old is None or old.condition != chosen):
            option = after.get(chosen.option, Option)
            words = {
                **_meant(before, after, chosen.field),
                **_target(before, after, flow.target),
                "answer": option.label if option is not None else "",
            }
            yield Goal(asks="choice", **words), Deed(verb="choose", **words)  # type: ignore[arg-type]
        elif old is None and flow.source in before and flow.target in before:
            ends = {
                **_meant(before, after, flow.source),
                **_target(before, after, flow.target),
            }
            yield Goal(asks="way", **ends), Deed(verb="connect", **ends)  # type: ignore[arg-type]


def _settings(before: Queries, after: Queries) -> Iterator[Pair]:
    for field in after.ordered(Field):
        old = before.get(field.id, Field)
        if field.required and (old is None or not old.required):
            at = _meant(before, after, field.id)
            yield Goal(asks="required", **at), Deed(verb="require", **at)  # type: ignore[arg-type]
    for deadline in after.ordered(Deadline):
        known = before.get(deadline.id, Deadline)
        card = after.get(deadline.parent, Node)
        if card is not None and deadline != known and deadline.length:
            words = {
                **_meant(before, after, card.id),
                "number": deadline.length,
                "unit": deadline.unit,
            }
            yield Goal(asks="deadline", **words), Deed(verb="deadline", **words)  # type: ignore[arg-type]
    yield from _renamed(before, after)


def _renamed(before: Queries, after: Queries) -> Iterator[Pair]:
    for record in after.ordered(Child):
        old = before.get(record.id, Child)
        if old is None or record.family not in ("node", "row") or title(old) == title(record):
            continue
        yield (
            Goal(asks="there", template=template_of(record), name=title(record)),
            Deed(verb="rename", at=record.id, name=title(record)),
        )


def _gone(before: Queries, after: Queries) -> Iterator[Pair]:
    for record in before.ordered(Child):
        inside = after.get(record.parent) is None and record.parent in before
        if record.id not in after and record.family in ("node", "row") and not inside:
            words = {"at": record.id, "at_name": title(record)}
            yield Goal(asks="gone", **words), Deed(verb="remove", **words)  # type: ignore[arg-type]


def _meant(before: Queries, after: Queries, one: str) -> dict[str, str]:
    """By id what was there, by name what is new (and what was there, in another document)."""
    record: Record = after[one]
    named = {"at_name": title(record)}
    return {"at": one} | named if one in before else named


def _target(before: Queries, after: Queries, one: str) -> dict[str, str]:
    return {f"to{key[2:]}": value for key, value in _meant(before, after, one).items()}
