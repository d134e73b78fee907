"""Finds pages right after an office step: nobody tells the applicant to come back.

A step that reads the e-mail address writes to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import insert_on_flow
from model.document import Transaction
from model.records import Field, FieldUse, Flow, Step


def _find(view: Reading) -> Iterator[Found]:
    for page in view.of(Step):
        if page.form != "page":
            continue
        for flow in view.incoming(page.id):
            source = view.get(flow.source, Step)
            if source is not None and source.form == "office" and not _writes(view, source):
                values = {"name": called(page), "source": called(source)}
                repair = Repair("tell_applicant", partial(_tell, flow=flow.id))
                yield Found(flow.id, values, (repair,))


def _writes(view: Reading, step: Step) -> bool:
    used = (view.get(use.field, Field) for use in view.children(step.id, FieldUse))
    return any(field is not None and field.layout == "email" for field in used)


def _tell(tx: Transaction, flow: str) -> None:
    """A message to the mailbox comes first."""
    insert_on_flow(tx, "mailbox", flow)


PAGE_AFTER_OFFICE = Check(
    "page_after_office",
    "hint",
    (Step, Flow, FieldUse, Field),
    whole=_find,
    heeds=frozenset({"form", "source", "target", "field", "layout"}),
)
