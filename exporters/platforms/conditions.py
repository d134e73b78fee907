"""Which condition stands on which way, in the language of the engine?"""

from __future__ import annotations

from exporters.bpmn.description import Description, Flow
from exporters.expressions import CannotSay, Derived, Names, juel
from exporters.platforms.profile import FORMAL, XSI_TYPE
from exporters.report import ExportReport
from model.language import say
from model.records import Event, Start
from model.records import Flow as FlowRecord


def say_conditions(
    description: Description, names: Names, derived: Derived, report: ExportReport
) -> None:
    """JUEL on every way with a condition; the way "sonst" has none."""
    defaults = {node.default for node in description.nodes.values()}
    for flow in description.flows.values():
        if flow.id in defaults:
            flow.condition_text = ""
        elif flow.condition is not None:
            _say(flow, names, derived, report)
        elif flow.condition_text:
            _foreign(flow, names, report)


def say_what_is_waited_for(
    description: Description, names: Names, derived: Derived, report: ExportReport
) -> None:
    """JUEL in every event that waits until something is so."""
    for node in description.nodes.values():
        event, record = node.event, names.view.get(node.record)
        if event is None or event.sort != "conditional":
            continue
        condition = record.condition if isinstance(record, Event | Start) else None
        if condition is None:
            report.failed(
                node.record,
                say("platforms.operaton.foreign_condition", text=event.condition),
                "O11",
            )
            continue
        try:
            event.condition = juel(condition, names, derived)
        except CannotSay as refusal:
            report.failed(node.record, refusal.message, "O11")
        else:
            event.condition_attributes = {XSI_TYPE: FORMAL}


def _say(flow: Flow, names: Names, derived: Derived, report: ExportReport) -> None:
    assert flow.condition is not None
    try:
        flow.condition_text = juel(flow.condition, names, derived)
    except CannotSay as refusal:
        flow.condition_text = ""
        report.failed(flow.record, refusal.message, "O11")
    else:
        flow.condition_attributes = {XSI_TYPE: FORMAL}


def _foreign(flow: Flow, names: Names, report: ExportReport) -> None:
    """A condition of another program is text; nobody knows what it would do here."""
    flow.condition_text = ""
    kept = names.view.get(flow.record, FlowRecord)
    text = kept.extra("condition") if kept is not None else ""
    report.failed(flow.record, say("platforms.operaton.foreign_condition", text=text), "O11")
