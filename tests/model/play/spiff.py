"""Another engine replays an exported process: SpiffWorkflow, with its own evaluator disarmed.

Before it reads the file, each condition is replaced by the id of its way, which our evaluator
answers, and each timer by a message, because its clock is the wall clock. Nothing of a file is ever
run as code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from lxml import etree
from SpiffWorkflow import TaskState
from SpiffWorkflow.bpmn import BpmnEvent, BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.specs.event_definitions.message import MessageEventDefinition

from exporters.bpmn import build, serialise
from model.document import Snapshot
from model.expressions import evaluate
from model.play import Happening, Move, play, read, steps
from model.records import ExampleCase, Flow, Node

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
Line = list[tuple[str, int]]
"""What was done, in order: a node and for the how-many-th time."""


class _Ours(PythonScriptEngine):
    """Answers conditions by our own evaluator; refuses to run anything."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> Any:
        return self.judge.holds(expression)

    def execute(self, *_: Any) -> Any:
        raise AssertionError("a script of a file must never run")


class Judge:
    """One replay of a case by the other engine."""

    def __init__(self, view: Snapshot, case: ExampleCase) -> None:
        self.view, self.case = view, case
        self.answers: dict[str, Any] = {}
        root = etree.fromstring(serialise(build(view)))
        self.timers = _disarmed(root)
        made = next(root.iter(f"{BPMN}process"))
        made.set("isExecutable", "true")
        process = made.get("id")
        parser = BpmnParser()
        parser.add_bpmn_xml(root)
        spec = parser.get_spec(process)
        engine = _Ours(self)
        subs = parser.get_subprocess_specs(process)
        self.workflow = BpmnWorkflow(spec, subs, script_engine=engine)

    def holds(self, flow: str) -> bool:
        record = self.view.the(flow, Flow)
        assert self.case.applied is not None
        known = read(self.view, self.answers, self.case.applied)
        assert record.condition is not None
        return bool(evaluate(self.view, record.condition, known))

    def replay(self) -> None:
        """Make the same moves."""
        self._settle()
        seen = 0
        for number, (move, state) in enumerate(steps(self.view, self.case)):
            if number:
                self._make(move, state.trace.since(seen))
                self._settle()
            seen = len(state.trace)

    def _settle(self) -> None:
        self.workflow.do_engine_steps()
        self.workflow.refresh_timers()
        self.workflow.do_engine_steps()

    def _make(self, move: Move, happened: tuple[Happening, ...]) -> None:
        self.answers |= dict(move.answers)
        if move.kind == "do":
            tasks = self.workflow.get_tasks(state=TaskState.READY | TaskState.STARTED)
            task = next(t for t in tasks if t.task_spec.bpmn_id == move.at)
            if task.state == TaskState.READY:
                task.run()
            if task.state == TaskState.STARTED:
                task.complete()
        elif move.kind == "event":
            self._catch(move.event)
        elif move.kind == "time":
            for event in (one.node for one in happened if one.node in self.timers):
                self._catch(event)
                self._settle()

    def _catch(self, event: str) -> None:
        self.workflow.catch(BpmnEvent(MessageEventDefinition(_named(event)), None))

    def done_tasks(self) -> list[Any]:
        """Completed tasks of our own nodes, by the time of their completion."""
        tasks = self.workflow.get_tasks(state=TaskState.COMPLETED)
        ours = [t for t in tasks if self.view.get(t.task_spec.bpmn_id or "", Node) is not None]
        return sorted(ours, key=lambda task: task.last_state_change)

    def line(self) -> Line:
        return numbered(t.task_spec.bpmn_id for t in self.done_tasks())

    def parents(self) -> list[tuple[int, int]]:
        """Place in the line of the nearest own ancestor -> place of the task."""
        tasks = self.done_tasks()
        place = {task.id: number for number, task in enumerate(tasks)}
        found = []
        for number, task in enumerate(tasks):
            above = task.parent
            while above is not None and above.id not in place:
                above = above.parent
            if above is not None:
                found.append((place[above.id], number))
        return found


def numbered(nodes: Iterable[str]) -> Line:
    seen: Counter[str] = Counter()
    made = []
    for node in nodes:
        made.append((node, seen[node]))
        seen[node] += 1
    return made


def differences(view: Snapshot, case: ExampleCase) -> list[str]:
    """Where the two traces are not the same partial order; empty when they agree."""
    judge, played = Judge(view, case), play(view, case)
    judge.replay()
    ours = [one for one in played.trace if one.kind == "done"]
    mine, theirs = numbered(one.node for one in ours), judge.line()
    if Counter(mine) != Counter(theirs):
        only_mine, only_theirs = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
        return [f"only ours: {sorted(only_mine)}", f"only theirs: {sorted(only_theirs)}"]
    told = [f"ours, not theirs: {a} before {b}" for a, b in _broken(_edges(ours, mine), theirs)]
    their_edges = [(theirs[a], theirs[b]) for a, b in judge.parents()]
    return told + [f"theirs, not ours: {a} before {b}" for a, b in _broken(their_edges, mine)]


def _edges(ours: list[Happening], line: Line) -> list[tuple[Any, Any]]:
    place = {one.number: line[n] for n, one in enumerate(ours)}
    return [(place[c], line[n]) for n, one in enumerate(ours) for c in one.causes if c in place]


def _broken(edges: Iterable[tuple[Any, Any]], line: Line) -> list[tuple[Any, Any]]:
    place = {entry: number for number, entry in enumerate(line)}
    return [(a, b) for a, b in edges if place[a] > place[b]]


def _named(event: str) -> str:
    return f"message_for_{event}"


def _disarmed(root: Any) -> set[str]:
    """Conditions become the ids of their ways; timers become messages, and every catching event
    gets a message of its own. Gives back the ids of the timers.
    """
    for condition in root.iter(f"{BPMN}conditionExpression"):
        condition.text = condition.getparent().get("id")
    timers: set[str] = set()
    for sort in ("timer", "message"):
        for definition in list(root.iter(f"{BPMN}{sort}EventDefinition")):
            event = definition.getparent()
            if event.tag not in (f"{BPMN}intermediateCatchEvent", f"{BPMN}boundaryEvent"):
                continue
            if sort == "timer":
                timers.add(event.get("id"))
            name = _named(event.get("id"))
            made = etree.SubElement(event, f"{BPMN}messageEventDefinition", messageRef=name)
            event.replace(definition, made)
            root.insert(0, etree.Element(f"{BPMN}message", id=name, name=name))
    return timers
