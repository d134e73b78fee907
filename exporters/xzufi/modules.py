"""How are deadline, fee and document drafted as modules of a Leistung?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from exporters.report import ExportReport
from exporters.xmlkit import element
from exporters.xzufi.vocabulary import UNITS, q
from model.document import Snapshot
from model.expressions import sentence
from model.grammar import title
from model.language import Message, say
from model.records import Deadline, Evidence, Fee, TariffRow

Xml = Any


def write_period(root: Xml, deadline: Deadline, report: ExportReport) -> None:
    """A modulFrist; one without length has nothing to say."""
    if deadline.length is None:
        report.lost(deadline.id, say("xzufi.lost.deadline", name=title(deadline)))
        return
    made = element(root, q("modulFrist"))
    if deadline.name:
        element(made, q("bezeichnung"), None, deadline.name)
    element(made, q("dauer"), None, str(deadline.length))
    element(made, q("einheit"), None, UNITS[deadline.unit])
    text = " ".join(part for part in (deadline.starts, deadline.effect) if part)
    if text:
        element(made, q("beschreibung"), None, text)


def write_cost(root: Xml, view: Snapshot, fee: Fee, report: ExportReport) -> None:
    """A modulKosten: fixed, free, or between two bounds. A table gives its bounds; how the sum is
    reckoned from there no element says, so the description does.
    """
    made = element(root, q("modulKosten"))
    if fee.name:
        element(made, q("bezeichnung"), None, fee.name)
    low, high = fee.minimum, fee.maximum
    if fee.form == "table":
        rows = [row.amount for row in _rates(view, fee)]
        low, high = (min(rows), max(rows)) if rows else (None, None)
        report.substituted(fee.id, say("xzufi.substituted.tariff", name=title(fee)))
    if fee.form == "free":
        element(made, q("kostenfrei"), None, "true")
    elif fee.form == "fixed" and fee.amount is not None:
        _money(made, "betrag", fee.amount, fee.currency)
    elif low is not None or high is not None:
        for tag, amount in (("betragUntergrenze", low), ("betragObergrenze", high)):
            if amount is not None:
                _money(made, tag, amount, fee.currency)
    else:
        root.remove(made)
        report.lost(fee.id, say("xzufi.lost.fee", name=title(fee)))
        return
    reckoned = [str(words) for words in _reckoned(view, fee)]
    if reckoned:
        element(made, q("beschreibung"), None, " ".join(reckoned))
        report.substituted(fee.id, say("xzufi.substituted.reckoned", name=title(fee)))


def _rates(view: Snapshot, fee: Fee) -> list[TariffRow]:
    return [row for row in view.children(fee.id, TariffRow) if row.effect == "rate"]


def _reckoned(view: Snapshot, fee: Fee) -> Iterator[Message]:
    """How the sum comes from the amount, in the order in which it is reckoned."""
    if fee.form == "free":
        return
    each = view.get(fee.each)
    if each is not None:
        yield say("xzufi.cost.each", group=title(each))
    if fee.form == "table" and any(row.times is not None for row in _rates(view, fee)):
        yield say("xzufi.cost.rows")
    if fee.times is not None:
        yield say("xzufi.cost.times", number=sentence(view, fee.times))
    if fee.months is not None:
        yield say("xzufi.cost.months", number=sentence(view, fee.months))
    if fee.form != "frame":
        for word, amount in (("minimum", fee.minimum), ("maximum", fee.maximum)):
            if amount is not None:
                yield say(f"xzufi.cost.{word}", amount=amount, currency=fee.currency)
    if fee.round_to:
        key = f"xzufi.cost.rounded.{fee.rounding}"
        yield say(key, step=fee.round_to, currency=fee.currency)


def _money(parent: Xml, tag: str, amount: Decimal, currency: str) -> None:
    element(parent, q(tag), {"waehrung": currency}, f"{amount:f}")


def write_document(root: Xml, evidence: Evidence, report: ExportReport) -> None:
    """A modulDokument that the applicant brings; when it is needed, no element can say."""
    made = element(root, q("modulDokument"))
    element(made, q("bezeichnung"), None, evidence.name)
    if evidence.reason:
        element(made, q("beschreibung"), None, evidence.reason)
    if evidence.needed is not None:
        report.lost(evidence.id, say("xzufi.lost.needed", name=title(evidence)))
