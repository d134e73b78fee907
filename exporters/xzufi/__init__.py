"""How is a service description drafted as XZuFi 2.2 (FIM: Leistung)?

A draft, and it says so: neither the official schema nor one real file could be had. Element names
follow the shape in which the portal speaks of a Leistung; their order and what is required is our
conclusion.

Why it is written all the same (11/2026): text modules, fees, deadlines and documents are in the
service already; typing them a second time into the editor of a Land helps nobody. Why there is no
reader: without one real file a reader would read our own guesses.
Why the report always has a line: a file that nobody could check must not look like one that passed.
"""
