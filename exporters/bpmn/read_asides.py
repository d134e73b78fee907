"""Which notes and frames does a foreign file hold, and what are they about?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exporters.bpmn.identity import Identity
from exporters.bpmn.source import Source
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.parse import text_of
from model.records import Annotation, ForeignNode, Frame, Record

Xml = Any


class Blocks:
    """Makes the records of what is drawn beside the way."""

    def __init__(self, root: Xml) -> None:
        self._root = root
        self._values: dict[str, str] | None = None

    def record(self, record_id: str, tag: str, element: Xml, parent: str) -> Record:
        """A note, a frame, or a foreign block for everything else."""
        if tag == "textAnnotation":
            return Annotation(id=record_id, parent=parent, text=words_of(element))
        if tag == "group":
            name = self._value(element.get("categoryValueRef", ""))
            return Frame(id=record_id, parent=parent, name=name)
        return ForeignNode(id=record_id, tag=tag, name=words_of(element))

    def _value(self, reference: str) -> str:
        if self._values is None:
            found = self._root.iter(q("categoryValue"))
            self._values = {one.get("id", ""): one.get("value", "") for one in found}
        return self._values.get(reference.rpartition(":")[2], "") if reference else ""


def words_of(element: Xml) -> str:
    """The text of an annotation, else the name."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.endswith("}text"):
            return text_of(child).strip()
    return str(element.get("name", ""))


def tie_notes(source: Source, identity: Identity, associations: Iterable[tuple[Xml, str]]) -> None:
    """A note is about what its first association leads to; further ones stay in the file alone."""
    for element, scope in associations:
        ends = [identity.meant(element.get(name, ""), scope) for name in ("sourceRef", "targetRef")]
        for one, other in (ends, ends[::-1]):
            note = source.records.get(one)
            tied = isinstance(note, Annotation) and one not in source.ties
            if tied and other in source.records and other != one:
                assert isinstance(note, Annotation)
                source.add(note.replaced(about=other))
                source.ties[one] = element
                break
