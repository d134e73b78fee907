"""How is one element of a message written, and where does it stand?"""

from __future__ import annotations

from typing import Any

from lxml import etree

from exporters.xmlkit import element
from exporters.xmlkit.build import clean
from exporters.xprozess.vocabulary import LISTS, ORDER, q

Xml = Any


def line(parent: Xml, tag: str, text: str = "") -> Xml:
    """An element with text; the standard writes empty ones, too."""
    return element(parent, q(tag), None, text)


def code(parent: Xml, tag: str, value: str) -> Xml:
    """A code with the address of its list; the inner ``code`` bears no namespace, also where the
    outer one has the same name.
    """
    uri, version = LISTS[tag]
    made = element(parent, q(tag), {"listURI": uri, "listVersionID": version})
    element(made, "code", None, value)
    return made


def placed(parent: Xml, made: Xml) -> Xml:
    """Puts an element among its siblings where the standard wants it."""
    order = ORDER[etree.QName(parent).localname]
    ranks = {q(tag): rank for rank, tag in enumerate(order)}
    own = ranks[made.tag]
    before = [child for child in parent if ranks.get(child.tag, -1) <= own and child is not made]
    made.tail = before[-1].tail if before else parent.text
    parent.insert(parent.index(before[-1]) + 1 if before else 0, made)
    return made


def child(parent: Xml, tag: str) -> Xml:
    """The child of that name; made at its place where there is none."""
    found = parent.find(q(tag))
    return found if found is not None else placed(parent, etree.Element(q(tag)))


def say_text(node: Xml, text: str) -> None:
    """The text of an element, without what stood in it."""
    for inner in list(node):
        node.remove(inner)
    node.text = clean(text)
