"""What do people and programs read about the state of the service in a package?

The same facts twice: as XML for programs and as one plain page for people. The page has no script
and asks for nothing from outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from exporters.artifact import Artifact
from exporters.forms.wording import spoken
from exporters.package.contents import Contents
from exporters.package.manifest import KINDS
from exporters.report import Entry, ExportReport
from exporters.xmlkit import element, to_bytes
from exporters.xmlkit.build import clean
from model.checks import Finding
from model.document import Snapshot
from model.grammar import title
from model.language import Message, say

NAMESPACE = "urn:fachwerk:bericht:1"
SEVERITIES = {"error": "fehler", "warning": "warnung", "hint": "hinweis"}
_STYLE = (
    "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.45}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "th{background:#eee}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def reports(view: Snapshot, found: Contents, findings: Sequence[Finding]) -> list[Artifact]:
    """The report of the checks, twice, and one list of differences per target."""
    language = (view.service.languages or ("de",))[0]
    xml = _Xml(view, language)
    made = [
        Artifact(f"report/verlust-{target}.xml", "application/xml", content, "bericht")
        for target, report in sorted(found.reports.items())
        if (content := xml.losses(target, report, _status(found, target)))
    ]
    page = _Page(view, language).page(found, findings)
    return [
        Artifact("report/pruefbericht.xml", "application/xml", xml.findings(findings), "bericht"),
        Artifact("report/pruefbericht.html", "text/html", page, "bericht"),
        *made,
    ]


def _status(found: Contents, target: str) -> str:
    engine = found.engines.get(target)
    return engine.status if engine is not None else ""


class _Xml:
    """Writes the reports for programs."""

    def __init__(self, view: Snapshot, language: str) -> None:
        self.view = view
        self.language = language

    def findings(self, findings: Sequence[Finding]) -> bytes:
        root = etree.Element(_q("pruefbericht"), nsmap={None: NAMESPACE})
        root.set("fassung", self.view.service.version or "1.0.0")
        for number, finding in enumerate(findings, 1):
            one = element(
                root,
                _q("befund"),
                {
                    "nr": str(number),
                    "pruefung": finding.check,
                    "element": finding.at,
                    "schwere": SEVERITIES[finding.severity],
                },
            )
            element(one, _q("was"), None, spoken(finding.what, self.language))
            element(one, _q("warum"), None, spoken(finding.why, self.language))
        return to_bytes(root)

    def losses(self, target: str, report: ExportReport, status: str) -> bytes:
        root = etree.Element(_q("verlustbericht"), nsmap={None: NAMESPACE})
        root.set("ziel", target)
        if status:
            root.set("status", status)
        for number, entry in enumerate(report.entries, 1):
            one = element(
                root,
                _q("eintrag"),
                {
                    "nr": str(number),
                    "art": KINDS[entry.kind],
                    "element": entry.record,
                    "regel": entry.code,
                },
                spoken(entry.message, self.language),
            )
            for part in entry.parts:
                words = spoken(part.message, self.language)
                element(one, _q("betrifft"), {"element": part.record}, words)
        return to_bytes(root)


class _Page:
    """Writes the page for people; all text goes in as text."""

    def __init__(self, view: Snapshot, language: str) -> None:
        self.view = view
        self.language = language

    def page(self, found: Contents, findings: Sequence[Finding]) -> bytes:
        service = self.view.service
        root = etree.Element("html", lang=self.language)
        head = etree.SubElement(root, "head")
        etree.SubElement(head, "meta", charset="utf-8")
        policy = etree.SubElement(head, "meta", content=_POLICY)
        policy.set("http-equiv", "Content-Security-Policy")
        heading = say("platforms.report.title", service=service.name or found.key)
        self._text(head, "title", heading)
        etree.SubElement(head, "style").text = _STYLE
        body = etree.SubElement(root, "body")
        self._text(body, "h1", heading)
        self._text(body, "p", say("platforms.report.version", version=service.version))
        self._targets(body, found)
        self._findings(body, findings)
        for target, report in sorted(found.reports.items()):
            self._losses(body, target, report)
        content = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
        return bytes(content) + b"\n"

    def _targets(self, body: Any, found: Contents) -> None:
        self._text(body, "h2", say("platforms.report.targets"))
        rows = [
            (say(f"target.{target}"), say(f"platforms.status.{engine.status}"))
            for target, engine in sorted(found.engines.items())
        ]
        self._table(body, ("target", "status"), rows)

    def _findings(self, body: Any, findings: Sequence[Finding]) -> None:
        self._text(body, "h2", say("platforms.report.findings"))
        if not findings:
            self._text(body, "p", say("platforms.report.clean"))
            return
        rows = [
            (
                say(f"platforms.severity.{finding.severity}"),
                self._place(finding.at),
                finding.what,
                finding.why,
            )
            for finding in findings
        ]
        self._table(body, ("severity", "place", "what", "why"), rows)

    def _losses(self, body: Any, target: str, report: ExportReport) -> None:
        if not report:
            return
        self._text(body, "h2", say("platforms.report.losses", target=_named(target)))
        table = self._table(body, ("kind", "place", "what"), ())
        for entry in report.entries:
            row = etree.SubElement(table, "tr")
            self._text(row, "td", say(f"platforms.kind.{entry.kind}"))
            place = self._text(row, "td", self._place(entry.record))
            if entry.parts:
                self._parts(place, entry)
            self._text(row, "td", entry.message)

    def _parts(self, cell: Any, entry: Entry) -> None:
        """All places of a line, folded away; a page without script can do that."""
        folded = etree.SubElement(cell, "details")
        self._text(folded, "summary", say("platforms.report.places", n=len(entry.records)))
        places = etree.SubElement(folded, "ul")
        for part in entry.parts:
            words = spoken(part.message, self.language)
            self._text(places, "li", f"{self._place(part.record)}: {words}")

    def _place(self, record_id: str) -> str:
        """The name of a record, or of what it stands at, or its id."""
        record = self.view.get(record_id)
        around = self.view.get(getattr(record, "parent", ""))
        names = (title(one) for one in (record, around) if one is not None)
        return next(filter(None, names), record_id)

    def _table(
        self, body: Any, columns: Iterable[str], rows: Iterable[Sequence[Message | str]]
    ) -> Any:
        """A table with these rows; its inside, for those that follow."""
        table = etree.SubElement(body, "table")
        head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
        for column in columns:
            self._text(head, "th", say(f"platforms.column.{column}")).set("scope", "col")
        inner = etree.SubElement(table, "tbody")
        for row in rows:
            line = etree.SubElement(inner, "tr")
            for cell in row:
                self._text(line, "td", cell)
        return inner

    def _text(self, parent: Any, tag: str, text: Message | str) -> Any:
        one = etree.SubElement(parent, tag)
        one.text = clean(text if isinstance(text, str) else spoken(text, self.language))
        return one


def _named(target: str) -> Message:
    """What a target or part of the package is called."""
    return say("platforms.report.forms") if target == "formulare" else say(f"target.{target}")


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
