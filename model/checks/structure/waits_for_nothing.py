"""Finds decisions "Was kommt zuerst?" after which something else than an event stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.reading import Reading
from model.commands import insert_on_flow
from model.document import Transaction
from model.records import Decision, Event, ForeignNode, Message, Record, Timer


def _find(view: Reading, node: Decision) -> Iterable[Found]:
    if node.mode != "event" or view.foreign:
        return ()  # in a foreign model a task may receive
    wrong = [flow for flow in view.outgoing(node.id) if not _is_event(view.get(flow.target))]
    if not wrong:
        return ()
    repair = Repair("wait_for_message", partial(_wait, flows=tuple(flow.id for flow in wrong)))
    values = {"name": called(node), "target": called_at(view.get(wrong[0].target))}
    return (Found(node.id, values, (repair,)),)


def _is_event(node: Record | None) -> bool:
    receives = isinstance(node, Message | Event) and node.direction == "receive"
    return receives or isinstance(node, Timer | ForeignNode)


def _wait(tx: Transaction, flows: tuple[str, ...]) -> None:
    """Each of these ways begins with a message that comes in."""
    for flow in flows:
        insert_on_flow(tx, "message_receive", flow)


WAITS_FOR_NOTHING = Check("waits_for_nothing", "error", (Decision,), record=_find)
