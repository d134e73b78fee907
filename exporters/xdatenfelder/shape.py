"""Which kind of message is written: a whole schema, or a group or field alone?

A source that is a group (0103) or a field (0104) alone stays one as long as nothing else is in the
document.
"""

from __future__ import annotations

from lxml import etree

from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.fresh import Fresh, Xml, structure_of
from exporters.xdatenfelder.source import Source
from exporters.xdatenfelder.vocabulary import (
    CODE_LIST,
    FIELD,
    GROUP,
    MESSAGES,
    PROFILE,
    PROFILE_V2,
    SCHEMA,
)
from model.document import Snapshot
from model.records import CodeList, Field, FieldGroup, Rule

PROFILES = frozenset({PROFILE, PROFILE_V2})


def holds(source: Source, now: Fresh, view: Snapshot) -> bool:
    """The message of the source, of its kind, has a place for all that the document holds now."""
    kind = source.walked.kind
    if kind == SCHEMA:
        return True
    if kind in (GROUP, FIELD):
        return alone(source, now) is not None
    if any(isinstance(record, Field | FieldGroup | Rule) for record in view):
        return False
    lists = [one.id for one in source.view.of(CodeList)]
    return kind != CODE_LIST or [one.id for one in view.of(CodeList)] == lists


def alone(source: Source, now: Fresh) -> Xml | None:
    """The fresh element of a group or field that is all the source holds, while it is all the
    document holds, too.
    """
    kind, content = source.walked.kind, source.walked.content
    if kind not in (GROUP, FIELD):
        return None
    record = next((r for r, place in source.walked.places.items() if place is content), "")
    mine = now.made.get(record)
    top = [node for node in now.schema if local_name(node) == "struktur"]
    return mine if mine is not None and top == [structure_of(mine)] else None


def shaped(source: Source, now: Fresh, namespace: str) -> Fresh:
    """The fresh message as the kind of message its source is."""
    content = alone(source, now)
    if content is None:
        return now
    kind = local_name(content)
    name = next(message for message, holds in MESSAGES.items() if holds == kind)
    root = etree.Element(f"{{{namespace}}}{name}", nsmap=dict(now.root.nsmap))
    root.append(now.root[0])
    root.append(content)
    inside = set(root.iter(etree.Element))
    made = {record: node for record, node in now.made.items() if node in inside}
    return Fresh(root, made, now.report, now.lists)
