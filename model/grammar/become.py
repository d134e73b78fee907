"""May this become something else, and if not, why not?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar.attach import can_hang, may_stand_alone
from model.grammar.connect import NEVER_CHOOSES
from model.grammar.contain import may_hold
from model.grammar.forms import form_in_lane
from model.grammar.kinds import TEMPLATES, Template, template_of
from model.grammar.verdict import Verdict
from model.language import Message, say
from model.records import (
    KINDS,
    DataObject,
    Decision,
    End,
    Event,
    Field,
    FieldGroup,
    FieldUse,
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
    **{
        f"task_{task}": Template(f"task_{task}", "steps", "step", f"task_{task}", {"task": task})
        for task in ("manual", "send", "receive", "script", "rule")
    },
}
"""What stands in no palette: manners of a decision, sorts of a task. One changes to them."""
TASKS = tuple(key for key, variant in VARIANTS.items() if variant.kind == "step")


def template(key: str) -> Template:
    """A template of the palette or a variant of one."""
    return VARIANTS.get(key) or TEMPLATES[key]


def becomes(view: Queries, record_id: str, *, expert: bool = False) -> list[str]:
    """The kinds a record may change to, in the order of the palette; what it is now among them.
    The sorts of a task are for the ``expert``.
    """
    record = view.get(record_id)
    if record is None:
        return []
    now = kind_now(view, record)
    keys = [*TEMPLATES, *VARIANTS] if isinstance(record, Node) else list(TEMPLATES)
    ranked = sorted(keys, key=_with_variants)
    keys = [key for key in ranked if key == now or may_become(view, record_id, key).allowed]
    return [key for key in keys if key == now or expert or key not in TASKS]


def _with_variants(key: str) -> float:
    """A variant stands behind the plain decision, a sort of task behind the office step."""
    order = list(TEMPLATES)
    if key not in VARIANTS:
        return float(order.index(key))
    return order.index("office" if key in TASKS else "decision") + 0.5


def kind_now(view: Queries, record: Record) -> str:
    """The template or variant that a record is now; "" for what no template makes."""
    if isinstance(record, Decision):
        found = (k for k, v in VARIANTS.items() if v.fields.get("mode") == record.mode)
        return next(found, "decision" if record.mode == "exclusive" else "")
    if isinstance(record, FieldGroup):
        return "repeated" if record.repeatable else "group"
    if isinstance(record, Step) and f"task_{record.task}" in VARIANTS:
        return f"task_{record.task}"
    key = template_of(record)
    return "choice" if key == "yesno" and len(view.options(record.id)) != 2 else key


def may_become(view: Queries, record_id: str, key: str) -> Verdict:
    """Whether a card, sign or row may change to what a template makes; ways and name stay."""
    record = view.get(record_id)
    if key not in TEMPLATES and key not in VARIANTS:
        return Verdict.no(say("become.unknown"))
    kind = KINDS[template(key).kind]
    if isinstance(record, DataObject):
        return Verdict.yes() if kind is DataObject else Verdict.no(say("become.not_here"))
    if isinstance(record, Field | FieldGroup):
        return Verdict.yes() if isinstance(record, kind) else Verdict.no(say("become.other_row"))
    if not isinstance(record, Node) or not issubclass(kind, Node):
        return Verdict.no(say("become.not_here"))
    for asked in (_adopted, _lane, _inside, _edges, _ways):
        refused = asked(view, record, key)
        if refused is not None:
            return refused
    return Verdict.yes()


def _adopted(_view: Queries, node: Node, _key: str) -> Verdict | None:
    """A kept block stays what it is in its file: nobody here knows all that it holds. Everything
    else may change its kind, also in a foreign file; what may not stand in the new element is left
    out at the export, and told.
    """
    if isinstance(node, ForeignNode):
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
    hung = bool(getattr(node, "attached_to", ""))
    if hung and not can_hang(key):
        return Verdict.no(say("become.hangs"))
    if not hung and key in TEMPLATES and not (alone := may_stand_alone(key)).allowed:
        return alone
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
    jump = template(key).fields.get("trigger") == "link"
    sends = template(key).fields.get("direction") == "send"
    if leaving and jump and sends:
        return Verdict.no(say("connect.from_jump"), say("connect.from_jump.instead"))
    if coming and jump and not sends:
        return Verdict.no(say("connect.to_goal"), say("connect.to_goal.instead"))
    if (leaving or coming) and template(key).fields.get("by_event"):
        return Verdict.no(say("connect.by_event"), say("connect.by_event.instead"))
    if len(leaving) < 2 or issubclass(kind, Decision | Parallel):
        return None
    plain = sum(flow.condition is None for flow in leaving)
    if kind in NEVER_CHOOSES or not issubclass(kind, Step) or plain > 1:
        return Verdict.no(_many(kind), say("become.many_ways.instead"))
    return None


def _many(kind: type[Record]) -> Message:
    waits = issubclass(kind, MessageEvent | Timer | Event | Start)
    return say("become.many_ways.event") if waits else say("become.many_ways")


__all__ = ["VARIANTS", "becomes", "kind_now", "may_become", "template"]
