"""Do the ways lead through: a start, everything reachable, decisions that always decide?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from exporters.bpmn.vocabulary import q
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, condition_of, tag_of, text_in
from exporters.platforms.gates_events import link_ways
from exporters.platforms.profile import FORMAL, XSI_TYPE

_TOKENS = re.compile(
    r"\s*(?:'(?:[^'\\]|\\['\\])*'|execution\.getVariable\('[A-Za-z_][A-Za-z0-9_]*'\)"
    r"|\d+(?:\.\d+)?|true\b|false\b|null\b|==|!=|<=|>=|<|>|&&|\|\||!|\+|-|\*|/|\(|\))"
)


def reachable(finished: Finished) -> Iterator[Fault]:
    """C06: one plain start a process, every node reached, an end reached from every node."""
    for scope in _scopes(finished):
        nodes = [node for node in scope if node.get("id") in finished.nodes]
        starts = [n for n in nodes if tag_of(n) == "startEvent"]
        plain = [n for n in starts if not any("EventDefinition" in str(c.tag) for c in n)]
        if nodes and (not starts or len(plain) > 1):
            yield Fault("C06", "starts", scope.get("id", ""), str(len(plain)))
        first = {n.get("id", "") for n in nodes if _begins(n)}
        last = {n.get("id", "") for n in nodes if _ends(n)}
        hosts = [
            (n.get("attachedToRef", ""), n.get("id", "")) for n in nodes if n.get("attachedToRef")
        ]
        ways = [
            (f.get("sourceRef", ""), f.get("targetRef", ""))
            for f in scope.findall(q("sequenceFlow"))
        ]
        ways += link_ways(finished, scope)
        forth = _spread(first, [*ways, *hosts])
        back = _spread(last, [(b, a) for a, b in [*ways, *hosts]])
        for node in nodes:
            name = node.get("id", "")
            if name not in forth:
                yield Fault("C06", "unreached", name)
            elif name not in back:
                yield Fault("C06", "endless", name)


def _scopes(finished: Finished) -> Iterator[Any]:
    yield from (p for p in finished.processes if p.get("isExecutable") == "true")
    yield from finished.tasks("subProcess")


def _begins(node: Any) -> bool:
    return tag_of(node) == "startEvent" or node.get("triggeredByEvent") == "true"


def _ends(node: Any) -> bool:
    return tag_of(node) == "endEvent" or node.get("triggeredByEvent") == "true"


def _spread(seeds: set[str], ways: list[tuple[str, str]]) -> set[str]:
    following: dict[str, list[str]] = {}
    for source, target in ways:
        following.setdefault(source, []).append(target)
    found, waiting = set(seeds), list(seeds)
    while waiting:
        for target in following.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def decisions(finished: Finished) -> Iterator[Fault]:
    """C07: where several ways leave, each but the default has a condition, and there is one."""
    for node in finished.tasks("exclusiveGateway", "inclusiveGateway"):
        leaving = finished.leaving[node.get("id", "")]
        if len(leaving) < 2:
            continue
        default = node.get("default", "")
        if default not in {flow.get("id") for flow in leaving}:
            yield Fault("C07", "no_default", node.get("id", ""))
        for flow in leaving:
            if flow.get("id") != default and condition_of(flow) is None:
                yield Fault("C07", "no_condition", flow.get("id", ""))
    for node in finished.nodes.values():
        if len(finished.leaving[node.get("id", "")]) > 1 and not tag_of(node).endswith("Gateway"):
            yield Fault("C07", "split", node.get("id", ""))


def exclusive(finished: Finished) -> Iterator[Fault]:
    """O10: what the engine's own check of an exclusive gateway refuses."""
    for node in finished.tasks("exclusiveGateway"):
        name = node.get("id", "")
        leaving = finished.leaving[name]
        if not leaving:
            yield Fault("O10", "gateway_end", name)
        if len(leaving) == 1 and condition_of(leaving[0]) is not None:
            yield Fault("O10", "single_condition", leaving[0].get("id", ""))
        for flow in leaving:
            if flow.get("id") == node.get("default") and condition_of(flow) is not None:
                yield Fault("O10", "default_condition", flow.get("id", ""))


def conditions(finished: Finished) -> Iterator[Fault]:
    """O11: only what our printer writes; a language attribute would make a script of it."""
    for name, flow in finished.flows.items():
        condition = condition_of(flow)
        if condition is None:
            continue
        text = text_in(condition)
        if condition.get("language") or condition.get(XSI_TYPE, FORMAL) != FORMAL:
            yield Fault("O11", "condition_language", name)
        if not (text.startswith("${") and text.endswith("}") and is_our_juel(text[2:-1])):
            yield Fault("O11", "condition", name, text)


def is_our_juel(text: str) -> bool:
    """Only comparisons, and/or/not, literals and guarded variables, with balanced brackets."""
    position, depth = 0, 0
    end = len(text.rstrip())
    while position < end:
        token = _TOKENS.match(text, position)
        if token is None:
            return False
        depth += {"(": 1, ")": -1}.get(token[0].strip(), 0)
        if depth < 0:
            return False
        position = token.end()
    return end > 0 and depth == 0
