"""Finds sub-processes in which nothing happens."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands.morph import change_kind
from model.records import Node, SubProcess


def _find(view: Reading, node: SubProcess) -> Iterable[Found]:
    if view.foreign or view.children(node.id, Node):
        return ()
    repair = Repair("make_step", partial(change_kind, record=node.id, key="office"))
    return (Found(node.id, {"name": called(node)}, (repair,)),)


EMPTY_SUBPROCESS = Check("empty_subprocess", "warning", (SubProcess,), record=_find)
