"""Finds example citizens whose case comes to no end."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.proof.cases import KINDS
from model.checks.proof.shown import proof
from model.checks.reading import Reading
from model.play.changed import rehearsed
from model.records import End, Start

_OWN = frozenset({"undecided", "waits", "circle", "stuck", "no_way", "failed"})
"""What may be the fault of a case alone. The rest is told by the checks of the ways."""


def _find(view: Reading) -> Iterator[Found]:
    if not view.of(Start) or not view.of(End):
        return  # not drawn to its end yet
    known = rehearsed(view)
    if any(one.incidents for one in known.played) and proof(view).troubles:
        return  # one cause, one line: the ways themselves are not in order
    for case_id, (_, played) in known.by_id.items():
        own = [one for one in played.incidents if one.kind in _OWN and not _told(view, one.at)]
        if own:
            path = tuple(dict.fromkeys([*(one.node for one in played.trace), own[0].at]))
            repairs = (Repair("show_case", opens="answers"),)
            yield Found(case_id, {"what": own[0].what}, repairs, path=path)


def _told(view: Reading, node: str) -> bool:
    """Does another check say it of the ways: a lone condition, a way back to itself?"""
    ways = view.outgoing(node)
    lone = len(ways) == 1 and ways[0].condition is not None
    return lone or any(way.target == node for way in ways)


EXAMPLE_STUCK = Check("example_stuck", "warning", KINDS, whole=_find)
