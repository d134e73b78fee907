"""How does something new come onto the canvas?"""

from __future__ import annotations

from model.commands import (
    append_node,
    deadline_for,
    lane_at,
    set_required,
)
from model.commands.arrange import nearest_lane
from model.document.queries import Queries
from model.geometry import HEADER, ROW, Point, Rect, united
from model.grammar import (
    TEMPLATES,
    Verdict,
    is_aside_template,
    is_field_template,
    may_attach,
    may_hold,
    may_stand_alone,
)
from model.grammar.connect import stands_alone
from model.language import Message, say
from model.records import (
    Deadline,
    Decision,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Parallel,
    Record,
    Role,
    Step,
    make,
)
from widgets.tools.connect import refusal, target_of
from widgets.tools.edges import data_plan_beside, on_grid, plan_attach, plan_data
from widgets.tools.plans import AROUND, Plan, made_of
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.rows import gap_at
from widgets.tools.snap import beside
from widgets.tools.stage import Gesture, Stage

NAMELESS = ("parallel", "start", "end")
"""Who is placed and left alone; everything else is named at once, by typing on."""

USUAL_DAYS = 14
"""The length a new deadline begins with."""
BELOW = 24.0
"""So near below the last row of a card (on the canvas) a field still goes onto that card."""


def place(stage: Stage, template: str) -> Gesture:
    """Carry a template (by drag-and-drop, or armed by a click or Enter in the palette) until it is
    let go.
    """
    stage.hint(say("canvas.hint.place", what=TEMPLATES[template].title))
    try:
        pointer = yield
        while pointer.phase != "release":
            stage.preview(plan(stage, template, pointer).ghost)
            pointer = yield
        made = carry_out(stage, template, plan(stage, template, pointer))
        if made and TEMPLATES[template].kind not in NAMELESS:
            stage.rename(made)
    finally:
        stage.preview(None)
        stage.hint(None)


def plan(stage: Stage, template: str, pointer: Pointer) -> Plan:
    """What would happen if the template were let go here."""
    if is_aside_template(template):
        return _plan_aside(stage, template, pointer)
    if is_field_template(template):
        return _plan_field(stage, template, pointer)
    return _plan_node(stage, template, pointer)


def _plan_field(stage: Stage, template: str, pointer: Pointer) -> Plan:
    """On a card (or just below its last row) a row, on empty ground a new page with it."""
    view = stage.document.snapshot()
    card = target_of(pointer.hit)
    if not card and not pointer.held("alt"):
        card = _card_above(stage, view, pointer.point)
    box = stage.box(card) if card else None
    icon = TEMPLATES[template].icon
    shadow = Rect(pointer.point.x + 10, pointer.point.y + 8, 200, ROW)
    if box is not None:
        gap = gap_at(view, card, box, pointer.point)
        verdict = may_hold(view, gap.parent, template)
        ghost = Ghost(
            boxes=(shadow,),
            icon=icon,
            label=TEMPLATES[template].title,
            target=card,
            insertion=gap.line if verdict.allowed else None,
            allowed=verdict.allowed,
            words=refusal(verdict),
            at=pointer.point.moved(0, 26),
        )
        return Plan("row" if verdict.allowed else "nothing", ghost, gap.parent, gap.before)
    role = nearest_lane(view, pointer.point)
    verdict = _field_lane(view, role)
    words = refusal(verdict) or (say("canvas.place.page", what=TEMPLATES[template].title),)
    at = on_grid(stage, pointer, 232, HEADER + ROW + 4)
    page = Rect(at.x - 116, at.y - 34, 232, HEADER + ROW + 4)
    ghost = Ghost(
        boxes=(page,),
        icon=icon,
        label=TEMPLATES[template].title,
        allowed=verdict.allowed,
        words=words,
        at=pointer.point,
    )
    if role is None or not verdict.allowed:
        return Plan("nothing", ghost)
    return Plan("page", ghost, role.id, at=at)


def _card_above(stage: Stage, view: Queries, point: Point) -> str:
    """The card whose lower edge is just above a point, or ""."""
    strip = Rect(point.x, point.y - BELOW, 0.01, BELOW)
    near = stage.boxes_near(strip)
    found = (one for one, box in near.items() if box.bottom <= point.y and view.get(one, Step))
    return next(found, "")


def _field_lane(view: Queries, role: Role | None) -> Verdict:
    if role is None:
        return Verdict.no(say("canvas.place.no_lane"))
    if role.side == "system":
        return Verdict.no(say("contain.automatic"), say("contain.automatic.instead"))
    return may_hold(view, role.id, "page" if role.side == "applicant" else "office")


