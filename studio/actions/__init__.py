"""What can a person trigger?

Actions as data: one table (``table``) that menus, tool bar, key sheet and tests read alike; one
module per menu holds the functions. An action is enabled by a question to the desk and runs on the
desk; nothing else in the window knows what it does.

Why letters are hints and no shortcuts (11/2026): a letter belongs to whoever types; the canvas
itself hears C and E while it has the focus.
"""

from studio.actions.action import Action
from studio.actions.table import ACTIONS, MENUS

__all__ = ["ACTIONS", "MENUS", "Action"]
