"""Finds links without their other half: the way jumps, and goes on nowhere.

That nothing jumps to a link is told by the check of unreachable steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands.morph import change_kind
from model.document import Transaction
from model.grammar.become import may_become
from model.graph.jumps import jumps, key_of
from model.records import Event


def _find(view: Reading) -> Iterator[Found]:
    links = [event for event in view.of(Event) if event.trigger == "link"]
    if not links:
        return
    found = view.walked(jumps)
    reached = {one for receiving in found.values() for one in receiving}
    for link in links:
        if link.id in found or link.direction == "receive":
            continue
        others = [o for o in links if o.direction == "receive" and o.parent == link.parent]
        alone = [other for other in others if other.id not in reached]
        repairs = [Repair("say_link", opens="event_name")]
        if len(alone) == 1 and key_of(alone[0])[1]:
            name = alone[0].event_name
            repairs.insert(0, Repair("join_links", partial(_join, link=link.id, name=name)))
        if may_become(view, link.id, "end").allowed:
            repairs.append(Repair("end_here", partial(change_kind, record=link.id, key="end")))
        yield Found(link.id, {"name": called(link)}, tuple(repairs))


def _join(tx: Transaction, link: str, name: str) -> None:
    """Both bear the same name."""
    tx.alter(link, event_name=name)


LINK_ALONE = Check(
    "link_alone",
    "error",
    (Event,),
    whole=_find,
    heeds=frozenset({"trigger", "direction", "event_name", "parent"}),
)
