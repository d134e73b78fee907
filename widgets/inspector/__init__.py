"""What is the selected thing like, and how is it changed?

One pane for every kind: a table (``specs``) says which facts of a kind come first and which stand
under "Mehr"; ``sections`` holds what is more than a line (norms, answers, ways, rules, deadline,
evidence, fee, texts, users). A section with anything in it wears a dot; one with many things in it
is folded until it is asked for. ``several`` shows what can be set for all that is selected.

Why typing changes the document letter by letter (11/2026): canvas, preview and findings answer at
once, and there is no button to forget; the history joins the letters of one editor to one step,
which is closed when the focus leaves. Esc brings back what stood there when the focus came; Strg+Z
is the line's while it has typing to take back, and the document's otherwise (``keys``).
Why one place opens transactions (``changes``): refusals of the grammar become one quiet sentence,
everywhere alike.
Why "Erscheint" stands at a page (11/2026): a page has no condition of its own, the ways to it have;
but people look for it at the page. The sentence is read from the ways and written to them.
"""

from widgets.inspector.inspector import Inspector

__all__ = ["Inspector"]
