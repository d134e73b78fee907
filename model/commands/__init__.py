"""What does a clerk do?

Verbs in the clerk's words. Each is a function that takes the open transaction first; mouse,
keyboard, table and script call the same one. A command does what it says and nothing more:
consequences are the behaviours' work, permission is the grammar's.
"""

from model.commands.arrange import lane_at, move, move_to
from model.commands.connect import connect_steps, make_default, reconnect
from model.commands.edit import (
    cite,
    deadline_for,
    move_row,
    rename,
    set_condition,
    set_required,
    uncite,
    use_field,
)
from model.commands.place import (
    add_option,
    add_role,
    append_node,
    insert_on_flow,
    place_field,
    place_field_as_page,
    place_node,
)
from model.commands.remove import consequences, remove, remove_and_reconnect
from model.commands.retype import change_field_type

__all__ = [
    "add_option",
    "add_role",
    "append_node",
    "change_field_type",
    "cite",
    "connect_steps",
    "consequences",
    "deadline_for",
    "insert_on_flow",
    "lane_at",
    "make_default",
    "move",
    "move_row",
    "move_to",
    "place_field",
    "place_field_as_page",
    "place_node",
    "reconnect",
    "remove",
    "remove_and_reconnect",
    "rename",
    "set_condition",
    "set_required",
    "uncite",
    "use_field",
]
