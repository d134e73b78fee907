"""Small services for the walk, said in a few words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from model.document import Snapshot
from model.play import Move, State, begin, make, possible
from model.records import (
    Chosen,
    Comparison,
    Deadline,
    Decision,
    End,
    Event,
    Field,
    Flow,
    Message,
    Option,
    Parallel,
    Record,
    Service,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from model.records.expression import Answer, Value

DAY = date(2026, 3, 2)
_SIGNS = {
    "x": (Decision, {"mode": "exclusive"}),
    "o": (Decision, {"mode": "inclusive"}),
    "e": (Decision, {"mode": "event"}),
    "p": (Parallel, {}),
    "start": (Start, {}),
    "end": (End, {}),
    "stop": (End, {"result": "stop"}),
    "auto": (Step, {"form": "automatic"}),
    "page": (Step, {"form": "page"}),
    "call": (ServiceCall, {}),
    "sub": (SubProcess, {}),
    "get": (Message, {"direction": "receive"}),
    "send": (Message, {"direction": "send"}),
    "timer": (Timer, {}),
    "event": (Event, {}),
}


def service(ways: str, *more: Record, **fields: dict[str, Any]) -> Snapshot:
    """``"start > a > x1, x1 > b ?colour=red"``: the kind of a node is the letters of its id.

    An unknown one is an office step. ``fields`` give further fields by the id of the node.
    """
    made: dict[str, Record] = {"service": Service(id="service", name="Probe")}
    flows: list[Flow] = []
    for row in ways.split(","):
        path, _, condition = row.partition("?")
        ids = path.replace("*", "").split(">")
        ids = [one.strip() for one in ids if one.strip()]
        for node in ids:
            made.setdefault(node, _node(node, fields.get(node, {})))
        for source, target in pairwise(ids):
            asked = _condition(condition) if target == ids[-1] else None
            flow_id = f"{source}>{target}"
            default = "*" in path
            order = f"a{len(flows):04}"
            flows.append(
                Flow(
                    id=flow_id,
                    source=source,
                    target=target,
                    condition=asked,
                    default=default,
                    order=order,
                )
            )
    for node, values in fields.items():
        made.setdefault(node, _node(node, values))
    return Snapshot.of_records([*made.values(), *flows, *more])


def _node(node: str, values: dict[str, Any]) -> Record:
    letters = node.rstrip("0123456789")
    cls, given = _SIGNS.get(letters, (Step, {"form": "office"}))
    return cls(id=node, name=node.upper(), order=node, **{**given, **values})


def _condition(text: str) -> Any:
    """``field=option`` asks a choice, ``field<5`` a number."""
    if "=" in text:
        field, option = (part.strip() for part in text.split("="))
        return Chosen(field=field, option=f"{field}.{option}")
    if "<" in text:
        field, number = (part.strip() for part in text.split("<"))
        value = Value.model_validate({"op": "value", "number": number})
        return Comparison(relation="lt", left=Answer(field=field), right=value)
    return None


def choice(field: str, card: str, *options: str) -> list[Record]:
    """A choice question on a card."""
    asked = Field(id=field, parent=card, label=field, field_kind="select")
    found = [Option(id=f"{field}.{o}", parent=field, code=o, label=o, order=o) for o in options]
    return [asked, *found]


def days(timer: str, length: int) -> Deadline:
    """So many days for a timer, also over weekends."""
    return Deadline(id=f"{timer}.days", parent=timer, length=length, weekend="stays")


def started(view: Snapshot, **answers: str) -> State:
    return begin(view, DAY, answers=answers)


def after(view: Snapshot, state: State, *nodes: str) -> State:
    """The state after these things were done, or happened, one after the other."""
    for node in nodes:
        state = make(view, state, move(view, state, node))
    return state


def move(view: Snapshot, state: State, wanted: str) -> Move:
    """``"a"``: a is done, or the event a happens; ``"a!"``: it fails; ``"a+"``: once more;
    ``"~"``: time passes.
    """
    kinds = {"!": ("fail",), "+": ("again",), "~": ("time",)}.get(
        wanted[-1], ("do", "event", "way")
    )
    name = wanted.rstrip("!+~")
    for one in possible(view, state):
        named = one.event if one.kind in ("event", "way") else one.at
        if one.kind in kinds and (one.kind == "time" or name == named):
            return one
    raise AssertionError(f"{wanted} is not among {possible(view, state)}")


def at(state: State) -> list[str]:
    """Where the case stands."""
    return sorted(token.at for token in state.tokens)


def done(state: State) -> list[str]:
    """What is over, in order."""
    return [one.node for one in state.trace if one.kind == "done"]


def cancelled(state: State) -> list[str]:
    return sorted(one.node for one in state.trace if one.kind == "cancelled")


def incidents(state: State) -> list[tuple[str, str]]:
    return [(one.kind, one.at) for one in state.incidents]
