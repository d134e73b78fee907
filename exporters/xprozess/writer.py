"""How does a service drawn here become a message with everything XProzess can say?"""

from __future__ import annotations

import hashlib
from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml import etree

from exporters.report import ExportReport
from exporters.xmlkit import element, to_bytes
from exporters.xprozess.build import code, line
from exporters.xprozess.envelope import packed
from exporters.xprozess.groups import group_element
from exporters.xprozess.law import cited_by, law_element
from exporters.xprozess.links import tell_links
from exporters.xprozess.source import activity_groups, ungrouped
from exporters.xprozess.values import NO_DAY, their_version
from exporters.xprozess.vocabulary import (
    FIM_METHOD,
    INITIATOR,
    MESSAGE,
    NS,
    PREFIX,
    PROCESSOR,
    q,
)
from model.document import Snapshot
from model.grammar import title
from model.language import say, tr
from model.records import Role, Service

Xml = Any
_PRODUCT = "Fachwerk"
_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
_MODEL_FILE = "BPMN-Modell.bpmn"


def write_new(
    view: Snapshot,
    model: bytes,
    ids: Container[str],
    report: ExportReport,
    written: datetime | None = None,
) -> bytes:
    """The message. ``model`` is the process as BPMN, ``ids`` what it calls its elements;
    ``written`` the moment told as erstellungszeitpunkt, without it the day from which the service
    is valid.
    """
    tell_links(view, report)
    _tell_what_is_unsaid(view, report)
    return _Message(view, report, ids, _moment(view.service, report, written)).bytes_with(model)


def _moment(service: Service, report: ExportReport, written: datetime | None) -> str:
    if written is not None:
        return written.isoformat()
    if service.valid_from is None:
        report.hint(service.id, say("xprozess.no_day"))
        return f"{NO_DAY}T00:00:00Z"
    return f"{service.valid_from.isoformat()}T00:00:00Z"


def _tell_what_is_unsaid(view: Snapshot, report: ExportReport) -> None:
    report.hint("", say("xprozess.codes_left_out"))
    for step in ungrouped(view):
        report.hint(step.id, say("xprozess.no_group", name=title(step)), "FIM-RAG")


@dataclass(slots=True)
class _Message:
    """One run of the writer."""

    view: Snapshot
    report: ExportReport
    ids: Container[str]
    moment: str

    def bytes_with(self, model: bytes) -> bytes:
        """The whole message; its nachrichtUUID is made of its own bytes."""
        root = etree.Element(q(MESSAGE), nsmap={PREFIX: NS})
        root.set("produkt", _PRODUCT)
        root.set("produkthersteller", _PRODUCT)
        root.set("xprozessVersion", "2.0")
        head = line(root, "nachrichtenkopf")
        name = line(head, "nachrichtUUID")
        code(head, "nachrichtentyp", "0303")
        line(head, "erstellungszeitpunkt", self.moment)
        line(head, "autor", self.view.service.office or _PRODUCT)
        self._catalogue(root)
        self._library(root, model)
        name.text = _message_id(to_bytes(root))
        return to_bytes(root)

    def _catalogue(self, root: Xml) -> None:
        service = self.view.service
        catalogue = line(root, "prozesskatalog")
        line(catalogue, "name", tr("xprozess.catalogue"))
        node = line(catalogue, "prozessklasse")
        line(node, "id", service.leika_key)
        line(node, "version", their_version(service.version))
        line(node, "uebergeordneteProzessklasseID")
        line(node, "abgeloesteProzessklasse")
        line(node, "name", service.name)
        line(node, "bezeichnung", service.short_name or service.name)
        line(node, "definition", service.description)
        for law in cited_by(self.view, service.id):
            law_element(node, law)
        line(node, "fachlichFreigebendeStelle", service.office)
        line(node, "schlagwort")
        self._state(node)

    def _library(self, root: Xml, model: bytes) -> None:
        service = self.view.service
        library = line(root, "prozessbibliothek")
        line(library, "name", tr("xprozess.library"))
        node = line(library, "prozess")
        line(node, "id", service.leika_key)
        line(node, "version", their_version(service.version))
        line(node, "name", service.name)
        line(node, "bezeichnung", service.short_name or service.name)
        line(node, "fachlichFreigebendeStelle", service.office)
        line(node, "schlagwort")
        self._profile(node)
        self._structure(node)
        holder = line(node, "prozessmodell")
        file = line(holder, "prozessmodelldatei")
        line(file, "dateiname", _MODEL_FILE)
        _method(file)
        code(file, "mimeType", "1")
        line(file, "inhalt", packed(model, _MODEL_FILE))
        self._state(node)

    def _profile(self, node: Xml) -> None:
        """The Prozesssteckbrief: what it is, what sets it going, who takes part."""
        service = self.view.service
        profile = line(node, "prozesssteckbrief")
        line(profile, "definition")
        line(profile, "beschreibung", service.description)
        line(line(profile, "ausloeser"), "formularID", service.document_profile)
        line(profile, "ergebnis")
        for role in self.view.ordered(Role):
            if role.side == "system":
                continue
            part = line(profile, "prozessteilnehmer")
            line(part, "name", title(role))
            code(part, "rolle", INITIATOR if role.side == "applicant" else PROCESSOR)

    def _structure(self, node: Xml) -> None:
        structure = line(node, "prozessstrukturbeschreibung")
        _method(structure)
        holder = line(structure, "strukturbeschreibungFIM")
        for number, step in enumerate(activity_groups(self.view), 1):
            group_element(holder, self.view, step, f"{number:02d}", self.report, self.ids)

    def _state(self, node: Xml) -> None:
        service = self.view.service
        state = line(node, "zustandsangaben")
        line(state, "letzterAenderungszeitpunkt", self.moment)
        line(state, "letzterBearbeiter", service.office)
        code(state, "status", str(service.status))
        line(state, "anmerkungLetzteAenderung")
        if service.valid_from is not None:
            period = line(state, "gueltigkeitszeitraum")
            line(period, "beginn", f"{service.valid_from.isoformat()}T00:00:00Z")


def _method(parent: Xml) -> None:
    method = line(parent, "modellierungsmethode")
    code(method, "code", FIM_METHOD)
    element(method, q("freitext"), None, "FIM")


def _message_id(content: bytes) -> str:
    """A name-based UUID (RFC 9562, version 5) of the content: same service, same nachrichtUUID."""
    digest = bytearray(hashlib.sha1(_NAMESPACE + content, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
