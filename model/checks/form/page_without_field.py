"""Finds pages on which the applicant has nothing to fill in or to read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.commands import place_field, remove_and_reconnect
from model.document import Snapshot
from model.records import Step


def _find(view: Snapshot, step: Step) -> Iterator[Found]:
    if step.form != "page" or view.rows(step.id):
        return
    add = Repair("add_field", partial(place_field, template="text", parent=step.id))
    out = Repair("remove_page", partial(remove_and_reconnect, ids=[step.id]))
    yield Found(step.id, {"name": called(step)}, (add, out))


PAGE_WITHOUT_FIELD = Check("page_without_field", "warning", (Step,), record=_find)
