"""Where in a foreign element does a new child go, so that the schema's order holds?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from exporters.bpmn.elements import is_words_id
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.build import clean
from exporters.xmlkit.parse import text_of

Xml = Any
HEAD: Final = (
    q("documentation"),
    q("extensionElements"),
    q("auditing"),
    q("monitoring"),
    q("categoryValueRef"),
    q("participantRef"),
    q("property"),
    q("ioSpecification"),
    q("ioBinding"),
    q("partitionElement"),
)
_BEFORE_INCOMING: Final = HEAD[:5]
_AFTER_FLOW_ELEMENTS: Final = frozenset(
    q(name)
    for name in (
        "association",
        "group",
        "textAnnotation",
        "resourceRole",
        "performer",
        "humanPerformer",
        "potentialOwner",
        "correlationSubscription",
        "supports",
        "completionCondition",
        "ordering",
    )
)


def insert_after(parent: Xml, child: Xml, tags: Collection[str]) -> None:
    """Put a child behind the last of these siblings, or first when there is none."""
    index = 0
    for position, sibling in enumerate(parent):
        if sibling.tag in tags:
            index = position + 1
    insert_at(parent, child, index)


def insert_at(parent: Xml, child: Xml, index: int) -> None:
    """Put a child at a place; white space around it follows its neighbour."""
    if index:
        child.tail = parent[index - 1].tail
    elif len(parent):
        child.tail = parent.text
    parent.insert(index, child)


def add_flow_element(holder: Xml, child: Xml) -> None:
    """A node or way goes behind the last one of a process, before artifacts."""
    index = len(holder)
    while index and (
        holder[index - 1].tag in _AFTER_FLOW_ELEMENTS or not isinstance(holder[index - 1].tag, str)
    ):
        index -= 1
    insert_at(holder, child, index)


def set_reference(node: Xml, word: str, flow: str) -> None:
    """An ``incoming`` or ``outgoing`` of a node."""
    child = node.makeelement(q(word))
    child.text = flow
    before = (*_BEFORE_INCOMING, q("incoming"))
    insert_after(node, child, before if word == "incoming" else (*before, q("outgoing")))


def drop_reference(node: Xml, word: str, flow: str) -> None:
    for child in list(node.iterchildren(q(word))):
        if text_of(child).strip() == flow:
            remove(child)


def set_name(element: Xml, name: str, attribute: str = "name") -> None:
    """An attribute, gone when empty."""
    if name:
        element.set(attribute, clean(name))
    else:
        element.attrib.pop(attribute, None)


def set_text(element: Xml, text: str) -> None:
    """The text of an element; what stood inside is gone."""
    for child in list(element):
        element.remove(child)
    element.text = clean(text)


def set_documentation(element: Xml, text: str) -> None:
    """The first documentation that a person wrote."""
    own = [
        child
        for child in element.iterchildren(q("documentation"))
        if not is_words_id(child.get("id", ""))
    ]
    if own and text:
        set_text(own[0], text)
    elif own:
        remove(own[0])
    elif text:
        made = element.makeelement(q("documentation"))
        made.text = clean(text)
        insert_at(element, made, 0)


def remove(element: Xml) -> None:
    """Take an element out of its parent, with the white space behind it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
