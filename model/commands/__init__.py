"""What does a clerk do?

Verbs in the clerk's words. Each is a function that takes the open transaction first; mouse,
keyboard, table and script call the same one. A command does what it says and nothing more:
consequences are the behaviours' work, permission is the grammar's.

Why few make way together and many one by one (11/2026): straight columns are worth more than
stillness as long as a service fits into one look; in a wall of ten thousand cards nobody wants five
thousand moved for one (``giveway``).
"""

from model.commands.align import align, distribute
from model.commands.arrange import lane_at, move, move_to, pin
from model.commands.asides import (
    fit_note,
    move_asides,
    place_data,
    place_frame,
    place_note,
    resize_frame,
    tie_note,
)
from model.commands.attach import attach, attach_new, detach
from model.commands.cases import (
    add_entry,
    answer_case,
    duplicate_case,
    entries,
    expect,
    free_name,
    make_case,
    make_cases,
    remove_entry,
)
from model.commands.clipping import Clip, clip
from model.commands.connect import (
    connect_data,
    connect_steps,
    make_default,
    reads_or_writes,
    reconnect,
)
from model.commands.copying import Pasted, duplicate, paste, paste_uses
from model.commands.course import reset_course, set_bends
from model.commands.edit import (
    cite,
    deadline_for,
    move_row,
    rename,
    set_required,
    uncite,
    use_field,
)
from model.commands.lanes import move_lane, resize_lane
from model.commands.lists import (
    Planned,
    lines_of,
    parse_html,
    parse_list,
    paste_answers,
    paste_list,
    paste_list_as_page,
    planned,
)
from model.commands.morph import change_kind, losses
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
from model.commands.rules import (
    add_rule,
    add_validation,
    condition_field,
    dissolve_condition,
    name_condition,
    named_conditions,
    result_type,
    same_conditions,
    set_condition,
    set_value,
    what_is_lost,
)
from model.commands.shelf import (
    RawEntry,
    RawForm,
    ShelfGroup,
    forms_beside,
    is_taken,
    open_entries,
    put_away,
    shelf_groups,
    shelve,
    take,
    take_as_page,
    take_rest,
)
from model.commands.showing import page_condition, show_page_if, ways_to
from model.commands.space import make_space
from model.commands.stops import begin_script, move_stop, script_of, set_stop, word_stop
from model.commands.tidy import tidy

__all__ = [
    "Clip",
    "Pasted",
    "Planned",
    "RawEntry",
    "RawForm",
    "ShelfGroup",
    "add_entry",
    "add_option",
    "add_role",
    "add_rule",
    "add_validation",
    "align",
    "answer_case",
    "append_node",
    "attach",
    "attach_new",
    "begin_script",
    "change_field_type",
    "change_kind",
    "cite",
    "clip",
    "condition_field",
    "connect_data",
    "connect_steps",
    "consequences",
    "deadline_for",
    "detach",
    "dissolve_condition",
    "distribute",
    "duplicate",
    "duplicate_case",
    "entries",
    "expect",
    "fit_note",
    "forms_beside",
    "free_name",
    "insert_on_flow",
    "is_taken",
    "lane_at",
    "lines_of",
    "losses",
    "make_case",
    "make_cases",
    "make_default",
    "make_space",
    "move",
    "move_asides",
    "move_lane",
    "move_row",
    "move_stop",
    "move_to",
    "name_condition",
    "named_conditions",
    "open_entries",
    "page_condition",
    "parse_html",
    "parse_list",
    "paste",
    "paste_answers",
    "paste_list",
    "paste_list_as_page",
    "paste_uses",
    "pin",
    "place_data",
    "place_field",
    "place_field_as_page",
    "place_frame",
    "place_node",
    "place_note",
    "planned",
    "put_away",
    "reads_or_writes",
    "reconnect",
    "remove",
    "remove_and_reconnect",
    "remove_entry",
    "rename",
    "reset_course",
    "resize_frame",
    "resize_lane",
    "result_type",
    "same_conditions",
    "script_of",
    "set_bends",
    "set_condition",
    "set_required",
    "set_stop",
    "set_value",
    "shelf_groups",
    "shelve",
    "show_page_if",
    "take",
    "take_as_page",
    "take_rest",
    "tidy",
    "tie_note",
    "uncite",
    "use_field",
    "ways_to",
    "what_is_lost",
    "word_stop",
]
