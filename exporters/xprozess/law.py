"""How does a Handlungsgrundlage of a message become norm and citation, and back?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from exporters.xmlkit import element, text_of
from exporters.xprozess.build import code
from exporters.xprozess.vocabulary import ACT, LAW_KIND, q
from model.document import Snapshot
from model.records import Citation, Norm, Record, key_between

Xml = Any
_BEFORE: Final = r"(?:§§?|Art\.?|Artikel|Anlage|Nr\.?)\s?.+?"
_PLACE: Final = re.compile(rf"({_BEFORE})\s+(\S*[A-ZÄÖÜ]\S*[A-ZÄÖÜ].*)")
_LONGEST: Final = 300
"""A longer name is not taken apart: the pattern would walk it again and again."""


@dataclass(frozen=True, slots=True)
class Law:
    """One handlungsgrundlage: how it is cited, the code of its kind, its address."""

    name: str
    kind: str = ""
    link: str = ""

    def records(self, parent: str, number: int) -> Iterator[Record]:
        """The norm, the same for the same law wherever it is cited, and its citation."""
        found = _PLACE.fullmatch(self.name) if len(self.name) <= _LONGEST else None
        place, law = (found[1], found[2]) if found else ("", self.name)
        digest = hashlib.sha256(f"{self.name}\n{self.kind}\n{self.link}".encode()).hexdigest()
        norm = f"norm_{digest[:12]}"
        yield Norm(
            id=norm,
            paragraph=place,
            law=law,
            link=self.link,
            level="act" if self.kind in ("", ACT) else "other",
            extras=((LAW_KIND, self.kind),) if self.kind else (),
        )
        order = ""
        for _ in range(number):
            order = key_between(order, "")
        yield Citation(
            id=f"citation_{parent}_{number}"[:900], parent=parent, order=order, norm=norm
        )


def laws_of(node: Xml) -> list[Law]:
    """All laws named directly in an element."""
    return [
        Law(
            " ".join(text_of(one.find(q("name"))).split()),
            text_of(one.find(f"{q('art')}/code")).strip(),
            text_of(one.find(q("uri"))).strip(),
        )
        for one in node.findall(q("handlungsgrundlage"))
        if text_of(one.find(q("name"))).strip()
    ]


def cited_by(view: Snapshot, record: str) -> list[Law]:
    """The laws that a record cites, in order."""
    found = []
    for citation in view.children(record, Citation):
        norm = view.get(citation.norm, Norm)
        if norm is None:
            continue
        words = (norm.paragraph, citation.passage, norm.law)
        name = " ".join(word for word in words if word) or norm.title
        kind = norm.extra(LAW_KIND) or (ACT if norm.level == "act" else "")
        found.append(Law(name, kind, norm.link))
    return found


def law_element(parent: Xml, law: Law) -> Xml:
    """One handlungsgrundlage at the end of an element."""
    made = element(parent, q("handlungsgrundlage"))
    element(made, q("name"), None, law.name)
    if law.kind:
        code(made, "art", law.kind)
    element(made, q("uri"), None, law.link)
    return made
