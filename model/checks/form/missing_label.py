"""Finds what has no name: nobody can read it, no screen reader can say it."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.document import Snapshot
from model.grammar.kinds import kind_title, title_field
from model.records import (
    Decision,
    End,
    Field,
    FieldGroup,
    ForeignFile,
    Message,
    Option,
    Record,
    Role,
    Service,
    ServiceCall,
    Start,
    Step,
    SubProcess,
)


def _find(view: Snapshot, record: Record) -> Iterator[Found]:
    if name_of(record).strip():
        return
    if isinstance(record, Decision) and len(view.outgoing(record.id)) < 2:
        return  # where ways only meet again nothing is asked
    if view.of(ForeignFile) and not isinstance(record, Field | FieldGroup | Option):
        return  # imported models often leave signs unnamed; their file is not ours to scold
    holder = view.get(getattr(record, "parent", ""))
    place = name_of(holder) if holder else ""
    values = {"kind": kind_title(record), "place": place}
    repairs = (Repair("give_name", opens=title_field(record)),)
    yield Found(record.id, values, repairs, "inside" if place else "")


MISSING_LABEL = Check(
    "missing_label",
    "error",
    (
        Service,
        Role,
        Step,
        Start,
        End,
        Decision,
        Message,
        SubProcess,
        ServiceCall,
        Field,
        FieldGroup,
        Option,
    ),
    record=_find,
)
