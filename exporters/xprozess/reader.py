"""What does an XProzess message say about the service, beside the model in it?"""

from __future__ import annotations

from typing import Any

from exporters.xmlkit import ParsedXml, text_of
from exporters.xprozess.envelope import unpacked
from exporters.xprozess.frame import stand_in_a_row
from exporters.xprozess.law import Law, laws_of
from exporters.xprozess.source import Bpmn, Survey, with_group
from exporters.xprozess.values import day_of, own_version
from exporters.xprozess.vocabulary import MESSAGE, NS, q
from model.errors import FachwerkError
from model.language import say, tr
from model.records import ForeignFile, Node, Record, Service

Xml = Any


class XProzessRefused(FachwerkError):
    """A message that holds no process; ``where`` names the file."""


def survey(parsed: ParsedXml, name: str, bpmn: Bpmn) -> Survey:
    """Read the whole message; ``bpmn`` reads the model inside.

    Raises:
        XProzessRefused: there is neither process nor Prozessklasse.
        FachwerkError: the model inside is unsafe or broken.
    """
    found = Survey(parsed, name, notes=list(parsed.notes))
    classes, processes = (list(parsed.root.iter(q(tag))) for tag in ("prozessklasse", "prozess"))
    if not classes and not processes:
        raise _refused(parsed, name)
    found.process = processes[0] if processes else None
    found.catalogue = _class_of(found.process, classes)
    if len(processes) > 1:
        found.notes.append(say("xprozess.note.several", n=len(processes)))
    _read_model(found, name, bpmn)
    if not found.drawn:
        stand_in_a_row(found, _groups(found))
        found.notes.append(say("xprozess.note.no_model"))
    found.raw = dict(found.records)
    _enrich_service(found)
    _enrich_groups(found)
    return found


def _refused(parsed: ParsedXml, name: str) -> XProzessRefused:
    place = tr("xml.line", n=str(parsed.root.sourceline or 0))
    return XProzessRefused(
        say("xprozess.refused.empty", message=MESSAGE),
        where=", ".join(part for part in (name, place) if part),
        todo=say("xprozess.refused.empty.todo"),
        code="XPROZESS-EMPTY",
    )


def _class_of(process: Xml, classes: list[Xml]) -> Xml:
    """The Prozessklasse with the key of the process, else the first."""
    key = text(process, "id")
    same = (one for one in classes if text(one, "id") == key)
    return next(same, classes[0] if classes else None)


def _read_model(found: Survey, name: str, bpmn: Bpmn) -> None:
    path = "/".join(q(tag) for tag in ("prozessmodell", "prozessmodelldatei", "inhalt"))
    content = found.process.find(path) if found.process is not None else None
    if content is None or not text_of(content).strip():
        return
    found.content, found.drawn = content, True
    inner, data = unpacked(text_of(content), name)
    imported = bpmn(data, f"{name}: {inner}" if inner else name)
    for record in imported.records:
        found.add(record)
    found.notes += imported.notes


def _groups(found: Survey) -> list[Xml]:
    return [] if found.process is None else list(found.process.iter(q("aktivitaetengruppe")))


def _enrich_service(found: Survey) -> None:
    """Key, name, definition, office, state and Dokumentsteckbrief; the law of the Prozessklasse."""
    service = next(record for record in found.records.values() if isinstance(record, Service))
    main = found.process if found.process is not None else found.catalogue
    state = main.find(q("zustandsangaben"))
    status = text_of(state.find(f"{q('status')}/code")) if state is not None else ""
    begins = "" if state is None else text(state.find(q("gueltigkeitszeitraum")), "beginn")
    key = text(main, "id")
    changed = service.replaced(
        name=text(main, "name") or service.name,
        short_name=service.short_name,
        leika_key=key if key.isdecimal() else service.leika_key,
        description=text(found.catalogue, "definition") or service.description,
        office=text(main, "fachlichFreigebendeStelle"),
        version=own_version(text(main, "version")) or service.version,
        status=int(status) if status in set("12345678") else service.status,
        document_profile=form_of(found.process),
        valid_from=day_of(begins),
    )
    found.add(changed)
    if found.catalogue is not None:
        _add_laws(found, service.id, laws_of(found.catalogue))


def _enrich_groups(found: Survey) -> None:
    missing = 0
    for element in _groups(found):
        record = found.records.get(text(element, "subProzessID"))
        if not isinstance(record, Node) or record.id in found.groups:
            missing += 1
            continue
        found.groups[record.id] = element
        number = text_of(element.find(f"{q('referenzaktivitaetengruppeTyp')}/code")).strip()
        if number in set("1234567"):
            record = with_group(record, int(number))
        described = text(element, "beschreibung")
        if described and not getattr(record, "documentation", ""):
            record = record.replaced(documentation=described)
        found.add(record)
        _add_laws(found, record.id, laws_of(element))
    if missing:
        found.notes.append(say("xprozess.note.no_subprocess", n=missing))


def _add_laws(found: Survey, parent: str, laws: list[Law]) -> None:
    for number, law in enumerate(laws, 1):
        for record in law.records(parent, number):
            found.records.setdefault(record.id, record)


def form_of(process: Xml) -> str:
    """The D-number of the form that sets the process going."""
    if process is None:
        return ""
    return text_of(process.find(f"{q('prozesssteckbrief')}/{q('ausloeser')}/{q('formularID')}"))


def text(node: Xml, tag: str) -> str:
    """The text of a child; "" without node or child."""
    return "" if node is None else text_of(node.find(q(tag))).strip()


def kept_message(records: dict[str, Record]) -> ForeignFile | None:
    """The kept message among the records of a service, if there is one."""
    kept = (r for r in records.values() if isinstance(r, ForeignFile) and NS in r.text[:4000])
    return next(kept, None)
