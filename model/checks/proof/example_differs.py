"""Finds example citizens for whom something else comes out than they expect."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.proof.cases import KINDS, judged, take_over
from model.checks.reading import Reading
from model.play.changed import rehearsed


def _find(view: Reading) -> Iterator[Found]:
    for case, played in rehearsed(view).by_id.values():
        if played.incidents or not judged(case):
            continue  # the first is told by example_stuck, the second expects nothing
        told: set[str] = set()
        for one in played.differences:
            if one.kind in told:
                continue  # the first missing answer stands for all of a case
            told.add(one.kind)
            repairs: tuple[Repair, ...] = (Repair("show_case", opens="expected"),)
            if one.kind != "answer":  # an answer is still missing, whatever is expected
                repairs = (Repair("take_over", partial(take_over, case=case.id)), *repairs)
            yield Found(case.id, {"what": one.what}, repairs, variant=one.kind)


EXAMPLE_DIFFERS = Check("example_differs", "warning", KINDS, whole=_find)
