"""Finds provisions on which nothing rests."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import remove
from model.records import Norm


def _find(view: Reading, norm: Norm) -> Iterable[Found]:
    if view.resting_on(norm.id):
        return ()
    repair = Repair("remove_norm", partial(remove, ids=[norm.id]))
    return (Found(norm.id, {"name": called(norm)}, (repair,)),)


NORM_UNUSED = Check("norm_unused", "hint", (Norm,), record=_find)
