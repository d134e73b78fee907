"""How does the next thing come onto the canvas in a breath: by typing, or by one click beside it?

Quick-add (any letter on the canvas), the change of kind (R), the pad beside the one thing that is
chosen and the bar above several. ``Quick`` is the door; a canvas is its ``Host``.

Why any letter and not a key for a menu (11/2026): people who must find a key first do not; who
types the word finds the block, and the word becomes its name when no block is called so.
Why the first word must be small to name a block ("datum Geburtsdatum"): "Bescheid erstellen" is a
name, not a block with the rest as its name; German capitals tell the two apart.
Why the pad keeps connecting and deleting in sight and stands where no card is: hidden behind a
plus they are not found, and a pad over the neighbour takes away what one wants to click next.
"""

from widgets.quick.quick import Quick

__all__ = ["Quick"]
