"""How does an engine tell its history, and what does it mean in our words?

Both give (node, "done" or "cancelled") in the order of the ends; where they tell a thing in their
own way, the place says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from exporters.bpmn.description import Description

Told = Sequence[dict[str, Any]]
Ends = Iterator[tuple[str, str]]

_JOINS = ("parallelGateway", "inclusiveGateway")


def ends_of(engine: str, told: Told, description: Description) -> Ends:
    """What is over, by the id of the element."""
    teller = _flowable if engine == "flowable" else _family
    return teller(told, description)


def _family(told: Told, description: Description) -> Ends:
    before: dict[str, Any] = {}
    for number, one in enumerate(told):
        # Where ways meet it ends once for each way that came; that is one happening.
        again = one["sort"] in _JOINS and one == before
        if one["what"] == "end" and not again:
            broken_off = one["cancelled"] and not _chosen(told, number, description)
            yield one["node"], "cancelled" if broken_off else "done"
        before = one


def _chosen(told: Told, number: int, description: Description) -> bool:
    """The family calls "what comes first" cancelled when something has come."""
    gateway = told[number]["node"]
    if told[number]["sort"] != "eventBasedGateway":
        return False
    following = (one["node"] for one in told[number + 1 :] if one["what"] == "start")
    return next(following, "") in _targets(gateway, description)


def _flowable(told: Told, description: Description) -> Ends:
    asked: dict[str, str] = {}
    for number, one in enumerate(told):
        node, sort = one["node"], one["sort"]
        if one["what"] != "end":
            continue
        if sort == "eventGateway":
            # It ends at once; what it waits for decides whether it was of use.
            asked.update((target, node) for target in _targets(node, description))
        elif node in asked:
            gateway = asked[node]
            if not one["cancelled"]:
                yield gateway, "done"
                yield node, "done"
            elif not _others(told, number, gateway, description):
                yield gateway, "cancelled"
        elif sort not in (*_JOINS, "boundaryEvent") or _left(told, number, description):
            yield node, "cancelled" if one["cancelled"] else "done"


def _others(told: Told, number: int, gateway: str, description: Description) -> bool:
    """Was, or is, this event given up for another of the same gateway?"""
    targets = _targets(gateway, description)
    around = [*_since(told[:number][::-1], gateway), *_since(told[number + 1 :], gateway)]
    ended = [one for one in around if one["what"] == "end" and one["node"] in targets]
    taken = any(not one["cancelled"] for one in ended)
    return taken or any(one in told[number + 1 :] for one in ended)


def _since(told: Told, gateway: str) -> Iterator[dict[str, Any]]:
    """As far as the next visit of the gateway."""
    for one in told:
        if one["node"] == gateway:
            return
        yield one


def _left(told: Told, number: int, description: Description) -> bool:
    """A join ends for each way that comes, an exception with its step; one of them goes on."""
    node = told[number]["node"]
    ways = {flow.id for flow in description.outgoing(node)}
    for one in told[number + 1 :]:
        if one["node"] in ways:
            return True
        if one["node"] == node and one["what"] == "start":
            return False
    return False


def _targets(gateway: str, description: Description) -> set[str]:
    return {flow.target for flow in description.outgoing(gateway)}
