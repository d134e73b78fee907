"""What does an assistive technology find in the running window? Run with the system's Python.

Usage: reader.py LISTNAME SECONDS. Walks the accessibility bus (AT-SPI) as a screen reader does and
prints one JSON object: the items of the list with that name in their order, the parts that can
take the focus but have no name, and what is focused after each press of the right arrow.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

SHOWING = Atspi.StateType.SHOWING
FOCUSABLE, FOCUSED = Atspi.StateType.FOCUSABLE, Atspi.StateType.FOCUSED


def main(name, seconds):
    canvas = wait_for(name, seconds)
    if canvas is None:
        print(json.dumps({"error": "the list was not found"}))
        return 1
    items = [canvas.get_child_at_index(i) for i in range(canvas.get_child_count())]
    names = [item.get_name() for item in items]
    rows = [item.get_child_count() for item in items]
    told = []
    for _ in range(4):
        told.append(after_arrow(canvas, told[-1] if told else None))
    print(json.dumps({"names": names, "rows": rows, "focused": told, "unnamed": unnamed()}))
    return 0


def wait_for(name, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for part in everything():
            if part.get_role() == Atspi.Role.LIST and part.get_name() == name:
                return part
        time.sleep(0.3)
    return None


def everything():
    desktop = Atspi.get_desktop(0)
    pending = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    while pending:
        part = pending.pop()
        if part is None:
            continue
        yield part
        if part.get_role() != Atspi.Role.LIST_ITEM:
            pending += [part.get_child_at_index(i) for i in range(part.get_child_count())]


def after_arrow(canvas, before):
    """Press the right arrow in the window and hear which other item has the focus then."""
    subprocess.run(["xdotool", "key", "Right"], check=True)
    start = time.monotonic()
    again = start + 4
    while time.monotonic() < start + 12:
        if before is None and time.monotonic() > again:  # the window was not yet in front
            subprocess.run(["xdotool", "key", "Right"], check=True)
            again = start + 12
        canvas.clear_cache()
        for i in range(canvas.get_child_count()):
            item = canvas.get_child_at_index(i)
            item.clear_cache()
            if item.get_state_set().contains(FOCUSED) and item.get_name() != before:
                return item.get_name()
        time.sleep(0.1)
    return None


def unnamed():
    """Parts on the screen that take the focus and say nothing."""
    found = []
    for part in everything():
        states = part.get_state_set()
        silent = not (part.get_name() or part.get_description())
        if silent and states.contains(SHOWING) and states.contains(FOCUSABLE):
            found.append(part.get_role_name())
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
