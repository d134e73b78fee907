"""How are edits of notes and frames written into the tree of a foreign file?"""

from __future__ import annotations

from typing import Any

from exporters.bpmn import elements, tree
from exporters.bpmn.description import Frame as FramePart
from exporters.bpmn.description import Note
from exporters.bpmn.openfile import OpenFile
from exporters.bpmn.source import local
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.build import clean
from exporters.xmlkit.build import element as make
from model.language import say
from model.records import Annotation, Frame

Xml = Any


class AsidePatch:
    """Edits of text annotations with their associations, and of groups with their categories."""

    def __init__(self, patch: OpenFile) -> None:
        self._patch = patch
        self.ties: dict[str, Xml] = dict(patch.source.ties)

    def change(self, before: Annotation | Frame, after: Annotation | Frame) -> None:
        """Another text, another name, another thing it is about."""
        element = self._patch.element(after.id)
        if isinstance(after, Frame):
            if isinstance(before, Frame) and before.name != after.name:
                self._name(element, after)
            return
        if isinstance(before, Annotation) and before.text != after.text:
            text = next(element.iterchildren(q("text")), None)
            if text is None:
                text = make(element, q("text"))
            tree.set_text(text, after.text)
        if isinstance(before, Annotation) and before.about != after.about:
            self._tie(after, element)

    def add(self, record: Annotation | Frame) -> None:
        """A new one goes behind everything else of its process or sub-process."""
        holder = self._home(record)
        if holder is None:
            self._patch.report.lost(record.id, say("bpmn.lost.no_process"))
            return
        name = self._patch.names[record.id]
        if isinstance(record, Frame):
            element = elements.group_element(holder, FramePart(id=name))
            self._settle(holder, element, record.id)
            self._name(element, record)
            return
        element = elements.note_element(holder, Note(id=name, name=record.text))
        self._settle(holder, element, record.id)
        if record.about:
            self._tie(record, element)

    def _settle(self, holder: Xml, element: Xml, record: str) -> None:
        tree.remove(element)
        tree.insert_at(holder, element, len(holder))
        self._patch.new[record] = element

    def _home(self, record: Annotation | Frame) -> Xml:
        if record.parent:
            return self._patch.element(record.parent)
        root = self._patch.root
        return next((c for c in root if local(c.tag) in ("process", "choreography")), None)

    def _tie(self, note: Annotation, element: Xml) -> None:
        old = self.ties.pop(note.id, None)
        if old is not None:
            self._forget(old)
        if not note.about:
            return
        about = self._about(note.about)
        if not about:
            self._patch.report.lost(note.id, say("bpmn.lost.tie"))
            return
        holder = element.getparent()
        name = self._patch.names.made(f"{element.get('id')}_association")
        made = elements.association_element(holder, name, about, self._patch.xml_id(note.id))
        tree.remove(made)
        tree.insert_at(holder, made, len(holder))
        self.ties[note.id] = made

    def _about(self, record: str) -> str:
        """The id of the element, or of the card a row stands on."""
        card = self._patch.view.card_of(record)
        for one in (record, card.id if card is not None else ""):
            if one and self._patch.element(one) is not None:
                return self._patch.xml_id(one)
        return ""

    def _forget(self, association: Xml) -> None:
        """An association leaves with its line in the picture."""
        name = association.get("id", "")
        tree.remove(association)
        if name:
            drawn = [
                e for e in self._patch.root.iter("{*}BPMNEdge") if e.get("bpmnElement") == name
            ]
            for edge in drawn:
                tree.remove(edge)

    def _name(self, element: Xml, frame: Frame) -> None:
        """The name is the value of a category; one that several groups share is left to them."""
        reference = element.get("categoryValueRef", "").rpartition(":")[2]
        root = self._patch.root
        values = [v for v in root.iter(q("categoryValue")) if v.get("id") == reference]
        sharing = [g for g in root.iter(q("group")) if g.get("categoryValueRef") == reference]
        if reference and len(values) == 1 and len(sharing) == 1:
            values[0].set("value", clean(frame.name))
            return
        made = self._patch.names.made
        part = FramePart(id=frame.id, name=frame.name)
        part.category, part.value = made(f"{frame.id}_category"), made(f"{frame.id}_value")
        category = elements.category_element(root, part)
        tree.remove(category)
        first = next((i for i, c in enumerate(root) if local(c.tag) in _AFTER), len(root))
        tree.insert_at(root, category, first)
        element.set("categoryValueRef", part.value)


_AFTER = ("collaboration", "process", "choreography")
