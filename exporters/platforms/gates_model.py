"""Do ids, references and texts of the process hold?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from exporters.bpmn.vocabulary import BPMNDI, q
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, namespace_of, tag_of, text_in

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
LONGEST = 64
_EXPRESSION = re.compile(r"[$#]\{")
_NAMED = frozenset(
    "userTask serviceTask businessRuleTask sendTask receiveTask callActivity subProcess startEvent "
    "endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent".split()
)

REFERENCES = {
    "sourceRef",
    "targetRef",
    "default",
    "attachedToRef",
    "messageRef",
    "errorRef",
    "signalRef",
    "escalationRef",
    "processRef",
    "bpmnElement",
}
"""Attributes that name an element of the same file."""


def ids(finished: Finished) -> Iterator[Fault]:
    """C03: names as XML wants them, unique in a file; what the engine stores is not too long. What
    stands in the engine's own elements are words of its own.
    """
    for root in (*finished.models, *finished.tables):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        named = (one for one in elements if namespace_of(one.tag) != finished.space)
        found = [one.get("id") for one in named if one.get("id") is not None]
        for name, number in Counter(found).items():
            if number > 1:
                yield Fault("C03", "id_twice", name)
            if not _ID.fullmatch(name):
                yield Fault("C03", "id_form", name)
    for one in (*finished.nodes.values(), *finished.processes, *finished.decisions.values()):
        if len(one.get("id", "")) > LONGEST:
            yield Fault("C03", "id_long", one.get("id"))
    for node in (*finished.nodes.values(), *finished.flows.values(), *finished.processes):
        if not node.get("id"):
            yield Fault("C03", "id_missing", detail=tag_of(node))


def references(finished: Finished) -> Iterator[Fault]:
    """C04: everything that is named is there (a schema check does not see this)."""
    for root in finished.models:
        known = {one.get("id") for one in root.iter() if isinstance(one.tag, str)}
        for one in root.iter():
            if not isinstance(one.tag, str):
                continue
            for name in REFERENCES & set(one.keys()):
                if one.get(name) not in known:
                    yield Fault("C04", "reference", one.get("id", ""), f"{name} {one.get(name)}")
            if (
                one.tag in (q("incoming"), q("outgoing"), q("flowNodeRef"))
                and text_in(one) not in known
            ):
                yield Fault("C04", "reference", text_in(one), tag_of(one))
        if not root.get("targetNamespace"):
            yield Fault("C04", "target_namespace")


def texts(finished: Finished) -> Iterator[Fault]:
    """C05: every element has a name, and no text for people is an expression."""
    for node in finished.nodes.values():
        if not node.get("name") and (tag_of(node) in _NAMED or _asks(finished, node)):
            yield Fault("C05", "name_missing", node.get("id", ""))
    for root in finished.models:
        for one in root.iter():
            if not isinstance(one.tag, str) or one.tag.startswith(f"{{{BPMNDI}}}"):
                continue
            written = text_in(one) if one.tag == q("documentation") else one.get("name", "")
            if _EXPRESSION.search(written):
                yield Fault("C05", "expression", one.get("id", ""), written)
    for form in finished.forms.values():
        for text in _texts_of(form):
            if _EXPRESSION.search(text):
                yield Fault("C05", "expression", str(form.get("id")), text)


def _asks(finished: Finished, node: Any) -> bool:
    splits = len(finished.leaving[node.get("id", "")]) > 1
    return splits and tag_of(node) in ("exclusiveGateway", "inclusiveGateway")


_SHOWN = ("label", "description", "text", "dateLabel", "timeLabel")


def _texts_of(form: dict[str, Any]) -> Iterator[str]:
    waiting: list[Any] = list(form.get("components", ()))
    while waiting:
        part = waiting.pop()
        yield from (part[name] for name in _SHOWN if isinstance(part.get(name), str))
        waiting += [*part.get("components", ()), *part.get("values", ())]
