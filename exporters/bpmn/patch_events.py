"""How does an event of a foreign file come to mean something else, and how does a step repeat?"""

from __future__ import annotations

from typing import Any, Final

from exporters.bpmn import elements, tree
from exporters.bpmn.description import Event
from exporters.bpmn.nodes import SharedParts, described
from exporters.bpmn.openfile import OpenFile
from exporters.bpmn.source import local
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.build import clean
from exporters.xmlkit.build import element as make
from model.records import Node

Xml = Any
EVENT_FIELDS: Final = frozenset(
    {"trigger", "message_name", "deadline", "result", "event_name", "error_code", "direction"}
    | {"condition"}
)
"""Fields that the definition inside an event says."""
_TIMES: Final = ("timeDuration", "timeDate", "timeCycle")
_LOOPS: Final = (q("standardLoopCharacteristics"), q("multiInstanceLoopCharacteristics"))
_BEFORE_LOOP: Final = (
    *tree.HEAD,
    q("incoming"),
    q("outgoing"),
    q("dataInputAssociation"),
    q("dataOutputAssociation"),
    q("resourceRole"),
    q("performer"),
    q("humanPerformer"),
    q("potentialOwner"),
)


class EventPatch:
    """Edits of the definition inside an event."""

    def __init__(self, patch: OpenFile, shared: SharedParts) -> None:
        self._patch = patch
        self._shared = shared

    def change(self, after: Node, element: Xml, fields: set[str]) -> None:
        """The definition says what the record says; one of the same sort stays, with all that a
        vendor put into it.
        """
        if not local(element.tag).endswith("Event"):
            return
        patch = self._patch
        node = described(patch.view, after, patch.names, self._shared, patch.report)
        old = [child for child in element if _is_definition(child)]
        same = node.event is not None and [local(c.tag) for c in old] == [
            f"{node.event.sort}EventDefinition"
        ]
        if same and node.event is not None:
            _adapt(old[0], node.event, fields)
            return
        for child in old:
            tree.remove(child)
        if node.event is not None:
            made = patch.names.made(f"{patch.xml_id(after.id)}_definition")
            elements.event_element(element, made, node.event)


def _is_definition(child: Xml) -> bool:
    word = local(child.tag)
    return word.endswith("EventDefinition") or word == "eventDefinitionRef"


def _adapt(definition: Xml, event: Event, fields: set[str]) -> None:
    """The same sort of definition, but another name, time or condition."""
    if fields & {"message_name", "event_name", "error_code"}:
        if event.sort == "link":
            tree.set_name(definition, event.name)
        else:
            tree.set_name(definition, event.refers, f"{event.sort}Ref")
    if event.sort == "timer" and "deadline" in fields:
        for child in list(definition):
            if local(child.tag) in _TIMES:
                tree.remove(child)
        if event.time:
            make(definition, q(event.time_tag), None, event.time)
    if event.sort == "conditional" and "condition" in fields:
        found = next(definition.iterchildren(q("condition")), None)
        if found is None:
            found = make(definition, q("condition"))
        found.attrib.clear()
        tree.set_text(found, clean(event.condition))


def set_repeats(element: Xml, repeats: str) -> None:
    """Again while it must, once for each thing, or once; what a vendor said of it stays while it
    is for each thing.
    """
    found = next((child for child in element if child.tag in _LOOPS), None)
    if found is not None and found.tag == _LOOPS[1] and repeats in ("parallel", "sequential"):
        found.set("isSequential", "true" if repeats == "sequential" else "false")
        return
    if found is not None:
        tree.remove(found)
    if repeats:
        made = elements.repeats_element(element, repeats)
        tree.remove(made)
        tree.insert_after(element, made, _BEFORE_LOOP)
