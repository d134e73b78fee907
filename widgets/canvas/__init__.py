"""How does a person see and move the graph?

The view turns Qt's events into pointers for the tools and shows their previews; the scene turns
records into items and hears what changed; ``access`` tells a screen
reader the same graph in reading order; ``picture`` draws it on paper. The door is ``Canvas``.

It grows in layers, each of which knows only those below: ``sight`` zooms, ``ground`` holds what all
share (document, items, choice), ``deeds`` acts, ``arranging`` leads, bends and makes room, ``hand``
hears the mouse, ``folding`` unfolds cards, ``view`` is the Canvas.
So does the scene: ``standing`` holds the items, ``measured`` knows how far they reach, ``scene``
keeps them in step with the records.
Stage, keys, minimap and screen reader work on the layer that has what they need.

Why the view and not the items hears the mouse (11/2026): one place translates, and 10 000 items
stay dumb and cheap.
Why three ways of painting (11/2026, at 10 000 nodes): from near Qt's items, kept as pictures; from
the middle ``glance`` paints hundreds of titles in one sweep (Qt asks each item for its box, which
costs more than the painting); from far ready geometry by squares of the paper. So pan and zoom stay
within a frame at every distance.
Why items are made in portions: what is in sight is there at once; whoever asks for all gets all.
Why folding lives in the scene and not in the document: it is how somebody looks just now; ways go
to where the folded card stands.
Why rings, ghosts and guides are painted in the foreground: a preview must never touch the scene's
index.
"""

from widgets.canvas.hand import TEMPLATE_MIME
from widgets.canvas.selection import Selection
from widgets.canvas.view import Canvas

__all__ = ["TEMPLATE_MIME", "Canvas", "Selection"]
