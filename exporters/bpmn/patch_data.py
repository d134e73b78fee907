"""How are edits of what is worked with written into the tree of a foreign file?"""

from __future__ import annotations

from typing import Any, Final

from exporters.bpmn import elements, tree
from exporters.bpmn.data import may_read, may_write, thing_of
from exporters.bpmn.description import DataWay, Thing
from exporters.bpmn.openfile import OpenFile
from exporters.bpmn.source import local
from exporters.bpmn.vocabulary import DATA, DATA_WAYS, q
from exporters.xmlkit.build import element as make
from exporters.xmlkit.parse import text_of
from model.language import say
from model.records import DataFlow, DataObject

Xml = Any
_BEFORE_PLACE: Final = (*tree.HEAD, q("incoming"), q("outgoing"))
_BEFORE_WAY: Final = (
    *_BEFORE_PLACE,
    q("dataInput"),
    q("dataOutput"),
    *(q(word) for word in DATA_WAYS),
)
_ROOT: Final = ("collaboration", "process", "choreography")


class DataPatch:
    """New, changed and removed data objects, stores, inputs, outputs and their ways."""

    def __init__(self, patch: OpenFile) -> None:
        self._patch = patch

    # -------------------------------------------------------------------------------- the things

    def add(self, record: DataObject) -> None:
        holder = self._home(record)
        if holder is None:
            self._patch.report.lost(record.id, say("bpmn.lost.no_process"))
            return
        thing = thing_of(record, self._patch.names)
        self._patch.new[record.id] = self._made(holder, thing)

    def change(self, before: DataObject, after: DataObject) -> None:
        """Another name, state or form; another place in the process."""
        element = self._patch.element(after.id)
        if before.form != after.form:
            self._remake(after, element)
            return
        if before.name != after.name:
            tree.set_name(element, after.name)
        if before.state != after.state:
            self._set_state(element, after.state)
        if before.many != after.many:
            self._set_many(element, many=after.many)
        holder = self._home(after) if before.parent != after.parent else None
        if holder is not None and local(element.tag).endswith("Reference"):
            tree.remove(element)
            tree.add_flow_element(holder, element)

    def forget(self, element: Xml) -> None:
        """The data object behind a removed reference leaves when nothing else shows it; so does
        the place that a removed way led to.
        """
        if local(element.tag) == "dataObjectReference":
            self._drop(element.get("dataObjectRef", ""), "dataObject", "dataObjectRef")
        elif local(element.tag) == DATA_WAYS[0]:
            place = text_of(next(element.iterchildren(q("targetRef")), None)).strip()
            for found in self._patch.root.iter(q("property")):
                if found.get("id") == place and found.get("name") == elements.PLACE:
                    if not self._is_aimed_at(place):
                        tree.remove(found)
                    break

    def _is_aimed_at(self, place: str) -> bool:
        ways = self._patch.root.iter(q(DATA_WAYS[0]))
        return any(text_of(end).strip() == place for w in ways for end in w.iter(q("targetRef")))

    def _drop(self, name: str, tag: str, attribute: str) -> None:
        root = self._patch.root
        if not name or any(one.get(attribute) == name for one in root.iter(q(f"{tag}Reference"))):
            return
        for found in root.iter(q(tag)):
            if found.get("id") == name:
                tree.remove(found)
                return

    def _remake(self, record: DataObject, old: Xml) -> None:
        """An element of another kind in the place of the old one; it keeps its id."""
        kept = [c for c in old if local(c.tag) in ("documentation", "extensionElements")]
        tree.remove(old)
        self._unlist(old)
        self.forget(old)
        thing = thing_of(record, self._patch.names)
        thing.id = old.get("id") or thing.id
        holder = self._home(record)
        if holder is None:
            return
        made = self._made(holder, thing)
        for number, child in enumerate(kept):
            made.insert(number, child)
        self._patch.new[record.id] = made

    def _unlist(self, old: Xml) -> None:
        """The sets of inputs and outputs name it no longer."""
        for tag in ("dataInputRefs", "dataOutputRefs"):
            for found in list(self._patch.root.iter(q(tag))):
                if text_of(found).strip() == old.get("id"):
                    tree.remove(found)

    def _made(self, holder: Xml, thing: Thing) -> Xml:
        if not thing.whole:
            return self._put_in(holder, thing)
        if thing.form == "store":
            store = elements.store_element(self._patch.root, thing)
            tree.remove(store)
            places = [i for i, c in enumerate(self._patch.root) if local(c.tag) in _ROOT]
            tree.insert_at(self._patch.root, store, places[0] if places else 0)
        number = len(holder)
        made = elements.thing_elements(holder, thing)
        parts = list(holder)[number:]
        for part in parts:
            tree.remove(part)
        for part in parts:
            tree.add_flow_element(holder, part)
        return made

    def _put_in(self, holder: Xml, thing: Thing) -> Xml:
        """An input or output of the process, in its ``ioSpecification``."""
        tag = "dataInput" if thing.form == "input" else "dataOutput"
        found = next(holder.iterchildren(q("ioSpecification")), None)
        if found is None:
            found = elements.io_element(holder, [thing])
            tree.remove(found)
            before = (q("documentation"), q("extensionElements"), q("supportedInterfaceRef"))
            tree.insert_after(holder, found, before)
            return next(found.iterchildren(q(tag)))
        many = {"isCollection": "true"} if thing.many else {}
        made = elements.part_element(found, tag, thing, many)
        elements.state_element(made, thing.state)
        tree.remove(made)
        before = (q("documentation"), q("extensionElements"), q("dataInput"))
        tree.insert_after(found, made, before if tag == "dataInput" else (*before, q("dataOutput")))
        self._list(found, tag, thing.id)
        return made

    def _list(self, io: Xml, tag: str, name: str) -> None:
        named = next(io.iterchildren(q("inputSet" if tag == "dataInput" else "outputSet")), None)
        if named is None:
            elements.io_set(io, tag, [name])
            return
        reference = named.makeelement(q(f"{tag}Refs"))
        reference.text = name
        before = (q("documentation"), q("extensionElements"), q(f"{tag}Refs"))
        tree.insert_after(named, reference, before)

    def _home(self, record: DataObject) -> Xml:
        inside = record.form in ("object", "store") and record.parent
        holder = self._patch.element(record.parent) if inside else None
        if holder is not None:
            return holder
        return next((c for c in self._patch.root if local(c.tag) == "process"), None)

    def _set_state(self, element: Xml, state: str) -> None:
        found = next(element.iterchildren(q("dataState")), None)
        if found is not None and state:
            tree.set_name(found, state)
        elif found is not None:
            tree.remove(found)
        elif state:
            made = make(element, q("dataState"), {"name": state})
            tree.remove(made)
            tree.insert_after(element, made, (q("documentation"), q("extensionElements")))

    def _set_many(self, element: Xml, *, many: bool) -> None:
        """Whether it is a collection is a matter of the data object, not of its reference."""
        whole = element.get("dataObjectRef", "").rpartition(":")[2]
        found = (o for o in self._patch.root.iter(q("dataObject")) if o.get("id") == whole)
        shown = next(found, None) if whole else element
        if shown is not None and local(shown.tag) != "dataStoreReference":
            shown.attrib.pop("isCollection", None)
            if many:
                shown.set("isCollection", "true")

    # ---------------------------------------------------------------------------------- the ways

    def connect(self, record: DataFlow) -> None:
        """A new way, inside the node that reads or writes."""
        patch = self._patch
        source, target = patch.element(record.source), patch.element(record.target)
        if source is None or target is None:
            patch.report.lost(record.id, say("bpmn.lost.data_flow"))
            return
        reads = local(source.tag) in DATA
        node, thing = (target, source) if reads else (source, target)
        word = local(node.tag)
        if not (may_read(word) if reads else may_write(word)) or local(thing.tag) not in DATA:
            patch.report.lost(record.id, say("bpmn.lost.data_flow"))
            return
        ends = (record.target, record.source) if reads else (record.source, record.target)
        way = DataWay(
            id=self._name(record), node=patch.xml_id(ends[0]), thing=patch.xml_id(ends[1]),
            reads=reads,
        )  # fmt: skip
        if reads:
            way.place = patch.names.made(f"{way.id}_place")
            place = elements.place_element(node, way.place)
            tree.remove(place)
            tree.insert_after(node, place, _BEFORE_PLACE)
        made = elements.data_way_element(node, way)
        tree.remove(made)
        tree.insert_after(node, made, _BEFORE_WAY[:-1] if reads else _BEFORE_WAY)
        patch.new[record.id] = made

    def _name(self, record: DataFlow) -> str:
        """Connected anew it keeps its id: the line in the picture names it."""
        old = self._patch.source.elements.get(record.id)
        return (
            str(old.get("id"))
            if old is not None and old.get("id")
            else (self._patch.names[record.id])
        )

    def mend(self, node: str, left: set[str]) -> None:
        """The ways of a node of another kind: some have left with what led into it before; they
        are made anew, or told where the new kind neither reads nor writes.
        """
        for record in self._patch.view.referring(node, DataFlow):
            old = self._patch.element(record.id)
            if old is None:
                continue
            inner = next(old.iterchildren(q("targetRef")), None)
            torn = text_of(inner).strip() in left if inner is not None else True
            if old.getparent() is None or torn:
                self.reconnect(record)

    def reconnect(self, record: DataFlow) -> None:
        """Its ends are others now."""
        old = self._patch.element(record.id)
        tree.remove(old)
        self.forget(old)
        self.connect(record)
