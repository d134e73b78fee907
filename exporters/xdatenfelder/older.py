"""How is a message of 3.0.0 told in the words of 2.0?

Required elements are written even when empty; precisions are JSON; every list is one by reference.
What 2.0 has no word for is reported, once for each cause.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree

from exporters.artifact import Artifact
from exporters.report import ExportReport
from exporters.xdatenfelder.check import code_of, local_name
from exporters.xdatenfelder.codelists import code_list_artifact, slug
from exporters.xdatenfelder.fresh import Fresh, Xml
from exporters.xdatenfelder.older_ids import (
    is_short,
    list_id,
    short_in_text,
    shortened,
    two_part,
)
from exporters.xdatenfelder.vocabulary import (
    CODE_SOURCES_V2,
    DEFAULT_PROFILE,
    FIELD,
    KEPT,
    MEMORY_OF,
    NS2,
    NS3,
    OLD_FIELD_KINDS,
    OLD_STATUS,
    OLD_TYPES,
    RULE,
    SCHEMA,
)
from exporters.xmlkit import element, text_of
from model.document import Snapshot
from model.grammar.kinds import title
from model.language import say
from model.records import CodeList, Field, Option

_SCRIPT = "function script() {\n\n}"
"""The empty stub that every real file has."""


class Older:
    """One telling: ``made`` and ``lists`` grow while ``message`` walks through the newer one."""

    def __init__(self, view: Snapshot, newer: Fresh, report: ExportReport) -> None:
        self.view, self.newer, self.report = view, newer, report
        self.made: dict[str, Xml] = {}
        self.lists: list[Artifact] = list(newer.lists)
        self._records = {id(node): record for record, node in newer.made.items()}
        ids = newer.root.iterfind(f".//{{{NS3}}}identifikation/{{{NS3}}}id")
        self._ids = shortened(text_of(node) for node in ids)
        self._names = {artifact.name for artifact in self.lists}

    def message(self) -> Xml:
        """Root, header and schema."""
        root = etree.Element(f"{{{NS2}}}xdatenfelder.stammdatenschema.0102", nsmap={"xdf": NS2})
        header = _add(root, "header")
        _add(header, "nachrichtID")
        moment = next(self.newer.root.iter(f"{{{NS3}}}erstellungszeitpunkt"))
        _add(header, "erstellungszeitpunkt", text_of(moment))
        self._schema(root, self.newer.schema)
        return root

    def _schema(self, root: Xml, new: Xml) -> None:
        node = self._element(root, SCHEMA, new)
        self._common(node, new, label=_text(new, "bezeichnung"))
        _some(node, "hilfetext", _text(new, "hilfetext"))
        for tag in ("Struktur", "Repraesentation"):
            tag = f"ableitungsmodifikationen{tag}"
            _code(node, tag, code_of(_child(new, tag)))
        profile = _text(_child(new, "dokumentsteckbrief"), "id")
        if profile != DEFAULT_PROFILE:
            self._lost(new, "profile")
        self._inside(node, new)

    def _part(self, parent: Xml, new: Xml) -> None:
        """One struktur with its group or field."""
        node = _add(parent, "struktur")
        _add(node, "anzahl", _text(new, "anzahl"))
        inside = next(iter(_child(new, "enthaelt")))  # type: ignore[arg-type]
        self._law(node, new, inside)
        part = self._element(_add(node, "enthaelt"), local_name(inside), inside)
        self._common(part, inside, label=_text(inside, "bezeichnungEingabe"))
        _code(part, "schemaelementart", code_of(_child(inside, "schemaelementart")))
        _add(part, "hilfetextEingabe", _text(inside, "hilfetextEingabe"))
        _add(part, "hilfetextAusgabe", _text(inside, "hilfetextAusgabe"))
        if local_name(inside) == FIELD:
            self._field(part, inside)
        elif code_of(_child(inside, "art")):
            self._lost(inside, "choice")
        self._inside(part, inside)

    def _inside(self, node: Xml, new: Xml) -> None:
        for rule in new.iterchildren(f"{{{NS3}}}{RULE}"):
            self._rule(node, rule)
        for part in new.iterchildren(f"{{{NS3}}}struktur"):
            if not self._is_stand_in(part):
                self._part(node, part)

    def _is_stand_in(self, part: Xml) -> bool:
        """The placeholder of an empty schema that was empty in 2.0, too."""
        place = _child(part, "enthaelt")
        inside = self._records.get(id(place[0]), "") if place is not None and len(place) else ""
        was_old = self.view.service.extra(KEPT + MEMORY_OF[NS2])
        return bool(was_old) and inside == f"{self.view.service.id}#leer"

    def _element(self, parent: Xml, tag: str, new: Xml) -> Xml:
        node = _add(parent, tag)
        if (record := self._records.get(id(new))) is not None:
            self.made[record] = node
        return node

    def _common(self, node: Xml, new: Xml, label: str) -> None:
        """From identifikation to veroeffentlichungsdatum."""
        self._identification(node, new)
        _add(node, "name", _text(new, "name"))
        _add(node, "bezeichnungEingabe", label)
        _some(node, "bezeichnungAusgabe", _text(new, "bezeichnungAusgabe"))
        _add(node, "beschreibung", _text(new, "beschreibung"))
        _add(node, "definition", _text(new, "definition"))
        self._law(node, new, new)
        _code(node, "status", OLD_STATUS[code_of(_child(new, "freigabestatus"))])
        _some(node, "gueltigAb", _text(new, "gueltigAb"))
        _some(node, "gueltigBis", _text(new, "gueltigBis"))
        _some(node, "fachlicherErsteller", _text(new, "statusGesetztDurch"))
        _some(node, "versionshinweis", _text(new, "versionshinweis"))
        _some(node, "freigabedatum", _text(new, "statusGesetztAm"))
        _some(node, "veroeffentlichungsdatum", _text(new, "veroeffentlichungsdatum"))
        for tag in ("relation", "stichwort"):
            if _child(new, tag) is not None:
                self._lost(new, tag)

    def _identification(self, node: Xml, new: Xml) -> None:
        place, own = _add(node, "identifikation"), _child(new, "identifikation")
        fim_id = _text(own, "id")
        if not is_short(fim_id):
            about = self._about(new)
            self.report.substituted(about, say("fim.old.id", id=fim_id, short=self._ids[fim_id]))
        _add(place, "id", self._ids[fim_id])
        _some(place, "version", two_part(_text(own, "version")))

    def _law(self, node: Xml, new: Xml, about: Xml) -> None:
        """All sources in one text; there is no place for a link."""
        found = list(new.iterchildren(f"{{{NS3}}}bezug"))
        _add(node, "bezug", "; ".join(text_of(one) for one in found))
        if any(one.get("link") for one in found):
            self._lost(about, "link")

    def _rule(self, parent: Xml, new: Xml) -> None:
        node = self._element(parent, RULE, new)
        self._identification(node, new)
        for tag in ("name", "bezeichnungEingabe", "beschreibung"):
            _add(node, tag, _text(new, tag))
        _add(node, "definition", short_in_text(_text(new, "freitextRegel"), self._ids))
        self._law(node, new, new)
        _code(node, "status", "inVorbereitung")
        _some(node, "fachlicherErsteller", _text(new, "fachlicherErsteller"))
        _add(node, "script", _SCRIPT)

    def _field(self, node: Xml, new: Xml) -> None:
        kind, data_type = (code_of(_child(new, tag)) for tag in ("feldart", "datentyp"))
        for tag, value, words in (
            ("feldart", kind, OLD_FIELD_KINDS),
            ("datentyp", data_type, OLD_TYPES),
        ):
            _code(node, tag, words.get(value, value))
            if value in words:
                self._said(new, tag)
        precision = _child(new, "praezisierung")
        given = dict(precision.attrib) if precision is not None else {}
        text = json.dumps(given, ensure_ascii=False, separators=(",", ":")) if given else ""
        _add(node, "praezisierung", text)
        _add(node, "inhalt", _text(new, "inhalt"))
        self._list(node, new)
        for tag in ("maxSize", "mediaType", "codeKey", "nameKey", "helpKey"):
            if _child(new, tag) is not None:
                self._lost(new, tag)
        if code_of(_child(new, "vorbefuellung")) != "keine":
            self._lost(new, "vorbefuellung")

    def _list(self, node: Xml, new: Xml) -> None:
        """Own answers become a list of their own; both stand by reference."""
        field = self.view.get(self._about(new), Field)
        given = _child(new, "codelisteReferenz")
        if given is not None:
            urn, version = _text(given, "canonicalIdentification"), _text(given, "version")
            known = self.view.get(field.code_list, CodeList) if field is not None else None
            self._reference(node, urn, version, known.extra(KEPT + "id") if known else "")
        elif _child(new, "werte") is not None and field is not None:
            urn = f"urn:fachwerk:codeliste:{self._ids[_text(_child(new, 'identifikation'), 'id')]}"
            day = text_of(next(self.newer.root.iter(f"{{{NS3}}}erstellungszeitpunkt")))[:10]
            own = CodeList(id=field.id, name=title(field), urn=urn.lower(), version=day)
            options = self.view.children(field.id, Option)
            self.lists.append(code_list_artifact(own, options, self._file(own.name), day))
            self._reference(node, own.urn, day, "")
            self._said(new, "werte")

    def _reference(self, node: Xml, urn: str, version: str, number: str) -> None:
        reference = _add(node, "codelisteReferenz")
        _add(_add(reference, "identifikation"), "id", number or list_id(urn))
        triple = _add(reference, "genericodeIdentification")
        _add(triple, "canonicalIdentification", urn)
        _add(triple, "version", version)
        _add(triple, "canonicalVersionUri", f"{urn}_{version}" if version else urn)

    def _file(self, name: str) -> str:
        """A file name that no other list has."""
        word = slug(name)
        names = (f"codeliste_{word}{end}.xml" for end in _endings())
        found = next(one for one in names if one not in self._names)
        self._names.add(found)
        return found

    def _about(self, new: Xml) -> str:
        """The record of an element; a rule made of a condition belongs to the one that has it."""
        return self._records.get(id(new), "").partition("#")[0]

    def _lost(self, new: Xml, what: str) -> None:
        record = self.view.get(self._about(new))
        name = title(record) if record is not None else _text(new, "name")
        self.report.lost(self._about(new), say(f"fim.old.{what}", name=name))

    def _said(self, new: Xml, what: str) -> None:
        record = self.view.get(self._about(new))
        name = title(record) if record is not None else _text(new, "name")
        self.report.substituted(self._about(new), say(f"fim.old.{what}", name=name))


def _endings() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


def _child(node: Xml | None, tag: str) -> Xml | None:
    return None if node is None else node.find(f"{{{NS3}}}{tag}")


def _text(node: Xml | None, tag: str) -> str:
    found = _child(node, tag)
    return "" if found is None else text_of(found)


def _add(parent: Xml, tag: str, text: str = "") -> Xml:
    return element(parent, f"{{{NS2}}}{tag}", text=text)


def _some(parent: Xml, tag: str, text: str) -> None:
    if text:
        _add(parent, tag, text)


def _code(parent: Xml, tag: str, value: str) -> None:
    source = CODE_SOURCES_V2[tag]
    node = element(parent, f"{{{NS2}}}{tag}", {"listURI": source.uri, "listVersionID": "1.0"})
    element(node, "code", text=value)
