"""Which facts of a service does an engine have no place for?"""

from __future__ import annotations

from datetime import date

from exporters.forms.rules import SHOWN
from exporters.report import ExportReport
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import (
    Citation,
    Deadline,
    DescriptionModule,
    Evidence,
    ExampleCase,
    Fee,
    Layer,
    Record,
    Remark,
    Rule,
    Script,
    Service,
    Step,
    Stop,
    TariffRow,
    Text,
)

_LOST: tuple[type[Record], ...] = (
    Citation,
    DescriptionModule,
    ExampleCase,
    Layer,
    Remark,
)
_MOVING = ("day", "week", "month", "year")
"""Units whose end a weekend moves; hours and working days have no such end."""


def tell_what_is_lost(view: Snapshot, report: ExportReport) -> None:
    """One remark per record; the finished report says them in one line with their numbers."""
    service = view.service
    if service.leika_key or service.office:
        report.lost(service.id, say("platforms.lost.service"))
    for kind in _LOST:
        for record in view.of(kind):
            report.lost(record.id, say(f"platforms.lost.{record.kind}"))
    _told_words(view, report)
    for record in view:
        if record.of:
            report.lost(record.id, say("platforms.lost.state"))
    for step in view.of(Step):
        if step.activity_group:
            report.lost(step.id, say("platforms.lost.activity_group"))
    if view.service.trust_level not in ("", "none"):
        report.lost(view.service.id, say("platforms.lost.trust_level"))
    _evidence(view, report)
    _free_rules(view, report)
    _deadlines(view, report)
    _periods(view, report)


def _told_words(view: Snapshot, report: ExportReport) -> None:
    """A script is taught with, not exported; its words in other languages stay with it."""
    for script in view.of(Script):
        report.lost(script.id, say("platforms.lost.script"))
    for text in view.of(Text):
        if not isinstance(view.get(text.parent), Script | Stop):
            report.lost(text.id, say("platforms.lost.text"))


def _periods(view: Snapshot, report: ExportReport) -> None:
    """A table of an engine holds on every day; what holds as long as the service needs no word."""
    begins = view.service.valid_from or date.min
    for kind in (Fee, TariffRow):
        for record in view.of(kind):
            if (record.valid_from or date.min) > begins or record.valid_until is not None:
                report.lost(record.id, say("platforms.lost.valid", name=title(record)))


def _evidence(view: Snapshot, report: ExportReport) -> None:
    """A proof with an upload is asked by the form; one without is not."""
    missing = [evidence for evidence in view.of(Evidence) if not evidence.upload]
    for evidence in missing:
        report.lost(evidence.id, say("platforms.lost.evidence", name=evidence.name))


def _free_rules(view: Snapshot, report: ExportReport) -> None:
    """Rules of cards and rows are told by their forms; here those of the service and of fees."""
    for rule in view.of(Rule):
        on_card = view.card_of(rule.parent) is not None
        shown = rule.expression is not None and rule.purpose in SHOWN
        if not on_card and not shown and rule.purpose != "condition":
            report.lost(rule.id, say("platforms.lost.free_rule", name=rule.name or rule.id))


def _deadlines(view: Snapshot, report: ExportReport) -> None:
    """A timer of an engine counts on whatever day it is; the law does not."""
    for deadline in view.of(Deadline):
        alone = isinstance(view.get(deadline.parent), Service)
        moves = deadline.weekend == "moves" and deadline.unit in _MOVING
        if (deadline.counting, deadline.delivery) != ("event", ""):
            report.lost(deadline.id, say("platforms.deadlines.counting", name=title(deadline)))
        elif moves and (deadline.length or 0) > 0 and not alone:
            report.lost(deadline.id, say("platforms.deadlines.weekend", name=title(deadline)))
        if alone:
            report.lost(deadline.id, say("platforms.deadlines.alone", name=title(deadline)))
