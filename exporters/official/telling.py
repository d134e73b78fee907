"""What is said in the report of an export, and in the notes of an import?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from exporters.artifact import Artifact
from exporters.official.judge import Judgement, judge
from exporters.official.library import Library
from exporters.official.names import title_of
from exporters.official.wording import bearer, cause, without_echoes, worded
from exporters.report import Entry
from exporters.xmlkit import SchemaFault, XmlRefused
from model.document import Snapshot
from model.language import Message, say
from model.records import Field, FieldGroup, Rule

CODE: Final = "XSD"
SHOWN: Final = 30
"""So many breaches of one file are told; the rest is a number."""
_SHOWN_AT_IMPORT: Final = 5
_ROLES: Final = frozenset({"datenfelder", "codeliste", "prozess", "leistung"})


def concerns(artifacts: Iterable[Artifact]) -> bool:
    """Is there anything among them that a schema of FIM could judge?"""
    return any(artifact.role in _ROLES for artifact in artifacts)


def tell(
    artifacts: Iterable[Artifact], view: Snapshot, library: Library
) -> tuple[list[Entry], list[Message]]:
    """Breaches as entries of the report, and by which schema each file was judged, equal remarks
    once.
    """
    entries: list[Entry] = []
    remarks: dict[str, Message] = {}
    records = _records(view)
    for artifact in artifacts:
        if artifact.role not in _ROLES:
            continue
        found = _judged(artifact, library)
        if found is None:
            continue
        entries += _entries(found, records, view.service.id)
        for remark in _remarks(found):
            remarks.setdefault(f"{remark.key}{remark.values}", remark)
    return entries, list(remarks.values())


def tell_import(data: bytes, name: str, library: Library) -> list[Message]:
    """Notes where an official schema finds fault with a file that comes in; nothing else."""
    try:
        found = judge(data, library, name=name)
    except XmlRefused:
        return []
    if found is None or not found.official:
        return []
    causes = _causes(found)
    shown = [
        say("official.import", title=_title(found), what=_together(faults, found))
        for faults in causes[:_SHOWN_AT_IMPORT]
    ]
    if more := sum(map(len, causes[_SHOWN_AT_IMPORT:])):
        shown.append(say("official.more", n=more))
    return shown


def _judged(artifact: Artifact, library: Library) -> Judgement | None:
    try:
        return judge(artifact.content, library, name=artifact.name)
    except XmlRefused:
        return None


def _entries(found: Judgement, records: dict[str, str], service: str) -> Iterator[Entry]:
    key = "official.breach" if found.official else "official.breach.reconstructed"
    causes = _causes(found)
    for faults in causes[:SHOWN]:
        words = _together(faults, found)
        record = records.get(bearer(faults[0], found.root), service)
        yield Entry("hint", record, say(key, what=words), CODE)
    if more := sum(map(len, causes[SHOWN:])):
        yield Entry("hint", service, say("official.more", n=more), CODE)


def _causes(found: Judgement) -> list[list[SchemaFault]]:
    """The breaches, those that are one mistake together."""
    causes: dict[tuple[str, ...], list[SchemaFault]] = {}
    for fault in without_echoes(found.faults):
        causes.setdefault(cause(fault, found.root), []).append(fault)
    return list(causes.values())


def _together(faults: list[SchemaFault], found: Judgement) -> Message:
    """The first of equal breaches, and in how many places more."""
    first = worded(faults[0], found.root)
    others = len(faults) - 1
    return say("official.places", what=first, n=others) if others else first


def _remarks(found: Judgement) -> Iterator[Message]:
    if found.against is not None:
        yield say("official.against", name=found.against.name, reason=found.against.reason)
    if found.standard is None:
        yield say("official.none", title=title_of(found.namespace))
    elif not found.official:
        yield say("official.reconstructed", title=_title(found))
    elif found.faults:
        yield say("official.breached", title=_title(found), file=found.standard.file)
    else:
        yield say("official.kept", title=_title(found), file=found.standard.file)


def _title(found: Judgement) -> Message:
    assert found.standard is not None
    return found.standard.title


def _records(view: Snapshot) -> dict[str, str]:
    """FIM id, in the form of either version -> the record that brought it along."""
    bearers: list[Field | FieldGroup | Rule] = [*view.of(Field), *view.of(FieldGroup)]
    found: dict[str, str] = {}
    for record in (*bearers, *view.of(Rule)):
        if fim_id := record.fim_id:
            found[fim_id] = record.id
            found[f"{fim_id[:3]}000{fim_id[3:]}"] = record.id
            if fim_id[3:6] == "000":
                found[fim_id[:3] + fim_id[6:]] = record.id
    return found
