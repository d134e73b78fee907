"""Which things can a clerk place, and what is everything called?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model.geometry import CARD_WIDTH, HEADER
from model.language import Message, say
from model.records import (
    DataObject,
    End,
    Event,
    Field,
    FieldGroup,
    FieldUse,
    Record,
    Start,
    Step,
    SubProcess,
)
from model.records.names import title, title_field


@dataclass(frozen=True)
class Template:
    """A thing of the palette.

    A kind of record with preset values, a size on the canvas and an icon.
    """

    key: str
    group: str
    kind: str
    icon: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    width: float = CARD_WIDTH
    height: float = HEADER

    @property
    def title(self) -> Message:
        return say(f"template.{self.key}")

    @property
    def hint(self) -> Message:
        """The term of BPMN or FIM, for the tooltip."""
        return say(f"template.{self.key}.hint")


def _row(key: str, group: str, icon: str, kind: str = "field", **fields: Any) -> Template:
    return Template(key, group, kind, icon, fields, 0, 0)


def _card(key: str, group: str, kind: str, icon: str, **fields: Any) -> Template:
    return Template(key, group, kind, icon, fields)


def _sign(key: str, group: str, kind: str, icon: str, size: float, **fields: Any) -> Template:
    return Template(key, group, kind, icon, fields, size, size)


def _event(key: str, **fields: Any) -> Template:
    return _sign(key, "rare", "event", key, 36, **fields)


_UPLOAD = ("application/pdf", "image/jpeg", "image/png")
_AUTOMATIC = {"form": "automatic"}

TEMPLATES: dict[str, Template] = {
    template.key: template
    for template in (
        _row("text", "fields", "text"),
        _row("long_text", "fields", "long_text", layout="long", max_length=1000),
        _row("number", "fields", "number", data_type="num"),
        _row("integer", "fields", "number", data_type="num_int"),
        _row("amount", "fields", "amount", data_type="num_currency", unit="EUR"),
        _row("date", "fields", "date", data_type="date"),
        _row("email", "fields", "email", layout="email", max_length=254),
        _row("phone", "fields", "phone", layout="phone", max_length=30),
        _row("iban", "fields", "iban", layout="iban", min_length=15, max_length=34),
        _row("file", "fields", "file", data_type="file", media_types=_UPLOAD),
        _row("note", "fields", "note", field_kind="label"),
        _row("yesno", "choices", "choice", field_kind="select"),
        _row("choice", "choices", "choice", field_kind="select"),
        _row("multi", "choices", "multi", field_kind="select", choices="many"),
        _row("group", "fields", "group", "group"),
        _row("repeated", "fields", "repeated", "group", maximum=None),
        _card("page", "steps", "step", "page", form="page"),
        _card("office", "steps", "step", "office", form="office"),
        _sign("decision", "steps", "decision", "decision", 50),
        _sign("parallel", "steps", "parallel", "parallel", 50),
        _card("subprocess", "steps", "subprocess", "subprocess"),
        _card("call", "steps", "call", "call"),
        _card("payment", "services", "step", "payment", **_AUTOMATIC, basis="payment"),
        _card("mailbox", "services", "step", "mailbox", **_AUTOMATIC, basis="mailbox"),
        _card("delivery", "services", "step", "delivery", **_AUTOMATIC, basis="delivery"),
        _card("register", "services", "step", "register", **_AUTOMATIC, basis="register"),
        _card("document", "services", "step", "document", **_AUTOMATIC, basis="document"),
        _card("automatic", "services", "step", "automatic", **_AUTOMATIC),
        _sign("start", "events", "start", "start", 36),
        _sign("end", "events", "end", "end", 36),
        _sign("timer", "events", "timer", "timer", 36),
        _sign("message_receive", "events", "message", "message_receive", 36, direction="receive"),
        _sign("message_send", "events", "message", "message_send", 36, direction="send"),
        _event("signal_send", trigger="signal", direction="send"),
        _event("signal_receive", trigger="signal", direction="receive"),
        _event("escalation_send", trigger="escalation", direction="send"),
        _event("escalation", trigger="escalation", direction="receive"),
        _sign("error", "rare", "event", "bolt", 36, trigger="error", direction="receive"),
        _event("condition", trigger="conditional", direction="receive"),
        _event("link_send", trigger="link", direction="send"),
        _event("link_receive", trigger="link", direction="receive"),
        _card("event_subprocess", "rare", "subprocess", "event_subprocess", by_event=True),
        Template("data_object", "rare", "data_object", "data_object", {"form": "object"}, 36, 50),
        Template("data_store", "rare", "data_object", "data_store", {"form": "store"}, 50, 50),
        Template("annotation", "notes", "annotation", "annotation", {}, 180, 48),
        Template("frame", "notes", "frame", "frame", {}, 320, 200),
    )
}


def is_field_template(key: str) -> bool:
    """True when the template becomes a row of a card, not a card."""
    return TEMPLATES[key].kind in ("field", "group")


def is_aside_template(key: str) -> bool:
    """True when the template becomes a note, a frame or a data object beside the way."""
    return TEMPLATES[key].kind in ("annotation", "frame", "data_object")


def template_of(record: Record) -> str:
    """The key of the template that best names a record, or "" (an imported block, a flow)."""
    best, fit = "", -1
    for template in TEMPLATES.values():
        if template.kind != record.kind:
            continue
        preset = template.fields
        hits = sum(getattr(record, name) == value for name, value in preset.items())
        if hits == len(preset) and hits > fit:
            best, fit = template.key, hits
    return best


def icon_of(record: Record) -> str:
    """The name of the icon that stands for a record."""
    if isinstance(record, FieldUse):
        return "use"
    if isinstance(record, Start | End | Event) and (sign := sign_of(record)):
        return sign
    key = template_of(record)
    if key and TEMPLATES[key].fields:
        return TEMPLATES[key].icon
    if isinstance(record, Field):
        return _FIELD_ICONS.get(record.data_type, "text")
    if key:
        return TEMPLATES[key].icon
    return {"group": "group", "step": "office", "foreign_node": "foreign"}.get(
        record.kind, record.kind
    )


def sign_of(event: Start | End | Event) -> str:
    """The sign inside the circle of an event, "" for none; who sends has the filled one."""
    what = event.result if isinstance(event, End) else event.trigger
    if what in ("none", ""):
        return ""
    if what in _PLAIN_SIGNS:
        return _PLAIN_SIGNS[what]
    sends = isinstance(event, End) or (isinstance(event, Event) and event.direction == "send")
    if what == "message":
        return "message_send" if sends else "message_receive"
    return _SENDS.get(what, what) if sends else _WAITS.get(what, what)


_PLAIN_SIGNS = {"timer": "timer", "stop": "stop", "conditional": "condition"}
_WAITS = {"signal": "signal_receive", "link": "link_receive", "error": "bolt"}
_SENDS = {
    "signal": "signal_send",
    "escalation": "escalation_send",
    "error": "bolt_send",
    "link": "link_send",
    "cancel": "cancel_send",
    "compensation": "compensation_send",
}
_FIELD_ICONS = {
    "date": "date",
    "time": "date",
    "datetime": "date",
    "bool": "choice",
    "num": "number",
    "num_int": "number",
    "num_currency": "amount",
    "file": "file",
}


def kind_title(record: Record) -> Message:
    """The clerk's word for what this is: Seite, Feld, Entscheidung."""
    if isinstance(record, Step):
        return say(f"kind.step.{record.form}")
    if isinstance(record, FieldGroup) and record.repeatable:
        return say("kind.group.repeated")
    if isinstance(record, Event) and record.trigger != "none":
        return say(f"kind.event.{record.trigger}")
    if isinstance(record, DataObject) and record.form == "store":
        return say("kind.data_store")
    if isinstance(record, SubProcess) and record.by_event:
        return say("kind.subprocess.by_event")
    return say(f"kind.{record.kind}")


__all__ = [
    "TEMPLATES",
    "Template",
    "icon_of",
    "is_aside_template",
    "is_field_template",
    "kind_title",
    "sign_of",
    "template_of",
    "title",
    "title_field",
]
