"""Which facts of a kind come first, and which stand under "Mehr"?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spec:
    """One line: the record's field, the editor, the values of a choice.

    ``label`` is the key of its name (default: ``inspector.<field>``); the values' names are
    ``<label>.<value>``.
    """

    field: str
    editor: str = "line"
    label: str = ""
    values: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.label or f"inspector.{self.field}"


_NAME = Spec("name")
_DOCUMENTATION = Spec("documentation", "text")
_ROLE = Spec("role", "role")
_TECHNICAL = Spec("name", label="inspector.technical_name")

FIRST: dict[str, tuple[Spec, ...]] = {
    "service": (
        _NAME,
        Spec("leika_key", "leika"),
        Spec("office"),
        Spec("version"),
        Spec("description", "text"),
    ),
    "field": (
        Spec("label", label="inspector.question"),
        Spec("template", "template", "inspector.template"),
        Spec("minimum", "required", "inspector.required"),
        Spec("help", "text"),
        Spec("visible", "condition"),
    ),
    "group": (
        Spec("label", label="inspector.group_label"),
        Spec("maximum", "repeatable", "inspector.repeatable"),
        Spec("help", "text"),
        Spec("visible", "condition"),
    ),
    "option": (
        Spec("label", label="inspector.answer"),
        Spec("id", "leads_to", "inspector.leads_to"),
        Spec("help", "text"),
    ),
    "use": (
        Spec("field", "jump", "inspector.used_field"),
        Spec("mode", "choice", values=("reads", "checks", "decides")),
    ),
    "step": (_NAME, _ROLE, _DOCUMENTATION),
    "step.automatic": (
        _NAME,
        Spec(
            "basis",
            "choice",
            values=("", "payment", "mailbox", "delivery", "register", "document"),
        ),
        _ROLE,
        _DOCUMENTATION,
    ),
    "decision": (
        Spec("name", label="inspector.decision_name"),
        Spec("mode", "choice", "inspector.decision_mode", ("exclusive", "inclusive", "event")),
        _ROLE,
        _DOCUMENTATION,
    ),
    "parallel": (_NAME, _ROLE, _DOCUMENTATION),
    "start": (
        _NAME,
        Spec("trigger", "choice", values=("none", "message", "timer")),
        _DOCUMENTATION,
    ),
    "end": (
        _NAME,
        Spec("result", "choice", values=("none", "message", "error", "stop")),
        _ROLE,
        _DOCUMENTATION,
    ),
    "message": (
        _NAME,
        Spec("direction", "choice", values=("receive", "send")),
        Spec("message_name"),
        _ROLE,
        _DOCUMENTATION,
    ),
    "timer": (_NAME, _ROLE, _DOCUMENTATION),
    "subprocess": (_NAME, _ROLE, _DOCUMENTATION),
    "call": (_NAME, Spec("called"), _ROLE, _DOCUMENTATION),
    "foreign_node": (_NAME, Spec("tag", "fixed"), _DOCUMENTATION),
    "flow": (
        Spec("source", "jump"),
        Spec("target", "jump"),
        Spec("default", "default"),
        Spec("condition", "condition"),
        Spec("name", label="inspector.flow_name"),
    ),
    "message_flow": (_NAME, Spec("source", "jump"), Spec("target", "jump")),
    "role": (_NAME, Spec("side", "choice", values=("applicant", "office", "system"))),
    "pool": (_NAME,),
}
"""Kind (or kind.form) -> what is shown at once."""

_FIM = (Spec("fim_id"), Spec("element_type", "choice", values=("ABS", "HAR", "RNG")))

MORE: dict[str, tuple[Spec, ...]] = {
    "service": (
        Spec("short_name"),
        Spec("status", "number_choice", values=tuple("12345678")),
        Spec("languages", "languages"),
        Spec("number_range"),
        Spec("trust_level", "choice", values=("", "none", "basic", "substantial", "high")),
    ),
    "field": (
        Spec("unit"),
        Spec("min_length", "integer"),
        Spec("max_length", "integer"),
        Spec("min_value", "decimal"),
        Spec("max_value", "decimal"),
        Spec("content", "line"),
        Spec("error_text", "line"),
        Spec("purpose", "text"),
        Spec("retention"),
        Spec("prefill", "choice", values=("none", "optional", "mandatory")),
        _TECHNICAL,
        *_FIM,
    ),
    "group": (
        Spec("minimum", "integer", "inspector.at_least"),
        Spec("maximum", "integer", "inspector.at_most"),
        Spec("either", "check"),
        _TECHNICAL,
        *_FIM,
    ),
    "option": (Spec("code"),),
    "step": (Spec("activity_group", "number_choice", values=tuple("01234567")),),
    "start": (Spec("message_name"),),
    "end": (Spec("message_name"), Spec("error_code")),
    "role": (Spec("group", label="inspector.technical_group"),),
    "timer": (Spec("interrupting", "check"),),
}
"""Kind -> what stands under "Mehr"."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "service": ("norms", "fees"),
    "field": ("norms", "options", "evidence", "texts", "users"),
    "group": ("norms", "texts", "users"),
    "option": ("texts",),
    "step.page": ("ways", "norms", "evidence", "texts"),
    "step.office": ("ways", "deadline", "norms"),
    "step.automatic": ("ways", "fee", "deadline", "norms"),
    "decision": ("ways", "norms"),
    "parallel": ("ways",),
    "timer": ("deadline", "ways", "norms"),
    "start": ("ways",),
    "message": ("ways", "norms"),
    "subprocess": ("ways", "norms"),
    "call": ("ways", "norms"),
    "foreign_node": ("ways",),
    "end": ("norms",),
    "flow": ("norms",),
}
"""Kind (or kind.form) -> sections, in order."""
