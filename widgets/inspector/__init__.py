"""What is the selected thing like, and how is it changed?

One pane for every kind: a table (``specs``) says which facts of a kind come first and which stand
under "Mehr"; ``sections`` holds what is more than a line (norms, answers, ways, deadline,
evidence, fee, languages, users). A section with anything in it wears a dot.

Why typing changes the document letter by letter (11/2026): canvas, preview and findings answer at
once, and there is no button to forget; the history joins the letters of one editor to one step,
which is closed when the focus leaves.
Why one place opens transactions (``changes``): refusals of the grammar become one quiet sentence,
everywhere alike.
"""

from widgets.inspector.inspector import Inspector

__all__ = ["Inspector"]
