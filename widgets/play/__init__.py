"""How does a service look that is being played?

``bar`` stands above the canvas: go on, back, by itself, the clock. ``trail`` lies over the canvas
like glass: the way that was taken is tinted, what the case stands on is ringed, and the Akte, a
small folder, goes along the ways (``folder`` draws it). ``panel`` is the pane: where the case
stands, what may happen now, what has gone wrong, and the log (``log``), every line of which is a
place to go back to. Nothing here knows how a service is played.

Why glass over the canvas and no items in its scene (11/2026): a run is how somebody looks just
now; the scene shows records, and from far it paints without items.
Why a movement can be ended at any time (11/2026): who presses the key again must not wait for a
picture, and a test must not sleep.
"""

from widgets.play.bar import PlayBar, Said
from widgets.play.course import Course, Line, Offer, Place
from widgets.play.panel import PlayPanel
from widgets.play.trail import Sight, Trail

__all__ = [
    "Course",
    "Line",
    "Offer",
    "Place",
    "PlayBar",
    "PlayPanel",
    "Said",
    "Sight",
    "Trail",
]
