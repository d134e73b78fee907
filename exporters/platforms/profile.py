"""What does the Camunda 7 family call things, and what are ours called there?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exporters.bpmn.vocabulary import XSI

CAMUNDA: Final = "http://camunda.org/schema/1.0/bpmn"
ENGINE: Final = "Operaton"


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine of the family. ``newest_form`` is the newest version of a form that its task list
    draws; ``key`` names the target, and the text ``platforms.guide.for.<key>``.
    """

    key: str
    name: str
    newest_form: int


OPERATON: Final = Engine("operaton", ENGINE, 19)
CIBSEVEN: Final = Engine("cibseven", "CIB seven", 16)

DAYS_KEPT: Final = 180
TIME_TO_LIVE: Final = f"P{DAYS_KEPT}D"
INITIATOR: Final = "antragsteller"
"""The variable in which the engine keeps who started the case."""

TOPICS: Final[dict[str, str]] = {
    "payment": "fachwerk-bezahlung",
    "mailbox": "fachwerk-postfach",
    "delivery": "fachwerk-zustellung",
    "register": "fachwerk-registerabruf",
    "document": "fachwerk-dokument",
}
"""Basisdienst -> topic of its external task."""
MESSAGE_TOPIC: Final = "fachwerk-nachricht"

XSI_TYPE: Final = f"{{{XSI}}}type"
FORMAL: Final = "bpmn:tFormalExpression"


def camunda(name: str) -> str:
    """The full name of an attribute or element of the engine."""
    return f"{{{CAMUNDA}}}{name}"


ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "process": frozenset({"historyTimeToLive", "versionTag"}),
    "startEvent": frozenset({"initiator", "formRef", "formRefBinding"}),
    "userTask": frozenset(
        {"assignee", "candidateGroups", "dueDate", "priority", "formRef", "formRefBinding"}
    ),
    "serviceTask": frozenset({"type", "topic", "taskPriority"}),
    "businessRuleTask": frozenset(
        {"decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable"}
    ),
    "callActivity": frozenset({"calledElementBinding"}),
    "messageEventDefinition": frozenset({"type", "topic"}),
}
"""Element -> attributes of the engine that may stand on it; everything else is a fault (O01)."""
CHILDREN: Final = frozenset({"inputOutput", "inputParameter", "in", "out"})
"""Elements of the engine that may stand in extensionElements."""
