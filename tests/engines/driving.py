"""How does an engine make the moves that our rehearsal made with a case?"""

from __future__ import annotations

from typing import Any

from exporters.bpmn.description import Node as DrawnNode
from exporters.platforms import Deployment
from exporters.platforms.profile import MESSAGE_TOPIC
from model.document import Snapshot
from model.play import Happening, Move, State, fee, read, steps
from model.play.waits import attached_to
from model.records import ExampleCase, Fee, Field, Message, Node, ServiceCall, Step, Timer
from tests.engines.asking import Engine
from tests.engines.handing import Hands

Row = dict[str, Any]


class Drive:
    """One case on its way through one engine; the files are deployed already."""

    def __init__(
        self, engine: Engine, view: Snapshot, case: ExampleCase, deployment: Deployment
    ) -> None:
        self.engine, self.view, self.case = engine, view, case
        self.description = deployment.description
        self.key = deployment.key
        self.hands = Hands(view, deployment)
        self.id = ""
        self.faults: list[str] = []
        self.forms_opened = 0
        self.merged = {
            step.id
            for step in view.of(Step)
            if step.form == "page" and self.of(step.id) not in self.description.nodes
        }

    def of(self, record: str) -> str:
        """The id of a record in the file."""
        return self.description.id_of(record)

    def go(self) -> None:
        """Make all moves; what goes wrong on the way is in ``faults``."""
        seen = 0
        for number, (move, state) in enumerate(steps(self.view, self.case)):
            if number == 0 and not self._waits_for_start(state):
                self._start(self.hands.known(state))
            elif number:
                self._make(move, state, state.trace.since(seen))
            seen = len(state.trace)
            if self.id:
                self._let_messages_go()

    def state(self) -> Row:
        found = self.engine.ask("state", case=self.id)
        self.faults += [f"incident: {one}" for one in found["incidents"]]
        return found

    # -------------------------------------------------------------------------------- moves

    def _waits_for_start(self, state: State) -> bool:
        return any(token.at in self.merged for token in state.tokens)

    def _first(self) -> DrawnNode:
        starts = (n for n in self.description.nodes.values() if n.tag == "startEvent")
        return next(start for start in starts if not start.parent)

    def _start(self, variables: Row) -> None:
        if any(name.endswith(("formRef", "formKey")) for name in self._first().attributes):
            self._open(process=self.key)
        made = self.engine.ask("start", process=self.key, variables=variables)
        self.id = made["case"]

    def _make(self, move: Move, state: State, happened: tuple[Happening, ...]) -> None:
        record = self.view.get(move.at, Node)
        if move.kind == "do" and move.at in self.merged:
            self._start(self.hands.submitted(self._first().id, state))
        elif move.kind == "do" and isinstance(record, Step) and record.form == "automatic":
            self._work(record, move, state)
        elif move.kind == "do":
            self._complete(move, state)
        elif move.kind == "fail":
            self._fail(move)
        elif move.kind == "event":
            self._event(move.event, dict(move.answers))
        elif move.kind == "time":
            for one in happened:
                if one.kind == "done" and self._is_timer(one.node):
                    self._fire(one.node)
        else:
            self.faults.append(f"no engine can make the move {move.kind}")

    def _complete(self, move: Move, state: State) -> None:
        task = self._row("tasks", move.at)
        if task is None:
            return
        if isinstance(self.view.get(move.at), ServiceCall):
            self.engine.ask("complete", id=task["id"], variables={})
            return
        node = self.description.nodes[self.of(move.at)]
        if any(name.endswith(("formRef", "formKey")) for name in node.attributes):
            self._open(id=task["id"])
        variables = self.hands.submitted(node.id, state)
        self.engine.ask("complete", id=task["id"], variables=variables)

    def _open(self, **of: str) -> None:
        """The form of a task, or of the start, is found and is one of ours."""
        self.engine.ask("form", **of)
        self.forms_opened += 1

    def _work(self, step: Step, move: Move, state: State) -> None:
        work = self._row("works", move.at)
        if work is None:
            return
        # A worker answers what no form asks.
        given = self.hands.variables(read(self.view, dict(move.answers), state.begun.date()))
        seen = self.engine.ask("work", id=work["id"], variables=given)["seen"]
        due = self._due(step, state)
        if due is not None and (
            seen.get("betrag") is None or abs(float(seen["betrag"]) - due) > 1e-6
        ):
            self.faults.append(f"{step.id}: the engine charges {seen.get('betrag')}, we {due}")

    def _due(self, step: Step, state: State) -> float | None:
        record = self.view.get(step.fee, Fee) if step.basis == "payment" else None
        if record is None:
            return None
        day = state.begun.date()
        amount = fee(self.view, record, read(self.view, state.answers, day), day).amount
        return float(amount) if amount is not None else None

    def _fail(self, move: Move) -> None:
        work = self._row("works", move.at)
        caught = [one for one in attached_to(self.view, move.at) if _trigger(one) == "error"]
        if work is None:
            return
        if caught:
            code = getattr(caught[0], "error_code", "") or "FEHLER"
            self.engine.ask("work", id=work["id"], variables={}, code=code)
        else:
            self.engine.ask("work", id=work["id"], variables={}, later=True)

    def _event(self, event: str, answers: Row) -> None:
        waiting = self._row("events", event)
        if waiting is None:
            return
        kind = "message" if waiting["kind"] == "message" else "signal"
        known = self.hands.variables({k: v for k, v in answers.items() if self.view.get(k, Field)})
        self.engine.ask(kind, id=waiting["id"], name=waiting["name"], variables=known)

    def _fire(self, timer: str) -> None:
        job = self._row("timers", timer)
        if job is not None:
            self.engine.ask("fire", id=job["id"])

    def _let_messages_go(self) -> None:
        """A worker takes what is only sent; the rehearsal passes it by itself."""
        for _ in range(100):
            sent = [w for w in self.state()["works"] if w["topic"] == MESSAGE_TOPIC]
            if not sent:
                return
            self.engine.ask("work", id=sent[0]["id"], variables={})

    # -------------------------------------------------------------------------------- looking

    def _row(self, sort: str, record: str) -> Row | None:
        """Where the engine waits at a node; that it does not is a fault."""
        rows: list[Row] = self.state()[sort]
        found = next((row for row in rows if row["node"] == self.of(record)), None)
        if found is None:
            self.faults.append(f"the engine does not wait at {record} ({sort})")
        return found

    def _is_timer(self, node: str) -> bool:
        record = self.view.get(node)
        return isinstance(record, Timer) or _trigger(record) == "timer"


def _trigger(record: Any) -> str:
    return "" if isinstance(record, Message) else getattr(record, "trigger", "")


__all__ = ["Drive"]
