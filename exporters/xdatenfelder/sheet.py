"""What do all writers of one message share, and how do they write a line?

Every text passes through the letters of the norm here; what had to be altered is reported once a
record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from exporters.report import ExportReport
from exporters.xdatenfelder.identity import three_part
from exporters.xdatenfelder.latin import outside, plain
from exporters.xdatenfelder.legal import LINK, cited, link_of, sources
from exporters.xdatenfelder.vocabulary import CODE_SOURCES, KEPT, NS3
from exporters.xmlkit import element
from model.document import Snapshot
from model.language import say
from model.records import Citation, Record

Xml = etree._Element

_TIME = re.compile(r"|T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One export: the service, its ids, the report, the moment that stands for "now", and the
    element that was made of each record.
    """

    view: Snapshot
    report: ExportReport
    ids: Mapping[str, str]
    version: str
    status: str
    moment: str
    day: str
    made: dict[str, Xml] = field(default_factory=dict)

    def line(self, parent: Xml, tag: str, text: str, about: str, **attributes: str) -> Xml:
        """An element with text, in the letters of the norm."""
        return element(parent, f"{{{NS3}}}{tag}", attributes, self.letters(text, about))

    def some(self, parent: Xml, tag: str, text: str, about: str) -> None:
        """An optional element: 3.0.0 leaves it out when there is nothing to say."""
        if text:
            self.line(parent, tag, text, about)

    def letters(self, text: str, about: str) -> str:
        """The text in DIN 91379; replacements and what cannot be replaced are reported."""
        result = plain(text)
        if result != text:
            self.report.substituted(about, say("fim.letters.replaced"), "1131")
        if odd := outside(result):
            self.report.hint(about, say("fim.letters.outside", letters=" ".join(odd)), "1131")
        return result

    def kept(self, record: Record, name: str) -> str:
        """What a foreign file said in an element that Fachwerk has no field for."""
        return record.extra(KEPT + name)

    def kept_moment(self, record: Record, name: str) -> str:
        """A kept date or time, if it is one; a foreign file may have said anything there."""
        return moment_in(self.kept(record, name))

    def identification(self, parent: Xml, fim_id: str, version: str) -> None:
        """Id and version; in a versioned schema everything has one (rule 1135)."""
        known = three_part(version) or self.version
        identity(plain_element(parent, "identifikation"), fim_id, known)

    def citations(self, parent: Xml, about: Iterable[Citation]) -> None:
        """One bezug a source; a link that breaks rule 1133 stays out."""
        for citation in about:
            text, link = cited(self.view, citation), link_of(self.view, citation)
            if not text:
                continue
            if len(sources(text)) > 1:
                self.report.hint(citation.parent, say("fim.1132", text=text), "1132")
            if link and not LINK.fullmatch(link):
                self.report.lost(citation.parent, say("fim.link", link=link), "1133")
                link = ""
            self.line(parent, "bezug", text, citation.parent, link=link)


def moment_in(text: str) -> str:
    """The text if it is an xs:date or xs:dateTime, else ""."""
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return ""
    return text if text[4:5] == "-" and _TIME.fullmatch(text[10:]) else ""


def code(parent: Xml, tag: str, value: str) -> Xml:
    """A Code: list and version as attributes, the value in an unqualified element."""
    source = CODE_SOURCES[tag]
    attributes = {"listURI": source.uri, "listVersionID": source.version}
    node = element(parent, f"{{{NS3}}}{tag}", attributes)
    element(node, "code", text=value)
    return node


def identity(node: Xml, fim_id: str, version: str) -> None:
    """Id and, where it is known, version, inside their element."""
    plain_element(node, "id", fim_id)
    if written := three_part(version):
        plain_element(node, "version", written)


def plain_element(parent: Xml, tag: str, text: str = "") -> Xml:
    """An element whose content is no prose (id, number, date)."""
    return element(parent, f"{{{NS3}}}{tag}", text=text)
