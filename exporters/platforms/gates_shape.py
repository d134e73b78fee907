"""Is every element of BPMN built as its schema says? The engine reads nothing else.

Only what decides for our own files is looked at: which plain attributes an element may bear, which
it must bear, and in which order the parts of a node stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.vocabulary import ACTIVITIES, BPMN, FLOW_NODES, XSI
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, namespace_of, tag_of
from exporters.platforms.gates_files import well_formed

_COMMON: Final = frozenset({"id", "name"})
_ACTIVITY: Final = frozenset(
    {"default", "startQuantity", "completionQuantity", "isForCompensation"}
)
_PLAIN: Final[dict[str, frozenset[str]]] = {
    "process": frozenset({"isExecutable", "processType", "isClosed"}),
    "sequenceFlow": frozenset({"sourceRef", "targetRef", "isImmediate"}),
    "boundaryEvent": frozenset({"attachedToRef", "cancelActivity", "parallelMultiple"}),
    "startEvent": frozenset({"isInterrupting", "parallelMultiple"}),
    "intermediateCatchEvent": frozenset({"parallelMultiple"}),
    "subProcess": _ACTIVITY | {"triggeredByEvent"},
    "callActivity": _ACTIVITY | {"calledElement"},
    "userTask": _ACTIVITY | {"implementation"},
    "serviceTask": _ACTIVITY | {"implementation", "operationRef"},
    "businessRuleTask": _ACTIVITY | {"implementation"},
    "exclusiveGateway": frozenset({"default", "gatewayDirection"}),
    "inclusiveGateway": frozenset({"default", "gatewayDirection"}),
    "parallelGateway": frozenset({"gatewayDirection"}),
    "eventBasedGateway": frozenset({"gatewayDirection", "instantiate", "eventGatewayType"}),
    "endEvent": frozenset(),
    "intermediateThrowEvent": frozenset(),
    "messageEventDefinition": frozenset({"messageRef"}),
    "timerEventDefinition": frozenset(),
    "lane": frozenset({"partitionElementRef"}),
}
"""Element -> what it may bear beside id and name."""
_NEEDED: Final = {
    "sequenceFlow": ("id", "sourceRef", "targetRef"),
    "boundaryEvent": ("id", "attachedToRef"),
}
_PARTS: Final = ("documentation", "extensionElements", "incoming", "outgoing")
"""In this order, before everything else."""


def readable(finished: Finished) -> Iterator[Fault]:
    """C02: every file can be read, and is built as its schema says."""
    yield from well_formed(finished)
    yield from built(finished)


def built(finished: Finished) -> Iterator[Fault]:
    """C02: nothing that the schema of BPMN does not know, and everything in its place."""
    for root in finished.models:
        for one in root.iter():
            if isinstance(one.tag, str) and namespace_of(one.tag) == BPMN:
                yield from _attributes(one)
                if tag_of(one) in FLOW_NODES:
                    yield from _order(one)


def _attributes(one: Any) -> Iterator[Fault]:
    tag, at = tag_of(one), one.get("id", "")
    if tag in _PLAIN:
        plain = {name for name in one.attrib if not namespace_of(name)}
        for name in sorted(plain - _COMMON - _PLAIN[tag]):
            yield Fault("C02", "foreign_attribute", at, name)
    for name in _NEEDED.get(tag, ()):
        if not one.get(name):
            yield Fault("C02", "attribute_missing", at, name)
    if one.get(f"{{{XSI}}}type") is not None and tag in ACTIVITIES:
        yield Fault("C02", "foreign_attribute", at, "type")


def _order(node: Any) -> Iterator[Fault]:
    tags = [tag_of(child) for child in node if isinstance(child.tag, str)]
    places = [_PARTS.index(tag) if tag in _PARTS else len(_PARTS) for tag in tags]
    if places != sorted(places):
        yield Fault("C02", "order", node.get("id", ""))
    if tags.count("extensionElements") > 1:
        yield Fault("C02", "order", node.get("id", ""))
