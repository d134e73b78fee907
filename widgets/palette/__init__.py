"""Which building blocks can be placed, and how does one get hold of them?

A list of the grammar's templates in groups, with a search. A block is dragged onto the canvas, or
clicked (or Enter) to arm placing, so that no drag is ever needed.

Why only the usual blocks are listed at first (11/2026): a list that must be scrolled hides what
one needs; the others stand behind "mehr" and are found by the search, by German and English words
and by the terms of BPMN and FIM.
"""

from widgets.palette.palette import MIME, Palette

__all__ = ["MIME", "Palette"]
