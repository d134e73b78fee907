"""How does what one version cannot say come back on the way home?

A message that is written in the other version than its source bears, at each element, a processing
instruction with the leaves that get lost on the way: what the way back would make of them, as a
digest, and what the source says. Who comes back and finds the same digest puts the source's own
words there. Whatever was changed in between has another digest: the change wins.

Why a processing instruction (11/2026): neither version has a place for foreign elements; every
reader of XML passes an instruction by, and a schema allows it everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from exporters.xdatenfelder.fresh import Fresh, Xml
from exporters.xdatenfelder.leaves import AROUND, digest, insert, leaf_names, leaves, places, same
from exporters.xdatenfelder.reader import walked
from exporters.xdatenfelder.unsaid import is_unsaid
from exporters.xdatenfelder.vocabulary import KEPT, MEMORY_OF
from exporters.xmlkit import XmlRefused, parse, to_bytes
from model.document import Snapshot

Memory = dict[str, tuple[str, list[str]]]


def remember(
    now: Fresh, originals: Mapping[str, Xml], back: Callable[[Snapshot], Fresh], namespace: str
) -> dict[str, list[str]]:
    """Write into ``now`` what would be lost on the way back by ``back`` to the version
    ``namespace``. ``originals``: record -> its element in that version. Gives the names of the
    leaves of each record whose meaning this version does not say.
    """
    unsaid: dict[str, list[str]] = {}
    again = walked(to_bytes(now.root))
    derived = back(Snapshot.of_records(again.imported.records)).made
    twins = dict(zip(_elements(now.root), _elements(again.parsed.root), strict=True))
    records = {place: record for record, place in again.places.items()}
    for record, node in now.made.items():
        original = originals.get(record)
        read = twins.get(node)
        twin = derived.get(records.get(read, "")) if read is not None else None
        if original is None or twin is None:
            continue
        if memory := _lost(original, twin):
            node.insert(0, etree.ProcessingInstruction(MEMORY_OF[namespace], _spoken(memory)))
            unsaid[record] = [name for name in memory if is_unsaid(name, original, twin)]
    return unsaid


def recall_all(view: Snapshot, made: Mapping[str, Xml], namespace: str) -> None:
    """Put back what the source of a source said, where nobody changed it in between."""
    for record_id, node in made.items():
        record = view.get(record_id)
        text = record.extra(KEPT + MEMORY_OF[namespace]) if record is not None else ""
        if text:
            _recall(node, _heard(text), namespace)


def _recall(node: Xml, memory: Memory, namespace: str) -> None:
    for prefix, place in places(node):
        for name, (expected, originals) in memory.items():
            if name.startswith(AROUND) != bool(prefix):
                continue
            current = leaves(place, name.removeprefix(AROUND))
            if digest(current) != expected:
                continue
            found = [one for text in originals if (one := _element(text)) is not None]
            for old in current:
                place.remove(old)
            for new in found:
                insert(place, new, namespace)


def _lost(original: Xml, derived: Xml) -> Memory:
    """The leaves that differ: what the way back says, and what the source says."""
    found: Memory = {}
    derived_places = dict(places(derived))
    for prefix, node in places(original):
        twin = derived_places.get(prefix)
        if twin is None:
            continue
        for name in leaf_names(node, twin):
            ours, theirs = leaves(twin, name), leaves(node, name)
            if not same(ours, theirs):
                found[prefix + name] = (digest(ours), [_text(one) for one in theirs])
    return found


def _elements(root: Xml) -> list[Xml]:
    return list(root.iter(etree.Element))


def _text(node: Xml) -> str:
    """An element by itself, without the white space behind it."""
    alone = deepcopy(node)
    alone.tail = None
    return etree.tostring(alone, encoding="unicode")


def _element(text: str) -> Xml | None:
    try:
        return parse(text.encode()).root
    except XmlRefused:
        return None


def _spoken(memory: Memory) -> str:
    """JSON that cannot end the instruction."""
    return json.dumps(memory, ensure_ascii=False).replace("?>", "?\\u003e")


def _heard(text: str) -> Memory:
    """A memory as it was written; a foreign hand may have spoiled it, then it is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: (str(value[0]), list(map(str, value[1])))
        for name, value in found.items()
        if isinstance(value, list) and len(value) == 2 and isinstance(value[1], list)
    }
