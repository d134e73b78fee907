"""How does a service become a draft of an XZuFi Leistung?"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from lxml import etree

from exporters.artifact import Artifact
from exporters.causes import grouped
from exporters.german import spoken_german
from exporters.report import ExportReport
from exporters.target import Written
from exporters.xmlkit import element, to_bytes
from exporters.xzufi.modules import write_cost, write_document, write_period
from exporters.xzufi.vocabulary import MEDIA_TYPE, MODULES, NS, PREFIX, VERSION, q
from model.document import Snapshot
from model.grammar import title
from model.language import say, tr
from model.records import (
    Deadline,
    DescriptionModule,
    Evidence,
    Fee,
    Field,
    Norm,
    Rule,
    Text,
)

Xml = Any
NAME: Final = "leistung.xml"
CODE: Final = "XZUFI-DRAFT"


def write(view: Snapshot) -> Written:
    """One artifact: the Leistung as a draft that nobody has checked."""
    report = ExportReport()
    service = view.service
    with spoken_german():
        report.hint(service.id, say("xzufi.unchecked"), CODE)
        root = etree.Element(q("leistung"), nsmap={PREFIX: NS})
        root.set("xzufiVersion", VERSION)
        root.append(etree.Comment(f" {tr('xzufi.comment')} "))
        _head(root, view, report)
        for code, texts in _modules(view, report):
            _module(root, code, texts)
        for deadline in view.ordered(Deadline):
            if deadline.parent == service.id:
                write_period(root, deadline, report)
        for fee in view.ordered(Fee):
            write_cost(root, view, fee, report)
        for evidence in view.ordered(Evidence):
            write_document(root, evidence, report)
        _end(root, view)
    _tell_what_is_lost(view, report)
    artifact = Artifact(NAME, MEDIA_TYPE, to_bytes(root), "leistung")
    return [artifact], grouped(report, view)


def _head(root: Xml, view: Snapshot, report: ExportReport) -> None:
    service = view.service
    element(root, q("id"), None, service.leika_key or service.id)
    if service.leika_key:
        element(root, q("referenzLeiKa"), None, service.leika_key)
    else:
        report.hint(service.id, say("xzufi.no_key"), CODE)


def _modules(view: Snapshot, report: ExportReport) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Code and wordings (language, text) of each text module, those of the list in its order."""
    service = view.service
    language = service.languages[0] if service.languages else "de"
    own = {
        "02": service.short_name or service.name,
        "03": service.name,
        "06": service.description,
        "07": "\n".join(dict.fromkeys(_law(norm) for norm in view.norms(service.id))),
        "08": "\n".join(str(title(evidence)) for evidence in view.ordered(Evidence)),
        "18": service.office,
    }
    found = {code: [(language, text)] for code, text in own.items() if text}
    for module in view.ordered(DescriptionModule):
        if module.code not in MODULES:
            report.lost(module.id, say("xzufi.lost.module", code=module.code))
            continue
        further = (t for t in view.children(module.id, Text) if t.slot == "text" and t.text)
        found[module.code] = [
            (language, module.text),
            *((text.language, text.text) for text in further),
        ]
    yield from sorted(found.items())


def _law(norm: Norm) -> str:
    return norm.cited_as or norm.title


def _module(root: Xml, code: str, texts: list[tuple[str, str]]) -> None:
    made = element(root, q("modulText"))
    kind = element(
        made,
        q("leikaTextmodul"),
        {"listURI": "urn:de:xzufi:codeliste:leistungstextmodulleika", "listVersionID": "20240216"},
    )
    element(kind, "code", None, code)
    for language, text in texts:
        element(made, q("inhalt"), {"languageCode": language}, _html(text))


def _html(text: str) -> str:
    """Plain text as the HTML that a module holds: a paragraph a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _end(root: Xml, view: Snapshot) -> None:
    service = view.service
    if service.trust_level:
        element(root, q("vertrauensniveau"), None, tr(f"xzufi.trust.{service.trust_level}"))
    if service.leika_key:
        element(root, q("prozessID"), None, service.leika_key)
    for language in service.languages:
        made = element(root, q("sprachversion"))
        element(made, q("languageCode"), None, language)
    if service.valid_from or service.valid_until:
        period = element(root, q("gueltigkeit"))
        for tag, day in (("beginn", service.valid_from), ("ende", service.valid_until)):
            if day is not None:
                element(period, q(tag), None, day.isoformat())


def _tell_what_is_lost(view: Snapshot, report: ExportReport) -> None:
    """Form, process and rules are no business of a service description."""
    fields, rules = len(view.of(Field)), len(view.of(Rule))
    if fields:
        report.hint("", say("xzufi.without_form", n=fields))
    if rules:
        report.hint("", say("xzufi.without_rules", n=rules))
