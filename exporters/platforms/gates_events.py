"""Does the engine know what an event waits for, announces or jumps to, and how a step repeats?

What the family does (Camunda 7.x parser): a signal needs a name, an escalation and an error that
are announced a code, a condition an expression; undoing and cancelling need parts that this
profile does not write; a standard loop is passed over in silence, and "for each" needs a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.vocabulary import SHARED_CODES, XSI, q
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, tag_of, text_in

_CATCH: Final = "intermediateCatchEvent"
_THROW: Final = "intermediateThrowEvent"
_SORTS: Final[dict[str, frozenset[str]]] = {
    _CATCH: frozenset({"message", "timer", "signal", "conditional", "link"}),
    _THROW: frozenset({"", "message", "signal", "escalation", "link"}),
    "boundaryEvent": frozenset(
        {"message", "timer", "signal", "conditional", "error", "escalation"}
    ),
    "startEvent": frozenset({"", "message", "timer", "signal", "conditional"}),
    "endEvent": frozenset({"", "message", "signal", "error", "escalation", "terminate"}),
}
_INSIDE: Final = frozenset({"message", "timer", "signal", "conditional", "error", "escalation"})
"""What may start a sub-process beside the way."""
_SENDING: Final = (_THROW, "endEvent")
_LOOPS: Final = ("standardLoopCharacteristics", "multiInstanceLoopCharacteristics")
_LISTS: Final = ("loopCardinality", "loopDataInputRef")


def events(finished: Finished) -> Iterator[Fault]:
    """O20: each event is of a sort the engine knows in that place, and complete."""
    codes = {
        shared.get("id"): shared.get(code)
        for root in finished.models
        for sort, code in SHARED_CODES.items()
        for shared in root.iter(q(sort))
    }
    for name, node in finished.nodes.items():
        if tag_of(node) not in _SORTS:
            continue
        sort, definition = _definition(node)
        if sort not in _allowed(node):
            yield Fault("O20", "event_sort", name, sort or tag_of(node))
        elif definition is not None:
            yield from _incomplete(name, node, sort, definition, codes)
    yield from _links(finished)


def _allowed(node: Any) -> frozenset[str]:
    beside = node.getparent().get("triggeredByEvent") == "true"
    return _INSIDE if beside and tag_of(node) == "startEvent" else _SORTS[tag_of(node)]


def _definition(node: Any) -> tuple[str, Any]:
    found = [child for child in node if tag_of(child).endswith("EventDefinition")]
    if not found:
        return "", None
    return ", ".join(tag_of(one).removesuffix("EventDefinition") for one in found), found[0]


def _incomplete(
    name: str, node: Any, sort: str, definition: Any, codes: dict[Any, Any]
) -> Iterator[Fault]:
    if sort == "signal" and not definition.get("signalRef"):
        yield Fault("O20", "signal_missing", name)
    sends = tag_of(node) in _SENDING
    if sort == "escalation" and sends and not codes.get(definition.get("escalationRef")):
        yield Fault("O20", "escalation_code", name)
    if sort == "conditional":
        condition = definition.find(q("condition"))
        text = text_in(condition) if condition is not None else ""
        formal = condition is not None and condition.get(f"{{{XSI}}}type")
        if not formal or not (text.startswith("${") and text.endswith("}")):
            yield Fault("O20", "event_condition", name, text)


def _links(finished: Finished) -> Iterator[Fault]:
    """A link that is sent goes on at exactly one that is received."""
    links = [
        (name, node, definition.get("name", ""))
        for name, node in finished.nodes.items()
        for definition in node.findall(q("linkEventDefinition"))
    ]
    targets = Counter((n.getparent(), link) for _, n, link in links if tag_of(n) == _CATCH)
    for name, node, link in links:
        number = targets[node.getparent(), link]
        if not link or number != 1:
            yield Fault("O20", "link", name, link)


def repeats(finished: Finished) -> Iterator[Fault]:
    """O21: a loop would be run once, and "for each" of nothing is refused."""
    for name, node in finished.nodes.items():
        for child in node:
            if tag_of(child) not in _LOOPS:
                continue
            if tag_of(child) == _LOOPS[0]:
                yield Fault("O21", "loop", name)
            elif not any(text_in(child.find(q(tag))) for tag in _LISTS):
                yield Fault("O21", "for_each", name)


def link_ways(finished: Finished, scope: Any) -> Iterator[tuple[str, str]]:
    """Where ways jump: from each link that is sent to those of its name that are received."""
    links = [
        (node.get("id", ""), tag_of(node), definition.get("name", ""))
        for node in scope
        if node.get("id") in finished.nodes
        for definition in node.findall(q("linkEventDefinition"))
    ]
    for source, tag, name in links:
        for target, other, same in links:
            if tag == _THROW and other == _CATCH and name == same:
                yield source, target
