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

_EVENT_NAME = Spec("event_name", "event_name", "inspector.event.name")
_CODE = Spec("error_code", "event_code", "inspector.event.code")
_ATTACHED = (Spec("attached_to", "attached"), Spec("interrupting", "interrupting"))
_HAPPENS = Spec("condition", "event_condition", "inspector.event.condition")
_REPEATS = Spec("repeats", "choice", values=("", "loop", "parallel", "sequential"))
_TASK = Spec(
    "task",
    "task",
    values=("", "abstract", "user", "manual", "service", "send", "receive", "script", "rule"),
)
EXPERT = Spec("id", "expert", "inspector.expert_name")
TRIGGERS = (
    "none",
    "message",
    "timer",
    "signal",
    "conditional",
    "error",
    "escalation",
    "compensation",
)
RESULTS = ("none", "message", "error", "stop", "signal", "escalation", "cancel", "compensation")
EVENTS = ("signal", "escalation", "error", "conditional", "link", "cancel", "compensation", "none")

LEVELS = ("act", "ordinance", "bylaw", "directive", "eu", "other")
FEE_FORMS = ("fixed", "table", "frame", "free")
FEE_POLICIES = ("", "inactive", "optional", "mandatory", "later")
EFFECTS = ("rate", "surcharge", "reduction", "exemption")
UNITS = ("hour", "day", "workday", "week", "month", "year")
DEADLINE = (
    Spec("name", "line", "inspector.deadline.name"),
    Spec("length", "integer", "inspector.deadline.length"),
    Spec("unit", "choice", "inspector.deadline.unit", UNITS),
    Spec("starts_with", "node", "inspector.deadline.starts_with"),
    Spec("starts", "line", "inspector.deadline.starts"),
    Spec("effect", "text", "inspector.deadline.effect"),
)
EVIDENCE = (
    Spec("name", "line", "inspector.evidence.name"),
    Spec("reason", "line", "inspector.evidence.reason"),
    Spec("needed", "condition", "inspector.evidence.needed"),
    Spec("upload", "upload", "inspector.evidence.upload"),
    Spec("source_register", "line", "inspector.evidence.register"),
)
DOCUMENT_TYPE = Spec("document_type", "line", "inspector.evidence.document_type")
TARIFF_ROW = (
    Spec("label", "line", "inspector.tariff.label"),
    Spec("when", "condition", "inspector.tariff.when"),
    Spec("amount", "decimal", "inspector.tariff.amount"),
    Spec("effect", "choice", "inspector.tariff.effect", EFFECTS),
)

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
    "step.page": (
        _NAME,
        Spec("shown_if", "page_condition", "inspector.shown_if"),
        _ROLE,
        _DOCUMENTATION,
    ),
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
        Spec("trigger", "trigger", values=TRIGGERS),
        _EVENT_NAME,
        _HAPPENS,
        _DOCUMENTATION,
    ),
    "end": (
        _NAME,
        Spec("result", "choice", values=RESULTS),
        _EVENT_NAME,
        _ROLE,
        _DOCUMENTATION,
    ),
    "message": (
        _NAME,
        Spec("direction", "direction", values=("receive", "send")),
        Spec("message_name"),
        _ROLE,
        _DOCUMENTATION,
    ),
    "timer": (_NAME, *_ATTACHED, _ROLE, _DOCUMENTATION),
    "event": (
        _NAME,
        Spec("trigger", "trigger", "inspector.event.trigger", EVENTS),
        Spec("direction", "direction", "inspector.event.direction", ("receive", "send")),
        _EVENT_NAME,
        _HAPPENS,
    ),
    "data_object": (
        _NAME,
        Spec("form", "choice", "inspector.data.form", ("object", "store", "input", "output")),
        Spec("state", "line", "inspector.data.state"),
        Spec("many", "check", "inspector.data.several"),
    ),
    "data_flow": (_NAME, Spec("source", "jump"), Spec("target", "jump")),
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
    "pool": (_NAME, Spec("black_box", "check")),
    "annotation": (
        Spec("text", "text", "inspector.annotation.text"),
        Spec("about", "node", "inspector.annotation.about"),
    ),
    "frame": (_NAME,),
    "norm": (
        Spec("paragraph", label="inspector.norm.paragraph"),
        Spec("law", label="inspector.norm.law"),
        Spec("title", label="inspector.norm.title"),
        Spec("level", "choice", "inspector.norm.level", LEVELS),
        Spec("link", label="inspector.norm.link"),
    ),
    "rule": (
        Spec("name", label="inspector.rule.name"),
        Spec("expression", "condition", "inspector.rule.when.condition"),
        Spec("message", "text", "inspector.rule.message"),
        Spec("description", "text", "inspector.rule.description"),
    ),
    "evidence": EVIDENCE,
    "deadline": DEADLINE[:5],
    "fee": (
        Spec("name", "line", "inspector.fee.name"),
        Spec("form", "choice", "inspector.fee.form", FEE_FORMS),
        Spec("amount", "decimal", "inspector.fee.amount"),
        Spec("per", "line", "inspector.fee.per"),
        Spec("policy", "choice", "inspector.fee.policy", FEE_POLICIES),
    ),
    "tariff_row": TARIFF_ROW,
    "module": (Spec("text", "text", "inspector.module.text"),),
    "code_list": (
        _NAME,
        Spec("urn", label="inspector.code_list.urn"),
        Spec("version"),
        Spec("issuer", label="inspector.code_list.issuer"),
    ),
}
"""Kind (or kind.form) -> what is shown at once."""

