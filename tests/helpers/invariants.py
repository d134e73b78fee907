"""What is true of every document that was edited in Fachwerk?"""

from __future__ import annotations

from model.document import Snapshot
from model.records import Decision, Flow, Node, Placement, Role, Step


def dangling(view: Snapshot) -> list[str]:
    """References that lead nowhere, as "record -> missing id"."""
    return [
        f"{record.id} -> {target}"
        for record in view
        for target in record.references()
        if target not in view
    ]


def choices_without_default(view: Snapshot) -> list[str]:
    """Ids of nodes at which a choice is made without exactly one way "sonst"."""
    wrong = []
    for node in view.of(Node):
        flows = view.outgoing(node.id)
        chooses = isinstance(node, Decision) and node.mode in ("exclusive", "inclusive")
        chooses = chooses or (isinstance(node, Step) and any(f.condition for f in flows))
        if not chooses or len(flows) < 2:
            continue
        defaults = [flow for flow in flows if flow.default]
        if len(defaults) != 1 or defaults[0].condition is not None:
            wrong.append(node.id)
    return wrong


def ways_from_nowhere(view: Snapshot) -> list[str]:
    """Ways whose ends are no nodes."""
    nodes = {node.id for node in view.of(Node)}
    return [f.id for f in view.of(Flow) if f.source not in nodes or f.target not in nodes]


def overlapping_lanes(view: Snapshot) -> list[tuple[str, str]]:
    """Pairs of lanes that cover each other."""
    lanes = [p for role in view.of(Role) if (p := view.placement(role.id)) is not None]
    return [
        (a.about, b.about)
        for number, a in enumerate(lanes)
        for b in lanes[number + 1 :]
        if a.box.grown(-0.5).intersects(b.box.grown(-0.5))
    ]


def placed_twice(view: Snapshot) -> list[str]:
    """Records with two placements in one view."""
    seen: set[tuple[str, str]] = set()
    twice = []
    for place in view.of(Placement):
        if (place.about, place.view) in seen:
            twice.append(place.about)
        seen.add((place.about, place.view))
    return twice
