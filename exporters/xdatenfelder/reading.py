"""What does a reader gather while it walks through a message?"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from lxml import etree

from exporters.xdatenfelder.check import local_name, namespace_of
from exporters.xdatenfelder.codelists import slug
from exporters.xdatenfelder.legal import level_of, place_and_law, sources
from exporters.xdatenfelder.vocabulary import AT_PLACE, KEPT, MEMORIES, NS2
from exporters.xmlkit import text_of
from model.language import Message, say
from model.records import Citation, CodeList, Norm, Record, key_between

Xml = etree._Element


_LONGEST_WORD = 100


class Reading:
    """Records in the order of the file, ids that are the same on every reading, and notes."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        self.records: list[Record] = []
        self.notes: list[Message] = []
        self.kept = 0
        self.places: dict[str, Xml] = {}
        """Record id -> the element it was read from."""
        self._taken: set[str] = set()
        self._last: dict[str, str] = {}
        self._norms: dict[tuple[str, str], str] = {}
        self._lists: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    @property
    def old(self) -> bool:
        """True for 2.0."""
        return self.namespace == NS2

    def new_id(self, kind: str, hint: str) -> str:
        """An id of the kind and what the file calls the thing; the second one is numbered."""
        word = re.sub(r"[^A-Za-z0-9_.-]", "_", hint)[:_LONGEST_WORD] or "x"
        base = f"{kind}_{word}"
        self._counts[base] += 1
        found = base if self._counts[base] == 1 else f"{base}_{self._counts[base]}"
        while found in self._taken:
            self._counts[base] += 1
            found = f"{base}_{self._counts[base]}"
        self._taken.add(found)
        return found

    def next_key(self, parent: str) -> str:
        """The order key behind the last child of a parent."""
        self._last[parent] = key_between(self._last.get(parent, ""), "")
        return self._last[parent]

    def add(self, record: Record) -> None:
        self.records.append(record)

    def child(self, node: Xml, name: str) -> Xml | None:
        """The first child of that name in the standard's namespace."""
        return node.find(f"{{{self.namespace}}}{name}")

    def children(self, node: Xml, name: str) -> list[Xml]:
        return node.findall(f"{{{self.namespace}}}{name}")

    def text(self, node: Xml, name: str) -> str:
        """The text of a child, without comments and outer white space."""
        return text_of(self.child(node, name)).strip().replace("\r\n", "\n").replace("\r", "\n")

    def identity(self, node: Xml) -> tuple[str, str]:
        """Id and version."""
        place = self.child(node, "identifikation")
        return ("", "") if place is None else (self.text(place, "id"), self.text(place, "version"))

    def day(self, node: Xml, name: str) -> date | None:
        """A date, or None for an empty or odd one."""
        text = self.text(node, name)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.notes.append(say("fim.read.day", text=text))
            return None

    def extras(
        self, node: Xml, understood: frozenset[str], texts: frozenset[str]
    ) -> tuple[tuple[str, str], ...]:
        """Everything of a node that no field of ours holds: plain texts of the standard as text,
        the rest as XML under its name.
        """
        found = list(self.memories(node))
        for child in node:
            local = local_name(child)
            own = namespace_of(child) == self.namespace
            if not local or (own and local in understood):
                continue
            if own and local in texts:
                if text := self.text(node, local):
                    found.append((KEPT + local, text))
                continue
            self.kept += 0 if own and local in ("relation", "stichwort") else 1
            found.append((KEPT + local, etree.tostring(child, encoding="unicode", with_tail=False)))
        return tuple(found)

    def memories(self, node: Xml) -> tuple[tuple[str, str], ...]:
        """What only the other version of the standard can say of this element."""
        found = [child for child in node if isinstance(child, etree._ProcessingInstruction)]
        return tuple((KEPT + c.target, c.text or "") for c in found if c.target in MEMORIES)

    def cite(self, node: Xml, parent: str, *, at_place: bool = False) -> None:
        """The bezug elements of a node, one Norm for each distinct text and link."""
        for bezug in self.children(node, "bezug"):
            text = text_of(bezug).replace("\r", "\n")
            parts = sources(text) if self.old else [" ".join(text.split())]
            for part in filter(None, parts):
                norm = self._norm(part, bezug.get("link", ""))
                self.add(
                    Citation(
                        id=self.new_id("citation", parent),
                        parent=parent,
                        order=self.next_key(f"{parent} cites"),
                        norm=norm,
                        extras=((AT_PLACE, "1"),) if at_place else (),
                    )
                )

    def code_list(self, urn: str, version: str, foreign_id: str = "") -> str:
        """The record of a referenced list, one for each URN and version."""
        key = (urn, version)
        if key not in self._lists:
            name = urn.rpartition(":")[2]
            self._lists[key] = self.new_id("code_list", slug(name))
            extras = ((KEPT + "id", foreign_id),) if foreign_id else ()
            self.add(
                CodeList(id=self._lists[key], name=name, urn=urn, version=version, extras=extras)
            )
        return self._lists[key]

    def _norm(self, text: str, link: str) -> str:
        key = (text, link)
        if key not in self._norms:
            self._norms[key] = self.new_id("norm", slug(text)[:40])
            paragraph, law = place_and_law(text)
            self.add(
                Norm(
                    id=self._norms[key],
                    paragraph=paragraph,
                    law=law,
                    link=link,
                    level=level_of(paragraph, text),
                )
            )
        return self._norms[key]
