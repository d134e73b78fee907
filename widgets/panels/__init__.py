"""What do all panels around the canvas share?

``Panel`` hears the switch of language and theme as Qt's own events, so that no panel needs to know
who switched. ``buttons`` are flat and paint themselves: the style sheets that would do it break
the high-contrast settings.

Why a room of its own beside ``basics`` (11/2026): basics knows no pane; headings, quiet buttons
and chips belong to panes only.
"""

from widgets.panels.buttons import Chip, FlatButton
from widgets.panels.panel import Panel, edged, heading, shrinks

__all__ = ["Chip", "FlatButton", "Panel", "edged", "heading", "shrinks"]
