"""In which order is the service read, and where am I in it?

A tree over the reading order: cards with their rows and answers. The same selection as on the
canvas, in both directions. It is the second, fully accessible way to every element: names and
descriptions come from the model, so a screen reader needs nothing else.

Why an own model (11/2026): rows are asked for only when a card is opened; 10 000 cards cost as
much as those that are seen.
"""

from widgets.outline.outline import Outline

__all__ = ["Outline"]