def _plan_node(stage: Stage, template: str, pointer: Pointer) -> Plan:
    """On a way it is inserted (Alt: not), elsewhere it stands in the lane."""
    view = stage.document.snapshot()
    kind = TEMPLATES[template]
    height = kind.height if kind.kind not in ("step", "subprocess", "call") else HEADER + ROW
    at = on_grid(stage, pointer, kind.width, height)
    box = Rect(at.x - kind.width / 2, at.y - height / 2, kind.width, height)
    flow = "" if pointer.held("alt") else stage.flow_near(pointer.point)
    if flow and _can_insert(template):
        words: tuple[Message, ...] = (say("canvas.place.insert", what=kind.title),)
        ghost = Ghost(
            boxes=(box,), icon=kind.icon, label=kind.title, flow=flow, words=words, at=pointer.point
        )
        return Plan("insert", ghost, flow=flow, at=at)
    if (hung := plan_attach(stage, template, pointer)) is not None:
        return hung
    if template == "timer" and (planned := _plan_deadline(view, pointer)) is not None:
        return planned
    role = lane_at(view, pointer.point) or nearest_lane(view, pointer.point)
    verdict = (
        may_hold(view, role.id, template)
        if role is not None
        else Verdict.no(say("canvas.place.no_lane"))
    )
    if not (alone := may_stand_alone(template)).allowed:
        verdict = alone
    ghost = Ghost(
        boxes=(box,),
        icon=kind.icon,
        label=kind.title,
        allowed=verdict.allowed,
        words=refusal(verdict),
        at=pointer.point,
    )
    if role is None or not verdict.allowed:
        return Plan("nothing", ghost)
    return Plan("node", ghost, role.id, at=at)


def _plan_aside(stage: Stage, template: str, pointer: Pointer) -> Plan:
    """A note is tied to what it is let go on (Alt: not), and stands beside it."""
    kind = TEMPLATES[template]
    if kind.kind == "data_object":
        return plan_data(stage, template, pointer)
    if template == "frame":
        box = Rect(pointer.point.x - kind.width / 2, pointer.point.y - 20, kind.width, kind.height)
        return Plan("frame", Ghost(area=box, at=pointer.point, deed="place"), at=box.center)
    at = on_grid(stage, pointer, kind.width, kind.height)
    box = Rect(at.x - kind.width / 2, at.y - kind.height / 2, kind.width, kind.height)
    tied = pointer.hit.kind in ("node", "row", "option", "flow") and not pointer.held("alt")
    about = pointer.hit.id if tied else ""
    ghost = Ghost(
        (box,), kind.icon, kind.title, target=target_of(pointer.hit) if tied else "", flow=about
    )
    return Plan("note", ghost, about, at=at)


def _plan_deadline(view: Queries, pointer: Pointer) -> Plan | None:
    """On a step of the office or the system it is the deadline of that step."""
    step = view.get(target_of(pointer.hit), Step)
    if step is None or step.form == "page":
        return None
    free = not view.children(step.id, Deadline)
    words: tuple[Message, ...] = (
        (say("canvas.place.deadline"),)
        if free
        else (say("canvas.place.has_deadline"), say("canvas.place.has_deadline.instead"))
    )
    ghost = Ghost(target=step.id, allowed=free, words=words, at=pointer.point)
    return Plan("deadline" if free else "nothing", ghost, step.id)


def _can_insert(template: str) -> bool:
    made = make(TEMPLATES[template].kind, id="x", **TEMPLATES[template].fields)
    stands = may_stand_alone(template).allowed and not stands_alone(made)
    return stands and TEMPLATES[template].kind not in ("start", "end")


def carry_out(stage: Stage, template: str, planned: Plan, name: str = "") -> str:
    """Do what was planned, in one transaction; the new thing is chosen. Returns the id of what can
    be named now, or "". ``name``: it has one already; a question with * behind it must be answered.
    """
    name, must = _starred(template, name)
    label = say("canvas.undo.place", what=TEMPLATES[template].title)
    if planned.outcome == "nothing":
        return ""
    if planned.outcome == "deadline":
        with stage.document.transaction(label, "canvas") as tx:
            deadline_for(tx, planned.parent, USUAL_DAYS)
        stage.select((planned.parent,), planned.parent)
        return ""
    with stage.document.transaction(label, "canvas") as tx:
        record = made_of(tx, template, planned, name)
        if must:
            set_required(tx, record.id, True)
    stage.select((record.id,), record.id)
    return record.id


def _starred(template: str, name: str) -> tuple[str, bool]:
    """ "Name*" as on paper: the name, and that it must be answered."""
    plain = name.rstrip("* ")
    must = is_field_template(template) and bool(plain) and plain != name.rstrip()
    return (plain, True) if must else (name, False)


