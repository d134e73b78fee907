"""What does a change mean for the lines of the table?"""

from __future__ import annotations

from model.document import Change
from model.records import Flow, Node


def renames(change: Change) -> bool:
    """A node is called otherwise now."""
    before, after = change.before, change.after
    return isinstance(before, Node) and isinstance(after, Node) and before.name != after.name


def leads_elsewhere(change: Change) -> bool:
    """The order of reading may be another now."""
    before, after = change.before, change.after
    if isinstance(change.record, Node):
        names = ("parent", "attached_to")
        return (before is None) != (after is None) or any(
            getattr(before, name, "") != getattr(after, name, "") for name in names
        )
    if not isinstance(change.record, Flow):
        return False
    if not isinstance(before, Flow) or not isinstance(after, Flow):
        return True
    ways = [(way.source, way.target, way.default, way.order) for way in (before, after)]
    return ways[0] != ways[1]
