"""How do the edits of a person get into an imported data schema, and nothing else?

The records of the import and those of now are both written freshly. Where the two messages say the
same, the source stays as it is, with comments, unknown elements, order and white space. Where they
differ, the difference is carried over to the source's element of the same record.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.fresh import Fresh, Xml, structure_of
from exporters.xdatenfelder.identity import message_id
from exporters.xdatenfelder.leaves import insert, places, remove
from exporters.xdatenfelder.patch_leaves import patch_leaves
from exporters.xdatenfelder.profile import set_number, strip_to_profile
from exporters.xdatenfelder.shape import PROFILES, holds
from exporters.xdatenfelder.source import Source
from exporters.xmlkit import ParsedXml, unbind
from model.document import Snapshot

_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>\s*")
_PARTS, _RULES = "struktur", "regel"


def patched(source: Source, before: Fresh, now: Fresh, view: Snapshot) -> bytes:
    """The source with the edits in it, in its own encoding; b"" when its kind of message has no
    place for what the document (``view``) holds now.
    """
    if not holds(source, now, view):
        return b""
    if source.walked.kind in PROFILES:
        _as_profile(source, before, source.view)
        _as_profile(source, now, view)
    patch = _Patch(source, before, now)
    patch.apply()
    return bytes_of(source)


def _as_profile(source: Source, fresh: Fresh, view: Snapshot) -> None:
    """The schema as the profile that its service is: the number is that of the profile."""
    strip_to_profile(fresh.schema)
    set_number(fresh.schema, view.service.document_profile or source.view.service.document_profile)


class _Patch:
    """One patching: ``places`` are the elements of the source by record."""

    def __init__(self, source: Source, before: Fresh, now: Fresh) -> None:
        self.namespace = source.walked.namespace
        self.places = source.walked.places
        self.before, self.now = before.made, now.made
        self._records = {
            id(node): record
            for made in (self.places, self.before, self.now)
            for record, node in made.items()
        }
        root = source.walked.parsed.root
        self.indent = "  " if "\n" in (root.text or "") else ""

    def apply(self) -> None:
        for record, node in list(self.places.items()):
            old, new = self.before.get(record), self.now.get(record)
            if old is not None and new is not None:
                self._leaves(node, old, new)
        for record, node in list(self.places.items()):
            if (new := self.now.get(record)) is not None:
                for name in (_RULES, _PARTS):
                    self._children(name, record, node, new)

    def _leaves(self, node: Xml, old: Xml, new: Xml) -> None:
        olds, news = dict(places(old)), dict(places(new))
        for prefix, place in places(node):
            if prefix in olds and prefix in news:
                patch_leaves(place, olds[prefix], news[prefix], self.namespace)

    def _children(self, name: str, record: str, node: Xml, new: Xml) -> None:
        """The rules or parts of one element in their new order."""
        old = self.before.get(record)
        wanted = self._names(name, new)
        if self._names(name, old if old is not None else node) == wanted:
            return
        slots = [c for c in node if local_name(c) == name and self._record_of(c) in self.before]
        tails = [slot.tail for slot in slots]
        marks = [_marked(node, slot) for slot in slots]
        children = [child for one in wanted if (child := self._child(name, node, one)) is not None]
        if marks:
            _fill(node, marks, tails, children)
            return
        for child in children:
            _free(child)
            insert(node, child, self.namespace)

    def _names(self, name: str, node: Xml) -> list[str]:
        """The records of the rules or parts of an element."""
        return [self._record_of(child) for child in node if local_name(child) == name]

    def _record_of(self, child: Xml) -> str:
        """The record of a regel or of what a struktur holds; "" for one that has none."""
        if local_name(child) == _RULES:
            return self._records.get(id(child), "")
        inside = (n for place in child if local_name(place) == "enthaelt" for n in place)
        return next((self._records[id(n)] for n in inside if id(n) in self._records), "")

    def _child(self, name: str, parent: Xml, record: str) -> Xml | None:
        """The source's element of a record, or a copy of the fresh one."""
        known = self.places.get(record)
        if known is not None:
            found = known if name == _RULES else structure_of(known)
            if found is not None:
                return found
        fresh = self.now.get(record)
        if fresh is None:
            return None
        around = fresh if name == _RULES else structure_of(fresh)
        return None if around is None else self._copy(around, parent)

    def _copy(self, fresh: Xml, parent: Xml) -> Xml:
        """A new element; what the source knows inside it is the source's own."""
        copy = deepcopy(fresh)
        copy.tail = None
        twins = list(zip(fresh.iter(etree.Element), copy.iter(etree.Element), strict=True))
        for node in copy.iter():
            if len(node) and not (node.text or "").strip():
                node.text = None
            if not (node.tail or "").strip():
                node.tail = None
        if self.indent:
            depth = sum(1 for _ in parent.iterancestors()) + 1
            etree.indent(copy, space=self.indent, level=depth)
        for old, new in twins:
            record = self._records.get(id(old), "")
            known = self.places.get(record)
            # What was swapped has taken everything inside it along: no second swap in there.
            if known is not None and old is not fresh and copy in new.iterancestors():
                self._swap(new, known)
        return copy

    @staticmethod
    def _swap(new: Xml, known: Xml) -> None:
        """Put the source's element (with its struktur) where its fresh twin stands."""
        around, mine = structure_of(new), structure_of(known)
        place, own = (new, known) if around is None or mine is None else (around, mine)
        parent = place.getparent()
        if parent is not None:
            tail = place.tail
            remove(own)
            parent.replace(place, own)
            own.tail = tail


def _marked(node: Xml, slot: Xml) -> Xml:
    """A mark in the place of a child, so that the child may go wherever it is wanted."""
    mark = etree.Comment("")
    node.replace(slot, mark)
    return mark


def _free(child: Xml) -> None:
    """Take an element out of where it stands, if it stands anywhere."""
    if child.getparent() is not None:
        remove(child)


def _fill(node: Xml, marks: list[Xml], tails: list[str | None], children: list[Xml]) -> None:
    """The children in the places of the old ones; further ones behind, spare places go."""
    between = tails[0] if len(tails) > 1 else node.text
    for child in children:
        _free(child)
    for mark, tail, child in zip(marks, tails, children, strict=False):
        node.replace(mark, child)
        child.tail = tail
    for mark in marks[len(children) :]:
        node.remove(mark)
    if not children:
        return
    last = children[min(len(marks), len(children)) - 1]
    for child in children[len(marks) :]:
        node.insert(node.index(last) + 1, child)
        last.tail, last = between, child
    last.tail = tails[-1]


def bytes_of(source: Source) -> bytes:
    """The changed tree in the encoding and under the first line of the source, with a
    nachrichtID of its own.
    """
    parsed = source.walked.parsed
    unbind(parsed.root)
    body = etree.tostring(parsed.tree, encoding="unicode")
    for node in parsed.root.iter(etree.Element):
        if local_name(node) == "nachrichtID" and len(node) == 0:
            node.text = message_id(body.encode())
            break
    return bytes_of_tree(parsed)


def bytes_of_tree(parsed: ParsedXml) -> bytes:
    """A changed tree in the encoding and under the first line of its source."""
    unbind(parsed.root)
    body = etree.tostring(parsed.tree, encoding="unicode").strip()
    own = _DECLARATION.match(parsed.text.lstrip("\ufeff"))
    end = "\n" if parsed.text.endswith("\n") else ""
    text = (own[0] if own else "") + body + end
    return text.encode(parsed.encoding, "xmlcharrefreplace")
