"""Which gestures are there, and how does each go without dragging (WCAG 2.5.7)?

One row for each drag. A gesture that is not listed here, or whose twin does not exist, fails a
test; the test named in a row does the gesture by all its ways and compares the documents.
"""

from __future__ import annotations

from typing import NamedTuple

from widgets.tools.pointer import HitKind

CLICKS = "clicks"
"""The gesture itself goes by two clicks: on the handle, then on the goal."""


class Gesture(NamedTuple):
    """One drag. ``begins``: what lies under the pressing hand (none: a mode or the palette).

    ``clicks``: ``CLICKS``, or the id of an action that begins the same with one click. ``keys``:
    the id of an action, or a key that the focused canvas hears (Qt's portable spelling). ``test``:
    who proves it.
    """

    name: str
    begins: tuple[HitKind, ...]
    clicks: str
    keys: str
    test: str


GESTURES: tuple[Gesture, ...] = (
    Gesture("place", (), "insert.page", "insert.page", "test_a_block_is_placed"),
    Gesture("choose", ("empty",), "tools.lasso", "tools.lasso", "test_several_are_chosen"),
    Gesture("move", ("node", "note", "frame"), "tools.grab", "Alt+Right", "test_a_card_is_moved"),
    Gesture("copy", ("node",), "edit.duplicate", "edit.duplicate", "test_a_card_is_copied"),
    Gesture("carry", ("row", "option"), "tools.grab", "Alt+Down", "test_a_row_is_carried"),
    Gesture("connect", ("handle",), CLICKS, "arrange.connect", "test_a_way_is_drawn"),
    Gesture("lead", ("flow_end",), "tools.turn_end", "tools.turn_end", "test_a_way_is_led"),
    Gesture("begin", ("flow_start",), "tools.turn_start", "tools.turn_start", "test_a_way_begins"),
    Gesture("bend", ("bend", "piece"), CLICKS, "Alt+Down", "test_a_way_is_bent"),
    Gesture("order", ("lane",), "tools.grab", "Alt+Down", "test_lanes_change_places"),
    Gesture("stretch", ("lane_edge",), "tools.lane_taller", "Alt+Shift+Down", "test_a_lane_grows"),
    Gesture("resize", ("frame_corner",), CLICKS, "Alt+Shift+Right", "test_a_frame_grows"),
    Gesture("tie", ("tie",), CLICKS, "arrange.connect", "test_a_note_is_tied"),
    Gesture("space", (), "tools.space", "tools.space", "test_space_is_made"),
    Gesture("pan", (), "tools.hand", "Ctrl+Right", "test_the_paper_is_moved"),
)
ONLY_CHOSEN: tuple[HitKind, ...] = ("flow",)
"""What a press only chooses; there is nothing to drag."""
