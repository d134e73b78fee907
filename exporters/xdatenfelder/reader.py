"""How does a message of XDatenfelder 2.0 or 3.0.0 become a service?"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.imported import Imported
from exporters.xdatenfelder import frame
from exporters.xdatenfelder.beside import Beside, read_lists
from exporters.xdatenfelder.check import checked, code_of, local_name, refused
from exporters.xdatenfelder.codelists import entries
from exporters.xdatenfelder.identity import is_provisional
from exporters.xdatenfelder.read_element import (
    COMMON_TEXTS,
    contained,
    multiplicity,
    read_beside,
    read_field,
    read_group,
    read_inside,
    read_structure,
    status_extras,
)
from exporters.xdatenfelder.reading import Reading, Xml
from exporters.xdatenfelder.vocabulary import (
    CODE_LIST,
    DEFAULT_FIELD,
    FIELD,
    GROUP,
    KEPT,
    LOOSE,
    NS2,
    PROFILE,
    PROFILE_V2,
    SCHEMA,
    SOURCE_ID,
)
from exporters.xmlkit import ParsedXml, parse, text_of
from model.language import Message, say, tr
from model.records import CodeList, ForeignFile, Option, Service

_SERVICE_TEXTS = COMMON_TEXTS | {"hilfetext", "bezeichnung"}
_IN_SERVICE = frozenset(
    "identifikation name bezug freigabestatus status gueltigAb gueltigBis beschreibung "
    "dokumentsteckbrief regel struktur ableitungsmodifikationenStruktur "
    "ableitungsmodifikationenRepraesentation".split()
)
_LONGEST_TITLE = 60
"""A longer question is no title of a page."""
_DERIVED = ("ableitungsmodifikationenStruktur", "ableitungsmodifikationenRepraesentation")


def read_xdatenfelder(data: bytes, name: str = "", beside: Beside = dict) -> Imported:
    """The service that a data schema describes, with the source kept whole; ``beside`` gives the
    files that lie in the same folder.

    Raises:
        XmlRefused: no safe XML.
        XDatenfelderRefused: no message of 2.0 or 3.0.0, or one that contradicts its standard.
    """
    return walked(data, name, beside).imported


@dataclass(frozen=True, slots=True)
class Walked:
    """A message with what was read from it. ``places``: record id -> its element."""

    parsed: ParsedXml
    namespace: str
    kind: str
    content: Xml
    places: dict[str, Xml]
    imported: Imported


def walked(data: bytes, name: str = "", beside: Beside = dict) -> Walked:
    """The same with the tree; for those who compare or change it."""
    parsed = parse(data, name)
    namespace, kind, content = checked(parsed.root, name)
    reading = Reading(namespace)
    _service(reading, kind, content)
    frame.lanes(reading, reading.text(content, "name"))
    if kind == SCHEMA:
        _pages(reading, content)
    elif kind in (GROUP, FIELD):
        _single(reading, kind, content)
    elif kind == CODE_LIST:
        _code_list(reading, content, name)
    if kind != CODE_LIST:
        read_lists(reading, beside)
    frame.connect_and_place(reading)
    reading.add(
        ForeignFile(
            id=SOURCE_ID,
            name=name,
            media_type="application/xml",
            encoding=parsed.encoding,
            text=parsed.text,
        )
    )
    imported = Imported(reading.records, [*parsed.notes, *_notes(reading)])
    return Walked(parsed, namespace, kind, content, reading.places, imported)


def _service(reading: Reading, kind: str, node: Xml) -> None:
    """Schema and profile describe the service; of a group or field alone only the name is one."""
    fim_id, version = reading.identity(node)
    record = reading.new_id("service", fim_id)
    whole = kind in (SCHEMA, PROFILE, PROFILE_V2)
    if whole:
        reading.places[record] = node
    profile = reading.child(node, "dokumentsteckbrief")
    extras = [(KEPT + "id", fim_id)] if kind == SCHEMA else []
    if profile is not None and (profile_version := reading.text(profile, "version")):
        extras.append((KEPT + "dokumentsteckbrief.version", profile_version))
    if whole:
        codes = [(KEPT + tag, code_of(reading.child(node, tag))) for tag in _DERIVED]
        extras += [pair for pair in codes if pair[1]]
        extras += status_extras(reading, node)
        extras += reading.extras(node, _IN_SERVICE | _labels(reading), _SERVICE_TEXTS)
        if reading.old and (label := reading.text(node, "bezeichnungEingabe")):
            extras.append((KEPT + "bezeichnung", label))
    status = dict(extras).get(KEPT + "freigabestatus", "2")
    without = [pair for pair in extras if pair[0] != KEPT + "freigabestatus"]
    reading.add(
        Service(
            id=record,
            name=reading.text(node, "name"),
            description=reading.text(node, "beschreibung") if whole else "",
            version=version if whole else "",
            status=int(status),  # type: ignore[arg-type]
            document_profile=reading.text(profile, "id")
            if profile is not None
            else (fim_id if kind in (PROFILE, PROFILE_V2) else ""),
            valid_from=reading.day(node, "gueltigAb") if whole else None,
            valid_until=reading.day(node, "gueltigBis") if whole else None,
            extras=tuple(without),
        )
    )
    if whole:
        read_beside(reading, node, record)


def _labels(reading: Reading) -> frozenset[str]:
    """2.0 calls the label of a schema bezeichnungEingabe; it is kept under the new name."""
    return frozenset({"bezeichnungEingabe"} if reading.old else ())


def _pages(reading: Reading, node: Xml) -> None:
    """One page for each group at the top, one for each run of loose fields between them."""
    loose, runs = "", 0
    structures = _written_parts(reading, node)
    for place, structure in enumerate(structures):
        inside = contained(reading, structure)
        if inside is structure:
            continue
        if local_name(inside) == FIELD:
            if not loose:
                alone = not _is_field(reading, structures[place + 1 : place + 2])
                title = _title_of_only(reading, inside) if alone else ""
                runs += not title
                loose = _loose_page(reading, title, runs)
            read_structure(reading, structure, loose)
            continue
        loose = ""
        if _is_our_page(reading, inside) and multiplicity(reading, structure) == (1, 1):
            _page_group(reading, structure, inside)
        else:
            fim_id, _ = reading.identity(inside)
            read_structure(reading, structure, frame.page(reading, fim_id, _label(reading, inside)))


def _single(reading: Reading, kind: str, node: Xml) -> None:
    """A group or a field alone stands on one page."""
    fim_id, _ = reading.identity(node)
    page = frame.page(reading, fim_id, _label(reading, node))
    if kind == GROUP:
        read_group(reading, node, page, (1, 1))
    else:
        read_field(reading, node, page, (0, 1))


def _written_parts(reading: Reading, node: Xml) -> list[Xml]:
    """The parts of a schema, without the placeholder that the way from 2.0 had put into an empty
    one.
    """
    structures = reading.children(node, "struktur")
    if len(structures) == 1 and reading.memories(node):
        inside = contained(reading, structures[0])
        if local_name(inside) == FIELD and reading.identity(inside)[0] == DEFAULT_FIELD:
            return []
    return structures


def _is_field(reading: Reading, structures: list[Xml]) -> bool:
    return any(local_name(contained(reading, one)) == FIELD for one in structures)


def _title_of_only(reading: Reading, field: Xml) -> str:
    """What a page of one field is called: like the field, unless that asks a long question."""
    name = _label(reading, field)
    return name if len(name) <= _LONGEST_TITLE else ""


def _loose_page(reading: Reading, title: str, number: int) -> str:
    """Without a title "Weitere Angaben", numbered from the second one on."""
    usual = tr("fim.page.loose_more", n=str(number)) if number > 1 else tr("fim.page.loose")
    return frame.page(reading, "lose", title or usual, extras=((LOOSE, "1"),))


def _is_our_page(reading: Reading, node: Xml) -> bool:
    """A group of our provisional range at the top was a page before it was exported, unless
    somebody has given it what a page cannot hold.
    """
    fim_id, _ = reading.identity(node)
    more = ("hilfetextEingabe", "hilfetextAusgabe", "definition", "art")
    return is_provisional(fim_id) and not any(reading.text(node, name) for name in more)


def _page_group(reading: Reading, structure: Xml, node: Xml) -> None:
    """The group becomes the page again; its number is kept, so that it stays the same."""
    fim_id, _ = reading.identity(node)
    page = frame.page(
        reading,
        fim_id,
        _label(reading, node),
        documentation=reading.text(node, "beschreibung"),
        extras=((KEPT + "id", fim_id), *reading.memories(node)),
    )
    reading.places[page] = node
    read_beside(reading, node, page)
    reading.cite(structure, page, at_place=True)
    read_inside(reading, node, page)


def _label(reading: Reading, node: Xml) -> str:
    return reading.text(node, "bezeichnungEingabe") or reading.text(node, "name")


def _code_list(reading: Reading, node: Xml, name: str) -> None:
    """Message 0105 of 2.0: one list with its entries."""
    triple = reading.child(node, "genericodeIdentification")
    content = reading.child(node, "genericode")
    if triple is None or content is None:
        raise refused("missing", node, name, found="genericode")
    fim_id, _ = reading.identity(node)
    urn = reading.text(triple, "canonicalIdentification")
    record = reading.code_list(urn, reading.text(triple, "version"), fim_id)
    title = reading.text(node, "langname") or reading.text(node, "name")
    for place, found in enumerate(reading.records):
        if found.id == record and isinstance(found, CodeList):
            reading.records[place] = found.replaced(name=title)
    inner = [child for child in content if isinstance(child.tag, str)]
    if not inner and text_of(content).strip():
        inner = [parse(text_of(content).strip().encode(), name).root]
    for code, label in entries(inner[0]) if inner else ():
        reading.add(
            Option(
                id=reading.new_id("option", f"{record}_{code}"),
                parent=record,
                order=reading.next_key(record),
                label=label,
                code=code,
            )
        )


def _notes(reading: Reading) -> list[Message]:
    """Equal notes once; how much was kept without being understood."""
    notes = list(dict.fromkeys(reading.notes))
    if reading.kept:
        notes.append(say("fim.read.kept", n=reading.kept))
    filled = {record.parent for record in reading.records if isinstance(record, Option)}
    lists = [record.id for record in reading.records if isinstance(record, CodeList)]
    empty = [one for one in lists if one not in filled]
    if reading.namespace == NS2 and empty:
        notes.append(say("fim.read.lists", n=len(empty)))
    return notes
