"""How do records become a data schema of XDatenfelder 3.0.0 (message 0102)?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from lxml import etree

from exporters.artifact import Artifact
from exporters.german import spoken_german
from exporters.report import ExportReport
from exporters.xdatenfelder.beside import artifact_name
from exporters.xdatenfelder.codelists import code_list_artifact
from exporters.xdatenfelder.fresh import Fresh
from exporters.xdatenfelder.identity import element_ids, eleven_digits, three_part, usable_range
from exporters.xdatenfelder.memory import recall_all
from exporters.xdatenfelder.parts import Part, left_out, schema_parts
from exporters.xdatenfelder.patch_list import kept_list
from exporters.xdatenfelder.quality import judge_code_list, judge_options, judge_service
from exporters.xdatenfelder.reach import lift_rules
from exporters.xdatenfelder.sentences import keys_of, stated
from exporters.xdatenfelder.sheet import Sheet, Xml, code, identity, moment_in, plain_element
from exporters.xdatenfelder.vocabulary import DEFAULT_PROFILE, KEPT, NS3, SCHEMA
from exporters.xdatenfelder.write_element import (
    write_common,
    write_default_field,
    write_rule,
    write_structure,
)
from exporters.xdatenfelder.write_field import codes_of
from exporters.xdatenfelder.write_kept import write_keywords, write_relations
from model.document import Snapshot
from model.grammar.kinds import title
from model.language import say
from model.records import CodeList, Field, FieldGroup, Option, Rule, Service, Text

NO_DAY = "1980-01-01"
"""Stands for "never" where the service bears no date: the house's fixed day, never the clock."""


def compose(snapshot: Snapshot, written: datetime | None = None) -> Fresh:
    """The message made of the records alone."""
    report = ExportReport()
    with spoken_german():
        parts = schema_parts(snapshot)
        sheet = _sheet(snapshot, report, parts, written)
        root = _message(sheet, parts)
        lift_rules(snapshot, sheet.made)
        recall_all(snapshot, sheet.made, NS3)
        lists = list(_code_lists(sheet, parts))
    _report_left_out(sheet)
    return Fresh(root, sheet.made, report, lists)


def _sheet(
    view: Snapshot, report: ExportReport, parts: tuple[Part, ...], written: datetime | None
) -> Sheet:
    service = view.service
    day = _day_of(service)
    if written is None and day == NO_DAY:
        report.hint(service.id, say("fim.no_day"))
    moment = written.isoformat() if written else f"{day}T00:00:00Z"
    if service.version and not three_part(service.version):
        report.substituted(service.id, say("fim.version", version=service.version))
    version = three_part(service.version) or ("1.0.0" if service.version else "")
    ids = _ids(view, report, parts)
    return Sheet(view, report, ids, version, str(service.status), moment, day)


def _day_of(service: Service) -> str:
    """From when the service is valid; else when a foreign file was released or changed last."""
    if service.valid_from is not None:
        return service.valid_from.isoformat()
    kept = (service.extra(KEPT + name) for name in ("statusGesetztAm", "letzteAenderung"))
    return next((text[:10] for text in map(moment_in, kept) if text), NO_DAY)


def _ids(view: Snapshot, report: ExportReport, parts: tuple[Part, ...]) -> dict[str, str]:
    """The FIM id of everything that is written."""
    walked = list(chain.from_iterable(part.walk() for part in parts))
    service = view.service
    brought = {
        "S": {service.id: service.extra(KEPT + "id")},
        "F": {p.record.id: p.record.fim_id for p in walked if isinstance(p.record, Field)},
        "G": {
            p.record.id: getattr(p.record, "fim_id", "") or p.record.extra(KEPT + "id")
            for p in walked
            if not isinstance(p.record, Field)
        },
        "R": {key: "" for part in walked for key in keys_of(part)}
        | {rule.id: rule.fim_id for rule in view.of(Rule)},
    }
    if usable_range(service.number_range) != service.number_range:
        report.substituted(service.id, say("fim.range", range=service.number_range))
    for letter, own in brought.items():
        for record, fim_id in own.items():
            if fim_id and not eleven_digits(fim_id, letter):
                report.substituted(record, say("fim.1039", id=fim_id), "1039")
    found = [element_ids(kind, own, service.number_range) for kind, own in brought.items()]
    return dict(chain.from_iterable(ids.items() for ids in found))


