"""How does a person read and write the service line by line?

The same graph as on the canvas, as a table: who, what, which questions, when, then, law, fee,
deadline. Same document, same undo, same selection: the table is told what is chosen and says what
a person chose here. Everything can be typed in place, pasted from a spreadsheet and copied back.

``lines`` is Qt's model of it, ``cells`` opens the editor of a cell, ``grid`` is the view with its
keys, ``deeds`` are its verbs, ``clipping`` talks to the clipboard, ``table`` puts all together.

Why not a list of dialogs (11/2026): "all on one page, with the usual way shown" was the easiest of
the designs that were tested with civil servants elsewhere.
Why an own model that mends itself (11/2026): at 10 000 steps one letter must not build all lines
again; rows are asked for when a step is opened.
"""

from widgets.table.table import Table

__all__ = ["Table"]
