"""How do the official rules enter the report of an export?

Critical faults stand by themselves. All others share one line, each with its number: a report has
to be read, and ``fachwerk check --fim`` tells every single one. What the writer has told already
under the same number is not told twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporters.quality.judge import codes_of, judged
from exporters.report import Entry, ExportReport
from exporters.xdatenfelder.fresh import Xml
from model.document import Snapshot
from model.language import say

CODE = "xdfm 1.8"
"""Stands for the list of rules where one line holds several of them."""


def tell_quality(
    report: ExportReport, view: Snapshot, root: Xml, made: Mapping[str, Xml]
) -> ExportReport:
    """The same report with the verdicts about a message. ``made``: record -> its element."""
    told = {entry.code for entry in report.entries}
    return ExportReport((*report.entries, *_entries(view, root, made, told)))


def _entries(view: Snapshot, root: Xml, made: Mapping[str, Xml], told: set[str]) -> Iterator[Entry]:
    records = {id(node): record.partition("#")[0] for record, node in made.items()}
    open_ones = False
    for verdict, node in judged(root, codes_of(view)):
        if verdict.open:
            open_ones = True
        elif verdict.number not in told:
            critical = verdict.severity == "FehlerKritisch"
            record = records.get(id(node), view.service.id)
            yield Entry("hint", record, verdict.what, verdict.number if critical else CODE)
    if open_ones:
        yield Entry("hint", view.service.id, say("xdfm.not_offline"), CODE)
