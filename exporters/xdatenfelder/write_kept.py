"""How do kept relations and keywords of a foreign file come out of an edited document?

They were kept as XML text. They are written anew, not pasted, so that an odd one cannot spoil the
output; what cannot be said is reported.
"""

from __future__ import annotations

from exporters.xdatenfelder.check import code_of
from exporters.xdatenfelder.sheet import Sheet, Xml, identity, plain_element
from exporters.xdatenfelder.vocabulary import KEPT, NS3, RELATIONS
from exporters.xmlkit import element, parse, text_of
from model.grammar.kinds import title
from model.language import say
from model.records import Record


def write_relations(sheet: Sheet, parent: Xml, record: Record) -> None:
    """Each kept relation: what it is and to which element."""
    for kept in _kept(record, "relation"):
        predicate = code_of(kept.find(f"{{{NS3}}}praedikat"))
        target = kept.find(f"{{{NS3}}}objekt")
        fim_id = _text(target, "id")
        if predicate not in RELATIONS or not fim_id:
            sheet.report.lost(record.id, say("fim.relation", name=title(record)), "1029")
            continue
        node = plain_element(parent, "relation")
        element(plain_element(node, "praedikat"), "code", text=predicate)
        identity(plain_element(node, "objekt"), fim_id, _text(target, "version"))


def write_keywords(sheet: Sheet, parent: Xml, record: Record) -> None:
    """Each kept stichwort with its address."""
    for kept in _kept(record, "stichwort"):
        text = " ".join(text_of(kept).split())
        sheet.line(parent, "stichwort", text, record.id, uri="".join(kept.get("uri", "").split()))


def _kept(record: Record, name: str) -> list[Xml]:
    texts = [text for key, text in record.extras if key == KEPT + name and text.startswith("<")]
    return [parse(text.encode()).root for text in texts]


def _text(node: Xml | None, name: str) -> str:
    return "" if node is None else text_of(node.find(f"{{{NS3}}}{name}")).strip()
