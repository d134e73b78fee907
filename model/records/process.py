"""What happens?"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from model.records.base import NESTED, Child, Ref
from model.records.expression import Expression

Task = Literal["", "abstract", "user", "manual", "service", "send", "receive", "script", "rule"]
"""The sort of a task in BPMN, "" = what the form of the step stands for."""
Repeats = Literal["", "loop", "parallel", "sequential"]
"""Again while it must (BPMN: Standard Loop), or once for each thing: all at the same time, or one
after the other (BPMN: Multi-Instance)."""


class Node(Child):
    """Something on the way through the service (BPMN: Flow Node).

    ``parent`` is the sub-process it stands in ("" = the service), ``role`` its lane.
    """

    family: ClassVar[str] = "node"

    name: str = ""
    role: Ref = ""
    documentation: str = ""


class Start(Node):
    """Where the service begins (BPMN: Start Event). The first page of the applicant is its form.

    ``event_name`` names the signal, error or escalation, ``error_code`` its code; ``condition``
    belongs to the trigger "conditional". In a sub-process that an event starts, ``interrupting``
    tells whether the work around it stops.
    """

    kind: Literal["start"] = "start"
    trigger: Literal[
        "none", "message", "timer", "signal", "conditional", "error", "escalation", "compensation"
    ] = "none"
    message_name: str = ""
    deadline: Ref = ""
    event_name: str = ""
    error_code: str = ""
    condition: Annotated[Expression | None, NESTED] = None
    interrupting: bool = True


class End(Node):
    """Where it ends (BPMN: End Event).

    ``result`` "stop" ends everything at once (BPMN: Terminate). ``event_name`` names the signal,
    error or escalation, ``error_code`` its code.
    """

    kind: Literal["end"] = "end"
    result: Literal[
        "none", "message", "error", "stop", "signal", "escalation", "cancel", "compensation"
    ] = "none"
    message_name: str = ""
    event_name: str = ""
    error_code: str = ""


class Step(Node):
    """One card (BPMN: Task).

    ``form``: page = a page of the applicant's form; office = a clerk's step; automatic = done by
    the system, then ``basis`` names the Basisdienst. ``activity_group``: FIM
    Referenzaktivitätengruppe 1 to 7, 0 = not said. ``task`` is the sort of task in BPMN where it
    is not the one that ``form`` stands for (user task or service task).
    """

    kind: Literal["step"] = "step"
    form: Literal["page", "office", "automatic"] = "office"
    basis: Literal["", "payment", "mailbox", "delivery", "register", "document"] = ""
    activity_group: Literal[0, 1, 2, 3, 4, 5, 6, 7] = 0
    fee: Ref = ""
    task: Task = ""
    repeats: Repeats = ""


class Decision(Node):
    """Which way goes on (BPMN: Gateway).

    exclusive = one way; inclusive = one or several; event = what comes first.
    """

    kind: Literal["decision"] = "decision"
    mode: Literal["exclusive", "inclusive", "event", "complex"] = "exclusive"


class Parallel(Node):
    """Ways that go on at the same time, or meet again (BPMN: Parallel Gateway)."""

    kind: Literal["parallel"] = "parallel"


class Message(Node):
    """A message is sent or awaited (BPMN: Intermediate Message Event)."""

    kind: Literal["message"] = "message"
    direction: Literal["send", "receive"] = "receive"
    message_name: str = ""
    attached_to: Ref = ""
    interrupting: bool = True


class Timer(Node):
    """A deadline passes (BPMN: Timer Event).

    With ``attached_to`` it is an exception at a step (BPMN: Boundary Event).
    """

    kind: Literal["timer"] = "timer"
    deadline: Ref = ""
    attached_to: Ref = ""
    interrupting: bool = True


class Event(Node):
    """Something else happens or is announced on the way (BPMN: Intermediate Event).

    What is neither a message nor a deadline. ``direction`` "receive" waits for it (BPMN: Catch),
    "send" announces it (BPMN: Throw). ``trigger`` "link" jumps: the way goes on where the event of
    the same ``event_name`` receives. ``event_name`` names the signal, error, escalation or link,
    ``error_code`` its code; ``condition`` belongs to "conditional". With ``attached_to`` it is an
    exception at a step (BPMN: Boundary Event).
    """

    kind: Literal["event"] = "event"
    trigger: Literal[
        "none", "signal", "escalation", "error", "conditional", "link", "cancel", "compensation"
    ] = "none"
    direction: Literal["send", "receive"] = "receive"
    event_name: str = ""
    error_code: str = ""
    condition: Annotated[Expression | None, NESTED] = None
    attached_to: Ref = ""
    interrupting: bool = True


class SubProcess(Node):
    """Steps folded into one (BPMN: Sub-Process).

    ``activity_group``: FIM Referenzaktivitätengruppe 1 to 7, 0 = not said.
    """

    kind: Literal["subprocess"] = "subprocess"
    expanded: bool = False
    by_event: bool = False
    activity_group: Literal[0, 1, 2, 3, 4, 5, 6, 7] = 0
    repeats: Repeats = ""


class ServiceCall(Node):
    """Another service does its part (BPMN: Call Activity).

    ``called`` is the key of that service.
    """

    kind: Literal["call"] = "call"
    called: str = ""
    repeats: Repeats = ""
