"""What lies on the canvas?

Items hold an id, a place and a look; they know no rules of the domain and change nothing.
``looking`` finds the words for a record, ``touched`` says whose look a
change may have altered.

Why one item a card and not one a row (11/2026): building costs 22 µs an item; the rows are
painted, and their places come from ``model.graph.card``.
Why looks are found on the first painting: a service of 10 000 steps opens before its words are
needed.
"""
