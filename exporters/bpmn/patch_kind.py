"""What may stay in an element of a foreign file that has become one of another kind?

The schema says which parts and attributes each kind has. What the new kind does not have leaves;
what a vendor added (attributes of a namespace of its own, ``extensionElements``) stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.source import local
from exporters.bpmn.vocabulary import ACTIVITIES, CHOREOGRAPHY, FLOW_NODES

Xml = Any
_ALL: Final = frozenset(
    "documentation extensionElements auditing monitoring categoryValueRef incoming outgoing".split()
)
_ACTIVITY: Final = _ALL | frozenset(
    "ioSpecification property dataInputAssociation dataOutputAssociation resourceRole performer "
    "humanPerformer potentialOwner standardLoopCharacteristics "
    "multiInstanceLoopCharacteristics".split()
)
_CATCH: Final = frozenset("property dataOutput dataOutputAssociation outputSet".split())
_THROW: Final = frozenset("property dataInput dataInputAssociation inputSet".split())
_INSIDE: Final = frozenset(
    {*FLOW_NODES, "laneSet", "sequenceFlow", "dataObject", "dataObjectReference"}
    | {"dataStoreReference", "association", "group", "textAnnotation"}
)
_SUBPROCESS: Final = ("subProcess", "transaction", "adHocSubProcess")
_CHILDREN: Final = {
    "userTask": frozenset({"rendering"}),
    "scriptTask": frozenset({"script"}),
    "adHocSubProcess": frozenset({"completionCondition"}),
    "complexGateway": frozenset({"activationCondition"}),
}
_ATTRIBUTES: Final[dict[str, str]] = {
    "userTask": "implementation",
    "serviceTask": "implementation operationRef",
    "businessRuleTask": "implementation",
    "sendTask": "implementation operationRef messageRef",
    "receiveTask": "implementation operationRef messageRef instantiate",
    "scriptTask": "scriptFormat",
    "callActivity": "calledElement",
    "subProcess": "triggeredByEvent",
    "transaction": "triggeredByEvent method",
    "adHocSubProcess": "triggeredByEvent cancelRemainingInstances ordering",
    "exclusiveGateway": "gatewayDirection default",
    "inclusiveGateway": "gatewayDirection default",
    "complexGateway": "gatewayDirection default",
    "parallelGateway": "gatewayDirection",
    "eventBasedGateway": "gatewayDirection instantiate eventGatewayType",
    "startEvent": "parallelMultiple isInterrupting",
    "intermediateCatchEvent": "parallelMultiple",
    "boundaryEvent": "parallelMultiple cancelActivity attachedToRef",
}
_OF_ACTIVITIES: Final = "isForCompensation startQuantity completionQuantity default"
_TOLD_OTHERWISE: Final = frozenset(
    "default attachedToRef cancelActivity isInterrupting parallelMultiple gatewayDirection "
    "eventGatewayType triggeredByEvent startQuantity completionQuantity isForCompensation "
    "standardLoopCharacteristics multiInstanceLoopCharacteristics property "
    "dataInputAssociation dataOutputAssociation eventDefinitionRef".split()
)
"""What the record said and a person changed, or what says no more than the kind itself."""


def become(element: Xml, tag: str) -> tuple[list[str], list[Xml]]:
    """Drop from an element what a ``tag`` may not have: what to tell, and the parts that left."""
    words: list[str] = []
    gone: list[Xml] = []
    for child in list(element):
        word = local(child.tag)
        if word and not _may_hold(tag, word):
            gone.append(child)
            words.append(word)
            element.remove(child)
    allowed = set(_attributes(tag))
    for name in list(element.attrib):
        if not name.startswith("{") and name not in allowed:
            if element.get(name) not in ("", "##unspecified"):
                words.append(name)
            del element.attrib[name]
    told = (word for word in words if not _is_told(word))
    return list(dict.fromkeys(told)), gone


def _is_told(word: str) -> bool:
    return word in _TOLD_OTHERWISE or word.endswith("EventDefinition")


def _may_hold(tag: str, word: str) -> bool:
    if word in _ALL or word in _CHILDREN.get(tag, ()):
        return True
    if tag in ACTIVITIES:
        return word in _ACTIVITY or (tag in _SUBPROCESS and word in _INSIDE)
    if tag.endswith("Event"):
        part = _THROW if tag in ("endEvent", "intermediateThrowEvent") else _CATCH
        return word in part or word == "eventDefinitionRef" or word.endswith("EventDefinition")
    return tag in CHOREOGRAPHY


def _attributes(tag: str) -> Iterator[str]:
    yield from ("id", "name")
    yield from _ATTRIBUTES.get(tag, "").split()
    if tag in ACTIVITIES:
        yield from _OF_ACTIVITIES.split()
