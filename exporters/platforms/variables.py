"""Has somebody written each variable before it is read?

The variables of forms and tables flow along the ways. "Never written" fails: the condition could
only ever go one way. "Not on every way" is a hint: our conditions read a missing answer as null,
so the case goes on by the default.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Any

from exporters.bpmn.vocabulary import q
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, condition_of, tag_of, text_in

_READ = re.compile(r"getVariable\('([A-Za-z_][A-Za-z0-9_]*)'\)")
_AFTER = "/after"
_HANDED = (("externalWorkerInParameter", "sourceExpression"), ("executionListener", "expression"))
"""How Flowable hands variables to a worker and to a table."""


def written_before_read(finished: Finished) -> Iterator[Fault]:
    """C08."""
    ways = _ways(finished)
    writes = _writes(finished)
    reads = _reads(finished)
    interesting = {name for _, name, _ in reads}
    for at, name in _inputs_of_tables(finished):
        yield Fault("C08", "table_input", at, name)
    sure, maybe = _known(finished, ways, writes, interesting)
    for at, name, place in reads:
        if name not in maybe.get(place, set()):
            yield Fault("C08", "never_written", at, name)
        elif name not in sure.get(place, set()):
            yield Fault("C08", "not_always_written", at, name, "hint")


def _writes(finished: Finished) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, node in finished.nodes.items():
        found[_out(node)] |= finished.written_at(node)
        if result := node.get(finished.own("resultVariable")):
            found[_out(node)].add(result)
        if initiator := node.get(finished.own("initiator")):
            found[name].add(initiator)
    return found


def _reads(finished: Finished) -> list[tuple[str, str, str]]:
    """(where, variable, the node after or in which it is read)."""
    found: list[tuple[str, str, str]] = []
    for name, flow in finished.flows.items():
        source = finished.nodes.get(flow.get("sourceRef", ""))
        if source is None:
            continue
        text = text_in(condition_of(flow))
        found += [(name, variable, _out(source)) for variable in _READ.findall(text)]
    for name, node in finished.nodes.items():
        for parameter in node.iter(finished.own("inputParameter")):
            if parameter.getparent().getparent().getparent() is node:
                found += [(name, variable, name) for variable in _READ.findall(text_in(parameter))]
        for tag, attribute in _HANDED:
            for one in node.findall(f"{q('extensionElements')}/{finished.own(tag)}"):
                read = _READ.findall(one.get(attribute, ""))
                found += [(name, variable, name) for variable in read]
    return sorted(set(found))


def _inputs_of_tables(finished: Finished) -> Iterator[tuple[str, str]]:
    """Inputs of a decision that its task does not hand over."""
    for node in finished.tasks("businessRuleTask"):
        handed = {p.get("name") for p in node.iter(finished.own("inputParameter"))}
        for name in sorted(
            _variables_of(finished, node.get(finished.own("decisionRef"), "")) - handed
        ):
            yield node.get("id", ""), name


def _variables_of(finished: Finished, decision: str) -> set[str]:
    found: set[str] = set()
    waiting, seen = [decision], set()
    while waiting:
        one = finished.decisions.get(waiting.pop())
        if one is None or one in seen:
            continue
        seen.add(one)
        for part in one.iter():
            if tag_of(part) == "inputExpression" and re.fullmatch(
                r"[a-z][a-z0-9_]*", text_in(part)
            ):
                found.add(text_in(part))
            if tag_of(part) == "requiredDecision":
                waiting.append(part.get("href", "").lstrip("#"))
    return found


def _out(node: Any) -> str:
    """Inside a sub-process things happen between its entry and its exit."""
    name = str(node.get("id", ""))
    return f"{name}{_AFTER}" if tag_of(node) == "subProcess" else name


def _ways(finished: Finished) -> list[tuple[str, str]]:
    """Pairs of places one after the other: flows, exceptions, and in and out of sub-processes."""
    found: list[tuple[str, str]] = []
    nodes = finished.nodes
    for flow in finished.flows.values():
        source, target = flow.get("sourceRef", ""), flow.get("targetRef", "")
        if source in nodes and target in nodes:
            found.append((_out(nodes[source]), target))
    for name, node in nodes.items():
        host = node.get("attachedToRef", "")
        found += [(before, name) for before in _before(finished, host)] if host else []
        inside = node.getparent().get("id", "")
        if inside in nodes and tag_of(node) == "startEvent":
            found.append((inside, name))
        if inside in nodes and not finished.leaving[name]:
            found.append((_out(node), f"{inside}{_AFTER}"))
    return found


def _before(finished: Finished, host: str) -> list[str]:
    """An exception happens before its step has written anything."""
    sources = [flow.get("sourceRef", "") for flow in finished.arriving[host]]
    return [_out(finished.nodes[s]) for s in sources if s in finished.nodes]


Known = dict[str, set[str]]


def _known(
    finished: Finished, ways: list[tuple[str, str]], writes: Known, interesting: set[str]
) -> tuple[Known, Known]:
    """After each place: the variables written on every way to it, and on some way to it."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for source, target in ways:
        before[target].append(source)
        after[source].append(target)
    places = list(dict.fromkeys([*finished.nodes, *before, *after]))
    joins = {name for name, node in finished.nodes.items() if tag_of(node) == "parallelGateway"}
    sure: Known = {place: set(interesting) if before[place] else set() for place in places}
    maybe: Known = {place: set() for place in places}
    waiting = deque(places)
    queued = set(places)
    while waiting:
        place = waiting.popleft()
        queued.discard(place)
        own = writes.get(place, set()) & interesting
        incoming = [sure[source] for source in before[place]]
        together = set.union if place in joins else set.intersection
        new_sure = (together(*incoming) if incoming else set()) | own
        new_maybe = set().union(*(maybe[source] for source in before[place])) | own
        if new_sure != sure[place] or new_maybe != maybe[place]:
            sure[place], maybe[place] = new_sure, new_maybe
            fresh = [target for target in after[place] if target not in queued]
            waiting.extend(fresh)
            queued.update(fresh)
    return sure, maybe
