"""What happens?"""

from __future__ import annotations

from typing import ClassVar, Literal

from model.records.base import Child, Ref


class Node(Child):
    """Something on the way through the service (BPMN: Flow Node).

    ``parent`` is the sub-process it stands in ("" = the service), ``role`` its lane.
    """

    family: ClassVar[str] = "node"

    name: str = ""
    role: Ref = ""
    documentation: str = ""


class Start(Node):
    """Where the service begins (BPMN: Start Event). The first page of the applicant is its form."""

    kind: Literal["start"] = "start"
    trigger: Literal["none", "message", "timer"] = "none"
    message_name: str = ""
    deadline: Ref = ""


class End(Node):
    """Where it ends (BPMN: End Event).

    ``result`` "stop" ends everything at once (BPMN: Terminate).
    """

    kind: Literal["end"] = "end"
    result: Literal["none", "message", "error", "stop"] = "none"
    message_name: str = ""
    error_code: str = ""


class Step(Node):
    """One card (BPMN: Task).

    ``form``: page = a page of the applicant's form; office = a clerk's step; automatic = done by
    the system, then ``basis`` names the Basisdienst. ``activity_group``: FIM
    Referenzaktivitätengruppe 1 to 7, 0 = not said.
    """

    kind: Literal["step"] = "step"
    form: Literal["page", "office", "automatic"] = "office"
    basis: Literal["", "payment", "mailbox", "delivery", "register", "document"] = ""
    activity_group: Literal[0, 1, 2, 3, 4, 5, 6, 7] = 0
    fee: Ref = ""


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


class SubProcess(Node):
    """Steps folded into one (BPMN: Sub-Process).

    ``activity_group``: FIM Referenzaktivitätengruppe 1 to 7, 0 = not said.
    """

    kind: Literal["subprocess"] = "subprocess"
    expanded: bool = False
    by_event: bool = False
    activity_group: Literal[0, 1, 2, 3, 4, 5, 6, 7] = 0


class ServiceCall(Node):
    """Another service does its part (BPMN: Call Activity).

    ``called`` is the key of that service.
    """

    kind: Literal["call"] = "call"
    called: str = ""