_VALID = (Spec("valid_from", "day"), Spec("valid_until", "day"))
_FIM = (Spec("fim_id"), Spec("element_type", "choice", values=("ABS", "HAR", "RNG")))

MORE: dict[str, tuple[Spec, ...]] = {
    "service": (
        Spec("short_name"),
        Spec("status", "number_choice", values=tuple("12345678")),
        Spec("languages", "languages"),
        Spec("document_profile"),
        Spec("number_range"),
        Spec("trust_level", "choice", values=("", "none", "basic", "substantial", "high")),
        *_VALID,
    ),
    "field": (
        Spec("value", "calculation", "inspector.value"),
        Spec("unit"),
        Spec("min_length", "integer"),
        Spec("max_length", "integer"),
        Spec("min_value", "decimal"),
        Spec("max_value", "decimal"),
        Spec("pattern"),
        Spec("content", "text"),
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
    "step": (
        Spec("activity_group", "number_choice", values=tuple("01234567")),
        _REPEATS,
        _TASK,
    ),
    "subprocess": (
        Spec("activity_group", "number_choice", values=tuple("01234567")),
        _REPEATS,
        Spec("by_event", "check"),
        Spec("expanded", "check"),
    ),
    "call": (_REPEATS,),
    "start": (
        Spec("message_name", "message_name"),
        _CODE,
        Spec("interrupting", "interrupting", "inspector.interrupting.around"),
    ),
    "end": (Spec("message_name", "message_name"), _CODE),
    "event": (_CODE, *_ATTACHED, _ROLE, _DOCUMENTATION),
    "message": _ATTACHED,
    "role": (Spec("group", label="inspector.technical_group"),),
    "norm": (Spec("wording", "text", "inspector.norm.wording"), *_VALID),
    "evidence": (DOCUMENT_TYPE,),
    "deadline": DEADLINE[5:],
}
"""Kind -> what stands under "Mehr"."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "service": ("norms", "fees", "burden", "rules", "named", "modules", "texts"),
    "field": ("norms", "options", "rules", "evidence", "texts", "users", "named"),
    "group": ("norms", "rules", "texts", "users", "named"),
    "option": ("texts",),
    "step.page": ("ways", "norms", "rules", "evidence", "texts", "named"),
    "step.office": ("ways", "deadline", "norms", "evidence"),
    "step.automatic": ("ways", "fee", "deadline", "norms"),
    "decision": ("ways", "norms"),
    "parallel": ("ways",),
    "timer": ("deadline", "ways", "norms"),
    "start": ("ways",),
    "event": ("ways", "norms"),
    "message": ("ways", "norms"),
    "subprocess": ("ways", "norms"),
    "call": ("ways", "norms"),
    "foreign_node": ("ways",),
    "end": ("norms",),
    "flow": ("norms",),
    "rule": ("users", "norms", "texts"),
    "evidence": ("norms", "texts"),
    "deadline": ("reckoning", "norms"),
    "fee": ("tariff", "reckoning", "norms", "users"),
    "tariff_row": ("reckoning", "norms"),
    "module": ("texts",),
}
"""Kind (or kind.form) -> sections, in order."""
