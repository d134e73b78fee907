"""How does a person see and move the graph?

The view turns Qt's events into pointers for the tools and shows their previews; the scene turns
records into items and hears what changed; ``access`` tells a screen
reader the same graph in reading order; ``picture`` draws it on paper. The door is ``Canvas``.

It grows in layers, each of which knows only those below: ``sight`` zooms, ``ground`` holds what all
share (document, items, choice), ``deeds`` acts, ``hand`` hears the mouse, ``view`` is the Canvas.
Stage, keys, minimap and screen reader work on the layer that has what they need.

Why the view and not the items hears the mouse (11/2026): one place translates, and 10 000 items
stay dumb and cheap.
Why rings, ghosts and guides are painted in the foreground: a preview must never touch the scene's
index.
"""

from widgets.canvas.hand import TEMPLATE_MIME
from widgets.canvas.selection import Selection
from widgets.canvas.view import Canvas

__all__ = ["TEMPLATE_MIME", "Canvas", "Selection"]
