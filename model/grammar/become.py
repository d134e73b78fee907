"""May this become something else, and if not, why not?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar.connect import NEVER_CHOOSES
from model.grammar.contain import may_hold
from model.grammar.forms import form_in_lane
from model.grammar.kinds import TEMPLATES, Template, template_of
from model.grammar.verdict import Verdict
from model.language import Message, say
from model.records import (
    KINDS,
    Decision,
    End,
    Field,
    FieldGroup,
    FieldUse,
    ForeignFile,
    ForeignNode,
    Node,
    Parallel,
    Record,
    Role,
    Start,
    Step,
    SubProcess,
    Timer,
)
from model.records import Message as MessageEvent

VARIANTS: dict[str, Template] = {
    "inclusive": Template("inclusive", "steps", "decision", "decision", {"mode": "inclusive"}),
    "first_event": Template("first_event", "steps", "decision", "decision", {"mode": "event"}),
}
"""Manners of a decision that stand in no palette: one changes a decision to them."""


def template(key: str) -> Template:
    """A template of the palette or a variant of one."""
    return VARIANTS.get(key) or TEMPLATES[key]


def becomes(view: Queries, record_id: str) -> list[str]:
    """The kinds a record may change to, in the order of the palette; what it is now among them."""
    record = view.get(record_id)
    if record is None:
        return []
    now = kind_now(view, record)
    keys = [*TEMPLATES, *VARIANTS] if isinstance(record, Node) else list(TEMPLATES)
    ranked = sorted(keys, key=_with_variants)
    return [key for key in ranked if key == now or may_become(view, record_id, key).allowed]


def _with_variants(key: str) -> float:
    """A variant stands behind the plain decision."""
    order = list(TEMPLATES)
    return order.index("decision") + 0.5 if key in VARIANTS else float(order.index(key))


def kind_now(view: Queries, record: Record) -> str:
    """The template or variant that a record is now; "" for what no template makes."""
    if isinstance(record, Decision):
        found = (k for k, v in VARIANTS.items() if v.fields["mode"] == record.mode)
        return next(found, "decision" if record.mode == "exclusive" else "")
    if isinstance(record, FieldGroup):
        return "repeated" if record.repeatable else "group"
    key = template_of(record)
    return "choice" if key == "yesno" and len(view.options(record.id)) != 2 else key


def may_become(view: Queries, record_id: str, key: str) -> Verdict:
    """Whether a card, sign or row may change to what a template makes; ways and name stay."""
    record = view.get(record_id)
    if key not in TEMPLATES and key not in VARIANTS:
        return Verdict.no(say("become.unknown"))
    kind = KINDS[template(key).kind]
    if isinstance(record, Field | FieldGroup):
        return Verdict.yes() if isinstance(record, kind) else Verdict.no(say("become.other_row"))
    if not isinstance(record, Node) or not issubclass(kind, Node):
        return Verdict.no(say("become.not_here"))
    for asked in (_adopted, _lane, _inside, _edges, _ways):
        refused = asked(view, record, key)
        if refused is not None:
            return refused
    return Verdict.yes()


def _adopted(view: Queries, node: Node, key: str) -> Verdict | None:
    """What came from a foreign file keeps its family: its element there holds more than we know,
    and most of it may stand in no other element.
    """
    family = isinstance(node, KINDS[template(key).kind]) and node.extra("tag") != "scriptTask"
    if isinstance(node, ForeignNode) or (view.of(ForeignFile) and not family):
        return Verdict.no(say("become.foreign"), say("become.foreign.instead"))
    return None


def _lane(view: Queries, node: Node, key: str) -> Verdict | None:
    """A lane decides who does it: a page stands with the applicant, an office step does not."""
    role = view.get(node.role, Role)
    form = str(template(key).fields.get("form", ""))
    if role is None or not form:
        return None
    held = may_hold(view, role.id, key)
    if not held.allowed:
        return held
    uses = view.children(node.id, FieldUse)
    asks = len(view.rows(node.id)) > len(uses)
    if form_in_lane(form, role.side, asks=asks, reads=bool(uses)) == form:
        return None
    return Verdict.no(say(f"become.lane.{role.side}"), say("become.lane.instead"))


def _inside(view: Queries, node: Node, key: str) -> Verdict | None:
    """A sub-process with steps in it stays one."""
    holds = isinstance(node, SubProcess) and any(
        other.parent == node.id for other in view.referring(node.id, Node)
    )
    if holds and template(key).kind != "subprocess":
        return Verdict.no(say("become.not_empty"), say("become.not_empty.instead"))
    return None


def _edges(view: Queries, node: Node, key: str) -> Verdict | None:
    """What hangs at a step stays a sign that can; a step with such signs stays one."""
    kind = KINDS[template(key).kind]
    hangs = bool(getattr(node, "attached_to", ""))
    if hangs and not (issubclass(kind, Timer) or key == "message_receive"):
        return Verdict.no(say("become.hangs"))
    carries = any(
        getattr(other, "attached_to", "") == node.id for other in view.referring(node.id, Node)
    )
    if carries and "attached_to" in kind.model_fields:
        return Verdict.no(say("become.carries"), say("become.carries.instead"))
    if carries and kind in (Start, End, Decision, Parallel):
        return Verdict.no(say("become.carries"), say("become.carries.instead"))
    return None


def _ways(view: Queries, node: Node, key: str) -> Verdict | None:
    """An end is left by no way, a start reached by none, an event left by one alone."""
    kind = KINDS[template(key).kind]
    leaving, coming = view.outgoing(node.id), view.incoming(node.id)
    starts = [other for other in view.of(Start) if other.parent == node.parent]
    if isinstance(node, Start) and kind is not Start and len(starts) < 2:
        return Verdict.no(say("become.only_start"), say("become.only_start.instead"))
    if kind is End and leaving:
        return Verdict.no(say("connect.from_end"), say("become.end.instead"))
    if kind is Start and coming:
        return Verdict.no(say("connect.to_start"), say("connect.to_start.instead"))
    if len(leaving) < 2 or issubclass(kind, Decision | Parallel):
        return None
    plain = sum(flow.condition is None for flow in leaving)
    if kind in NEVER_CHOOSES or not issubclass(kind, Step) or plain > 1:
        return Verdict.no(_many(kind), say("become.many_ways.instead"))
    return None


def _many(kind: type[Record]) -> Message:
    waits = issubclass(kind, MessageEvent | Timer | Start)
    return say("become.many_ways.event") if waits else say("become.many_ways")


__all__ = ["VARIANTS", "becomes", "kind_now", "may_become", "template"]
