"""What does the old form ask for, and what of it was taken over?

A pane like the palette, beside the canvas: the entries of the old forms of this service under
their headings. They are dragged onto a card or onto empty ground, or taken over by Enter or double
click; what was taken has a tick, and a click on it leads to its field.

Why the tick is not kept here (11/2026): an entry names the row it became. Undo, a colleague's
deletion and the table say the same about it; the pane only asks.
Why a click does not take over, as it does in the palette: several entries are chosen by clicks.
"""

from widgets.shelf.shelf import MIME, Shelf

__all__ = ["MIME", "Shelf"]
