"""Which facts has BPMN no words for?

One remark per kind, not per record: a service has hundreds of fields, and a report of hundreds of
lines is not read.
"""

from __future__ import annotations

from collections.abc import Container

from exporters.report import ExportReport
from model.document import Snapshot
from model.language import say
from model.records import (
    Citation,
    CodeList,
    Deadline,
    DescriptionModule,
    Evidence,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Layer,
    Record,
    Remark,
    Role,
    Rule,
    Script,
    Stop,
    Text,
)

_LOST: tuple[type[Record], ...] = (
    CodeList,
    DescriptionModule,
    Evidence,
    ExampleCase,
    Fee,
    Layer,
    Remark,
    Rule,
    Script,
    Text,
)
_AS_WORDS: tuple[type[Record], ...] = (Field, FieldGroup, Deadline, Citation)


def tell_what_is_lost(
    view: Snapshot, report: ExportReport, known: Container[str] = frozenset()
) -> None:
    """Remarks about all kinds that stand in the file as words only, or not at all.

    ``known`` are records that the file holds already (it was imported with them).
    """
    for kind in _AS_WORDS:
        found = [record for record in view.of(kind) if record.id not in known]
        if found:
            word = found[0].kind
            report.substituted("", say(f"bpmn.substituted.{word}", n=len(found)))
    for kind in _LOST:
        found = [
            record
            for record in view.of(kind)
            if record.id not in known and not _is_said_in_a_script(view, record)
        ]
        if found:
            report.lost("", say(f"bpmn.lost.{found[0].kind}", n=len(found)))
    conditions = sum(flow.condition is not None for flow in view.of(Flow))
    if conditions:
        report.substituted("", say("bpmn.substituted.conditions", n=conditions))
    _tell_of_service(view, report, known)
    states = sum(bool(record.of) for record in view)
    if states:
        report.lost("", say("bpmn.lost.states", n=states))


def _is_said_in_a_script(view: Snapshot, record: Record) -> bool:
    """Words of a script in another language: they are lost with it and count with it."""
    return isinstance(record, Text) and isinstance(view.get(record.parent), Script | Stop)


def _tell_of_service(view: Snapshot, report: ExportReport, known: Container[str]) -> None:
    """Key, office and groups of people: BPMN knows the name of a process only."""
    service = view.service
    if service.leika_key or service.office or service.trust_level:
        report.lost(service.id, say("bpmn.lost.service"))
    groups = sum(bool(role.group) for role in view.of(Role) if role.id not in known)
    if groups:
        report.lost("", say("bpmn.lost.role", n=groups))