def place_beside(stage: Stage, template: str, name: str = "") -> str:
    """Without the mouse: beside what is chosen, connected where the grammar allows it. "" when
    nothing fitting is chosen (then it is armed).
    """
    view = stage.document.snapshot()
    chosen = view.get(stage.selected[-1]) if stage.selected else None
    if chosen is None:
        return ""
    if is_aside_template(template):
        return _aside_beside(stage, view, template, chosen, name)
    if is_field_template(template):
        return _row_beside(stage, view, template, chosen, name)
    if not may_stand_alone(template).allowed:
        return _attached_beside(stage, view, template, chosen, name)
    if isinstance(chosen, Flow):
        if not _can_insert(template):
            return ""
        ghost = Ghost(flow=chosen.id)
        return carry_out(stage, template, Plan("insert", ghost, flow=chosen.id), name)
    return _node_beside(stage, view, template, chosen, name)


def _attached_beside(stage: Stage, view: Queries, template: str, chosen: Record, name: str) -> str:
    """At the lower edge of the chosen card."""
    card = view.card_of(chosen.id)
    if card is None or not may_attach(view, card.id, template).allowed:
        return ""
    return carry_out(stage, template, Plan("attach", Ghost(), card.id), name)


def _aside_beside(stage: Stage, view: Queries, template: str, chosen: Record, name: str) -> str:
    """A frame around all that is chosen, or a note above the chosen element, tied to it."""
    if TEMPLATES[template].kind == "data_object":
        planned = data_plan_beside(stage, view, template, chosen)
        return carry_out(stage, template, planned, name) if planned is not None else ""
    homes = [view.card_of(one) or view.get(one) for one in stage.selected]
    boxes = [b for home in homes if home is not None and (b := stage.box(home.id)) is not None]
    boxes += [Rect(*p, 0, 0) for one in stage.selected for p in stage.course(one)]
    if not boxes:
        return ""
    around = united(boxes)
    if template == "frame":
        ghost = Ghost(area=around.grown(AROUND))
        return carry_out(stage, template, Plan("frame", ghost), name)
    kind = TEMPLATES[template]
    wanted = Rect(around.x, around.y - kind.height - AROUND, kind.width, kind.height)
    near = stage.boxes_near(wanted.grown(300))
    at = beside(wanted, near.values()).center
    return carry_out(stage, template, Plan("note", Ghost(), chosen.id, at=at), name)


def _row_beside(stage: Stage, view: Queries, template: str, chosen: Record, name: str) -> str:
    """Below the chosen row, or as the last row of the chosen card."""
    parent, before = row_place(view, chosen)
    if not parent or not may_hold(view, parent, template).allowed:
        return ""
    return carry_out(stage, template, Plan("row", Ghost(), parent, before), name)


def row_place(view: Queries, chosen: Record) -> tuple[str, str]:
    """The card or group, and the row before which a new row stands beside what is chosen; "" when
    nothing there takes rows.
    """
    parent, before = "", ""
    if isinstance(chosen, Option):
        chosen = view[chosen.parent]
    if isinstance(chosen, FieldGroup):
        parent = chosen.id
    elif isinstance(chosen, Field | FieldUse):
        parent = chosen.parent
        siblings = [row.id for row in view.rows(parent)]
        after = siblings.index(chosen.id) + 1
        before = siblings[after] if after < len(siblings) else ""
    elif isinstance(chosen, Step):
        parent = chosen.id
    return parent, before


def _node_beside(stage: Stage, view: Queries, template: str, chosen: Record, name: str) -> str:
    card = view.card_of(chosen.id)
    if not isinstance(card, Node) or TEMPLATES[template].kind == "start":
        return ""
    kind = TEMPLATES[template]
    if kind.fields.get("by_event") or kind.key == "link_receive":
        return ""  # no way leads to it
    option = chosen.id if isinstance(chosen, Option) else ""
    onward = [flow for flow in view.outgoing(card.id) if flow.condition is None]
    branches = isinstance(card, Decision | Parallel)
    if len(onward) == 1 and not option and not branches and _can_insert(template):
        planned = Plan("insert", Ghost(flow=onward[0].id), flow=onward[0].id)
        return carry_out(stage, template, planned, name)
    label = say("canvas.undo.place", what=TEMPLATES[template].title)
    lane = _lane_for(view, template, card)
    with stage.document.transaction(label, "canvas") as tx:
        node = append_node(tx, template, card.id, role=lane, option=option, name=name)
    stage.select((node.id,), node.id)
    return node.id


def _lane_for(view: Queries, template: str, card: Node) -> str:
    """A page goes to the applicant, an office step to the office, a Basisdienst to the system; the
    rest stays in the lane.
    """
    form = TEMPLATES[template].fields.get("form")
    wanted = {"page": "applicant", "office": "office", "automatic": "system"}.get(str(form), "")
    here = view.get(card.role, Role)
    if not wanted or (here is not None and here.side == wanted):
        return card.role
    return next((role.id for role in view.ordered(Role) if role.side == wanted), card.role)


__all__ = [
    "NAMELESS",
    "USUAL_DAYS",
    "Plan",
    "carry_out",
    "place",
    "place_beside",
    "plan",
    "row_place",
]
