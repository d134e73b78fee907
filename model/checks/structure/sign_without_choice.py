"""Finds signs at which nothing parts or meets: one way in, one way out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import remove_and_reconnect
from model.records import Decision, Parallel


def _find(view: Reading, node: Decision | Parallel) -> Iterable[Found]:
    if len(view.outgoing(node.id)) != 1 or len(view.incoming(node.id)) != 1 or view.foreign:
        return ()
    repair = Repair("dissolve", partial(remove_and_reconnect, ids=[node.id]))
    return (Found(node.id, {"name": called(node)}, (repair,)),)


SIGN_WITHOUT_CHOICE = Check("sign_without_choice", "hint", (Decision, Parallel), record=_find)
