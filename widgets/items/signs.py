"""Which sign, which markers, which border tell what a node is?"""

from __future__ import annotations

from model.document.queries import Queries
from model.geometry import CARD_WIDTH
from model.grammar import sign_of
from model.records import (
    Decision,
    End,
    Event,
    ForeignFile,
    ForeignNode,
    Message,
    Node,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from widgets.look.expert import is_expert
from widgets.painters.looks import Edge

CARDS = ("step", "subprocess", "call", "foreign_node")
_MODES = {"inclusive": "inclusive", "event": "event", "complex": "complex"}
_KEPT_SIGNS = {
    "message": "message_receive",
    "timer": "timer",
    "signal": "signal_receive",
    "escalation": "escalation",
    "error": "bolt",
    "conditional": "condition",
    "link": "link_receive",
    "cancel": "cancel",
    "compensation": "compensation",
    "compensate": "compensation",
    "multiple": "multiple",
    "parallelMultiple": "multiple_parallel",
}
_REPEATS = {"loop": "mark_loop", "parallel": "mark_parallel", "sequential": "mark_sequential"}
_SORTS = {"page": "task_user", "office": "task_user", "automatic": "task_service"}
OPEN_FROM = 120.0
"""A call of another service that is taller shows what happens there."""


def shape_of(node: Node) -> str:
    """Who draws it: its kind; a kept block that is an event is round."""
    return "foreign_event" if is_kept_event(node) else node.kind


def is_kept_event(node: Node) -> bool:
    """True for a kept block whose element is an event."""
    return isinstance(node, ForeignNode) and node.tag.endswith("Event")


def sign_icon(node: Node) -> str:
    """What stands inside a circle or a diamond."""
    if isinstance(node, Decision):
        return _MODES.get(node.mode, "")
    if isinstance(node, Timer):
        return "timer"
    if isinstance(node, Message):
        return "message_send" if node.direction == "send" else "message_receive"
    if isinstance(node, Start | End | Event):
        return sign_of(node)
    if isinstance(node, ForeignNode):
        return _KEPT_SIGNS.get(node.extra("event"), "multiple")
    return ""


def is_dashed(node: Node) -> bool:
    """True when the work that it hangs at, or that stands around it, goes on."""
    return not getattr(node, "interrupting", True)


def is_imported(view: Queries) -> bool:
    """True when the picture comes from another program: its places leave little room for words."""
    return any("bpmn" in file.media_type for file in view.of(ForeignFile))


def markers_of(view: Queries, node: Node) -> tuple[str, ...]:
    """What stands at the lower edge of a card: how it repeats, and that it holds more."""
    found = []
    repeats = _REPEATS.get(str(getattr(node, "repeats", "")), "")
    if repeats:
        found.append(repeats)
    if node.extra("tag") == "adHocSubProcess":
        found.append("mark_adhoc")
    closes = (isinstance(node, SubProcess) and not node.expanded) or (
        isinstance(node, ServiceCall) and is_small(view, node)
    )
    if closes and not is_frame(view, node):
        found.append("mark_closed")
    return tuple(found)


def edge_of(node: Node) -> Edge:
    """The border that says what a sub-process is."""
    if isinstance(node, SubProcess) and node.by_event:
        return "dotted"
    return "double" if node.extra("tag") == "transaction" else ""


def task_sign(node: Node, *, imported: bool) -> str:
    """The sign of its sort of task, in the corner of a small card; in a picture of another program
    and for the expert also of the usual sorts.
    """
    if not isinstance(node, Step) or node.task == "abstract":
        return ""
    if node.task:
        return f"task_{node.task}"
    return _SORTS[node.form] if imported or is_expert() else ""


def is_frame(view: Queries, node: Node) -> bool:
    """True for what is drawn open, with others on it."""
    if isinstance(node, SubProcess):
        return node.expanded and any(one.parent == node.id for one in view.referring(node.id, Node))
    place = view.placement(node.id) if isinstance(node, ServiceCall) else None
    return place is not None and place.height > OPEN_FROM


def is_small(view: Queries, node: Node) -> bool:
    """True for a card that is narrower than ours: it shows its name alone, over the whole card."""
    place = view.placement(node.id)
    return place is not None and place.width < CARD_WIDTH


def name_rank(node: Node) -> tuple[bool, str]:
    """Whose name is placed first: what stands on the way before what hangs at a card."""
    return bool(getattr(node, "attached_to", "")), node.id