def _message(sheet: Sheet, parts: tuple[Part, ...]) -> Xml:
    """Root, header and schema; the nachrichtID is made of the bytes at the very end."""
    root = etree.Element(f"{{{NS3}}}xdatenfelder.stammdatenschema.0102", nsmap={"xdf3": NS3})
    header = plain_element(root, "header")
    plain_element(header, "nachrichtID")
    plain_element(header, "erstellungszeitpunkt", sheet.moment)
    _schema(sheet, root, parts)
    return root


def _schema(sheet: Sheet, root: Xml, parts: tuple[Part, ...]) -> None:
    service = sheet.view.service
    judge_service(sheet, service, len(parts))
    node = sheet.made[service.id] = plain_element(root, SCHEMA)
    name = service.name or sheet.ids[service.id]
    write_common(sheet, node, service, name, sheet.ids[service.id])
    sheet.line(node, "bezeichnung", sheet.kept(service, "bezeichnung") or name, service.id)
    sheet.some(node, "hilfetext", sheet.kept(service, "hilfetext"), service.id)
    # 3: the structure may be extended and restricted; 1: the wording may be adapted.
    for tag, value in (("Struktur", "3"), ("Repraesentation", "1")):
        tag = f"ableitungsmodifikationen{tag}"
        code(node, tag, sheet.kept(service, tag) or value)
    write_relations(sheet, node, service)
    write_keywords(sheet, node, service)
    _profile(sheet, node, service)
    for rule in _schema_rules(sheet, parts):
        write_rule(sheet, node, stated(sheet, rule))
    for part in parts:
        write_structure(sheet, node, part, service)
    if not parts:
        write_default_field(sheet, node, service.id)


def _profile(sheet: Sheet, node: Xml, service: Service) -> None:
    """The Dokumentsteckbrief always stands there, if need be the default one (1007)."""
    profile = eleven_digits(service.document_profile, "D")
    if service.document_profile and not profile:
        about = service.document_profile
        sheet.report.substituted(service.id, say("fim.1039", id=about), "1039")
    version = sheet.kept(service, "dokumentsteckbrief.version")
    identity(plain_element(node, "dokumentsteckbrief"), profile or DEFAULT_PROFILE, version)


def _schema_rules(sheet: Sheet, parts: tuple[Part, ...]) -> Iterator[Rule]:
    """Rules of the service as a whole and of pages that are no group. Rules of fees and steps of
    the authority are no business of a data schema.
    """
    written = {inner.record.id for part in parts for inner in part.walk()}
    pages = {part.page.id for part in parts if part.page is not None}
    for rule in sheet.view.ordered(Rule):
        if rule.parent in ("", sheet.view.service.id) or rule.parent in pages - written:
            yield rule
        elif rule.parent not in written:
            sheet.report.lost(rule.id, say("fim.rule_elsewhere", name=rule.name))


def _code_lists(sheet: Sheet, parts: tuple[Part, ...]) -> Iterator[Artifact]:
    """A genericode file for each list that a written field names and that has entries."""
    walked = [inner.record for part in parts for inner in part.walk()]
    used = {record.code_list for record in walked if isinstance(record, Field)}
    names: set[str] = set()
    for code_list in sheet.view.of(CodeList):
        if code_list.id not in used:
            continue
        judge_code_list(sheet, code_list)
        options = sheet.view.children(code_list.id, Option)
        if not options:
            continue
        judge_options(sheet, code_list, options)
        codes_of(sheet, options)
        for option in options:
            sheet.letters(option.label + option.help, option.id)
        name = artifact_name(code_list, names)
        kept = kept_list(sheet.view, code_list, name)
        yield kept or code_list_artifact(code_list, options, name, sheet.day)


def _report_left_out(sheet: Sheet) -> None:
    """What is in the service and has no place in a data schema."""
    for asked in left_out(sheet.view):
        sheet.report.lost(asked.id, say("fim.office_field", name=title(asked)))
    for row in (*sheet.view.of(Field), *sheet.view.of(FieldGroup), *sheet.view.of(Option)):
        if sheet.view.children(row.id, Text):
            sheet.report.lost(row.id, say("fim.unsaid.translation", name=title(row)))
