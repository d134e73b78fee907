"""How do the edits of a person get into a foreign message, and nothing else?

The message was read again into the records it gave at import; what is equal is not touched.
Without any difference the text of the source is the export.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from lxml import etree

from exporters.report import ExportReport
from exporters.xmlkit import text_of, unbind
from exporters.xprozess.build import child, code, line, placed, say_text
from exporters.xprozess.envelope import packed, unpacked
from exporters.xprozess.groups import group_element
from exporters.xprozess.law import cited_by, law_element
from exporters.xprozess.links import tell_links
from exporters.xprozess.source import Survey, activity_groups, group_of, ungrouped
from exporters.xprozess.values import their_version
from exporters.xprozess.vocabulary import q
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Node, Service

Xml = Any
_MODEL_FILE = "BPMN-Modell.bpmn"


def patched(
    found: Survey, view: Snapshot, model: bytes | None, ids: Container[str], report: ExportReport
) -> bytes:
    """The message with the edits in it, in its own encoding. ``model`` is the drawn process, None
    where nobody has changed it.
    """
    tell_links(view, report)
    for step in ungrouped(view):
        report.hint(step.id, say("xprozess.no_group", name=title(step)), "FIM-RAG")
    before = Snapshot.of_records(found.records.values())
    changed = _patch_service(found, before, view)
    changed |= _patch_groups(found, before, view, ids, report)
    if model is not None and found.process is not None:
        _patch_model(found, model)
        changed = True
    text = _text_of(found) if changed else found.parsed.text
    return text.encode(found.parsed.encoding, "xmlcharrefreplace")


def _text_of(found: Survey) -> str:
    """The tree as text, under the declaration of the source."""
    end = found.parsed.text.find("?>") + 2 if found.parsed.text.startswith("<?xml") else 0
    declaration = found.parsed.text[:end]
    unbind(found.parsed.root)
    body: str = etree.tostring(found.parsed.tree, encoding="unicode")
    return f"{declaration}\n{body}\n" if declaration else f"{body}\n"


def _patch_service(found: Survey, before: Snapshot, view: Snapshot) -> bool:
    old, new = before.service, view.service
    places = [place for place in (found.catalogue, found.process) if place is not None]
    changed = False
    for tag, was, now in _facts(old, new):
        if was != now:
            changed = True
            for place in places:
                say_text(child(place, tag), now)
    if old.description != new.description:
        changed = True
        _describe(found, new.description)
    if old.document_profile != new.document_profile and found.process is not None:
        changed = True
        profile = child(child(found.process, "prozesssteckbrief"), "ausloeser")
        say_text(child(profile, "formularID"), new.document_profile)
    if (old.status, old.valid_from) != (new.status, new.valid_from):
        changed = True
        for place in places:
            _patch_state(child(place, "zustandsangaben"), old, new)
    if found.catalogue is not None and cited_by(before, old.id) != cited_by(view, new.id):
        changed = True
        _patch_laws(found.catalogue, view, new.id)
    return changed


def _facts(old: Service, new: Service) -> list[tuple[str, str, str]]:
    """What Prozessklasse and Prozess both say."""
    return [
        ("id", old.leika_key, new.leika_key),
        ("version", their_version(old.version), their_version(new.version)),
        ("name", old.name, new.name),
        ("fachlichFreigebendeStelle", old.office, new.office),
    ]


def _describe(found: Survey, text: str) -> None:
    if found.catalogue is not None:
        say_text(child(found.catalogue, "definition"), text)
    else:
        say_text(child(child(found.process, "prozesssteckbrief"), "beschreibung"), text)


def _patch_state(state: Xml, old: Service, new: Service) -> None:
    if old.status != new.status:
        was = state.find(q("status"))
        if was is not None:
            state.remove(was)
        placed(state, code(state, "status", str(new.status)))
    if old.valid_from != new.valid_from:
        period = child(state, "gueltigkeitszeitraum")
        day = f"{new.valid_from.isoformat()}T00:00:00Z" if new.valid_from else ""
        say_text(child(period, "beginn"), day)


def _patch_laws(place: Xml, view: Snapshot, record: str) -> None:
    for one in place.findall(q("handlungsgrundlage")):
        place.remove(one)
    for law in cited_by(view, record):
        placed(place, law_element(place, law))


def _patch_groups(
    found: Survey, before: Snapshot, view: Snapshot, ids: Container[str], report: ExportReport
) -> bool:
    """Changed, removed and new activity groups."""
    changed = False
    for record, element in found.groups.items():
        old, new = before.get(record, Node), view.get(record, Node)
        if new is None or not group_of(new):
            if old is not None and (new is None or group_of(old)):
                element.getparent().remove(element)
                changed = True
        elif old is not None:
            changed |= _patch_group(element, before, view, old, new)
    added = [node for node in activity_groups(view) if node.id not in found.groups]
    if added and found.process is None:
        report.lost("", say("xprozess.lost.no_process"))
        return changed
    for node in added:
        holder = child(child(found.process, "prozessstrukturbeschreibung"), _STRUCTURE)
        group_element(holder, view, node, _free_number(holder), report, ids)
    return changed or bool(added)


_STRUCTURE = "strukturbeschreibungFIM"


def _patch_group(element: Xml, before: Snapshot, view: Snapshot, old: Node, new: Node) -> bool:
    changed = False
    for tag, was, now in (
        ("name", old.name, new.name),
        ("beschreibung", old.documentation, new.documentation),
    ):
        if was != now:
            changed = True
            say_text(child(element, tag), now)
    if group_of(old) != group_of(new):
        changed = True
        was_kind = element.find(q("referenzaktivitaetengruppeTyp"))
        if was_kind is not None:
            element.remove(was_kind)
        kind = code(element, "referenzaktivitaetengruppeTyp", str(group_of(new)))
        placed(element, kind)
    if cited_by(before, old.id) != cited_by(view, new.id):
        changed = True
        _patch_laws(element, view, new.id)
    return changed


def _free_number(holder: Xml) -> str:
    """The next two-digit id among the groups."""
    taken = [text_of(one.find(q("id"))).strip() for one in holder.findall(q("aktivitaetengruppe"))]
    numbers = [int(text) for text in taken if text.isascii() and text.isdecimal()]
    return f"{max(numbers, default=0) + 1:02d}"


def _patch_model(found: Survey, model: bytes) -> None:
    name = _MODEL_FILE
    if found.content is None:
        file = child(child(found.process, "prozessmodell"), "prozessmodelldatei")
        line(file, "dateiname", name)
        code(file, "mimeType", "1")
        found.content = child(file, "inhalt")
    else:
        name = unpacked(text_of(found.content), found.name)[0] or name
    say_text(found.content, packed(model, name))
