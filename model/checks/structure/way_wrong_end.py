"""Finds ways that lead into a start or out of an end: no engine takes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.checks.structure.ways import take_out
from model.commands import remove_and_reconnect
from model.document import Transaction
from model.records import End, Flow, Start


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    source, target = view.get(flow.source), view.get(flow.target)
    if isinstance(target, Start):
        repair = Repair("remove_way", partial(take_out, flow=flow.id))
        return (Found(flow.id, {"name": called(target)}, (repair,), "start"),)
    if isinstance(source, End):
        repair = Repair("remove_way", partial(_go_past, flow=flow.id))
        return (Found(flow.id, {"name": called(source)}, (repair,)),)
    return ()


def _go_past(tx: Transaction, flow: str) -> None:
    """The way leaves; when nothing else leads to its target, the end in between leaves."""
    way = tx.the(flow, Flow)
    if len(tx.incoming(way.target)) > 1:
        tx.remove(flow)
    else:
        remove_and_reconnect(tx, [way.source])


WAY_WRONG_END = Check("way_wrong_end", "error", (Flow,), record=_find)
