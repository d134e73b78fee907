"""What does a foreign process work with: documents, registers, and who reads or writes them?

Only what the source draws, or, where it draws nothing at all, what a step reads or writes: many
files name dozens of data for an engine alone, and nobody wants to see these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from exporters.bpmn.identity import Identity
from exporters.bpmn.picture import Picture
from exporters.bpmn.raw import Raw
from exporters.bpmn.source import Source, local
from exporters.bpmn.vocabulary import DATA, DATA_WAYS, q
from exporters.xmlkit.parse import text_of
from model.records import DataFlow, DataObject, Node, key_between

Xml = Any
Beside = dict[str, tuple[Xml, str, str]]


class DataReader:
    """Takes the data out of what is drawn beside the way, and their ways out of the nodes."""

    def __init__(self, identity: Identity, picture: Picture) -> None:
        self._identity = identity
        self._picture = picture

    def read(self, source: Source, raw: Sequence[Raw], beside: Beside) -> None:
        """Records of data and of data ways; what became one is no longer among ``beside``."""
        ways = [way for one in raw for way in _ways_of(one.element, one.record)]
        used = {reference for _, _, references in ways for reference in references}
        for name, (element, tag, parent) in list(beside.items()):
            if tag not in DATA:
                continue
            if self._picture.draws(name) or (name in used and not self._picture.planes):
                self._take(source, element, tag, parent, beside)
                del beside[name]
        order = ""
        for element, node, references in ways:
            order = key_between(order)
            self._connect(source, element, node, references, order)

    def _take(self, source: Source, element: Xml, tag: str, parent: str, beside: Beside) -> None:
        whole = beside.get(element.get("dataObjectRef", ""), (element, "", ""))[0]
        many = "true" in (whole.get("isCollection"), element.get("isCollection"))
        state = next(element.iterchildren(q("dataState")), None)
        form: Any = DATA[tag]
        record = DataObject(
            id=self._identity.claim(element, tag),
            name=element.get("name", ""),
            parent=parent,
            form=form,
            many=many,
            state=state.get("name", "") if state is not None else "",
        )
        source.add(record)

    def _connect(
        self, source: Source, element: Xml, node: str, references: list[str], order: str
    ) -> None:
        """A way between a node and the first datum it names that has a record."""
        holder = source.records.get(node)
        found = (self._identity.meant(reference) for reference in references)
        thing = next((x for x in found if isinstance(source.records.get(x), DataObject)), "")
        if not thing or not isinstance(holder, Node):
            return
        reads = local(element.tag) == DATA_WAYS[0]
        source.add(
            DataFlow(
                id=self._identity.claim(element, "data_flow"),
                parent=holder.parent,
                order=order,
                source=thing if reads else node,
                target=node if reads else thing,
            )
        )


def _ways_of(node: Xml, record: str) -> Iterator[tuple[Xml, str, list[str]]]:
    """The data associations of a node, each with the ids at its outer end."""
    for child in node:
        word = local(child.tag)
        if word in DATA_WAYS:
            end = q("sourceRef" if word == DATA_WAYS[0] else "targetRef")
            ends = (text_of(one).strip() for one in child.iterchildren(end))
            yield child, record, [name.rpartition(":")[2] for name in ends if name]
